// What was, or is to be, delivered: every try, and once more by hand.

import { dialog, h, news, row, table } from "../dom.js";
import { ask, only } from "../graphql.js";
import { DELIVERIES, DELIVERY, DELIVERY_REPLAY } from "../queries.js";
import { moment, say } from "../say.js";
import { list } from "./more.js";

export function deliveries(show) {
  const heads = ["event", "to", "status", "tries", "last", "next"].map((each) => say(`deliveries.${each}`));
  return list(DELIVERIES, [...heads, ""], (each) => line(each, show), say("deliveries.none"));
}

function line(each, show) {
  const acts = h("span", { class: "acts" }, h("button", { class: "plain", onclick: () => tries(each) }, say("deliveries.look")), h("button", { class: "plain", onclick: () => replay(each, show) }, say("deliveries.replay")));
  const status = h("span", { class: each.status === "FAILED" ? "warn" : "" }, say(`deliveries.statuses.${each.status}`), each.responseStatus ? ` (${each.responseStatus})` : "", each.error ? h("span", { class: "soft" }, ` ${each.error}`) : null);
  return row(say(`events.${each.event}`), h("code", {}, each.webhook?.url || say("deliveries.mail")), status, each.attemptCount, moment(each.lastAttemptAt), moment(each.nextAttemptAt), acts);
}

async function tries({ id, event }) {
  const { delivery } = await ask(DELIVERY, { id });
  const rows = delivery.attempts.map((each) => row(each.number, moment(each.createdAt), each.responseStatus || "–", `${each.milliseconds} ms`, each.error || h("pre", {}, each.responseBody || "")));
  dialog(say(`events.${event}`), table(["#", say("deliveries.at"), say("deliveries.status"), say("deliveries.took"), say("deliveries.answer")], rows, say("deliveries.untried")));
}

async function replay({ id }, show) {
  only(await ask(DELIVERY_REPLAY, { id }));
  news(say("deliveries.replayed"));
  setTimeout(() => show(), 1500);
}
