// Lists that grow: the first page, and a button for the next.

import { h, table } from "../dom.js";
import { ask } from "../graphql.js";
import { say } from "../say.js";

/** A table of `query`'s one connection; `line` makes a row of each node. */
export async function list(query, heads, line, empty, first) {
  const page = first || (await next(query));
  const shown = table(heads, page.nodes.map(line), empty);
  if (!page.pageInfo.hasNextPage) return h("div", {}, shown);
  let cursor = page.pageInfo.endCursor;
  const button = h("button", { class: "plain", onclick: more }, say("more"));
  async function more() {
    const { nodes, pageInfo } = await next(query, cursor);
    shown.querySelector("tbody").append(...nodes.map(line));
    cursor = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) button.remove();
  }
  return h("div", {}, shown, button);
}

export async function next(query, after = null) {
  return Object.values(await ask(query, { after }))[0];
}
