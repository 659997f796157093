// What a code is that is none of ours, by its first characters. It is named and nothing more: no address is opened.

const FOREIGN = DATA.foreign.map(([kind, begins, flags]) => [kind, new RegExp(begins, flags)]);

function kindOfCode(text) {
  const start = text.slice(0, 8000).replace(/^[ \t\r\n\uFEFF]+/, "");
  return FOREIGN.find(([, begins]) => begins.test(start))?.[0] ?? "text";
}

// What a pasted text is meant for, as the reason of a step; bytes that nobody could paste are just not ours.
function foreignReason(text) {
  const kind = text.length > 8000 ? null : kindOfCode(text);
  const plain = !/[\p{C}\u2028\u2029\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u.test(text) || text.includes("\n");
  return kind === null || (kind === "text" && !plain) ? "not-ours" : `code-${kind}`;
}
