// API keys: made, rotated at once or with both valid for a while, revoked.

import { dialog, field, form, h, news, row, tick } from "../dom.js";
import { ask, only } from "../graphql.js";
import { KEYS, KEY_CREATE, KEY_REVOKE, KEY_ROTATE } from "../queries.js";
import { day, moment, say } from "../say.js";
import { list } from "./more.js";
import { once, sure } from "./secret.js";

const TIERS = ["BASIC", "STANDARD", "PREMIUM"];
const SCOPES = ["READ", "WRITE", "PARSE", "MATCH", "RENDER", "ADMIN"];

export default async function keys({ show }) {
  const heads = ["name", "prefix", "tier", "scopes", "used", "state"].map((each) => say(`keys.${each}`));
  return [
    h("h1", {}, say("nav.keys")),
    h("p", {}, say("keys.lead")),
    h("p", {}, h("button", { onclick: () => create(show) }, say("keys.create"))),
    await list(KEYS, [...heads, ""], (each) => line(each, show), say("keys.none")),
  ];
}

function line(each, show) {
  const ended = each.revokedAt || (each.expiresAt && new Date(each.expiresAt) < new Date());
  const acts = ended ? null : h("span", { class: "acts" }, h("button", { class: "plain", onclick: () => rotate(each, show) }, say("keys.rotate")), h("button", { class: "plain bad", onclick: () => revoke(each, show) }, say("keys.revoke")));
  return row(h("span", {}, each.name, each.sandbox && h("span", { class: "badge" }, say("sandbox"))), h("code", {}, `${each.prefix}…`), say(`keys.tiers.${each.tier}`), each.scopes.map((scope) => say(`keys.scope.${scope}`)).join(", ") || say("keys.all"), moment(each.lastUsedAt), state(each), acts);
}

function state({ revokedAt, expiresAt }) {
  if (revokedAt) return say("keys.revoked", { date: day(revokedAt) });
  return expiresAt ? say("keys.until", { date: moment(expiresAt) }) : say("keys.valid");
}

function create(show) {
  const asked = form(
    [
      field(say("keys.name"), "name", { required: true, maxlength: 100 }),
      field(say("keys.tier"), "tier", { options: TIERS.map((each) => [each, say(`keys.tiers.${each}`)]).reverse() }),
      h("fieldset", {}, h("legend", {}, say("keys.scopes")), SCOPES.map((each) => tick(say(`keys.scope.${each}`), "scopes", each)), h("p", { class: "soft" }, say("keys.scopes_hint"))),
      field(say("keys.expires"), "expires", { type: "date", hint: say("keys.expires_hint") }),
    ],
    say("keys.create"),
    async (values) => {
      const expires = values.get("expires");
      const input = { name: values.get("name"), tier: values.get("tier"), scopes: values.getAll("scopes"), expiresAt: expires ? `${expires}T23:59:59Z` : null };
      told(only(await ask(KEY_CREATE, { input })), box, show);
    },
  );
  const box = dialog(say("keys.create"), asked);
}

function rotate({ id, name }, show) {
  const asked = form(
    [h("p", {}, say("keys.rotate_lead", { name })), field(say("keys.overlap"), "until", { type: "datetime-local", hint: say("keys.overlap_hint") })],
    say("keys.rotate"),
    async (values) => {
      const until = values.get("until");
      const input = { validUntil: until ? new Date(until).toISOString() : null };
      told(only(await ask(KEY_ROTATE, { id, input })), box, show);
    },
  );
  const box = dialog(say("keys.rotate"), asked);
}

function told({ secret }, box, show) {
  box.close();
  once(say("keys.made"), say("keys.once"), [say("keys.secret"), secret]).addEventListener("close", () => show());
}

function revoke({ id, name }, show) {
  sure(say("keys.revoke_lead", { name }), say("keys.revoke"), async () => {
    only(await ask(KEY_REVOKE, { id }));
    news(say("keys.stopped"));
    show();
  });
}
