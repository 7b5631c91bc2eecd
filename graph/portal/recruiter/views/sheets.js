// Pages as they were read, and boxes on them.

import { h } from "../dom.js";
import { here } from "../graphql.js";
import { say } from "../say.js";

/** `element` to show; `point(page, box)` brings a place into view; `mark(page, box, label, chosen)` draws it for good. */
export function sheets(documents) {
  const pages = documents.map(sheet);
  const element = h("div", { class: "sheets" }, pages.map((each) => each.element));
  let pointed = null;
  const marks = new Map();
  function point(page, box) {
    pointed?.remove();
    pointed = pages[page - 1]?.draw(box, "pointed");
    pointed?.scrollIntoView({ behavior: "smooth", block: "center" });
  }
  // Several values may come from the same words: one mark names them all.
  function mark(page, box, label, chosen) {
    const place = [page, ...Object.values(box)].join();
    const known = marks.get(place);
    const drawn = known || pages[page - 1]?.draw(box, "mark");
    if (!drawn) return null;
    marks.set(place, drawn);
    drawn.title = known ? `${drawn.title}\n${label}` : label;
    if (!known) drawn.addEventListener("click", chosen);
    return drawn;
  }
  return { element, point, mark };
}

function sheet({ url, page, scale }) {
  const picture = h("img", { src: here(url), alt: say("resume.page", { number: page + 1 }), onload: placed });
  const over = h("div", { class: "over" });
  const waiting = [];
  function place(drawn, { x0, top, x1, bottom }) {
    const share = (value, whole) => `${((value * scale) / whole) * 100}%`;
    const { naturalWidth: wide, naturalHeight: tall } = picture;
    Object.assign(drawn.style, { left: share(x0 - 1, wide), top: share(top - 1, tall), width: share(x1 - x0 + 2, wide), height: share(bottom - top + 2, tall) });
  }
  function placed() {
    for (const [drawn, box] of waiting.splice(0)) place(drawn, box);
  }
  function draw(box, look) {
    const drawn = h("span", { class: look });
    over.append(drawn);
    if (picture.complete && picture.naturalWidth) place(drawn, box);
    else waiting.push([drawn, box]);
    return drawn;
  }
  return { element: h("figure", { class: "sheet" }, picture, over), draw };
}
