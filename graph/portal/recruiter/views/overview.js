// Quota of the month, and thirty days of calls.

import { h, row, svg, table } from "../dom.js";
import { ask } from "../graphql.js";
import { OVERVIEW } from "../queries.js";
import { day, number, say } from "../say.js";

const DAYS = 30;
const WIDTH = 720;
const HEIGHT = 160;

export default async function overview() {
  const from = new Date(Date.now() - (DAYS - 1) * 86400000).toISOString().slice(0, 10);
  const { viewer } = await ask(OVERVIEW, { from });
  const used = viewer.usage.flatMap((each) => each.byEndpoint);
  return [
    h("h1", {}, say("overview.title")),
    h("p", { class: "soft" }, say("overview.lead", { plan: viewer.account.plan, tier: say(`keys.tiers.${viewer.tier}`), days: viewer.account.retentionDays })),
    viewer.sandbox && h("p", { class: "note" }, say("overview.sandbox")),
    h("section", { class: "cards" }, viewer.quota.map(quota)),
    h("h2", {}, say("overview.usage")),
    chart(from, viewer.usage),
    h("h2", {}, say("overview.endpoints")),
    table(
      [say("overview.endpoint"), say("overview.calls"), say("overview.errors"), say("overview.mean")],
      endpoints(used).map((each) => row(h("code", {}, each.endpoint), number(each.calls), number(each.errors), `${number(Math.round(each.milliseconds / each.calls))} ms`)),
      say("overview.quiet"),
    ),
  ].filter(Boolean);
}

function quota({ kind, used, total, remaining, resetAt }) {
  const share = total ? Math.min(1, used / total) : 0;
  const label = `${say(`overview.kinds.${kind}`)}: ${number(used)} / ${number(total)}`;
  return h(
    "div",
    { class: "card" },
    h("h3", {}, say(`overview.kinds.${kind}`)),
    h("p", { class: "figure" }, number(remaining), h("span", { class: "soft" }, ` ${say("overview.left", { total: number(total) })}`)),
    h("meter", { min: 0, max: 1, value: share, high: 0.9, low: 0.75, optimum: 0, "aria-label": label }, label),
    h("p", { class: "soft" }, say("overview.reset", { date: day(resetAt) })),
  );
}

function chart(from, usage) {
  const known = new Map(usage.map((each) => [each.date, each]));
  const days = Array.from({ length: DAYS }, (_, index) => new Date(Date.parse(from) + index * 86400000).toISOString().slice(0, 10));
  const most = Math.max(1, ...usage.map((each) => each.calls));
  const step = WIDTH / DAYS;
  const bars = days.flatMap((date, index) => bar(known.get(date) || { date, calls: 0, errors: 0 }, index * step, step, most));
  const total = usage.reduce((sum, each) => sum + each.calls, 0);
  const labels = [0, DAYS - 1].map((index) =>
    svg("text", { x: index ? WIDTH : 0, y: HEIGHT + 16, "text-anchor": index ? "end" : "start" }, day(days[index])),
  );
  const top = svg("text", { x: 0, y: -5 }, number(most));
  const said = say("overview.chart", { total: number(total), days: DAYS });
  return h("figure", {}, svg("svg", { viewBox: `0 -18 ${WIDTH} ${HEIGHT + 38}`, role: "img", "aria-label": said, class: "chart" }, bars, top, labels), h("figcaption", { class: "soft" }, said));
}

function bar({ date, calls, errors }, x, step, most) {
  const tall = (calls / most) * HEIGHT;
  const wrong = (errors / most) * HEIGHT;
  const title = svg("title", {}, say("overview.day", { date: day(date), calls: number(calls), errors: number(errors) }));
  const place = { x: x + 2, width: step - 4, rx: 2 };
  return [
    svg("rect", { ...place, y: HEIGHT - Math.max(tall, 1), height: Math.max(tall, 1), class: "calls" }, title),
    errors ? svg("rect", { ...place, y: HEIGHT - wrong, height: wrong, class: "errors" }) : null,
  ];
}

function endpoints(used) {
  const sums = new Map();
  for (const { endpoint, calls, errors, milliseconds } of used) {
    const sum = sums.get(endpoint) || { endpoint, calls: 0, errors: 0, milliseconds: 0 };
    sums.set(endpoint, { endpoint, calls: sum.calls + calls, errors: sum.errors + errors, milliseconds: sum.milliseconds + milliseconds });
  }
  return [...sums.values()].sort((one, other) => other.calls - one.calls);
}
