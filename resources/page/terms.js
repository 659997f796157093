// A licence in words: the table, what they may and may not do, and the plain words (likeness.paper.licence_sheet,
// parts and summary, sentence for sentence). It is a reading of the terms; the signed terms prevail.

const wordsOf = (room, codes) => joined(codes.map((code) => word(room, code)));
const tongues = (tags) => joined(tags.map(tongueName));
const groups = (hex) => hex.match(/.{1,4}/g).join(" ").toUpperCase();

function places({ include, exclude }, article = false) {
  const given = joined(include.map((code) => placeName(code, article)));
  if (!exclude.length) return given;
  return say("cell", "except", { places: given, excluded: joined(exclude.map((code) => placeName(code, article))) });
}

function spanName(window) {
  if (window === null) return word("cell", "not-shown");
  const start = dayName(window.first);
  if (window.last === null) return say("cell", "from-open", { start });
  return say("cell", "from-to", { start, end: dayName(window.last) });
}

function limitName({ unit, most, on, per }) {
  const code = per ? `limit-${per}` : on ? "limit-show" : "limit";
  const told = quantityName(most, unit);
  const cut = told.lastIndexOf(" ");
  return say("cell", code, { n: told.slice(0, cut), unit: told.slice(cut + 1) });
}

const limitNames = ({ limits }) => (limits.length ? joined(limits.map(limitName)) : word("cell", "no-limit"));

function feeName({ fee }) {
  const code = fee.basis === "revenue-share" && fee.minor !== null ? "revenue-share-and-sum" : fee.basis;
  const sum = fee.minor === null ? "" : sumName(fee);
  return say("fee", code, { sum, percent: fee.percent ?? "", unit: word("unit", fee.unit ?? "copy") });
}

function residualNames({ residuals }) {
  return joined(residuals.map((one) => say("residual", one.per, { share: shareName(one) })));
}

function shareName(residual) {
  if (residual.minor !== null) return sumName(residual);
  const percent = residual.percent.replace(/\.0$/, "");
  return tongue === "en" ? `${percent}%` : `${percent.replace(".", ",")}\u202f%`;
}

// The terms table: [what, what is agreed], what says nothing left out.
function rowsOf(terms) {
  const cells = { ...grantCells(terms), ...dutyCells(terms), ...endingCells(terms) };
  const told = Object.entries(cells).filter(([, cell]) => cell);
  return told.map(([row, cell]) => [word("row", row), sentenceCase(cell)]);
}

function grantCells(terms) {
  const likenesses = terms.doubles.map(({ id, kind }) => `${sentenceCase(word("kind", kind))} (${id})`);
  return {
    likeness: joined(likenesses),
    project: [terms.project.title, ...terms.project.ids].join(", "),
    acts: terms.acts.length ? wordsOf("act", terms.acts) : "",
    modifications: wordsOf("modification", terms.modifications),
    purposes: wordsOf("purpose", terms.purposes),
    media: wordsOf("medium", terms.media),
    territory: places(terms.territory),
    languages: tongues(terms.languages),
    create: spanName(terms.create),
    exploit: spanName(terms.exploit),
    limits: limitNames(terms),
    length: terms.longestSeconds ? quantityName(terms.longestSeconds, "second") : "",
    age: terms.age ? say("cell", "ages", terms.age) : "",
    forbidden: terms.forbidden.length ? wordsOf("content", terms.forbidden) : "",
  };
}

function dutyCells(terms) {
  const { fee, residuals, reporting, approval } = terms;
  const within = (what, days) => say("cell", "within", { what, days: daysName(days) });
  const asked = approval?.needed ? (approval.days === null ? "approval-open" : "approval") : "approval-no";
  return {
    fee: fee.dueDays === null ? feeName(terms) : within(feeName(terms), fee.dueDays),
    residuals: residuals.length ? residualNames(terms) : "",
    reporting: reporting ? within(word("reporting", reporting.every), reporting.dueDays) : "",
    approval: say("cell", asked, { days: daysName(approval?.days) }),
  };
}

function endingCells(terms) {
  const cell = (code, fill) => say("cell", code, fill);
  const notice = terms.basis === "consent" ? 0 : terms.withdrawal.noticeDays; // as FORMAT 4.6 has it
  const { exclusive } = terms;
  return {
    "pass-on": terms.passOn === "anyone" ? cell("anyone") : terms.passOn.length ? joined(terms.passOn) : cell("nobody"),
    exclusive: exclusive ? `${wordsOf("purpose", exclusive.purposes)} (${places(exclusive.territory)})` : "",
    "after-death": cell(terms.afterDeath ? "yes" : "no"),
    withdrawal: notice ? cell("notice", { days: daysName(notice) }) : cell("notice-none"),
    works: cell(terms.worksStay ? "works-stay" : "works-go"),
    strike: cell(terms.strike ? "strike-yes" : "strike-no"),
    "delete-by": terms.deleteBy === null ? "" : dayName(terms.deleteBy),
    representation: terms.representation?.name ?? "",
    union: terms.union ?? "",
    basis: cell(terms.basis),
    zone: terms.zone,
    description: terms.description,
    annexes: terms.annexes.map(({ title, sha256 }) => `${title} (${groups(sha256.slice(0, 16))})`).join(", "),
  };
}

