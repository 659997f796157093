from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView

from likeness.paper.words.compare import Comparison
from ui.kit.lists.comparison import ComparisonModel, used_spoken
from ui.kit.lists.feed import Feed, FeedItem, FeedModel
from ui.kit.lists.rows import PAGE, ROW, Column, Rows
from ui.screens.doubles.gallery import GalleryModel
from ui.screens.doubles.state import Card
from ui.screens.overview.attention import AttentionModel
from ui.screens.overview.state import Row

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def rows():
    return Rows([Column("Name", lambda row: row), Column("Sum", lambda row: row[::-1], right=True)], lambda row: row)


def test_rows_fetch_a_page_once_and_only_when_looked_at(dressed, rows):
    asked = []

    def fetch(ids):
        asked.append(len(ids))
        return [f"row {one}" for one in ids]

    tester = QAbstractItemModelTester(rows, FATAL)
    asked.clear()
    rows.show(range(10 * PAGE + 1), fetch)
    assert rows.rowCount() == 10 * PAGE + 1
    asked.clear()
    rows.show(range(10 * PAGE + 1), fetch)
    first = len(asked)
    assert rows.data(rows.index(5 * PAGE, 0)) == f"row {5 * PAGE}"
    assert rows.data(rows.index(5 * PAGE + 9, 0)) == f"row {5 * PAGE + 9}"
    assert len(asked) == first + 1
    assert max(asked) <= PAGE
    rows.show((), fetch)
    assert rows.rowCount() == 0
    assert tester.model() is rows


def test_a_row_that_vanished_meanwhile_is_empty_and_harmless(dressed, rows):
    rows.show([1, 2, 3], lambda ids: ["only one"])
    assert rows.row(0) == "only one"
    assert rows.row(2) is None
    assert rows.data(rows.index(2, 0)) is None


def test_the_other_models_keep_the_rules_of_qt(dressed):
    feed, gallery, waiting = FeedModel(), GalleryModel(), AttentionModel()
    comparison = ComparisonModel(("Allowed", "Used"), used_spoken)
    testers = [QAbstractItemModelTester(model, FATAL) for model in (feed, gallery, comparison, waiting)]
    feed.show((FeedItem("", "This week"), FeedItem("u-1", "Trailer", "2 terms broken", "OUT_OF_SCOPE")))
    gallery.show(
        (Card("a", "Face scan", "scan-face", "face", "Face", "Liora", ("x", "text3", "x"), ("x", "text3", "x")),)
    )
    comparison.show([Comparison("purpose", "For", "Series", "Trailer", "broken")])
    waiting.show((Row("fee", "receipt", "amber", "€5 is overdue", "Acme", "See payments", "earnings", "fee:1:once"),))
    assert [model.rowCount() for model in (feed, gallery, comparison, waiting)] == [2, 1, 1, 1]
    assert feed.place_of("") == -1
    assert not feed.flags(feed.index(0, 0)) & feed.flags(feed.index(1, 0))
    assert len(testers) == 4


def test_a_feed_that_grows_or_changes_its_words_keeps_the_chosen_row(dressed, qtbot):
    model = FeedModel()
    tester = QAbstractItemModelTester(model, FATAL)
    feed = Feed(model, "Uses")
    qtbot.addWidget(feed)
    first = (FeedItem("", "This week"), FeedItem("u-1", "Trailer", "", "OUT_OF_SCOPE", "open"))
    more = (*first, FeedItem("u-2", "Spot", "", "OUT_OF_SCOPE", "open"))
    settled = (*first[:1], replace(first[1], mark="settled-paid"), *more[2:])
    model.show(first)
    feed.setCurrentIndex(model.index(1, 0))
    for items in (more, settled):
        model.show(items)
        assert (feed.currentIndex().row(), model.rowCount()) == (1, 3)
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Out of scope. Trailer. Settled, paid"
    model.show(more[2:])
    assert model.place_of("u-2") == 0
    assert tester.model() is model


def test_rows_may_come_and_go_while_a_table_looks_at_them(dressed, qtbot, rows):
    tester = QAbstractItemModelTester(rows, FATAL)
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(rows)
    table.resize(300, 200)
    table.show()

    def fetch(ids):
        return [f"row {one}" for one in ids]

    many = list(range(2 * PAGE))
    for ids in (many, many[:3], [-1, *many], [], many[::-1], many[PAGE:], [7]):
        rows.show(ids, fetch)
        table.selectRow(len(ids) - 1)
        table.scrollToBottom()
        qtbot.wait(1)
        assert rows.rowCount() == len(ids)
        assert [rows.row(at) for at in range(len(ids))][-2:] == [f"row {one}" for one in ids[-2:]]
        assert all(rows.place_of(one) == at for at, one in enumerate(ids[:5]))
    assert rows.place_of("nobody") == -1
    assert rows.id_at(1) is None
    assert tester.model() is rows


def test_cells_answer_for_eyes_and_ears(dressed, rows):
    rows.show(["ab"], lambda ids: ids)
    cell = rows.index(0, 1)
    assert cell.data() == "ba"
    assert cell.data(ROW) == cell.data(Qt.ItemDataRole.AccessibleTextRole) == "ab"
    assert Qt.AlignmentFlag(cell.data(Qt.ItemDataRole.TextAlignmentRole)) & Qt.AlignmentFlag.AlignRight
    assert rows.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole) is None
    assert [rows.headerData(at, Qt.Orientation.Horizontal) for at in (0, 1)] == ["Name", "Sum"]
    assert rows.headerData(0, Qt.Orientation.Vertical) is None
