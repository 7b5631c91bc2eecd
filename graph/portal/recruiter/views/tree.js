// The Cv as a list of values; each one that was read somewhere points there.

import { dialog, field, form, h, news } from "../dom.js";
import { ask, only } from "../graphql.js";
import { RESUME_UPDATE } from "../queries.js";
import { say } from "../say.js";

const SURE = 0.7;
const CORRECTABLE = ["honorific", "firstName", "middleName", "lastName", "headline", "summary", "email", "phone", "availability", "mobility"];

export function tree(id, cv, pages, show) {
  const mend = (name, value) => correct(id, name, value, show);
  const parts = Object.entries(cv).filter(([, value]) => value && typeof value === "object" && value !== cv.extracted);
  return h("div", { class: "tree" }, parts.map(([name, value]) => part(name, value, pages, name === "candidate" ? mend : null)).filter(Boolean));
}

function part(name, value, pages, mend) {
  if (Array.isArray(value)) {
    if (!value.length) return null;
    return h("section", {}, h("h2", {}, say(`cv.${name}`), h("span", { class: "count" }, value.length)), value.map((each) => entry(each, pages)));
  }
  const shown = values(value, pages, mend);
  return shown.length ? h("section", {}, h("h2", {}, say(`cv.${name}`)), h("dl", {}, shown)) : null;
}

function entry(each, pages) {
  return typeof each === "object" ? h("dl", { class: "entry" }, values(each, pages)) : h("span", { class: "value" }, each);
}

function values(node, pages, mend) {
  const seen = new Map((node.extracted || []).map((each) => [each.field, each]));
  return Object.entries(node).flatMap(([name, value]) => {
    if (name === "extracted" || value === null || value === "" || value === false) return [];
    if (Array.isArray(value)) return value.length ? line(name, value.map((each, index) => one(each, seen.get(`${name}[${index}]`) || seen.get(name), name, pages))) : [];
    if (typeof value === "object") return values(value, pages);
    return line(name, [one(value, seen.get(name), name, pages)], mend && CORRECTABLE.includes(name) && (() => mend(name, value)));
  });
}

function line(name, shown, mend) {
  const pencil = mend && h("button", { class: "plain pencil", onclick: mend, "aria-label": `${say("resume.correct")} ${say(`cv.${name}`)}` }, "✎");
  return [h("dt", {}, say(`cv.${name}`)), h("dd", {}, shown, pencil || null)];
}

function one(value, seen, name, pages) {
  const text = value === true ? say("yes") : String(value);
  if (!seen) return h("span", { class: "value" }, text);
  const { confidence, evidence } = seen;
  const share = `${Math.round(confidence * 100)} %`;
  const label = `${say(`cv.${name}`)} · ${share}`;
  const button = h("button", { class: confidence < SURE ? "value unsure" : "value", title: say("resume.sure", { share, page: evidence.page }), onclick: () => pages.point(evidence.page, evidence.box) }, text, confidence < SURE && h("span", { class: "badge" }, share));
  const mark = pages.mark(evidence.page, evidence.box, label, () => chosen(button));
  button.addEventListener("pointerenter", () => mark?.classList.add("lit"));
  button.addEventListener("pointerleave", () => mark?.classList.remove("lit"));
  return button;
}

function chosen(button) {
  button.scrollIntoView({ behavior: "smooth", block: "center" });
  button.focus();
}

function correct(id, name, value, show) {
  const asked = form([field(say(`cv.${name}`), "value", { value })], say("resume.save"), async (values) => {
    only(await ask(RESUME_UPDATE, { id, input: { candidate: { [name]: values.get("value").trim() || null } } }));
    box.close();
    news(say("resume.saved"));
    show();
  });
  const box = dialog(say("resume.correct"), asked);
}
