// The portal's only way to data: the same /graphql, the same key in the same header as everybody's.

const PLACE = "cvgraph.key";

export const key = {
  get: () => sessionStorage.getItem(PLACE) || "",
  set: (secret) => sessionStorage.setItem(PLACE, secret),
  forget: () => sessionStorage.removeItem(PLACE),
};

export class Refused extends Error {
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

/** Data of a query or mutation. Throws Refused with the server's own words; its code is UNAUTHENTICATED where the key is wrong. */
export async function ask(query, variables = {}) {
  return answered(await post(JSON.stringify({ query, variables }), { "Content-Type": "application/json" }));
}

/** The same with one file, by the multipart request specification. */
export async function send(query, file, variables = {}) {
  const form = new FormData();
  form.append("operations", JSON.stringify({ query, variables: { ...variables, file: null } }));
  form.append("map", JSON.stringify({ 0: ["variables.file"] }));
  form.append("0", file);
  return answered(await post(form, {}));
}

/** The one payload of a mutation, once its userErrors are empty. */
export function only(data) {
  const [payload] = Object.values(data);
  const [error] = payload.userErrors;
  if (error) throw new Refused(error.message, error.code);
  return payload;
}

/** A signed link on this origin, whatever name the server is known by. */
export function here(url) {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

function post(body, headers) {
  return fetch("/graphql", { method: "POST", body, headers: { ...headers, Authorization: `Bearer ${key.get()}`, Accept: "application/json" } });
}

async function answered(response) {
  const body = await response.json().catch(() => ({}));
  const [error] = body.errors || [];
  if (response.status === 401) throw new Refused(error?.message || "", "UNAUTHENTICATED");
  if (error) throw new Refused(error.message, error.extensions?.code || "");
  if (!response.ok || !body.data) throw new Refused(`HTTP ${response.status}`, "UNAVAILABLE");
  return body.data;
}
