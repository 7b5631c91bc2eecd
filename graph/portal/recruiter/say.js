// What the portal says, in the reader's language; adding one is adding a file to texts/.

const LANGUAGES = ["fr", "en"];
const PLACE = "cvgraph.language";
let texts = {};
export let language = LANGUAGES[0];

export async function speak(asked = localStorage.getItem(PLACE)) {
  const wanted = [asked, ...navigator.languages.map((each) => each.slice(0, 2))];
  language = wanted.find((each) => LANGUAGES.includes(each)) || LANGUAGES[0];
  texts = await (await fetch(`/portal/files/texts/${language}.json`)).json();
  document.documentElement.lang = language;
}

export function others() {
  return LANGUAGES.filter((each) => each !== language);
}

export async function change(to) {
  localStorage.setItem(PLACE, to);
  await speak(to);
}

/** `keys.until` with `{date}`; what nobody wrote is said by its last word, `jobTitle` as "Job title". */
export function say(path, values = {}) {
  const text = path.split(".").reduce((inside, name) => inside?.[name], texts);
  if (typeof text !== "string") return plain(path.split(".").pop());
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function plain(name) {
  const words = name.replace(/_/g, " ").replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function moment(iso) {
  return iso ? new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso)) : "–";
}

export function day(iso) {
  return iso ? new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(new Date(iso)) : "–";
}

export function number(value) {
  return new Intl.NumberFormat(language).format(value);
}
