// Session, navigation, and which view an address shows: #/resumes/<id> is views.resumes with that id.

import { Refused, ask, key } from "./graphql.js";
import { h, news } from "./dom.js";
import { change, others, say, speak } from "./say.js";
import { VIEWER } from "./queries.js";
import signin from "./views/signin.js";
import overview from "./views/overview.js";
import resumes from "./views/resumes.js";
import resume from "./views/resume.js";
import jobs from "./views/jobs.js";
import invitations from "./views/invitations.js";
import keys from "./views/keys.js";
import webhooks from "./views/webhooks.js";

const VIEWS = { overview, resumes, jobs, invitations, keys, webhooks };
const ONE = { resumes: resume, jobs: jobs.one };
const app = document.getElementById("app");
const REFRESH = 10000;
let shown = 0;
let alive;

/** Show what the address names; `quietly` leaves what is there until the new is ready. */
async function show({ quietly = false } = {}) {
  const turn = ++shown;
  clearTimeout(alive);
  const [name = "overview", id] = location.hash.replace(/^#\/?/, "").split("/").filter(Boolean);
  if (!key.get()) return app.replaceChildren(language(), signin(() => show()));
  const view = (id && ONE[name]) || VIEWS[name] || overview;
  const place = h("main", { id: "content", tabindex: "-1", "aria-busy": "true", "data-view": name }, h("p", { class: "soft" }, say("loading")));
  try {
    const { viewer } = await ask(VIEWER);
    if (turn !== shown) return;
    const frame = () => app.replaceChildren(side(viewer, VIEWS[name] ? name : "overview"), place);
    if (!quietly) frame();
    const made = await view({ id, viewer, show });
    if (turn !== shown) return;
    place.replaceChildren(...made);
    place.removeAttribute("aria-busy");
    if (quietly) frame();
    if (view.live) alive = setTimeout(refresh, REFRESH);
  } catch (error) {
    failed(error, place);
  }
}

// Whoever is reading a dialog, or looking elsewhere, is not disturbed.
function refresh() {
  if (document.hidden || document.querySelector("dialog")) alive = setTimeout(refresh, REFRESH);
  else show({ quietly: true });
}

function side(viewer, current) {
  const links = Object.keys(VIEWS).map((name) =>
    h("li", {}, h("a", { href: `#/${name}`, "aria-current": name === current ? "page" : null }, say(`nav.${name}`))),
  );
  return h(
    "header",
    {},
    h("a", { class: "skip", href: "#content", onclick: focus }, say("skip")),
    h("p", { class: "brand" }, "CVGraph"),
    h("p", { class: "account" }, viewer.account.name, viewer.sandbox && h("span", { class: "badge" }, say("sandbox"))),
    h("nav", { "aria-label": say("nav.label") }, h("ul", {}, links)),
    h("p", { class: "foot" }, language(), h("button", { class: "plain", onclick: leave }, say("leave"))),
  );
}

function focus(event) {
  event.preventDefault();
  document.getElementById("content").focus();
}

function language() {
  const buttons = others().map((code) =>
    h("button", { class: "plain", lang: code, onclick: () => change(code).then(() => show()) }, new Intl.DisplayNames(code, { type: "language" }).of(code)),
  );
  return h("span", { class: "language" }, buttons);
}

function leave() {
  key.forget();
  location.hash = "";
  show();
}

function failed(error, place) {
  if (error instanceof Refused && error.code === "UNAUTHENTICATED") {
    key.forget();
    news(say("signin.refused"), true);
    return show();
  }
  place.replaceChildren(h("h1", {}, say("trouble")), h("p", {}, error instanceof Refused ? error.message : say("unreachable")));
  if (!(error instanceof Refused)) console.error(error);
}

addEventListener("hashchange", () => show());
addEventListener("unhandledrejection", (event) => {
  if (!(event.reason instanceof Refused)) return;
  event.preventDefault();
  news(event.reason.message, true);
});
speak().then(() => show());
