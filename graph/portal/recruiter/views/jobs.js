// Jobs, and who fits them.

import { h, news, row } from "../dom.js";
import { ask, only, send } from "../graphql.js";
import { JOB, JOBS, JOB_PARSE } from "../queries.js";
import { day, language, say } from "../say.js";
import { matches } from "./matches.js";
import { list, next } from "./more.js";
import { drop } from "./resumes.js";

export default async function jobs({ show }) {
  const first = await next(JOBS);
  const heads = ["title", "company", "city", "reference", "state", "made"].map((each) => say(`jobs.${each}`));
  return [
    h("h1", {}, say("nav.jobs"), h("span", { class: "count" }, first.totalCount)),
    drop(say("jobs.drop"), (files) => parse(files, show)),
    await list(JOBS, heads, line, say("jobs.none"), first),
  ];
}

function line({ id, title, company, city, reference, status, createdAt }) {
  return row(h("a", { href: `#/jobs/${id}` }, title), company, city, h("code", {}, reference || "–"), say(`jobs.states.${status}`), day(createdAt));
}

async function parse(files, show) {
  for (const file of files) only(await send(JOB_PARSE, file));
  news(say("jobs.read", { total: files.length }));
  show();
}

jobs.one = async function ({ id }) {
  const { job } = await ask(JOB, { id, language });
  if (!job) return [h("h1", {}, say("jobs.gone"))];
  const person = ({ id: resume, candidate }) => h("a", { href: `#/resumes/${resume}` }, [candidate?.name || say("resumes.nameless"), candidate?.headline].filter(Boolean).join(" · "));
  return [
    h("p", {}, h("a", { href: "#/jobs" }, `← ${say("nav.jobs")}`)),
    h("h1", {}, job.title),
    h("p", { class: "soft" }, [job.company, job.city].filter(Boolean).join(" · ")),
    h("h2", {}, say("jobs.fit")),
    ...matches(job.matches.edges, person),
    h("details", {}, h("summary", {}, say("jobs.text")), h("p", { class: "prose" }, job.description || "")),
  ];
};
