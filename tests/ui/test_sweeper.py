"""Widgets in rings of references die on the thread of the window, whatever the lanes are doing."""

import gc
import threading
import weakref

from PySide6.QtWidgets import QWidget

from ui.kit.sweeper import Sweeper


def a_ring(died):
    """Make a widget that holds itself, tell where it dies, and let it go."""
    widget = QWidget()
    vars(widget)["itself"] = widget
    weakref.finalize(widget, lambda: died.append(threading.current_thread()))


def busy():
    """Do what makes Python collect, if it may: many objects that hold others."""
    kept = [[number] for number in range(300_000)]
    assert len(kept) == 300_000


def test_a_ring_dies_on_the_thread_of_the_window(dressed, qtbot):
    sweeper, died = Sweeper(dressed), list[threading.Thread]()
    gc.collect()
    sweeper.begin()
    try:
        a_ring(died)
        lane = threading.Thread(target=busy)
        lane.start()
        lane.join()
        assert not died
        qtbot.waitUntil(lambda: bool(died), timeout=10_000)
        assert died == [threading.main_thread()]
    finally:
        sweeper.end()
    assert gc.isenabled()


def test_without_it_the_lane_would_have_killed_the_widget(dressed):
    died = list[threading.Thread]()
    gc.collect()
    a_ring(died)
    lane = threading.Thread(target=busy)
    lane.start()
    lane.join()
    assert died == [lane]


def test_a_window_sweeps_while_it_lives(window):
    assert not gc.isenabled()
    window.close()
    assert gc.isenabled()
