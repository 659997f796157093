// A licence as it is signed: which number each term has (codec version 1, frozen), and the rules it must keep.
// The tables of codes come with the page, from the same place as those of the app.

const EIDR = "eidr:10.5240/";
const span = checked(
  record([[1, "first", day], [2, "last", day, null]]),
  (found) => found.last === null || found.last >= found.first,
  "ends-before-it-begins",
);
const territory = record([
  [1, "include", listOf(placeCode, { once: true })],
  [2, "exclude", listOf(placeCode, { once: true }), []],
]);
const limit = record([
  [1, "unit", choice("units")],
  [2, "most", whole()],
  [3, "on", choice("limitActs"), null],
  [4, "per", choice("limitPeriods"), null],
]);
const bothOrNone = (found) => (found.minor === null) === (found.currency === null);
const fee = checked(
  record([
    [1, "basis", choice("feeBases")],
    [2, "minor", whole(), null],
    [3, "currency", currency, null],
    [4, "dueDays", whole(), null],
    [5, "percent", percentage, null],
    [6, "unit", choice("units"), null],
  ]),
  (found) => bothOrNone(found) && (found.minor !== null || ["none", "revenue-share"].includes(found.basis)),
  "key-missing",
);
const residual = checked(
  record([
    [1, "per", choice("residualPeriods")],
    [2, "percent", percentage, null],
    [3, "minor", whole(), null],
    [4, "currency", currency, null],
  ]),
  (found) => bothOrNone(found) && (found.percent === null) !== (found.minor === null),
  "percent-or-sum",
);
const party = record([[1, "id", id], [2, "name", personName]]);
const performer = record([[1, "id", id], [2, "name", personName], [3, "born", day, null]]);
const grantor = record([[1, "name", personName], [2, "capacity", choice("capacities")], [3, "authority", personName, null]]);
const project = record([[1, "id", id], [2, "title", personName], [3, "ids", listOf(publicId, { once: true }), []]]);
const age = checked(
  record([[1, "first", whole(200)], [2, "last", whole(200)]]),
  (found) => found.last >= found.first,
  "ends-before-it-begins",
);
const everyLanguage = (value) => Array.isArray(value) && value.length === 1 && value[0] === "*";
const languages = (value) => (everyLanguage(value) ? ["*"] : listOf(languageTag, { once: true })(value));
const passOn = (value) => (value === true ? "anyone" : listOf(id, { once: true })(value));
const withdrawal = checked(record([[1, "noticeDays", whole(36500)]]), (found) => found.noticeDays > 0, "written-out");

function moment(value) {
  refuseUnless(Array.isArray(value) && (value.length === 2 || value.length === 3), "bad-instant");
  const at = second(value[0]);
  whole(1439, -1439)(value[1]);
  if (value.length === 3) whole(999999, 1)(value[2]);
  return at;
}

// An EIDR is packed as ten bytes; it may not stand as text too.
function publicId(value) {
  if (value instanceof Uint8Array) return eidrOf(raw(10)(value).toUpperCase());
  matching(/^[\x21-\x7e]{1,120}$/, "bad-public-id")(value);
  const digits = value.replace(EIDR, "").replaceAll("-", "").slice(0, -1);
  refuseUnless(!(/^[0-9A-F]{20}$/.test(digits) && eidrOf(digits) === value), "licence-not-canonical");
  return value;
}

// The check character is that of ISO 7064 Mod 37,36.
function eidrOf(digits) {
  const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  let carry = 36;
  for (const digit of digits) carry = (((carry + letters.indexOf(digit)) % 36 || 36) * 2) % 37;
  return `${EIDR}${digits.match(/.{4}/g).join("-")}-${letters[(37 - carry) % 36]}`;
}

const LICENCE = [
  [3, "number", text(40)],
  [4, "issuedAt", second],
  [6, "statusIndex", whole(131071)],
  [7, "replaces", raw(32), null],
  [8, "doubles", listOf(double, { most: 8 })],
  [9, "performer", performer],
  [10, "grantor", grantor, null],
  [11, "licensee", party],
  [12, "project", project],
  [13, "acts", bits("acts", { every: false })],
  [14, "purposes", bits("purposes")],
  [15, "media", bits("media")],
  [16, "territory", territory],
  [17, "languages", languages],
  [18, "modifications", bits("modifications"), []],
  [19, "create", span],
  [20, "exploit", span, null],
  [21, "zone", zoneName],
  [22, "fee", fee],
  [23, "description", text(400)],
  [24, "passOn", passOn, []],
  [25, "age", age, null],
  [26, "forbidden", bits("content", { every: false }), []],
  [27, "limits", listOf(limit), []],
  [28, "longestSeconds", whole(), null],
  [29, "exclusive", record([[1, "purposes", bits("purposes")], [2, "territory", territory]]), null],
  [30, "afterDeath", truth, false],
  [31, "worksStay", truth, true],
  [32, "strike", truth, false],
  [33, "approval", record([[1, "needed", truth], [2, "days", whole(), null]]), null],
  [34, "withdrawal", withdrawal, { noticeDays: 0 }],
  [35, "basis", choice("bases"), "contract"],
  [36, "residuals", listOf(residual), []],
  [37, "reporting", record([[1, "every", choice("reportPeriods")], [2, "dueDays", whole()]]), null],
  [38, "deleteBy", day, null],
  [39, "representation", record([[1, "kind", choice("representations")], [2, "name", personName, null]]), null],
  [40, "noticeAt", moment, null],
  [41, "serviceAt", moment, null],
  [42, "union", personName, null],
  [43, "annexes", listOf(record([[1, "title", personName], [2, "sha256", raw(32)]])), []],
];

function double(value) {
  refuseUnless(Array.isArray(value) && value.length === 3, "field-type");
  return { id: id(value[0]), kind: choice("kinds")(value[1]), manifest: raw(16)(value[2]) };
}

function checkVersion(value) {
  refuseUnless(value.get(1) !== true, "statement-not-canonical"); // true is no number
  refuseUnless(value.get(1) === 1, NEWER);
}

// Return the terms of a payload; keys from 64 are extensions and are passed over.
function licenceOf(value) {
  const own = new Map([...value].filter(([key]) => key < 64 && ![1, 2, 5].includes(key)));
  checkVersion(value);
  const terms = record(LICENCE)(own);
  const ids = terms.doubles.map((one) => one.id);
  refuseUnless(ids.length > 0 && new Set(ids).size === ids.length, "empty-list");
  const herself = { name: terms.performer.name, capacity: "performer", authority: null };
  refuseUnless(JSON.stringify(terms.grantor) !== JSON.stringify(herself), "licence-not-canonical");
  return { ...terms, grantor: terms.grantor ?? herself };
}

function acceptanceOf(value) {
  const parts = new Map([...value].filter(([key]) => ![1, 2, 5].includes(key)));
  checkVersion(value);
  return record([[3, "licence", raw(32)], [4, "at", second]])(parts);
}

function statusListOf(value) {
  const parts = new Map([...value].filter(([key]) => ![1, 2, 5].includes(key)));
  checkVersion(value);
  const read = [[3, "sequence", whole()], [4, "issuedAt", second], [6, "expiresAt", second], [7, "packed", (one) => one]];
  return record(read)(parts);
}
