// Invitations: a link that lets a person read what is kept, consent, and send their CV.

import { dialog, field, form, h, news, row } from "../dom.js";
import { ask, only } from "../graphql.js";
import { INVITATIONS, INVITATION_CREATE, INVITATION_REVOKE } from "../queries.js";
import { day, moment, say } from "../say.js";
import { list } from "./more.js";
import { once, sure } from "./secret.js";

export default async function invitations({ show }) {
  const heads = ["ref", "email", "made", "uses", "state"].map((each) => say(`invitations.${each}`));
  return [
    h("h1", {}, say("nav.invitations")),
    h("p", {}, say("invitations.lead")),
    h("p", {}, h("button", { onclick: () => create(show) }, say("invitations.create"))),
    await list(INVITATIONS, [...heads, ""], (each) => line(each, show), say("invitations.none")),
  ];
}

function line(each, show) {
  const open = !each.revokedAt && new Date(each.expiresAt) > new Date() && each.uses < each.maxUses;
  const resume = each.candidate?.latestResume;
  const acts = h("span", { class: "acts" }, resume && h("a", { href: `#/resumes/${resume.id}` }, say("invitations.cv")), open && h("button", { class: "plain bad", onclick: () => revoke(each, show) }, say("invitations.revoke")));
  return row(each.ref || "–", each.email || "–", day(each.createdAt), `${each.uses} / ${each.maxUses}`, state(each, open), acts);
}

function state({ revokedAt, linkedAt, expiresAt }, open) {
  if (revokedAt) return say("invitations.revoked", { date: day(revokedAt) });
  if (linkedAt) return say("invitations.linked", { date: moment(linkedAt) });
  return say(open ? "invitations.open" : "invitations.over", { date: day(expiresAt) });
}

function create(show) {
  const month = new Date(Date.now() + 30 * 86400000).toISOString().slice(0, 10);
  const asked = form(
    [
      field(say("invitations.ref"), "ref", { maxlength: 100, hint: say("invitations.ref_hint") }),
      field(say("invitations.email"), "email", { type: "email", hint: say("invitations.email_hint") }),
      field(say("invitations.expires"), "expires", { type: "date", value: month, required: true }),
      field(say("invitations.max"), "uses", { type: "number", min: 1, max: 1000, value: 1, required: true }),
    ],
    say("invitations.create"),
    async (values) => {
      const input = { ref: values.get("ref") || null, email: values.get("email") || null, expiresAt: `${values.get("expires")}T23:59:59Z`, maxUses: Number(values.get("uses")) };
      const { link, code } = only(await ask(INVITATION_CREATE, { input }));
      box.close();
      once(say("invitations.made"), say("invitations.once"), [say("invitations.link"), link], [say("invitations.code"), code]).addEventListener("close", () => show());
    },
  );
  const box = dialog(say("invitations.create"), asked);
}

function revoke({ id }, show) {
  sure(say("invitations.revoke_lead"), say("invitations.revoke"), async () => {
    only(await ask(INVITATION_REVOKE, { id }));
    news(say("invitations.stopped"));
    show();
  });
}

// What happens elsewhere shows by itself: links answered, calls delivered.
invitations.live = true;
