"""Coloured notes: the verdict banner of a use, the answer of a check, the warnings of the wizard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from ui.kit.look.typeface import label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import column, row
from ui.kit.parts.marks import IconMark


class Note(QFrame):
    """A soft ground in one hue: icon, bold answer, plain reason, perhaps one button."""

    def __init__(self, hue: str, icon: str, answer: str, reason: str = "", button: Button | None = None, *,
                 size: str = "verdict") -> None:  # fmt: skip
        super().__init__()
        self.setProperty("note", hue)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(f"{answer}. {reason}" if reason else answer)
        large = size == "section"
        mark = IconMark(icon, 36 if large else (16 if size == "body-strong" else 22), hue)
        heading = label(answer, size, hue, wrap=True)
        words = column(heading, gap=2)
        if reason:
            words.addWidget(label(reason, "small" if size == "body-strong" else "body",
                                  "text2" if size == "body-strong" else "text", wrap=True))  # fmt: skip
        margins = {"section": (18, 16, 18, 16), "verdict": (14, 12, 14, 12)}.get(size, (12, 10, 12, 10))
        line = row(gap={"section": 16, "verdict": 12}.get(size, 10), margins=margins)
        if size == "body-strong":
            line.addLayout(column(1, mark, None))
        else:
            line.addWidget(mark)
        line.addLayout(words, 1)
        if button is not None:
            line.addWidget(button)
        self.setLayout(line)
