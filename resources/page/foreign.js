// What a code is that is none of ours, by its first characters. It is named and nothing more: no address is opened.

const FOREIGN = DATA.foreign.map(([kind, begins, flags]) => [kind, new RegExp(begins, flags)]);

function kindOfCode(text) {
  const start = text.slice(0, 8000).replace(/^[ \t\r\n\uFEFF]+|[ \t\r\n\uFEFF]+$/g, "");
  return FOREIGN.find(([, begins]) => begins.test(start))?.[0] ?? "text";
}

// What a pasted text is meant for, as the reason of a step; bytes that nobody could paste are just not ours.
function foreignReason(text) {
  const kind = bytesIn(text) > 8000 ? null : kindOfCode(text);
  const noText = /[\x00-\x08\x0e-\x1f\x7f-\x9f]/.test(text);
  return kind === null || (kind === "text" && noText) ? "not-ours" : `code-${kind}`;
}
