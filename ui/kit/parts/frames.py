"""The parts every page is made of: foot line, pane with pinned buttons, section headings, rows of widgets."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.kit.look.motion import cross_fade
from ui.kit.look.text_size import grown
from ui.kit.look.typeface import hold, label
from ui.kit.parts.cut import Cut
from ui.kit.parts.marks import IconMark, KeyCap
from ui.kit.parts.panes import pane_here
from ui.kit.parts.verbs import verbs_here

L = TypeVar("L", QHBoxLayout, QVBoxLayout)
HEADER, FOOT, PANE_FOOT, MARGIN, LEAST_PANE = 60, 34, 56, 24, 320
GAP = 16  # between what stands on the foot line


def row(*parts: QWidget | QLayout | int | None, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
        ) -> QHBoxLayout:  # fmt: skip
    """Put parts side by side; None is a stretch, a number a space."""
    return _fill(QHBoxLayout(), parts, gap, margins)


def column(*parts: QWidget | QLayout | int | None, gap: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
           ) -> QVBoxLayout:  # fmt: skip
    """Put parts one below the other; None is a stretch, a number a space."""
    return _fill(QVBoxLayout(), parts, gap, margins)


def _fill(box: L, parts: tuple[QWidget | QLayout | int | None, ...], gap: int,
                                        margins: tuple[int, int, int, int]) -> L:  # fmt: skip
    box.setSpacing(gap)
    box.setContentsMargins(*margins)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        elif isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)
    return box


def boxed(layout: QLayout, ground: str = "", rule: str = "") -> QFrame:
    """Put a layout in a frame with a ground colour and a hairline on one side."""
    frame = QFrame()
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    if ground:
        frame.setProperty("ground", ground)
    if rule:
        frame.setProperty("rule", rule)
    frame.setLayout(layout)
    return frame


def pinned(line: QLayout) -> QFrame:
    """Put buttons where they stay, at the foot of a pane or of a page: 56 high, a pane of its own."""
    foot = pane_here(boxed(line, rule="top"))
    hold(foot, tall=PANE_FOOT)
    verbs_here(foot)
    return foot


class FootLine(QFrame):
    """34 high: a count or a sentence left, key hints right; what has no key that acts gives no hint."""

    def __init__(self, *hints: tuple[str, str]) -> None:
        super().__init__()
        hold(self, tall=FOOT)
        self.setProperty("rule", "top")
        self.count = Cut("", "small", "text3", figures=True)
        self._hints = [boxed(row(KeyCap(keys), label(words, "small", "text3"))) for keys, words in hints if keys]
        line = row(self.count, None, *self._hints, gap=GAP, margins=(MARGIN, 1, MARGIN, 0))
        line.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(line)

    def minimumSizeHint(self) -> QSize:
        """Return what the count needs: hints may go."""
        return QSize(self.count.sizeHint().width() + 2 * MARGIN, grown(FOOT))

    def event(self, event: QEvent) -> bool:
        """Show as many hints as there is room for beside the count, which is never cut."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            left = self.width() - 2 * MARGIN - self.count.sizeHint().width()
            for hint in self._hints:
                left -= hint.sizeHint().width() + GAP
                hint.setVisible(left >= 0)
        return super().event(event)


class Pane(QFrame):
    """A detail pane: what is inside scrolls, the buttons at the foot stay."""

    def __init__(self, name: str, margins: tuple[int, int, int, int] = (20, 16, 20, 16)) -> None:
        super().__init__()
        self.setProperty("ground", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self._told_of = ""  # what it shows, as its screen knows it
        inside = QWidget()
        self.inside = column(margins=margins)
        inside.setLayout(self.inside)
        scroll = pane_here(Scroll(inside))
        self.foot = pinned(row(margins=(20, 0, 20, 0)))
        self.setLayout(column(scroll, self.foot))

    def minimumSizeHint(self) -> QSize:
        """Return at least 320, and never less than its buttons need: French is longer."""
        return super().minimumSizeHint().expandedTo(QSize(grown(LEAST_PANE), 0))

    def begin_anew(self, about: str) -> None:
        """Take out what is inside, to be filled anew. How one thing looked fades over the next, never over itself:
        what is hidden of it must be gone at once.
        """
        cross_fade(self, wanted=about != self._told_of)
        self._told_of = about
        empty(self.inside)

    def pin(self, *parts: QWidget | None) -> None:
        """Put buttons at the foot; None is a stretch."""
        line = self.foot.layout()
        if isinstance(line, QHBoxLayout):
            for part in parts:
                line.addStretch(1) if part is None else line.addWidget(part)


class Scroll(QScrollArea):
    """A scroll area without frame whose inside is as wide as itself; a large text may need more, and scrolls across."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)


def caps(text: str) -> QLabel:
    """Return the heading of a section."""
    made = label(text, "label", "text2")
    hold(made, tall=18)
    return made


def icon_row(icon: str, text: str, *, hue: str = "text3", ink: str = "text", size: int = 15,
             pen: float = 0.0, role: str = "body") -> QHBoxLayout:  # fmt: skip
    """Return an icon and words that wrap beside it."""
    words = label(text, role, ink, wrap=True)
    line = row(gap=9)
    line.addLayout(column(2, IconMark(icon, size, hue, pen), None))
    line.addWidget(words, 1)
    return line


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)
