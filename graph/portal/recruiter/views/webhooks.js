// Webhooks: made, tested, rotated, stopped; and what was delivered to them.

import { dialog, field, form, h, news, row, tick } from "../dom.js";
import { ask, only } from "../graphql.js";
import { HOOKS, HOOK_CREATE, HOOK_DELETE, HOOK_ROTATE, HOOK_TEST, HOOK_UPDATE } from "../queries.js";
import { day, moment, say } from "../say.js";
import { deliveries } from "./deliveries.js";
import { list } from "./more.js";
import { once, sure } from "./secret.js";

const EVENTS = ["PARSER_COMPLETED", "PDF_GENERATED", "JOBS_SCORED", "TASK_COMPLETED", "CANDIDATE_LINKED", "CANDIDATE_DISSOCIATED", "WEBHOOK_DISABLED"];

export default async function webhooks({ show }) {
  const heads = ["url", "events", "state"].map((each) => say(`webhooks.${each}`));
  return [
    h("h1", {}, say("nav.webhooks")),
    h("p", {}, say("webhooks.lead")),
    h("p", {}, h("button", { onclick: () => create(show) }, say("webhooks.create"))),
    await list(HOOKS, [...heads, ""], (each) => line(each, show), say("webhooks.none")),
    h("h2", {}, say("webhooks.deliveries")),
    await deliveries(show),
  ];
}

function line(hook, show) {
  const act = (name, done, look = "plain") => h("button", { class: look, onclick: done }, say(`webhooks.${name}`));
  const acts = h("span", { class: "acts" }, act("test", () => test(hook, show)), act("rotate", () => rotate(hook, show)), act(hook.enabled ? "pause" : "enable", () => toggle(hook, show)), act("delete", () => forget(hook, show), "plain bad"));
  const events = hook.events.map((each) => say(`events.${each}`)).join(", ");
  return row(h("code", {}, hook.url), h("span", {}, events, hook.thin && h("span", { class: "badge" }, say("webhooks.thin_badge"))), state(hook), acts);
}

function state({ enabled, disabledReason, disabledAt, failingSince, oldSecretUntil }) {
  if (!enabled) return h("span", { class: "warn" }, say("webhooks.disabled", { date: day(disabledAt), reason: disabledReason || "" }));
  const notes = [failingSince ? say("webhooks.failing", { date: moment(failingSince) }) : say("webhooks.working")];
  if (oldSecretUntil && new Date(oldSecretUntil) > new Date()) notes.push(say("webhooks.both", { date: moment(oldSecretUntil) }));
  return h("span", { class: failingSince ? "warn" : "" }, notes.join(" · "));
}

function create(show) {
  const asked = form(
    [
      field(say("webhooks.url"), "url", { type: "url", required: true, placeholder: "https://", hint: say("webhooks.url_hint") }),
      h("fieldset", {}, h("legend", {}, say("webhooks.events")), EVENTS.map((each) => tick(say(`events.${each}`), "events", each, true))),
      tick(say("webhooks.thin"), "thin", "yes"),
    ],
    say("webhooks.create"),
    async (values) => {
      const input = { url: values.get("url"), events: values.getAll("events"), thin: values.has("thin") };
      told(only(await ask(HOOK_CREATE, { input })), box, show);
    },
  );
  const box = dialog(say("webhooks.create"), asked);
}

function told({ secret }, box, show) {
  box?.close();
  once(say("webhooks.made"), say("webhooks.once"), [say("webhooks.secret"), secret]).addEventListener("close", () => show());
}

function rotate({ id }, show) {
  sure(say("webhooks.rotate_lead"), say("webhooks.rotate"), async () => told(only(await ask(HOOK_ROTATE, { id })), null, show));
}

async function test({ id }, show) {
  only(await ask(HOOK_TEST, { id }));
  news(say("webhooks.tested"));
  setTimeout(() => show(), 1500);
}

async function toggle({ id, enabled }, show) {
  only(await ask(HOOK_UPDATE, { id, input: { enabled: !enabled } }));
  show();
}

function forget({ id, url }, show) {
  sure(say("webhooks.delete_lead", { url }), say("webhooks.delete"), async () => {
    only(await ask(HOOK_DELETE, { id }));
    show();
  });
}

// What happens elsewhere shows by itself: links answered, calls delivered.
webhooks.live = true;
