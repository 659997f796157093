"""A name: one that is known, offered while it is typed, or a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from likeness.errors import LikenessError
from likeness.values.ids import Ids
from likeness.values.text import clean_text
from ui.kit.fields.offering import Offering
from ui.kit.fields.read_field import Read, ReadField
from ui.kit.words import tr

LONGEST = 200


class Named(NamedTuple):
    """An id and the name it stands for."""

    id: str
    name: str


class NameField(ReadField):
    """Its value is `Named`: with the id of the known name that is written like it, else with a new id."""

    def __init__(self, known: Sequence[tuple[str, str]], none: str = "") -> None:
        """`known` are (id, name)."""
        super().__init__(none)
        self._names, self._ids = dict(known), Ids(dict(known))
        self.setMaxLength(LONGEST)
        completer = QCompleter([name for _id, name in known], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        Offering(self)

    def read(self, text: str) -> Read:
        try:
            name = clean_text(text, "name", most=LONGEST)
        except LikenessError:
            return None, tr("This name holds characters that cannot be kept.")
        found = self._ids.of(name)
        return Named(found, self._names.get(found, name)), ""

    def written(self, value: Named) -> str:
        return value.name
