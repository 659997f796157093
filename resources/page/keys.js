// The keys that the page knows, as it lists them: by a card, by a vouching, within a delegation, as an estate.

// The name under which the page knows a performer's key.
function nameOf(key) {
  const named = DATA.cards.find((one) => one.key === key) ?? DATA.vouched.find(({ keys }) => Object.hasOwn(keys, key));
  return named.name;
}

const sooner = (until, ended) => (ended === null ? until : Math.min(until, ended));

function keyLine(digits, code, fill) {
  const line = document.createElement("li");
  line.append(sentence("span", "page", code, fill), element("code", digits));
  return line;
}

function keyLines() {
  const each = (keys, code, fill) => Object.values(keys).map((digits) => keyLine(digits, code, fill));
  return [
    ...DATA.cards.map(({ name, role, digits }) => keyLine(digits, "key-card", { name, role: word("role", role) })),
    ...DATA.vouched.flatMap(({ name, keys, by, until, ended }) =>
      each(keys, "key-vouched", { name, by, until: { second: sooner(until, ended) } })),
    ...DATA.delegations.flatMap(({ name, keys, of, until, ended }) =>
      each(keys, "key-delegated", { name, by: nameOf(of), until: { second: sooner(until, ended) } })),
    ...DATA.estates.flatMap(({ name, keys, of, since }) =>
      each(keys, "key-estate", { name, by: nameOf(of), since: { second: since } })),
  ];
}
