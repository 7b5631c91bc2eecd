// A secret is shown once: copied, then gone.

import { dialog, h, news } from "../dom.js";
import { say } from "../say.js";

export function once(title, text, ...secrets) {
  return dialog(title, h("p", {}, text), ...secrets.map(([label, secret]) => shown(label, secret)));
}

function shown(label, secret) {
  const copy = h("button", { onclick: () => navigator.clipboard.writeText(secret).then(() => news(say("copied"))) }, say("copy"));
  return h("div", { class: "secret" }, h("strong", {}, label), h("code", {}, secret), copy);
}

/** Ask before what cannot be undone. */
export function sure(text, button, done) {
  const box = dialog(say("sure"), h("p", {}, text), h("button", { class: "bad", onclick: () => done().then(() => box.close()) }, button));
  return box;
}
