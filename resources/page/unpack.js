// Small readers of packed values: each takes one CBOR value and returns it, or refuses it.
// A number that a newer version may know refuses the licence as made by one; everything else is a fault.

const NEWER = "made-by-newer-version";
const ZONE_NOT_HERE = "zone-not-here";
const LARGEST = 999999999999999;

function whole(most = LARGEST, least = 0) {
  return (value) => {
    refuseUnless(Number.isInteger(value) && value >= least && value <= most, "number-out-of-range");
    return value;
  };
}

const day = whole(2932896, -719162); // days since 1970; the years 1 to 9999
const second = whole(253402214399, -62135510400); // a day from both ends of the calendar: every zone can tell it

function truth(value) {
  refuseUnless(typeof value === "boolean", "field-type");
  return value;
}

function raw(count) {
  return (value) => {
    refuseUnless(value instanceof Uint8Array && value.length === count, "bad-length");
    return hexOf(value);
  };
}

function plain(value) {
  refuseUnless(typeof value === "string", "field-type");
  return value;
}

function matching(pattern, code) {
  return (value) => {
    refuseUnless(pattern.test(plain(value)), code);
    return value;
  };
}

const FORBIDDEN = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

function text(most) {
  return (value) => {
    refuseUnless(!FORBIDDEN.test(plain(value)), "forbidden-character");
    refuseUnless(value.normalize("NFC") === value, "licence-not-canonical");
    refuseUnless(value.replace(/\uFEFF/g, "x").trim() !== "" && [...value].length <= most, "empty-text");
    return value;
  };
}

const personName = text(200);
const id = matching(/^[A-Za-z0-9-]{1,80}$/, "bad-id");
const languageTag = (value) => {
  matching(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, "unknown-language")(value);
  refuseUnless(!["und", "mul"].includes(value.toLowerCase().split("-")[0]), "unknown-language");
  return value;
};
const placeCode = (value) => {
  const part = /^([A-Z]{2})-[A-Z0-9]{1,3}$/.exec(plain(value));
  const known = DATA.groups.includes(value) || DATA.countries.includes(part ? part[1] : value);
  refuseUnless(known, "unknown-territory");
  return value;
};
const currency = (value) => {
  refuseUnless(Object.hasOwn(DATA.digits, plain(value)), "unknown-currency");
  return value;
};
const percentage = (value) => {
  matching(/^[0-9]{1,3}(\.[0-9]{1,4})?$/, "bad-percent")(value);
  refuseUnless(Number(value) <= 100, "bad-percent");
  return value;
};
// A browser takes any letter case and offsets as zones, and may lack one that is younger than itself: that is no fault
// of the paper, so it is not called altered.
const zoneName = (value) => {
  refuseUnless(DATA.zones.includes(text(64)(value)), "unknown-zone");
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
  } catch {
    throw new Unreadable(ZONE_NOT_HERE);
  }
  return value;
};

function isNumber(value) {
  return typeof value === "number" || typeof value === "bigint";
}

function choice(table) {
  return (value) => {
    refuseUnless(isNumber(value), "field-type");
    refuseUnless(value >= 0 && value < DATA.tables[table].length, NEWER);
    return DATA.tables[table][value];
  };
}

// A set of codes as a bit mask, the first code of the table being bit 0; true is every code, future ones too.
function bits(table, { every = true } = {}) {
  return (value) => {
    refuseUnless(value !== true || every, "unknown-code");
    if (value === true) return ["*"];
    refuseUnless(isNumber(value), "field-type");
    const codes = DATA.tables[table];
    refuseUnless(value >= 0 && value < 2 ** codes.length, NEWER);
    return codes.filter((_, place) => Math.floor(value / 2 ** place) % 2 === 1);
  };
}

function listOf(read, { most = 200, once = false } = {}) {
  return (value) => {
    refuseUnless(Array.isArray(value) && value.length <= most, "field-type");
    const found = value.map(read);
    refuseUnless(!once || new Set(found).size === found.length, "named-twice");
    return found;
  };
}

// A map with small numbers as keys. A part without `otherwise` must be there; one equal to it must be left out.
function record(parts) {
  const known = new Map(parts.map((part) => [part[0], part]));
  return (value) => {
    refuseUnless(value instanceof Map, "field-type");
    refuseUnless([...value.keys()].every((key) => known.has(key)), NEWER);
    const found = {};
    for (const [number, label, read, otherwise] of parts) {
      if (value.has(number)) {
        found[label] = read(value.get(number));
        const written = JSON.stringify(found[label]) === JSON.stringify(otherwise);
        refuseUnless(!written, "licence-not-canonical");
      } else {
        refuseUnless(otherwise !== undefined, "key-missing");
        found[label] = otherwise;
      }
    }
    return found;
  };
}

function checked(read, holds, code) {
  return (value) => {
    const found = read(value);
    refuseUnless(holds(found), code);
    return found;
  };
}
