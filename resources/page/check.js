// The steps of the check, in the order and with the answers of FORMAT section 7 (likeness.verifier.verify).
//
// read, format, signature stop at the first failure. state, end, signer, acceptance, start, status are all taken; the
// first that failed names the answer. Whose a key is, the page knows from when it was made (whose.js).

const FIRST_STEPS = ["read", "format", "signature"];
const LATER_STEPS = ["state", "end", "signer", "acceptance", "start", "status"];

function step(name, result, detail, fill = {}) {
  return { step: name, result, detail, fill };
}

function stopped(name, answer, reason) {
  const names = [...FIRST_STEPS, ...LATER_STEPS];
  const place = names.indexOf(name);
  const steps = names.map((one, at) => {
    if (at < place) return step(one, "passed", `${one}-passed`);
    return at === place ? step(one, "failed", reason) : step(one, "not-reached", "not-reached");
  });
  return { answer, steps, licence: null };
}

const ARCHIVES = ["504b0304", "1f8b", "377abcaf271c", "526172211a07"];

function isArchive(data) {
  return ARCHIVES.some((head) => hexOf(data.subarray(0, head.length / 2)) === head);
}

// Check what a file holds that is neither a picture nor a PDF.
async function checkData(data, now) {
  if (data.every((byte) => byte === 0x20 || (byte >= 9 && byte <= 13))) return stopped("read", "unreadable", "empty");
  if (looksLikeOurs(data)) return checkBytes(data, "bundle", now);
  if (isArchive(data)) return stopped("format", "other", "archive");
  try {
    const wide = { fffe: "utf-16le", feff: "utf-16be" }[hexOf(data.subarray(0, 2))]; // what Windows writes
    const letters = wide ? new TextDecoder(wide, { fatal: true, ignoreBOM: true }) : UTF8;
    return await checkText(letters.decode(data), "text", now);
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    return stopped("format", "other", "not-ours"); // it is no text
  }
}

// Check a pasted text: of several codes the first that is spelled right counts.
async function checkText(text, kind, now) {
  if (/^[ \t-\r]*$/.test(text)) return stopped("read", "unreadable", "empty");
  const codes = pastedCodes(text);
  return codes.length ? checkReadings(codes.flat(), kind, now) : stopped("format", "other", foreignReason(text));
}

// Check the texts of the codes in a picture: of several of ours the first that is spelled right counts. A code is one
// text as it stands: nobody broke it into lines.
async function checkCodes(texts, now) {
  if (texts.length === 0) return stopped("read", "unreadable", "no-code");
  const ours = texts.filter(isOurs);
  return ours.length ? checkReadings(ours, "picture", now) : stopped("format", "other", `code-${kindOfCode(texts[0])}`);
}

async function checkReadings(readings, kind, now) {
  let reason = "";
  for (const reading of readings) {
    let data;
    try {
      data = bytesOfText(reading);
    } catch (fault) {
      if (!(fault instanceof Unreadable)) throw fault;
      reason ||= fault.code;
      continue;
    }
    return checkBytes(data, kind, now);
  }
  return stopped("read", "unreadable", reason);
}

// Check `.likeness` bytes as of `now`, seconds since 1970.
async function checkBytes(data, kind, now) {
  let bundle;
  try {
    bundle = await readBundle(data);
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault;
    return whyNoBundle(data, fault);
  }
  const first = [
    step("read", "passed", `read-${kind}`),
    step("format", "passed", "format"),
    step("signature", "passed", "signature", { key: bundle.signed.digits }),
  ];
  return judgeBundle(bundle, first, now);
}

async function readBundle(data) {
  refuseUnless(data.length <= 16384, "too-large");
  const items = splitSequence(data);
  refuseUnless(items.length <= 2, "bundle-shape");
  const signed = await openStatement(items[0], "licence");
  const licence = licenceOf(signed.value);
  if (items.length === 1) return { signed, licence, accepted: null };
  const accepted = await openStatement(items[1], "acceptance");
  const says = acceptanceOf(accepted.value);
  if (says.licence !== signed.digest) throw new Tampered("acceptance-of-another-licence");
  return { signed, licence, accepted: { ...says, key: accepted.key, digits: accepted.digits } };
}

