// Status lists that came with the page: 2 bits a licence, the lowest bits of a byte first, zlib (Token Status List 4).

const STATES = ["valid", "withdrawn", "suspended", "replaced"];
const LIST_BYTES = 32768;

async function inflate(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  const whole = new Uint8Array(await new Response(stream).arrayBuffer());
  refuseUnless(whole.length === LIST_BYTES, "status-list-packing");
  return whole;
}

// The newest list that speaks for a key; null without one, or where it cannot be read: then nothing is known.
async function newestList(key) {
  if (!Object.hasOwn(DATA.lists, key)) return null;
  try {
    const { value } = await openStatement(bytesOf(DATA.lists[key]), "status-list");
    const says = statusListOf(value);
    return { ...says, entries: await inflate(says.packed) };
  } catch (why) {
    if (why instanceof Unreadable || why instanceof TypeError) return null; // inflating fails with a TypeError
    throw why;
  }
}

function stateIn(list, index) {
  return STATES[(list.entries[index >> 2] >> ((index & 3) * 2)) & 3];
}
