import pytest
from PySide6.QtTest import QAbstractItemModelTester

from likeness.paper.compare import Comparison
from ui.kit.feed import FeedItem, FeedModel
from ui.kit.rows import PAGE, Column, Rows
from ui.screens.doubles.gallery import GalleryModel
from ui.screens.doubles.state import Card
from ui.screens.uses.comparison import ComparisonModel

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
    feed, gallery, comparison = FeedModel(), GalleryModel(), ComparisonModel()
    testers = [QAbstractItemModelTester(model, FATAL) for model in (feed, gallery, comparison)]
    feed.show((FeedItem("", "This week"), FeedItem("u-1", "Trailer", "2 terms broken", "OUT_OF_SCOPE")))
    gallery.show((Card("a", "Face scan", "scan-face", "face", "Face", ("x", "text3", "x"), ("x", "text3", "x")),))
    comparison.show([Comparison("purpose", "For", "Series", "Trailer", "broken")])
    assert [model.rowCount() for model in (feed, gallery, comparison)] == [2, 1, 1]
    assert feed.place_of("") == -1
    assert not feed.flags(feed.index(0, 0)) & feed.flags(feed.index(1, 0))
    assert len(testers) == 3
