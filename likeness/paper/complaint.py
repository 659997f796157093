"""The sentence for an error: what happened, where, and what to do; one sentence or two, no jargon."""

from __future__ import annotations

from likeness.errors import LikenessError
from likeness.paper.wording import known_language, say, says
from likeness.values.text import shown


def sentence(fault: LikenessError, language: str = "en") -> str:
    """Return what to tell a person; names the file, line and key as they were given."""
    lang = known_language(language)
    fill = {name: shown(str(value)) for name, value in fault.params.items() if value is not None}
    code = next(code for code in _names_of(fault.code) if says(lang, "error", code))
    told = say(lang, "error", code, **{**_BLANK, **fill, "code": fault.code, "key": shown(fault.key or "")})
    if fault.params.get("suggestion"):
        told += " " + say(lang, "error", "did-you-mean", suggestion=fill["suggestion"])
    where = _place(fault, lang)
    return f"{where} {told}" if where else told


def _names_of(code: str) -> tuple[str, ...]:
    """Return a code, the groups it belongs to (`cbor-too-deep`: `cbor-too`, `cbor`), and what is said otherwise."""
    parts = code.split("-")
    return (*("-".join(parts[:count]) for count in range(len(parts), 0, -1)), "unknown")


def _place(fault: LikenessError, language: str) -> str:
    parts = []
    if fault.file:
        parts.append(shown(fault.file))
    if fault.line:
        parts.append(say(language, "error", "place-line", line=fault.line))
    if fault.key:
        parts.append(shown(fault.key))
    return ", ".join(parts) + ":" if parts else ""


_BLANK = dict.fromkeys(
    ("value", "expected", "most", "least", "length", "name", "column", "version", "found", "wanted"), ""
)
