// Elements, never markup: what comes from a CV is only ever text.

const NAMESPACE = "http://www.w3.org/2000/svg";

export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(NAMESPACE, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") Object.assign(element.style, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function table(heads, rows, empty) {
  if (!rows.length) return h("p", { class: "soft empty" }, empty);
  const head = h("tr", {}, heads.map((each) => h("th", { scope: "col" }, each)));
  return h("div", { class: "scroll" }, h("table", {}, h("thead", {}, head), h("tbody", {}, rows)));
}

export function row(...cells) {
  return h("tr", {}, cells.map((cell) => h("td", {}, cell ?? "")));
}

let fields = 0;

/** A labelled field; `attributes.hint` stands under it. */
export function field(label, name, attributes = {}) {
  const id = `field-${++fields}`;
  const { hint, options, ...rest } = attributes;
  const described = hint ? { "aria-describedby": `${id}-hint` } : {};
  const input = options
    ? h("select", { id, name, ...described }, options.map(([value, text]) => h("option", { value }, text)))
    : h("input", { id, name, type: "text", ...rest, ...described });
  return h("div", { class: "field" }, h("label", { for: id }, label), input, hint && h("p", { class: "soft", id: `${id}-hint` }, hint));
}

export function tick(label, name, value, checked = false) {
  return h("label", { class: "tick" }, h("input", { type: "checkbox", name, value, checked }), h("span", {}, label));
}

/** A form that calls `done` with its values and is locked while that runs. */
export function form(children, button, done) {
  const submit = h("button", {}, button);
  return h("form", { onsubmit: (event) => sent(event, submit, done) }, children, submit);
}

async function sent(event, button, done) {
  event.preventDefault();
  button.disabled = true;
  try {
    await done(new FormData(event.target), event.target);
  } finally {
    button.disabled = false;
  }
}

export function dialog(title, ...children) {
  const box = h("dialog", { "aria-label": title, onclose: () => box.remove() });
  const close = h("form", { method: "dialog" }, h("button", { class: "plain close", "aria-label": "×" }, "×"));
  box.append(close, h("h2", {}, title), ...children);
  document.body.append(box);
  box.showModal();
  return box;
}

export function news(text, bad = false) {
  const place = document.getElementById("news");
  place.className = bad ? "bad" : "good";
  place.textContent = text;
  clearTimeout(news.timer);
  news.timer = setTimeout(() => (place.textContent = ""), bad ? 9000 : 4000);
}
