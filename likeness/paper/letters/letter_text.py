"""A letter as plain text to paste into a message: the same facts in the same order as on the page."""

from __future__ import annotations

from collections.abc import Iterator

from likeness.paper.letters.letter import Letter, Section, Table
from likeness.paper.wording import say

_BLANK = "_" * 30


def letter_text(letter: Letter) -> str:
    """Return the text, lines ended by a line feed, with one at its end."""
    blocks = [
        "\n".join(letter.sender),
        "\n".join(letter.recipient),
        letter.day,
        letter.title,
        *(block for section in letter.sections for block in _blocks(letter.language, section)),
        *(("\n".join(line for line in (letter.closing, letter.signer) if line),) if letter.closing else ()),
        letter.foot,
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _blocks(language: str, section: Section) -> Iterator[str]:
    """Yield what stands in a section; its heading goes with the first of it."""
    found = [
        *section.lines,
        "\n".join(_pair(language, name, value) for name, value in section.facts),
        "" if section.table is None else _table(language, section.table),
        "\n".join(f"- {name}\n  {sha256}" for name, sha256 in section.prints),
        "\n".join(f"- {point}" for point in section.points),
        "\n".join(_pair(language, name, _BLANK) for name in section.blanks),
    ]
    told = [block for block in found if block]
    if section.heading and told:
        told[0] = f"{section.heading}\n{told[0]}"
    yield from told


def _table(language: str, table: Table) -> str:
    """Return rows as they are read aloud: each value beside its heading, the first one as the title of the row."""
    lines, apart = [], say(language, "letter", "next-pair")
    for first, *rest in table.rows:
        pairs = zip(table.heads[1:], rest, strict=True)
        said = apart.join(_pair(language, head, value) for head, value in pairs if value)
        lines.append(f"- {first}. {said}")
    return "\n".join([*lines, *(_pair(language, label, total) for label, total in table.totals)])


def _pair(language: str, name: str, value: str) -> str:
    return say(language, "letter", "pair", name=name, value=value)
