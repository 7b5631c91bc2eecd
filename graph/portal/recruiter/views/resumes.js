// CVs: sent by dropping files, listed newest first.

import { h, news, row } from "../dom.js";
import { only, send } from "../graphql.js";
import { RESUMES, RESUME_PARSE } from "../queries.js";
import { day, say } from "../say.js";
import { list, next } from "./more.js";

export const KINDS = ".pdf,.docx,.doc,.odt,.rtf,.html,.htm,.txt,.png,.jpg,.jpeg,.tif,.tiff";

export default async function resumes({ show }) {
  const first = await next(RESUMES);
  const heads = ["name", "headline", "city", "experience", "file", "made"].map((each) => say(`resumes.${each}`));
  return [
    h("h1", {}, say("nav.resumes"), h("span", { class: "count" }, first.totalCount)),
    drop(say("resumes.drop"), (files) => parse(files, show)),
    await list(RESUMES, heads, line, say("resumes.none"), first),
  ];
}

function line({ id, status, createdAt, experienceMonths, file, candidate }) {
  const name = candidate?.name || (status === "PENDING" ? say("resumes.pending") : say("resumes.nameless"));
  const years = experienceMonths === null ? "–" : say("resumes.years", { years: Math.floor(experienceMonths / 12), months: experienceMonths % 12 });
  return row(h("a", { href: `#/resumes/${id}` }, name), candidate?.headline, candidate?.city, years, h("span", { class: "soft" }, file.name), day(createdAt));
}

/** A place to drop files on, which is a button too. */
export function drop(text, done) {
  const input = h("input", { type: "file", multiple: true, accept: KINDS, onchange: () => done([...input.files]) });
  const place = h("label", { class: "drop", ondragover: over, ondragleave: () => place.classList.remove("over"), ondrop: dropped }, h("span", {}, text), input);
  function over(event) {
    event.preventDefault();
    place.classList.add("over");
  }
  function dropped(event) {
    event.preventDefault();
    place.classList.remove("over");
    done([...event.dataTransfer.files]);
  }
  return place;
}

async function parse(files, show) {
  const errors = [];
  let made = null;
  for (const [index, file] of files.entries()) {
    news(say("resumes.reading", { number: index + 1, total: files.length }));
    try {
      made = only(await send(RESUME_PARSE, file)).resume;
    } catch (error) {
      errors.push(`${file.name}: ${error.message}`);
    }
  }
  if (errors.length) news(errors.join("\n"), true);
  else news(say("resumes.read", { total: files.length }));
  if (made && files.length === 1) location.hash = `#/resumes/${made.id}`;
  else show();
}
