"""Readers of single values in terms: each takes a JSON value and its key, and returns it or raises Unreadable there."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from likeness.errors import Unreadable
from likeness.licence import coherent
from likeness.licence import terms as t
from likeness.licence.zones import known_zone
from likeness.values import codes
from likeness.values.days import Span, parse_day
from likeness.values.languages import is_language
from likeness.values.money import digits
from likeness.values.strict_json import Fields, listing, whole
from likeness.values.territories import is_territory
from likeness.values.text import clean_id, clean_text
from likeness.values.unknown import unknown_code

T = TypeVar("T")
_NAME = 200
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_PERCENT = re.compile(r"\d{1,3}(\.\d{1,4})?", re.ASCII)
_PUBLIC_ID = re.compile(r"[\x21-\x7e]{1,120}", re.ASCII)
MOST_LIKENESSES = 8
LONGEST_NOTICE = 36_500  # days
OLDEST = 200


def name(value: object, key: str) -> str:
    return clean_text(value, key, most=_NAME)


def description(value: object, key: str) -> str:
    return clean_text(value, key, most=t.LONGEST_DESCRIPTION)


def notice_days(value: object, key: str) -> int:
    return whole(value, key, most=LONGEST_NOTICE)


def code(tree: codes.Tree) -> Callable[[object, str], str]:
    def read(value: object, key: str) -> str:
        if not isinstance(value, str) or value not in tree:
            raise unknown_code(value, key, tree.codes)
        return value

    return read


def list_of(read: Callable[[object, str], T]) -> Callable[[object, str], tuple[T, ...]]:
    return lambda value, key: listing(value, key, read, most=200)


def codes_of(tree: codes.Tree, *, every: bool = False) -> Callable[[object, str], tuple[str, ...]]:
    def read(value: object, key: str) -> tuple[str, ...]:
        if every and value == [codes.EVERY]:
            return (codes.EVERY,)
        return coherent.once(listing(value, key, code(tree)), key)

    return read


def pass_on(value: object, key: str) -> str | tuple[str, ...]:
    if value in (t.NOBODY, t.EVERYONE):
        return str(value)
    if isinstance(value, str):
        raise unknown_code(value, key, (t.NOBODY, t.EVERYONE))
    return coherent.once(listing(value, key, clean_id), key) or t.NOBODY


def likenesses(value: object, key: str) -> tuple[str, ...]:
    return coherent.likenesses(listing(value, key, clean_id, most=MOST_LIKENESSES), key)


def public_id(value: object, key: str) -> str:
    if not isinstance(value, str) or not _PUBLIC_ID.fullmatch(value):
        raise Unreadable("bad-public-id", key=key, value=str(value)[:60])
    return value


def place(value: object, key: str) -> str:
    if not isinstance(value, str) or not is_territory(value):
        known = isinstance(value, str) and is_territory(value.upper())
        raise Unreadable(
            "unknown-territory",
            key=key,
            value=str(value)[:60],
            suggestion=str(value).upper() if known else None,
        )
    return value


def languages(value: object, key: str) -> tuple[str, ...]:
    if value == [codes.EVERY]:
        return (codes.EVERY,)
    return coherent.once(listing(value, key, language), key)


def language(value: object, key: str) -> str:
    if not isinstance(value, str) or not (is_language(value)):
        raise Unreadable("unknown-language", key=key, value=str(value)[:60])
    return value


def age(value: object, key: str) -> tuple[int, int]:
    f = Fields(value, key)
    youngest = f.need("from", lambda v, k: whole(v, k, most=OLDEST))
    oldest = f.need("to", lambda v, k: whole(v, k, most=OLDEST))
    f.done()
    return coherent.ages(youngest, oldest, key)


def span(value: object, key: str) -> Span:
    f = Fields(value, key)
    first = f.need("from", parse_day)
    last: date | None = f.may("to", parse_day, None)
    f.done()
    return coherent.span(first, last, key)


def zone(value: object, key: str) -> str:
    return known_zone(clean_text(value, key, most=64), key)


def currency(value: object, key: str) -> str:
    try:
        digits(str(value))
    except Unreadable as fault:
        fault.key = key
        raise
    return str(value)


def percent(value: object, key: str) -> str:
    if not isinstance(value, str) or not _PERCENT.fullmatch(value) or Decimal(value) > 100:
        raise Unreadable("bad-percent", key=key, value=str(value)[:20])
    return value


def sha256(value: object, key: str) -> str:
    if not isinstance(value, str) or not _SHA256.fullmatch(value):
        raise Unreadable("bad-fingerprint", key=key)
    return value
