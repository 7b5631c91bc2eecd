// Scores with their reasons: what speaks for, what is missing, what would change it.

import { h } from "../dom.js";
import { number, say } from "../say.js";

export function matches(edges, name) {
  if (!edges.length) return [h("p", { class: "soft" }, say("matches.none"))];
  return edges.map(({ rank, score, node }) =>
    h(
      "article",
      { class: "match" },
      h("h3", {}, `${rank}. `, name(node), h("span", { class: "score" }, number(Math.round(score.value)))),
      h("p", { class: "soft" }, say(`matches.${score.recommendation}`), score.confidence < 0.5 ? ` · ${say("matches.unsure")}` : ""),
      reasons("strengths", score.strengths.map((each) => each.text)),
      reasons("gaps", score.gaps.map((each) => each.text)),
      reasons("change", score.wouldChange.map((each) => each.text)),
    ),
  );
}

function reasons(kind, texts) {
  return texts.length ? h("div", { class: `reasons ${kind}` }, h("strong", {}, say(`matches.${kind}`)), h("ul", {}, texts.map((text) => h("li", {}, text)))) : null;
}
