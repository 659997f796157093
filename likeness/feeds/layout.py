"""Which column of a report says what: a mapping laid over the headings that are really there.

Refusals name the file, the line of the headings and the column: "no-known-column", "column-twice", "no-such-column".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches

from likeness.errors import Unreadable
from likeness.feeds.mapping import Mapping, alike
from likeness.feeds.sniff import headed
from likeness.feeds.source import JSON_LINES, Source
from likeness.feeds.targets import LINE_ID, TARGETS, target_of


@dataclass(frozen=True)
class Layout:
    """Targets to column indexes; date forms and aliases by target; constants; and the columns that are left out."""

    places: dict[str, int]
    forms: dict[str, str]
    aliases: dict[str, dict[str, str | None]]
    constants: dict[str, str]
    left_out: tuple[int, ...]

    @property
    def forms_by_place(self) -> dict[int, str]:
        """The date forms by the index of their column."""
        return {place: self.forms[target] for target, place in self.places.items() if target in self.forms}

    @property
    def has_line_id(self) -> bool:
        """Tell whether rows bear an id of their own."""
        return LINE_ID in self.places


def laid_out(source: Source, mapping: Mapping) -> tuple[Source, Layout]:
    """Return a report under the sheet and headings that a mapping names, and the mapping laid over it.

    A report of JSON lines gets the keys too that may stand in later lines only.
    """
    source = headed(source, mapping.sheet, mapping.heading_row)
    layout = layout_of(source, mapping)
    if source.kind != JSON_LINES:
        return source, layout
    late = (name for name in TARGETS if name != LINE_ID and name not in source.columns)
    source = replace(source, columns=(*source.columns, *late))
    return source, layout_of(source, mapping)


def layout_of(source: Source, mapping: Mapping) -> Layout:
    """Lay a mapping over a report, or raise Unreadable naming the column."""
    places: dict[str, int] = {}
    for name, target in mapping.columns.items():
        if target is not None:
            places[target] = _place_of(source, name)
    named = {name.strip() for name in mapping.columns}
    for index, name in enumerate(source.columns):
        target = target_of(name, source.columns)
        if target is not None and name not in named and target not in places and target not in mapping.constants:
            places[target] = _only(source, name, index)
    if not places:
        raise Unreadable("no-known-column", file=str(source.path), line=source.heading_row or None)
    return Layout(
        places=places,
        forms=dict(mapping.dates),
        aliases={target: {alike(word): to for word, to in words.items()} for target, words in mapping.aliases.items()},
        constants=dict(mapping.constants),
        left_out=tuple(index for index in range(len(source.columns)) if index not in places.values()),
    )


def _place_of(source: Source, name: str) -> int:
    if name.strip() in source.columns:
        return _only(source, name, source.columns.index(name.strip()))
    near = get_close_matches(name, source.columns, 1)
    raise Unreadable(
        "no-such-column",
        file=str(source.path),
        line=source.heading_row or None,
        key=name,
        value=name,
        suggestion=near[0] if near else None,
    )


def _only(source: Source, name: str, index: int) -> int:
    if source.columns.count(name.strip()) > 1:
        raise Unreadable("column-twice", file=str(source.path), line=source.heading_row, key=name)
    return index
