// The text inside a code: `LIK1:` and base45 (RFC 9285), or an address whose fragment is one decimal number.
// Each form of the same bytes is one text; every other spelling is refused. The address is never asked.

const BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
const ADDRESS = /^HTTPS:\/\/[A-Z0-9.-]{1,100}(:[0-9]{1,5})?\/V#([1-9][0-9]{0,7200})$/;
const MOST_BYTES = 2953;
const LINE_ENDS = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;
const LEADING = /^[\s\x1c-\x1f\x85]+/; // what a paste may bring before the code: all that Python calls blank, and the mark of UTF-8

function bytesIn(text) {
  return new TextEncoder().encode(text).length;
}

function isOurs(text) {
  return text.startsWith("LIK1:") || ADDRESS.test(text);
}

function bytesOfText(text) {
  if (text.startsWith("LIK1:")) return base45Bytes(text.slice(5));
  const match = ADDRESS.exec(text);
  refuseUnless(match !== null, "qr-not-ours");
  return decimalBytes(match[2]);
}

function base45Bytes(text) {
  refuseUnless(!/[^0-9A-Z $%*+\-./:]/.test(text), "qr-character");
  refuseUnless(text.length % 3 !== 1 && text.length <= Math.floor((MOST_BYTES * 3) / 2) + 1, "qr-length");
  const out = [];
  for (let at = 0; at < text.length; at += 3) {
    const places = Array.from(text.slice(at, at + 3), (letter) => BASE45.indexOf(letter));
    const number = places.reduce((sum, value, place) => sum + value * 45 ** place, 0);
    refuseUnless(number < 256 ** (places.length - 1), "qr-group");
    out.push(...(places.length === 3 ? [number >> 8, number & 255] : [number]));
  }
  return new Uint8Array(out);
}

function decimalBytes(digits) {
  const hex = BigInt(digits).toString(16);
  const bytes = bytesOf(hex.length % 2 ? `0${hex}` : hex);
  refuseUnless(bytes.length <= MOST_BYTES, "qr-too-long");
  return bytes;
}

// The codes of ours in a pasted text, each as the ways in which it may be meant: as it is, without blanks at its end, and
// up to the first empty line, for what follows that may belong to the mail. A code begins where the text or a line of it
// begins as ours do; a mail program may have broken it into lines.
function pastedCodes(text) {
  if (bytesIn(text) > 20000) return [];
  const groups = [];
  for (const line of text.replace(LEADING, "").split(LINE_ENDS)) {
    const begins = /^[ \t]*(LIK1:|HTTPS:\/\/)/.test(line);
    if (groups.length === 0 || begins) groups.push([]);
    groups[groups.length - 1].push(line);
  }
  return groups.map((lines) => [...new Set(readingsOf(lines))].filter(isOurs)).filter((one) => one.length);
}

function readingsOf(lines) {
  const empty = lines.findIndex((line) => /^[ \t]*$/.test(line));
  const before = empty < 0 ? lines : lines.slice(0, empty);
  const joined = [lines, before].map((some) => some.join("").replace(/^[ \t]+/, ""));
  return joined.flatMap((one) => [one, one.replace(/[ \t]+$/, "")]);
}
