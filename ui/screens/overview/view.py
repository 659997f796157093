"""The Overview: what waits at the left, earnings at the right or, in a narrow window, below; licences over time."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QStackedWidget, QVBoxLayout, QWidget

from ui.kit.background.working import Working
from ui.kit.keys import with_key
from ui.kit.lists.rows import Column, Rows
from ui.kit.lists.table import Table
from ui.kit.look.text_size import grown
from ui.kit.look.theme import theme
from ui.kit.look.typeface import hold, label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import Scroll, boxed, column, row
from ui.kit.parts.header import Header
from ui.kit.parts.marks import Disc, Hairline
from ui.kit.parts.panes import pane_here
from ui.kit.parts.round_frame import RoundFrame
from ui.kit.parts.screen import Screen
from ui.kit.shortcuts import ALONE, bind
from ui.kit.window.find_button import FindButton
from ui.kit.words import tr
from ui.screens.overview.attention import AttentionList, AttentionModel
from ui.screens.overview.bars import HEAD_HIGH, LANE_HIGH
from ui.screens.overview.income import IncomeFrame
from ui.screens.overview.legend import Legend
from ui.screens.overview.presenter import OverviewPresenter
from ui.screens.overview.reading import count_words
from ui.screens.overview.state import Bar, OverviewState
from ui.screens.overview.timeline import Timeline

INCOME_WIDE, NARROW_BELOW = 332, 1040  # the page at a window of 1100 is 1040 wide: its navigation is a rail
LEAST_LANES, HEADING = 4, 28
COLUMNS = ("state", "performer", "project", "company", "from", "until", "shown")
KINDS_OF_COLUMN = ("badge", "text", "strong", "text", "day", "day", "day")
WIDTHS = (126, 132, 0, 170, 138, 138, 154)


class OverviewView(Screen):
    """The screen; `went` leads to a thing on another screen, `fresh` for a new licence, `everything` for quick find."""

    went = Signal(str, str)
    fresh = Signal()
    everything = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Any, jobs: Any) -> None:
        super().__init__()
        self._presenter = OverviewPresenter(desk, jobs, self)
        self._build()
        self._connect()
        self.begin_with(self._list)

    def _build(self) -> None:
        self._header = Header(tr("Overview"))
        self._new = Button(tr("New licence"), "plus", "main")
        self._new.setToolTip(with_key(tr("New licence"), "new-licence"))
        self._find = FindButton()
        self._find.clicked.connect(self.everything)
        self._header.add(self._find, self._new)
        self._working = Working()
        self._upper = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._upper.setSpacing(32)
        self._rule = Hairline(upright=True)
        self._income = pane_here(IncomeFrame())
        self._upper.addLayout(self._attention(), 1)
        self._upper.addWidget(self._rule)
        self._upper.addWidget(self._income)
        inside = QWidget()
        whole = column(self._upper, 24, self._over_time(), margins=(24, 0, 24, 12))
        whole.setStretch(2, 1)
        inside.setLayout(whole)
        page = column(self._header, self._working, Scroll(inside))
        page.setStretch(2, 1)
        self.setLayout(page)

    def _attention(self) -> QVBoxLayout:
        self._count = label("", "small", "text3")
        hold(self._count, tall=HEADING)
        self._all = Button(tr("See all"), look="link", small=True)
        self._rows = AttentionModel(self)
        self._list = AttentionList(self._rows)
        self._quiet = QFrame()
        self._quiet.setProperty("card", "true")
        hold(self._quiet, tall=96)
        words = label(tr("Nothing needs you today."), "body-medium")
        self._quiet.setLayout(row(None, Disc("check", "green", 28, 16), words, None, gap=12))
        self._waiting = pane_here(RoundFrame(self._list, "surface"))
        head = row(label(tr("Needs your attention"), "pane"), self._count, None, self._all)
        return column(head, 6, self._waiting, self._quiet, None)

    def _over_time(self) -> QVBoxLayout:
        state = self._presenter.state
        self._timeline = Timeline(state.today)
        self._bars: Rows[Bar] = Rows(_columns(), lambda bar: bar.spoken, self)
        self._table = Table(self._bars, KINDS_OF_COLUMN, WIDTHS, lambda _bar, _column: "", tr("Licences over time"),
                            COLUMNS)  # fmt: skip
        self._stack = QStackedWidget()
        for page in (self._timeline, self._table):
            self._stack.addWidget(page)
        hold(self._stack, least_tall=HEAD_HIGH + LEAST_LANES * LANE_HIGH + 12)
        self._swap = Button(tr("Show as a table"), look="link", small=True)
        self._swap.setToolTip(with_key(tr("Show as a table"), "as-table"))
        self._cut = label("", "small", "text3")
        legend = Legend()
        head = row(label(tr("Licences over time"), "pane"), self._cut, None, legend, 8, self._swap)
        head.setAlignment(legend, Qt.AlignmentFlag.AlignVCenter)
        self._bottom = pane_here(boxed(column(head, 6, Hairline(), self._stack)))
        return column(self._bottom)

    def _connect(self) -> None:
        self._new.clicked.connect(self.fresh)
        self._list.went.connect(lambda row: self.went.emit(row.screen, row.key))
        self._all.clicked.connect(self._presenter.show_all)
        self._income.details.connect(lambda: self.went.emit("earnings", ""))
        self._timeline.opened.connect(lambda number: self.went.emit("licences", number))
        self._table.activated.connect(lambda index: self.went.emit("licences", self._bars.id_at(index.row()).number))
        self._swap.clicked.connect(self.swap)
        theme().changed.connect(self._fit)
        for where in (self._timeline, self._table):
            bind("as-table", where, self.swap, ALONE)

    def refresh(self) -> None:
        """Read again."""
        self._presenter.refresh()

    def swap(self) -> None:
        """Show the timeline as a table, or the table as a timeline; the focus goes along."""
        as_table = self._stack.currentWidget() is self._timeline
        shown = self._table if as_table else self._timeline
        self._stack.setCurrentWidget(shown)
        self._swap.set_look(tr("Show as a timeline") if as_table else tr("Show as a table"))
        shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put earnings below what waits where there is no room beside it."""
        narrow = self.width() < grown(NARROW_BELOW)
        self._upper.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._rule.setVisible(not narrow)
        self._income.setMinimumWidth(0 if narrow else grown(INCOME_WIDE - 33))
        self._income.setMaximumWidth(self.width() if narrow else grown(INCOME_WIDE - 33))

    def draw(self, state: OverviewState) -> None:
        """Draw the state."""
        self._header.sub.setText(state.day)
        self._count.setText(count_words(state.rows))
        self._rows.show(state.shown)
        # Until it was read it stays, for it is given the focus when the screen opens.
        self._waiting.setVisible(bool(state.rows) or not state.read)
        self._quiet.setVisible(state.read and not state.rows)
        self._all.setVisible(len(state.shown) < len(state.rows))
        self._income.show_state(state)
        self._timeline.show_lanes(state.lanes, state.today)
        bars = [bar for lane in state.lanes for bar in lane.bars]
        self._table.setColumnHidden(COLUMNS.index("performer"), not any(bar.performer for bar in bars))
        self._bars.show(bars, list)
        self._bottom.setVisible(bool(state.lanes))
        self._cut.setText(tr("the newest licences") if state.more_licences else "")
        self._working.follow(state.doing, can_stop=False)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)


def _columns() -> list[Column[Bar]]:
    heads = (
        tr("State"),
        tr("Performer"),
        tr("Project"),
        tr("Company"),
        tr("Made from"),
        tr("Made until"),
        tr("Shown until"),
    )
    return [Column(head, lambda bar, at=place: bar.cells[at]) for place, head in enumerate(heads)]  # type: ignore[misc]
