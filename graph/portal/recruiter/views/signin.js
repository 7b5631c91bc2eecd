// A key opens the portal; where the operator allows it, a sandbox key of one's own is a click away.

import { field, form, h, news } from "../dom.js";
import { key } from "../graphql.js";
import { say } from "../say.js";

export default function signin(show) {
  const enter = (secret) => {
    key.set(secret.trim());
    show();
  };
  const given = form(
    [field(say("signin.key"), "key", { type: "password", required: true, autocomplete: "off", hint: say("signin.hint") })],
    say("signin.enter"),
    async (values) => enter(values.get("key")),
  );
  const open = h("button", { class: "plain", onclick: () => sandbox(enter) }, say("signin.sandbox"));
  return h("main", { class: "narrow", id: "content" }, h("h1", {}, "CVGraph"), h("p", {}, say("signin.lead")), given, h("p", {}, open));
}

async function sandbox(enter) {
  const response = await fetch("/api/v1/sandbox", { method: "POST" });
  const body = await response.json().catch(() => ({}));
  if (response.ok) enter(body.key);
  else news(response.status === 403 ? say("signin.closed") : body.error?.message || say("unreachable"), true);
}
