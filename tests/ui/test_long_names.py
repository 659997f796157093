"""Names of any length do not push what stands beside them out of the pane."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from ui.kit.parts.cut_link import CutLink
from ui.screens.doubles.pane import DoublePane
from ui.screens.doubles.state import Detail, Holder

LONG = "The Extraordinarily Long-Named International Motion Picture Distribution Company of <b>France</b>"
HELD = Holder(LONG, f"{LONG} · licence 2026-0001", "30 March 2027", "2026-0001")
SHOWN = Detail("face", "Face", "Face scan", "face", (), None, (HELD,), (), "", (), ())


def test_the_day_to_delete_by_stays_beside_a_long_company(around, qtbot):
    pane = DoublePane()
    pane.setParent(around)
    pane.resize(368, 700)
    pane.show()
    pane.show_detail(SHOWN)
    qtbot.wait(50)
    days = [one for one in pane.findChildren(QLabel) if one.text() in (HELD.until, "delete by")]
    assert len(days) == 2
    assert all(one.mapTo(pane, QPoint(one.width(), 0)).x() <= pane.width() for one in days)
    link = pane.findChild(CutLink)
    assert (link.accessibleName(), "&lt;b&gt;" in link.toolTip()) == (LONG, True)
    assert link.width() < link.sizeHint().width()


def test_a_short_company_is_whole(around, qtbot):
    pane = DoublePane()
    pane.setParent(around)
    pane.resize(368, 700)
    pane.show()
    pane.show_detail(replace(SHOWN, holders=(replace(HELD, company="Kestrelle Audio"),)))
    qtbot.wait(50)
    link = pane.findChild(CutLink)
    assert link.width() == link.sizeHint().width()
