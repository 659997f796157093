// Whose key it is, and whether it may sign this (likeness.verifier.book and trust, on facts that came with the page).
//
// 1. A card on the page stands for a key under one name, and so does a vouching within its dates; a licence or an
//    acceptance in another name stays unknown.
// 2. Whom a performer appointed signs within a delegation of a key of hers that is known under her name.
// 3. An estate speaks with the key that the performer named, from her death on; hers then speaks no more.

const BY_APPOINTMENT = ["agent", "lawyer"];

function whose({ key, digits }, names, now) {
  const card = DATA.cards.find((one) => one.key === key && names.includes(one.name));
  if (card) return { name: card.name, digits, trust: "confirmed", why: card.why };
  const inTime = ({ since, until, ended }) => since <= now && now < until && (ended === null || now < ended);
  const vouched = DATA.vouched.find((one) => Object.hasOwn(one.keys, key) && names.includes(one.name) && inTime(one));
  if (!vouched) return { name: names[0], digits, trust: "unknown", why: "unknown" };
  const { name, by, since, until } = vouched;
  return { name, digits, trust: "vouched", why: "vouched", by, since: { second: since }, until: { second: until } };
}

function whoSigned(signed, licence, now) {
  const { grantor, performer } = licence;
  const direct = whose(signed, [grantor.name, performer.name], now);
  const herself = whose(signed, [performer.name], now).trust !== "unknown";
  if (BY_APPOINTMENT.includes(grantor.capacity) && !herself) return appointed(signed, licence, direct, now);
  if (direct.trust === "unknown" && grantor.capacity === "estate") return heir(signed, licence, direct, now);
  const died = Object.hasOwn(DATA.died, signed.key) ? DATA.died[signed.key] : null;
  if (died === null || licence.issuedAt < died) return direct;
  return { ...direct, trust: "unknown", why: "died", since: { second: died } };
}

// Look for a delegation that covers the licence; without one, say whether there is one that does not.
function appointed({ key, digits }, licence, direct, now) {
  const { grantor, performer } = licence;
  const byHer = ({ keys, of }) => Object.hasOwn(keys, key) && whose({ key: of }, [performer.name], now).trust !== "unknown";
  const given = DATA.delegations.filter(byHer);
  const found = { name: grantor.name, digits, by: performer.name };
  const takenBack = ({ ended }) => ended !== null && licence.issuedAt >= ended;
  if (given.some((one) => !takenBack(one) && outside(one, licence) === null)) {
    return { ...found, trust: direct.trust === "confirmed" ? "confirmed" : "vouched", why: "delegated" };
  }
  return { ...found, trust: "unknown", why: given.length ? "outside-delegation" : "no-delegation" };
}

// Look for the estate that the performer named and that has begun to speak.
function heir({ key, digits }, { grantor, performer, issuedAt }, direct, now) {
  const speaks = ({ keys, of, since }) =>
    Object.hasOwn(keys, key) && issuedAt >= since && whose({ key: of }, [performer.name], now).trust !== "unknown";
  const found = DATA.estates.find(speaks);
  if (!found) return direct;
  const since = { second: found.since };
  return { name: grantor.name, digits, trust: "vouched", why: "estate", by: performer.name, since };
}
