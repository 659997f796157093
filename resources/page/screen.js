// What the page shows. All text is set as text, never as markup; there is no link in it.

const byId = (name) => document.getElementById(name);
const COLOURS = { valid: "green", "not-started": "blue", "unknown-signer": "amber", "status-old": "amber", "not-accepted": "amber",
  suspended: "amber", altered: "red", withdrawn: "red", expired: "grey", replaced: "grey", other: "grey", unreadable: "grey" };
const SHIELD = "M20 13c0 5-3.5 7.5-8 9-4.5-1.5-8-4-8-9V6c3 0 5.5-1 8-3 2.5 2 5 3 8 3z";
const SHAPES = { green: `${SHIELD} M9 12l2 2 4-4`, blue: "M12 6v6l4 2 M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20",
  amber: `${SHIELD} M12 8v5 M12 16h.01`, red: `${SHIELD} M14.5 9.5l-5 5 M9.5 9.5l5 5`,
  grey: "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20 M8 12h8" };

let report = null; // what was checked last

function element(tag, content, className = "") {
  const made = document.createElement(tag);
  made.textContent = content;
  if (className) made.className = className;
  return made;
}

// A sentence in which whatever is filled in stands for itself: a name that is written from right to left would turn the
// digits behind it around, and these are compared.
function sentence(tag, room, code, fill = {}) {
  const made = document.createElement(tag);
  const pieces = here().words[room][code].split(/\{(\w+)\}/);
  made.append(...pieces.map((piece, place) => (place % 2 ? element("bdi", shown(fill[piece])) : piece)));
  return made;
}

// A cell in which these names, in their order, stand each for itself.
function apart(text, names) {
  const made = document.createElement("td");
  let rest = text;
  for (const name of names) {
    const place = rest.indexOf(name);
    if (place < 0) continue; // begun with a capital: no script that is written from right to left has any
    made.append(rest.slice(0, place), element("bdi", name));
    rest = rest.slice(place + name.length);
  }
  made.append(rest);
  return made;
}

function fillList(name, lines) {
  byId(name).replaceChildren(...lines.map((line) => element("li", line)));
}

function speak(language) {
  tongue = language;
  document.documentElement.lang = language;
  for (const one of document.querySelectorAll("[data-say]")) one.textContent = say("page", one.dataset.say);
  if (stream !== null) byId("camera").textContent = say("page", "stop");
  document.title = say("page", "title");
  byId("tongue").textContent = say("page", "other-language");
  byId("tongue").lang = language === "en" ? "fr" : "en";
  byId("maker").replaceChildren(sentence("span", "page", "maker", { name: DATA.owner, on: { day: DATA.madeOn } }));
  byId("cards").replaceChildren(...keyLines());
  if (report) show();
}

function show() {
  const colour = COLOURS[report.answer];
  const [answer, next] = answerCodes(report);
  byId("banner").className = colour;
  byId("shape").setAttribute("d", SHAPES[colour]);
  byId("answer").textContent = say(...answer);
  byId("next").replaceChildren(sentence("span", ...next));
  byId("steps").replaceChildren(...report.steps.filter(({ result }) => result !== "not-reached").map(stepLine));
  byId("limits").hidden = report.licence === null;
  byId("terms").hidden = report.licence === null;
  if (report.licence) showLicence(report.licence);
  byId("start").hidden = true;
  byId("result").hidden = false;
}

const RING = "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20";
const MARKS = { passed: `${RING} M8 12.5l2.7 2.7 5.3-6`, failed: `${RING} M15 9l-6 6 M9 9l6 6` };

function drawing(path) {
  const [svg, line] = ["svg", "path"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

function stepLine(one) {
  const line = element("li", "", one.result);
  line.append(drawing(MARKS[one.result]), element("b", `${say("page", one.result)}: `), sentence("span", ...stepCode(one)));
  return line;
}

function relyLines() {
  const lines = [say("page", "rely-words"), say("page", "rely-key", { digits: report.signer.digits })];
  return report.accepted ? [...lines, say("page", "rely-accepted")] : lines;
}

function notToldLines() {
  const codes = ["not-status", "not-keys", "not-person", "not-uses", "not-page"];
  return codes.map((code) => say("page", code, { on: { day: DATA.madeOn } }));
}

function showLicence(licence) {
  fillList("rely", relyLines());
  fillList("not-told", notToldLines());
  const titles = { "plain-heading": "plain-words", "may-heading": "they-may", "may-not-heading": "they-may-not", "terms-heading": "terms" };
  for (const [place, code] of Object.entries(titles)) byId(place).textContent = say("paper", code);
  const tag = (run) => (run.strong ? element("strong", run.text) : element("span", run.text, run.risky ? "risky" : ""));
  byId("plain").replaceChildren(...summaryRuns(licence).map(tag));
  fillList("may", mayLines(licence));
  fillList("may-not", mayNotLines(licence));
  const annexed = licence.annexes.map(({ title }) => title);
  const cell = ([what, agreed]) => [what, what === word("row", "annexes") ? apart(agreed, annexed) : agreed];
  byId("rows").replaceChildren(...partyRows(licence).concat(rowsOf(licence).map(cell)).map(tableRow));
}

function partyRows({ number, performer, grantor, licensee, issuedAt, zone }) {
  const capacity = word("capacity", grantor.capacity);
  const named = sentence("td", "paper", "grantor", { name: grantor.name, capacity });
  const signs = grantor.capacity === "performer" ? [] : [[say("paper", "for-performer"), named]];
  return [
    [say("page", "number"), number],
    [say("paper", "performer"), performer.name],
    ...signs,
    [say("paper", "company"), licensee.name],
    [say("paper", "signatures"), say("paper", "signed-at", { at: instantName(issuedAt, zone) })],
  ];
}

function tableRow([what, agreed]) {
  const row = document.createElement("tr");
  const heading = element("th", what);
  heading.scope = "row";
  row.append(heading, typeof agreed === "string" ? element("td", agreed) : agreed);
  return row;
}

function showStart() {
  report = null;
  byId("result").hidden = true;
  byId("start").hidden = false;
  byId("text").value = "";
  trouble("");
}

function trouble(code) {
  byId("trouble").textContent = code ? say("page", code) : "";
}
