// Names of days, places, languages, sums and counts, as likeness.paper.names writes them; the tables come with the page.

let tongue = "en"; // the language the page speaks now

function here() {
  return DATA.languages[tongue];
}

// The text of a code, filled in; a piece between ** is strong, between ~~ gives something away.
// French "de" and "que" give way before a vowel of what is filled in (likeness.paper.wording).
function elided(text, fill) {
  if (tongue !== "fr") return text;
  const vowel = /^([aeiıİouàâäéèêëîïôöùûüœæ]|y(?![aeiıİouéè]))/i;
  return text.replace(/(^|[^\p{L}\p{N}_])([Dd]|[Qq]u)e (?=\{(\w+)\})/gu, (whole, before, stem, key) =>
    vowel.test(shown(fill[key])) ? `${before}${stem}’` : whole,
  );
}

function runs(room, code, fill = {}) {
  const found = [];
  let strong = false;
  let risky = false;
  for (const piece of elided(here().words[room][code], fill).split(/(\*\*|~~)/)) {
    if (piece === "**") strong = !strong;
    else if (piece === "~~") risky = !risky;
    else if (piece) found.push({ text: piece.replace(/\{(\w+)\}/g, (_, key) => shown(fill[key])), strong, risky });
  }
  return found;
}

function say(room, code, fill = {}) {
  return runs(room, code, fill).map((run) => run.text).join("");
}

function word(room, code) {
  return here().words[room][code] ?? code;
}

function shown(value) {
  if (value === undefined || value === null) return "";
  if (value.day !== undefined) return dayName(value.day);
  return value.second !== undefined ? instantName(value.second) : String(value);
}

function dayName(days) {
  const date = new Date(days * 86400000);
  const number = date.getUTCDate();
  const first = tongue === "fr" && number === 1 ? "1er" : number;
  return `${first} ${here().months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

function partsIn(seconds, zone) {
  const options = { timeZone: zone, calendar: "gregory", numberingSystem: "latn", hourCycle: "h23", year: "numeric",
    month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" };
  const parts = new Intl.DateTimeFormat("en-GB", options).formatToParts(new Date(seconds * 1000));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

// The civil day of an instant in a zone, as days since 1970.
function dayIn(seconds, zone) {
  const { year, month, day } = partsIn(seconds, zone);
  return Math.round(new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(day)) / 86400000);
}

function instantName(seconds, zone = "UTC") {
  const { hour, minute } = partsIn(seconds, zone);
  return `${dayName(dayIn(seconds, zone))}, ${hour}:${minute} (${zone})`;
}

function placeName(code, article = false) {
  const named = plainPlace(code);
  const needs = article && tongue === "en" && DATA.withThe.includes(code.split("-")[0]);
  return needs ? `the ${named}` : named;
}

function plainPlace(code) {
  if (DATA.groups.includes(code)) return word("territory", code);
  const { places } = here();
  if (code.includes("-")) return `${places[code.slice(0, 2)] ?? code.slice(0, 2)} (${code})`;
  return places[code] ?? code;
}

function tongueName(tag) {
  if (tag === "*" || tag === "zxx") return word("language", tag);
  const [first, ...rest] = tag.replaceAll("_", "-").split("-");
  const found = here().tongues[first.toLowerCase()];
  if (found === undefined) return tag;
  const named = tongue === "en" ? sentenceCase(found) : found;
  return rest.length ? `${named} (${rest.join("-")})` : named;
}

function sentenceCase(value) {
  return value.slice(0, 1).toUpperCase() + value.slice(1);
}

function grouped(digits) {
  return digits.replace(/\B(?=(\d{3})+$)/g, here().thousands);
}

function countName(value) {
  return grouped(String(value));
}

function sumName({ minor, currency }) {
  const decimals = DATA.digits[currency];
  const digits = String(minor).padStart(decimals + 1, "0");
  const cents = decimals ? digits.slice(-decimals) : "";
  const whole = grouped(decimals ? digits.slice(0, -decimals) : digits);
  const number = Number(cents) ? `${whole}${here().decimal}${cents}` : whole;
  const symbol = here().symbols[currency] ?? currency;
  return tongue === "en" ? `${symbol}${number}` : `${number}\u00a0${symbol}`;
}

function quantityName(number, unit) {
  const single = tongue === "fr" ? number < 2 : number === 1;
  return `${countName(number)} ${word(single ? "unit" : "units", unit)}`;
}

const daysName = (number) => (number === null || number === undefined ? "" : quantityName(number, "day"));

function joined(items) {
  if (items.length < 2) return items.length ? items[0] : word("cell", "none");
  return say("cell", "and", { first: items.slice(0, -1).join(", "), last: items.at(-1) });
}
