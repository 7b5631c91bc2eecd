// One CV: what was read on the left, where it stood on the right.

import { dialog, field, form, h, news } from "../dom.js";
import { ask, here, only } from "../graphql.js";
import { RESUME, RESUME_DELETE, RESUME_MATCHES, RESUME_RENDER } from "../queries.js";
import { language, say } from "../say.js";
import { matches } from "./matches.js";
import { sure } from "./secret.js";
import { sheets } from "./sheets.js";
import { tree } from "./tree.js";

const PRESETS = ["NONE", "STANDARD", "BLIND"];

export default async function resume({ id, show }) {
  const { resume } = await ask(RESUME, { id });
  if (!resume) return [h("h1", {}, say("resume.gone"))];
  if (!resume.cv) return [h("h1", {}, resume.file.name), h("p", {}, say("resumes.pending"))];
  const pages = sheets(resume.sheets);
  const read = tree(id, resume.cv, pages, show);
  const { candidate } = resume.cv;
  const name = [candidate.firstName, candidate.lastName].filter(Boolean).join(" ") || resume.file.name;
  const share = Math.round(resume.cv.parsingConfidence * 100);
  return [
    h("p", {}, h("a", { href: "#/resumes" }, `← ${say("nav.resumes")}`)),
    h("h1", {}, name),
    h("p", { class: "soft" }, say("resume.lead", { file: resume.file.name, pages: resume.pageCount, share })),
    h("p", { class: "acts" }, act("print", () => print(id)), act("fit", () => fit(id)), act("delete", () => forget(id, name), "plain bad")),
    resume.warnings.length ? h("ul", { class: "note" }, resume.warnings.map((each) => warning(each, pages))) : null,
    h("div", { class: "split" }, read, pages.element),
  ].filter(Boolean);
}

function act(name, done, look = "plain") {
  return h("button", { class: look, onclick: done }, say(`resume.${name}`));
}

function warning({ code, page, box }, pages) {
  const text = say(`warnings.${code}`);
  if (!box) return h("li", {}, text);
  return h("li", {}, h("button", { class: "plain", onclick: () => pages.point(page, box) }, text));
}

function print(id) {
  const asked = form(
    [field(say("resume.privacy"), "preset", { options: PRESETS.map((each) => [each, say(`resume.presets.${each}`)]) })],
    say("resume.print"),
    async (values) => {
      const { document: made } = only(await ask(RESUME_RENDER, { id, settings: { preset: values.get("preset") } }));
      box.append(h("p", {}, h("a", { href: here(made.url), download: "" }, say("resume.download"))));
    },
  );
  const box = dialog(say("resume.print"), asked);
}

async function fit(id) {
  const { resume } = await ask(RESUME_MATCHES, { id, language });
  dialog(say("resume.fit"), ...matches(resume.matches.edges, ({ title, company, city }) => [title, company, city].filter(Boolean).join(" · ")));
}

function forget(id, name) {
  sure(say("resume.delete_lead", { name }), say("resume.delete"), async () => {
    only(await ask(RESUME_DELETE, { id }));
    news(say("resume.deleted"));
    location.hash = "#/resumes";
  });
}