async function whyNoBundle(data, fault) {
  if (fault instanceof Tampered) return stopped("signature", "altered", fault.code);
  if ([NEWER, ZONE_NOT_HERE].includes(fault.code)) return stopped("format", "unreadable", fault.code);
  if (!looksLikeOurs(data)) return stopped("format", "other", "not-ours");
  try {
    const { kind } = await openStatement(splitSequence(data)[0]);
    if (kind !== "licence") return stopped("format", "other", "statement-of-another-kind");
  } catch (why) {
    if (!(why instanceof Unreadable)) throw why;
  }
  // Nothing is called a signed file whose signature does not hold, or that is but a part of one.
  return stopped("signature", "altered", fault.code === "statement-of-another-kind" ? "signature" : fault.code);
}

async function judgeBundle({ signed, licence, accepted }, first, now) {
  const signer = whoSigned(signed, licence, now);
  const list = await newestList(signed.key);
  const state = list === null ? "unknown" : stateIn(list, licence.statusIndex);
  const by = accepted && whose(accepted, [licence.licensee.name], now);
  const later = [
    stateStep(state, list),
    endStep(licence, now),
    signerStep(signer),
    acceptanceStep(licence, accepted, by),
    startStep(licence, now),
    statusStep(list, now),
  ];
  const answer = later.find(([answer]) => answer !== null)?.[0] ?? "valid";
  return { answer, steps: [...first, ...later.map(([, one]) => one)], licence, signer, accepted, digest: signed.digest, list };
}

function stateStep(state, list) {
  if (state === "unknown" || state === "valid") return [null, step("state", "passed", `state-${state}`)];
  return [state, step("state", "failed", `state-${state}`, { as_of: { second: list.issuedAt } })];
}

function endStep({ create, exploit, zone }, now) {
  const lasts = [create, exploit].filter((one) => one !== null).map((one) => one.last);
  if (lasts.includes(null)) return [null, step("end", "passed", "end-never")];
  const last = Math.max(...lasts);
  const fill = { on: { day: last } };
  if (dayIn(now, zone) > last) return ["expired", step("end", "failed", "end-over", fill)];
  return [null, step("end", "passed", "end-ahead", fill)];
}

function signerStep({ trust, why, name, digits, by, since, until }) {
  const known = trust !== "unknown";
  const one = step("signer", known ? "passed" : "failed", `signer-${why}`, { name, digits, by, since, until });
  return [known ? null : "unknown-signer", one];
}

function acceptanceStep(licence, accepted, who) {
  if (accepted) {
    const fill = { name: who.name, at: { second: accepted.at }, by: who.by };
    return [null, step("acceptance", "passed", `accepted-${who.trust}`, fill)];
  }
  if (licence.basis === "consent") return [null, step("acceptance", "passed", "accepted-consent")];
  return ["not-accepted", step("acceptance", "failed", "accepted-not", { name: licence.licensee.name })];
}

function startStep({ create, exploit, zone }, now) {
  const first = Math.min(...[create, exploit].filter((one) => one !== null).map((one) => one.first));
  const fill = { on: { day: first } };
  if (dayIn(now, zone) < first) return ["not-started", step("start", "failed", "start-ahead", fill)];
  return [null, step("start", "passed", "start-past", fill)];
}

function statusStep(list, now) {
  if (list === null) return ["status-old", step("status", "failed", "status-none")];
  const fill = { as_of: { second: list.issuedAt }, until: { second: list.expiresAt } };
  if (now >= list.expiresAt) return ["status-old", step("status", "failed", "status-old", fill)];
  return [null, step("status", "passed", "status-fresh", fill)];
}
