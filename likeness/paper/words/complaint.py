"""The sentence for an error: what happened, where, and what to do; one sentence or two, no jargon."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from likeness.errors import LikenessError
from likeness.paper.sizes import limit
from likeness.paper.wording import known_language, say, says
from likeness.values.text import shown


def sentence(fault: LikenessError, language: str = "en", *, window: bool = False) -> str:
    """Return what to tell a person; names the file, line and key as they were given.

    `window`: to somebody who sees no command line: no option of it is named, and a file by its name alone.
    """
    lang = known_language(language)
    fill = {name: _filled(lang, fault.code, name, value) for name, value in fault.params.items() if value is not None}
    room, code = next(found for found in _names_of(fault.code, window=window) if says(lang, *found))
    told = say(lang, room, code, **{**_BLANK, **fill, "code": fault.code, "key": shown(fault.key or "")})
    if fault.params.get("suggestion"):
        told += " " + say(lang, "error", "did-you-mean", suggestion=fill["suggestion"])
    if fault.params.get("known"):
        told += " " + say(lang, "error", "it-can-be", known=fill["known"])
    where = _place(fault, lang, window=window)
    return say(lang, "command", "headed", name=where, text=told) if where else told


def _filled(language: str, code: str, name: str, value: object) -> str:
    """Return what stands for a parameter: what was given as it was given, a limit or a cause as people say it."""
    if name == "cause":
        return say(language, "cause", str(value) if says(language, "cause", str(value)) else "other")
    if not isinstance(value, int) or name not in _COUNTS:
        return shown(str(value))
    if code in _IN_BYTES:
        return limit(language, value)
    from likeness.paper.names import count  # noqa: PLC0415  babel: only where there is a number

    return count(language, value)


def _names_of(code: str, *, window: bool) -> Iterator[tuple[str, str]]:
    """Give room and code of what may be said, the best first.

    The code as an error; what a check says of it, for a file that is taken in can be wrong in the same ways; the groups
    it belongs to (`cbor-too-deep`: `cbor-too`, `cbor`); and what is said otherwise.
    """
    parts = code.split("-")
    if window:
        yield "error-window", code
    yield "error", code
    yield "check", code
    yield from (("error", "-".join(parts[:count])) for count in range(len(parts) - 1, 0, -1))
    yield "error", "unknown"


def _place(fault: LikenessError, language: str, *, window: bool) -> str:
    parts = []
    if fault.file:
        parts.append(shown(PurePath(fault.file).name if window else fault.file))
    if fault.line:
        parts.append(say(language, "error", "place-line", line=fault.line))
    if fault.key:
        parts.append(shown(fault.key))
    return ", ".join(parts)


_COUNTS = ("most", "least", "length")
_IN_BYTES = ("too-large",)  # codes whose `most` counts bytes
_BLANK = dict.fromkeys(
    ("value", "expected", "most", "least", "length", "name", "column", "version", "found", "wanted", "cause"), ""
)
