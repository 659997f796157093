"""What every page of the wizard has: a heading, labelled fields, and the two ways data goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.kit.fields.fields import Labelled, NumberField
from ui.kit.look.typeface import label
from ui.kit.parts.flow import Flow
from ui.kit.parts.frames import boxed, column, row
from ui.kit.parts.panes import bring_into_sight
from ui.kit.parts.ticks import Option
from ui.screens.wizard.state import Problem, Unread, WizardState

FIELD_GAP = 17


class Page(QWidget):
    """A page tells changed terms through `changed` and is filled from a state."""

    changed = Signal(dict)

    def __init__(self, title: str, lead: str = "") -> None:
        super().__init__()
        self.title = label(title, "section")
        self._lines = column(self.title, margins=(28, 20, 28, 20))
        if lead:
            self._lines.addSpacing(4)
            self._lines.addWidget(label(lead, "body", "text2", wrap=True))
        self._fields: dict[str, Labelled] = {}
        self.setLayout(self._lines)

    def add(self, *parts: QWidget) -> QWidget:
        """Add fields, side by side in equal widths if several; returns their line, to be shown or hidden as one."""
        line = row(*parts, gap=16, margins=(0, FIELD_GAP, 0, 0))
        for place, part in enumerate(parts):
            line.setStretch(place, 1)
            line.setAlignment(part, Qt.AlignmentFlag.AlignTop)  # what is said under one moves no other down
        whole = boxed(line)
        self._lines.addWidget(whole)
        return whole

    def field(self, key: str, text: str, control: QWidget, hint: str = "") -> Labelled:
        """Label a control; problems of `key` are shown under it."""
        self._fields[key] = Labelled(text, control, hint)
        return self._fields[key]

    def end(self) -> None:
        """Finish the page."""
        self._lines.addStretch(1)

    def say(self, **terms: Any) -> None:
        """Tell changed terms."""
        self.changed.emit(terms)

    def fill(self, state: WizardState) -> None:
        """Show the terms; pages override this."""

    def settle(self) -> tuple[Unread, ...]:
        """Have every field that is shown read as if it were left, and return what cannot be read."""
        shown = [(key, field) for key, field in self._fields.items() if field.isVisibleTo(self)]
        return tuple(Unread(key, field.typed(), why) for key, field in shown if (why := field.settle()))

    def put_typed(self, texts: dict[str, str]) -> None:
        """Put back what stood in fields and could not be read."""
        for key, text in texts.items():
            if key in self._fields:
                self._fields[key].put_typed(text)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong under its field."""
        told = dict(problems)
        for key, labelled in self._fields.items():
            labelled.wrong(told.get(key) or labelled.problem())

    def point_at(self, key: str) -> None:
        """Put the focus into a field."""
        if key in self._fields:
            self._fields[key].control.setFocus()
            bring_into_sight(self._fields[key])


class Options(QWidget):
    """Boxes to tick in a flow; `changed` tells the ticked codes in the order offered."""

    changed = Signal(tuple)

    def __init__(self, offered: Sequence[tuple[str, str]], risky: Sequence[str] = ()) -> None:
        super().__init__()
        flow = Flow(self)
        self._boxes = {code: Option(code, words, risky=code in risky) for code, words in offered}
        for box in self._boxes.values():
            box.toggled.connect(self._told)
            flow.addWidget(box)
        self._quiet = False
        self._kept: tuple[str, ...] = ()

    def set_codes(self, codes: Sequence[str]) -> None:
        """Tick these; codes that are not offered here are kept and told again."""
        self._quiet = True
        self._kept = tuple(code for code in codes if code not in self._boxes)
        for code, box in self._boxes.items():
            box.setChecked(code in codes)
            box.set_included("*" in codes and code != "*")
        self._quiet = False

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 32

    def _told(self) -> None:
        if self._quiet:
            return
        ticked = tuple(code for code, box in self._boxes.items() if box.isChecked())
        self.changed.emit(("*",) if "*" in ticked else (*ticked, *(code for code in self._kept if code != "*")))


def put_number(field: NumberField, value: int) -> None:
    """Show a number without telling it; the one that the field has already changes nothing under the cursor."""
    if field.value() != value:
        quiet = field.blockSignals(True)
        field.setValue(value)
        field.blockSignals(quiet)


def spaced(*parts: QWidget) -> QWidget:
    """Put parts side by side, left."""
    return boxed(row(*parts, None, gap=20))
