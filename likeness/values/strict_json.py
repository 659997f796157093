"""JSON as FORMAT wants it: UTF-8, no duplicate keys, no NaN, integers of at most 15 digits, a place for each fault.

`read_json` gives plain Python values; `Fields` walks an object, asks for its keys and refuses those nobody asked for.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, TypeVar

from likeness.errors import Unreadable

T = TypeVar("T")
D = TypeVar("D")
MOST_BYTES = 64 * 1024 * 1024
LARGEST_INT = 999_999_999_999_999  # 15 digits (FORMAT section 7, "Names and ids")
_DEEPEST = 64
_MISSING = object()


def read_json(data: bytes | str, *, file: str | None = None) -> Any:
    """Return the value of a JSON document, or raise Unreadable naming the line or the key."""
    if len(data) > MOST_BYTES:
        raise Unreadable("too-large", file=file, most=MOST_BYTES)
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
        text.encode("utf-8")
    except UnicodeError as why:
        raise Unreadable("not-utf8", file=file) from why
    _refuse_depth(text, file)
    try:
        value = json.loads(
            text, object_pairs_hook=_object, parse_constant=_constant, parse_int=_integer, parse_float=_number
        )
        _refuse_surrogates(value)
    except Unreadable as fault:
        raise fault.at(file=file) from None
    except json.JSONDecodeError as why:
        raise Unreadable("json-syntax", file=file, line=why.lineno, column=why.colno) from why
    return value


def _refuse_depth(text: str, file: str | None) -> None:
    """Refuse nesting beyond `_DEEPEST` before the parser recurses into it."""
    depth, in_string, escaped = 0, False, False
    for character in text if text.count("[") + text.count("{") > _DEEPEST else "":
        if in_string:
            if escaped:
                escaped = False
            elif character == "\\":
                escaped = True
            elif character == '"':
                in_string = False
        elif character == '"':
            in_string = True
        elif character in "[{":
            depth += 1
            if depth > _DEEPEST:
                raise Unreadable("json-too-deep", file=file, most=_DEEPEST)
        elif character in "]}":
            depth -= 1


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            raise Unreadable("json-duplicate-key", key=key)
        seen[key] = value
    return seen


def _constant(name: str) -> object:
    raise Unreadable("json-not-a-number", value=name)


def _integer(text: str) -> int:
    if len(text.lstrip("-")) > 15:
        raise Unreadable("number-too-large", value=text[:20])
    return int(text)


def _number(text: str) -> float:
    value = float(text) if len(text) <= 64 else float("inf")
    if value in (float("inf"), float("-inf")):
        raise Unreadable("number-too-large", value=text[:20])
    return value


def _refuse_surrogates(value: object) -> None:
    """Refuse text that is no Unicode: an escape may hide half of a pair."""
    texts = [value]
    while texts:
        item = texts.pop()
        if isinstance(item, str):
            try:
                item.encode("utf-8")
            except UnicodeError as why:
                raise Unreadable("forbidden-character", value=ascii(item)[:40]) from why
        elif isinstance(item, dict):
            texts += [*item.keys(), *item.values()]
        elif isinstance(item, list):
            texts += item


class Fields:
    """The keys of one JSON object at `path`; `done` refuses keys that nobody asked for."""

    def __init__(self, value: object, path: str = "", *, file: str | None = None) -> None:
        if not isinstance(value, dict):
            raise Unreadable("not-an-object", file=file, key=path or None)
        self._value: dict[str, Any] = value
        self._path = path
        self._asked: list[str] = []

    def key(self, name: str) -> str:
        """Return the full name of a key, such as ``project.id``."""
        return f"{self._path}.{name}" if self._path else name

    def need(self, name: str, read: Callable[[Any, str], T]) -> T:
        """Read a key that must be there and not null."""
        value = self._take(name)
        if value is _MISSING or value is None:
            raise Unreadable("key-missing", key=self.key(name))
        return read(value, self.key(name))

    def may(self, name: str, read: Callable[[Any, str], T], default: D) -> T | D:
        """Read a key that may be left out or null."""
        value = self._take(name)
        return default if value is _MISSING or value is None else read(value, self.key(name))

    def done(self) -> None:
        """Refuse every key that was not asked for, with the nearest known one as a suggestion."""
        for name in self._value:
            if name not in self._asked:
                near = get_close_matches(name, self._asked, 1)
                raise Unreadable("unknown-key", key=self.key(name), suggestion=near[0] if near else None)

    def _take(self, name: str) -> object:
        self._asked.append(name)
        return self._value.get(name, _MISSING)


def whole(value: object, key: str, *, least: int = 0, most: int = LARGEST_INT) -> int:
    """Read an integer between `least` and `most`."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise Unreadable("not-a-whole-number", key=key, value=str(value)[:40])
    if not least <= value <= most:
        raise Unreadable("number-out-of-range", key=key, value=value, least=least, most=most)
    return value


def truth(value: object, key: str) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise Unreadable("not-true-or-false", key=key)
    return value


def listing(value: object, key: str, read: Callable[[Any, str], T], *, most: int = 10_000) -> tuple[T, ...]:
    """Read a list, each member by `read`."""
    if not isinstance(value, list):
        raise Unreadable("not-a-list", key=key)
    if len(value) > most:
        raise Unreadable("list-too-long", key=key, most=most)
    return tuple(read(item, f"{key}[{index}]") for index, item in enumerate(value))
