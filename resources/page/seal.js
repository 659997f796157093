// Signed statements: COSE_Sign1 in its one strict shape (RFC 9052 4.2), ECDSA P-256 with SHA-256 (RFC 9864 ESP256).
//
// 1. Tag 18, four members, protected header exactly {1: -9, 4: key id}, unprotected header empty.
// 2. The kind stands in the payload and in the external data that is signed along.
// 3. s is in its low form. The key is a 33-byte compressed point; its name is the RFC 9679 thumbprint.

const FIELD = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const CURVE_B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
const PROTECTED = bytesOf("a201280448");
const OUR_HEAD = joinBytes(bytesOf("d2844d"), PROTECTED);
const SIG_STRUCTURE = joinBytes(bytesOf("846a"), new TextEncoder().encode("Signature1"));

function numberOf(bytes) {
  return BigInt(`0x${hexOf(bytes) || "0"}`);
}

function powerOf(start, exponent, modulus) {
  let result = 1n;
  let square = start % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

// The whole point of a compressed one (SEC 1 2.3.4): 0x04, x, y.
function wholePoint(key) {
  refuseUnless(key instanceof Uint8Array && key.length === 33 && (key[0] === 2 || key[0] === 3), "bad-public-key");
  const x = numberOf(key.subarray(1));
  refuseUnless(x < FIELD, "bad-public-key");
  const square = (x * x * x + (FIELD - 3n) * x + CURVE_B) % FIELD;
  const root = powerOf(square, (FIELD + 1n) / 4n, FIELD);
  refuseUnless((root * root) % FIELD === square, "bad-public-key");
  const y = (root & 1n) === BigInt(key[0] & 1) ? root : FIELD - root;
  return joinBytes(bytesOf("04"), key.subarray(1), bytesOf(y.toString(16).padStart(64, "0")));
}

async function sha256(bytes) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

async function thumbprint(key) {
  const point = wholePoint(key);
  const parts = [bytesOf("a401022001215820"), point.subarray(1, 33), bytesOf("225820"), point.subarray(33)];
  return sha256(joinBytes(...parts));
}

// A key as people compare it: six groups of five digits.
async function digitsOf(key) {
  const text = (numberOf(await thumbprint(key)) % 10n ** 30n).toString().padStart(30, "0");
  return text.match(/.{5}/g).join(" ");
}

async function signedBy(key, signature, message) {
  const r = numberOf(signature.subarray(0, 32));
  const s = numberOf(signature.subarray(32));
  if (!(r > 0n && r < ORDER && s > 0n && s <= ORDER / 2n)) return false;
  const kind = { name: "ECDSA", namedCurve: "P-256" };
  const point = await crypto.subtle.importKey("raw", wholePoint(key), kind, false, ["verify"]);
  return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, point, signature, message);
}

// Read one statement, of a wanted kind if one is named, and check that the key it names signed it. `value` is its payload.
async function openStatement(data, wanted = null) {
  refuseUnless(data[0] === 0xd2, "envelope-not-tagged");
  const members = decodeCbor(data.subarray(1));
  refuseUnless(Array.isArray(members) && members.length === 4, "envelope-shape");
  const [head, unprotected, payload, signature] = members;
  const strings = [head, payload, signature].every((one) => one instanceof Uint8Array);
  refuseUnless(strings && unprotected instanceof Map && unprotected.size === 0, "envelope-shape");
  refuseUnless(signature.length === 64 && head.length === 13, "envelope-signature-length");
  refuseUnless(sameBytes(head.subarray(0, 5), PROTECTED), "envelope-protected-header");
  const value = decodeCbor(payload);
  refuseUnless(value instanceof Map && [1, 2, 5].every((key) => value.has(key)), "statement-shape");
  const kind = DATA.kinds.find((one) => one.number === value.get(2));
  refuseUnless(kind !== undefined, "statement-of-unknown-kind");
  refuseUnless(wanted === null || kind.name === wanted, "statement-of-another-kind");
  const key = value.get(5);
  const name = await thumbprint(key);
  const aad = new TextEncoder().encode(kind.aad);
  const message = joinBytes(SIG_STRUCTURE, cborBytes(head), cborBytes(aad), cborBytes(payload));
  const whole = sameBytes(head.subarray(5), name.subarray(0, 8)) && (await signedBy(key, signature, message));
  if (!whole) throw new Tampered("signature");
  return { kind: kind.name, value, key: hexOf(key), digest: hexOf(await sha256(data)), digits: await digitsOf(key) };
}

// Ours begin alike; one byte may differ, so that an altered one is told from a foreign thing. A health pass is foreign.
function looksLikeOurs(data) {
  const head = data.subarray(0, OUR_HEAD.length);
  const near = head.length === OUR_HEAD.length && head.filter((byte, place) => byte !== OUR_HEAD[place]).length <= 1;
  return near && hexOf(head) !== "d2844da201260448";
}
