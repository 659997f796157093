"""Whatever terms may be drafted: what is decoded is what was encoded, and encodes to the same bytes."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from likeness.licence.codec_v1 import DoubleSeal, Licence, decode_licence, encode_licence, in_signed_order
from likeness.licence.terms_read import terms_from
from likeness.licence.terms_write import terms_to
from likeness.seal.canonical import decode, encode
from likeness.values import codes
from tests.fakes.licences import LIORA, terms_document

_IDS = st.from_regex(r"[A-Za-z0-9-]{1,20}", fullmatch=True)
_NAMES = st.text(
    st.characters(
        exclude_categories=("Cc", "Cs"), exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    ),
    min_size=1,
    max_size=40,
).filter(str.strip)
_DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
_COUNTS = st.integers(0, 999_999_999_999_999)
_OFFSETS = st.integers(-18 * 60, 18 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_CIVIL = st.datetimes(datetime.fromisoformat("1900-01-02"), datetime.fromisoformat("2200-01-01"), timezones=_OFFSETS)
_INSTANTS = _CIVIL.map(datetime.isoformat)


def _some(tree, *, every=False):
    sets = st.lists(st.sampled_from(tree.codes), unique=True, max_size=6)
    return st.one_of(sets, st.just(["*"])) if every else sets


def _optional(strategy):
    return st.one_of(st.none(), strategy)


@st.composite
def _spans(draw):
    first = draw(_DAYS)
    last = draw(_optional(st.integers(0, 20_000)))
    return {"from": first.isoformat(), "to": None if last is None else (first + timedelta(days=last)).isoformat()}


_PLACES = st.lists(st.sampled_from(["WORLD", "EU", "FR", "GB", "US-CA", "LATAM", "JP"]), unique=True, max_size=4)
_TERRITORIES = st.fixed_dictionaries({"include": _PLACES, "exclude": _PLACES})
_LIMITS = st.fixed_dictionaries(
    {"unit": st.sampled_from(codes.UNITS.codes), "max": _COUNTS},
    optional={"on": st.just("show"), "per": st.sampled_from(["month", "year"])},
)
_FEES = st.one_of(
    st.just({"basis": "none"}),
    st.fixed_dictionaries(
        {
            "basis": st.sampled_from(["flat", "per-use", "per-unit"]),
            "minor": _COUNTS,
            "currency": st.sampled_from(["EUR", "JPY", "KWD"]),
        },
        optional={"due_days": _COUNTS, "unit": st.sampled_from(codes.UNITS.codes)},
    ),
)
_LANGUAGES = st.lists(st.sampled_from(["en", "fr-CA", "zxx", "cmn-Hant"]), unique=True, max_size=3)
_EXCLUSIVE = st.fixed_dictionaries({"purposes": _some(codes.PURPOSES, every=True), "territory": _TERRITORIES})
_SHA256 = st.binary(min_size=32, max_size=32).map(bytes.hex)
_ANNEXES = st.fixed_dictionaries({"title": _NAMES, "sha256": _SHA256})
_GRANTORS = st.fixed_dictionaries(
    {"name": _NAMES, "capacity": st.sampled_from(codes.CAPACITIES.codes), "authority": _optional(_NAMES)}
)
_DOCUMENTS = st.fixed_dictionaries(
    {
        "performer": st.fixed_dictionaries({"id": _IDS, "name": _NAMES, "born": _optional(_DAYS.map(date.isoformat))}),
        "grantor": _GRANTORS,
        "likenesses": st.lists(_IDS, unique=True, min_size=1, max_size=3),
        "pass_on": st.one_of(st.sampled_from(["nobody", "anyone"]), st.lists(_IDS, unique=True, max_size=3)),
        "acts": _some(codes.Tree(codes.MAKING, {})),
        "purposes": _some(codes.PURPOSES, every=True),
        "media": _some(codes.MEDIA, every=True),
        "modifications": _some(codes.MODIFICATIONS, every=True),
        "forbidden_content": _some(codes.CONTENT),
        "languages": st.one_of(st.just(["*"]), _LANGUAGES),
        "territory": _TERRITORIES,
        "create": _spans(),
        "exploit": _optional(_spans()),
        "limits": st.lists(_LIMITS, max_size=3),
        "longest_seconds": _optional(_COUNTS),
        "exclusive": _optional(_EXCLUSIVE),
        "after_death": st.booleans(),
        "works_made_stay": st.booleans(),
        "strike_clause": st.booleans(),
        "approval": _optional(st.fixed_dictionaries({"needed": st.booleans()}, optional={"days": _COUNTS})),
        "withdrawal": st.fixed_dictionaries({"notice_days": st.integers(0, 36_500)}),
        "basis": st.sampled_from(["contract", "consent"]),
        "fee": _FEES,
        "notice_at": _optional(_INSTANTS),
        "description": _NAMES,
        "annexes": st.lists(_ANNEXES, max_size=2),
    }
)  # fmt: skip


@st.composite
def licences(draw):
    """Any licence that may be drafted, with Liora's key."""
    terms = in_signed_order(terms_from(terms_document(**draw(_DOCUMENTS))))
    doubles = tuple(DoubleSeal(name, "face-scan", bytes(16)) for name in terms.likenesses)
    at = datetime(2026, 2, 24, tzinfo=UTC)
    index, replaces = draw(st.integers(0, 131_071)), draw(_optional(st.binary(min_size=32, max_size=32)))
    return Licence("2026-0001", terms, doubles, at, index, LIORA.public.encoded, replaces)


@given(licences())
def test_a_licence_comes_back(licence):
    payload = encode_licence(licence)
    decoded = decode_licence(payload)
    assert decoded == licence
    assert terms_to(decoded.terms) == terms_to(licence.terms)
    assert encode_licence(decoded) == payload


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_LEAVES = st.one_of(st.booleans(), st.integers(-(2**64), 2**64 - 1), st.binary(max_size=20), _TEXTS)


def _nested(inner):
    return st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.integers(0, 2**32 - 1), inner, max_size=4))


# Six leaves never nest deeper than a payload may.
_VALUES = st.recursive(_LEAVES, _nested, max_leaves=6)


@given(_VALUES)
def test_canonical_values_come_back(value):
    assert decode(encode(value)) == value
