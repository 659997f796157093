"""Widgets in rings of references die on the thread of the window, whatever the lanes are doing."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.kit.background.jobs import Jobs
from ui.kit.background.sweeper import Sweeper


class Plain:
    """No widget: where the collector takes it, nothing is harmed."""


def a_ring(kind, died):
    """Make a thing that holds itself, tell where it dies, and let it go."""
    thing = kind()
    vars(thing)["itself"] = thing
    weakref.finalize(thing, lambda: died.append(threading.current_thread()))


def busy():
    """Do what makes Python collect, if it may: many objects that hold others."""
    kept = [[number] for number in range(300_000)]
    assert len(kept) == 300_000


@pytest.fixture
def lanes(dressed):
    made = Jobs()
    yield made
    made.close()


def do(lanes, qtbot, work):
    done = []
    lanes.submit("read", QObject(lanes), lambda _job: work(), lambda _answer: done.append(1), done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=10_000)
    assert done == [1]


def test_a_ring_dies_on_the_thread_of_the_window(dressed, lanes, qtbot):
    died = list[threading.Thread]()
    gc.collect()
    do(lanes, qtbot, lambda: None)
    a_ring(QWidget, died)
    do(lanes, qtbot, busy)
    qtbot.waitUntil(lambda: bool(died), timeout=10_000)
    assert died == [threading.main_thread()]


def test_without_it_the_lane_is_where_rings_die(dressed):
    died = list[threading.Thread]()
    gc.collect()
    a_ring(Plain, died)
    lane = threading.Thread(target=busy)
    lane.start()
    lane.join()
    assert died == [lane]


def test_it_is_swept_while_there_are_lanes(lanes, qtbot):
    assert gc.isenabled()
    do(lanes, qtbot, lambda: None)
    assert not gc.isenabled()
    lanes.rest()
    assert gc.isenabled()
    do(lanes, qtbot, lambda: None)
    assert not gc.isenabled()
    lanes.close()
    assert gc.isenabled()


def test_as_long_as_one_sweeps_python_does_not(dressed):
    one, other = Sweeper(dressed), Sweeper(dressed)
    for sweeper in (one, other, one):
        sweeper.begin()
    one.end()
    assert not gc.isenabled()
    other.end()
    assert gc.isenabled()


def test_a_window_sweeps_while_it_lives(window):
    assert not gc.isenabled()
    window.close()
    assert gc.isenabled()
