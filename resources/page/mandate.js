// What a delegation does not cover (likeness.licence.mandates.outside, term by term).

const covers = (allowed, asked) => (allowed.length === 1 && allowed[0] === "*") || asked.every((one) => allowed.includes(one));

// Compare the sum of the fee; a share of an income has no sum, so nobody can say that it is small enough.
function affordable({ most, currency }, { fee }) {
  if (fee.basis === "none") return true;
  return fee.minor !== null && fee.currency === currency && fee.minor <= most;
}

// The first thing of a licence that a delegation does not cover, or null. The instant of signing counts, not that of the
// check: what was signed in its time stays good.
function outside(delegation, licence) {
  const { since, until, likenesses, licensees, acts } = delegation;
  const passedTo = licence.passOn === "anyone" ? ["anyone"] : licence.passOn;
  const covered = [
    ["time", since <= licence.issuedAt && licence.issuedAt < until],
    ["likeness", covers(likenesses, licence.doubles.map(({ id }) => id))],
    ["licensee", covers(licensees, [licence.licensee.id])],
    ["pass-on", covers(licensees, passedTo)],
    ["act", covers(acts, licence.acts)],
    ["fee", affordable(delegation, licence)],
  ];
  return covered.find(([, holds]) => !holds)?.[0] ?? null;
}
