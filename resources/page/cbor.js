// Deterministic CBOR: one value has one sequence of bytes, and every other sequence is refused (FORMAT, RFC 8949 4.2.1).
//
// 1. Whole numbers, bytes, text, lists, true and false, and maps whose keys are whole numbers from 0.
// 2. Definite lengths, shortest heads, keys in order and only once. No tags, floats, null.
// 3. Nothing before, nothing after. The same rules as likeness.seal.canonical.

class Unreadable extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}
class Tampered extends Unreadable {}

const DEEPEST = 8;
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function refuseUnless(holds, code) {
  if (!holds) throw new Unreadable(code);
}

function readHead(bytes, at) {
  refuseUnless(at < bytes.length, "cbor-cut-short");
  const major = bytes[at] >> 5;
  const extra = bytes[at] & 31;
  refuseUnless(major < 6, "cbor-forbidden-type");
  if (extra < 24) return { major, argument: extra, end: at + 1 };
  const width = { 24: 1, 25: 2, 26: 4, 27: 8 }[extra];
  refuseUnless(width !== undefined, "cbor-indefinite-length");
  const end = at + 1 + width;
  refuseUnless(end <= bytes.length, "cbor-cut-short");
  let argument = 0n;
  for (const byte of bytes.subarray(at + 1, end)) argument = (argument << 8n) | BigInt(byte);
  refuseUnless(argument >= (width === 1 ? 24n : 1n << BigInt(4 * width)), "cbor-not-shortest");
  const small = argument <= BigInt(Number.MAX_SAFE_INTEGER);
  return { major, argument: small ? Number(argument) : argument, end };
}

// Numbers beyond 2^53 stay BigInt: no term of a licence is as large, so whoever wants a number refuses them.
function negative(argument) {
  return typeof argument === "bigint" ? -1n - argument : -1 - argument;
}

function readItem(bytes, at, depth = DEEPEST) {
  if (bytes[at] === 0xf4 || bytes[at] === 0xf5) return { value: bytes[at] === 0xf5, end: at + 1 };
  const { major, argument, end } = readHead(bytes, at);
  if (major < 2) return { value: major ? negative(argument) : argument, end };
  refuseUnless(argument <= bytes.length - end, "cbor-cut-short");
  if (major === 2) return { value: bytes.subarray(end, end + argument), end: end + argument };
  if (major === 3) return { value: readText(bytes.subarray(end, end + argument)), end: end + argument };
  refuseUnless(depth > 0, "cbor-too-deep");
  return major === 4 ? readList(bytes, argument, end, depth - 1) : readMap(bytes, argument, end, depth - 1);
}

function readText(bytes) {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new Unreadable("cbor-syntax");
  }
}

function readList(bytes, count, start, depth) {
  const value = [];
  let at = start;
  for (let n = 0; n < count; n += 1) {
    const item = readItem(bytes, at, depth);
    value.push(item.value);
    at = item.end;
  }
  return { value, end: at };
}

function readMap(bytes, count, start, depth) {
  const value = new Map();
  let at = start;
  let before = -1;
  for (let n = 0; n < count; n += 1) {
    const key = readHead(bytes, at);
    refuseUnless(key.major === 0 && key.argument < 2 ** 32, "cbor-bad-key");
    refuseUnless(key.argument > before, "cbor-key-order");
    before = key.argument;
    const item = readItem(bytes, key.end, depth);
    value.set(key.argument, item.value);
    at = item.end;
  }
  return { value, end: at };
}

function decodeCbor(bytes) {
  const { value, end } = readItem(bytes, 0);
  refuseUnless(end === bytes.length, "cbor-not-canonical");
  return value;
}

// Cut a sequence of statements (RFC 8742): each is a tagged COSE_Sign1.
function splitSequence(bytes) {
  const items = [];
  for (let at = 0; at < bytes.length; ) {
    refuseUnless(items.length < 4, "cbor-too-many-items");
    const { end } = readItem(bytes, bytes[at] === 0xd2 ? at + 1 : at);
    items.push(bytes.subarray(at, end));
    at = end;
  }
  refuseUnless(items.length > 0, "cbor-cut-short");
  return items;
}

function cborBytes(bytes) {
  const size = bytes.length;
  const head = size < 24 ? [0x40 + size] : size < 256 ? [0x58, size] : [0x59, size >> 8, size & 255];
  return joinBytes(new Uint8Array(head), bytes);
}

function joinBytes(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function sameBytes(one, other) {
  return one.length === other.length && one.every((byte, place) => byte === other[place]);
}

function hexOf(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function bytesOf(hex) {
  return new Uint8Array(hex.match(/../g)?.map((pair) => parseInt(pair, 16)) ?? []);
}