function mayLines(terms) {
  const lines = terms.acts.map((code) => {
    const act = sentenceCase(word("act", code));
    const changed = ["generate", "alter"].includes(code) && terms.modifications.length;
    if (!changed) return say("may", "act", { act });
    return say("may", "act-with", { act, modifications: wordsOf("modification", terms.modifications) });
  });
  if (terms.exploit) lines.push(say("may", "show", { media: wordsOf("medium", terms.media) }));
  if (terms.deleteBy !== null) lines.push(say("may", "keep", { on: dayName(terms.deleteBy) }));
  return lines;
}

function mayNotLines(terms) {
  const has = (list, codes) => codes.some((code) => list.includes(code));
  const told = {
    train: !has(terms.acts, ["train", "fine-tune"]),
    "pass-on": terms.passOn !== "anyone" && !terms.passOn.length,
    advertise: !has(terms.purposes, ["*", "advertising", "commercial", "promo"]),
    show: !terms.exploit,
    content: terms.forbidden.length > 0,
    "after-death": !terms.afterDeath,
    strike: terms.strike,
    project: true,
  };
  const codes = Object.keys(told).filter((code) => told[code]);
  return codes.map((code) => say("maynot", code, { content: wordsOf("content", terms.forbidden) }));
}

// The plain words, as runs.
function summaryRuns(terms) {
  const { limits, residuals, approval, passOn, exclusive } = terms;
  const approve = approval?.needed ? (approval.days === null ? "approve-open-named" : "approve-named") : "";
  const sentences = [
    firstSentence(terms),
    terms.acts.length ? makeSentence(terms) : [],
    limits.length ? runs("summary", "limits", { limits: limitNames(terms) }) : [],
    showSentence(terms),
    terms.fee.basis === "none" ? runs("summary", "fee-none") : runs("summary", "fee-named", { fee: feeName(terms) }),
    residuals.length ? runs("summary", "residuals", { residuals: residualNames(terms) }) : [],
    approve ? runs("summary", approve, { days: daysName(approval.days) }) : [],
    passOn === "anyone" ? runs("summary", "pass-anyone") : [],
    passOn !== "anyone" && passOn.length ? runs("summary", "pass-some", { parties: joined(passOn) }) : [],
    exclusive ? exclusiveSentence(exclusive) : [],
    terms.deleteBy === null ? [] : runs("summary", "delete", { on: dayName(terms.deleteBy) }),
    terms.afterDeath ? runs("summary", "death") : [],
  ];
  const space = { text: " ", strong: false, risky: false };
  return sentences.filter((one) => one.length).flatMap((one, place) => (place ? [space, ...one] : one));
}

function firstSentence(terms) {
  return runs("summary", "use-named", {
    company: terms.licensee.name,
    likenesses: joined(terms.doubles.map(({ kind }) => word("kind", kind))),
    performer: terms.performer.name,
    acts: terms.acts.length ? wordsOf("act", terms.acts) : "…",
    project: terms.project.title,
  });
}

function makeSentence(terms) {
  const code = terms.modifications.length ? "make" : "make-plain";
  return datedRuns(code, terms.create, { modifications: wordsOf("modification", terms.modifications) });
}

function showSentence(terms) {
  if (!terms.exploit) return runs("summary", "show-nothing");
  return datedRuns(terms.media.includes("*") ? "show-every" : "show", terms.exploit, {
    media: terms.media.length ? wordsOf("medium", terms.media) : "…",
    places: terms.territory.include.length ? places(terms.territory, true) : "…",
    languages: terms.languages.length ? tongues(terms.languages) : "…",
  });
}

function exclusiveSentence({ purposes, territory }) {
  return runs("summary", "exclusive", { purposes: wordsOf("purpose", purposes), places: places(territory, true) });
}

function datedRuns(code, window, fill) {
  const start = dayName(window.first);
  if (window.last === null) return runs("summary", `${code}-open`, { start, ...fill });
  return runs("summary", code, { start, end: dayName(window.last), ...fill });
}

// The answer and what to do, as likeness.verifier.answer_words has them; what the page cannot offer, or cannot know, is
// said its own way: without a status list nobody here has ever checked whether a licence still holds.
// Each is a room, a code and what is filled in.
function answerCodes({ answer, licence, list }) {
  const code = answer === "status-old" && !list ? "status-none" : answer;
  if (!licence) return [answerCode(code, { on: "" }), nextCode(code, {})];
  const lasts = [licence.create, licence.exploit].filter((one) => one !== null);
  const end = lasts.some((one) => one.last === null) ? "" : dayName(Math.max(...lasts.map((one) => one.last)));
  const start = dayName(Math.min(...lasts.map((one) => one.first)));
  const fill = { number: licence.number, project: licence.project.title, start, end };
  return [answerCode(code, { on: end }), nextCode(code === "valid" && !end ? "valid-open" : code, fill)];
}

const answerLines = (found) => answerCodes(found).map((one) => say(...one));

function answerCode(code, fill) {
  return here().words.page[`answer-${code}`] ? ["page", `answer-${code}`, fill] : ["answer", code, fill];
}

function nextCode(code, fill) {
  return here().words.page[`next-${code}`] ? ["page", `next-${code}`, fill] : ["answer-next", code, fill];
}

// The sentence of a step; a reason without one of its own has that of its step's failing.
function stepCode({ step, result, detail, fill }) {
  if (here().words.page[detail]) return ["page", detail, fill];
  const own = here().words.check[detail] && !(result === "failed" && detail === step);
  return ["check", own ? detail : `${step}-failed`, fill];
}

const stepWords = (one) => say(...stepCode(one));
