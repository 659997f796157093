import threading
import weakref
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from likeness.errors import Broken
from likeness.registry.registry import create_registry
from ui.kit.background.jobs import Jobs

FOR_EVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def jobs(dressed):
    lanes = Jobs()
    yield lanes
    lanes.rest()


def test_an_answer_comes_home_on_the_gui_thread(jobs, qtbot):
    owner = QObject()
    found: list[Any] = []
    jobs.submit("read", owner, lambda _job: threading.get_ident(), lambda v: found.append((v, threading.get_ident())),
                found.append)  # fmt: skip
    qtbot.waitUntil(lambda: bool(found))
    worked, landed = found[0]
    assert landed == threading.get_ident() != worked


def test_a_failure_comes_home(jobs, qtbot):
    owner = QObject()
    found: list[Any] = []
    jobs.submit("write", owner, lambda _job: 1 // 0, found.append, lambda why: found.append(type(why)))
    qtbot.waitUntil(lambda: bool(found))
    assert found == [ZeroDivisionError]


def test_the_write_lane_keeps_the_order_and_its_thread(jobs, qtbot):
    owner = QObject()
    found: list[Any] = []
    for number in range(20):
        jobs.submit("write", owner, lambda _job, n=number: (n, threading.get_ident()), found.append, found.append)
    qtbot.waitUntil(lambda: len(found) == 20)
    assert [n for n, _thread in found] == list(range(20))
    assert len({thread for _n, thread in found}) == 1


def test_nothing_is_delivered_to_the_dead(jobs, qtbot):
    living, dead = QObject(), QObject()
    found: list[Any] = []
    begun, go = threading.Event(), threading.Event()

    def work(_job):
        begun.set()
        return go.wait(5)

    jobs.submit("write", dead, work, found.append, found.append)
    jobs.submit("write", dead, lambda _job: "dead", found.append, found.append)
    jobs.submit("write", living, lambda _job: "last", found.append, found.append)
    assert begun.wait(5)
    dead.deleteLater()
    qtbot.wait(10)
    go.set()
    qtbot.waitUntil(lambda: bool(found))
    assert found == ["last"]


@pytest.mark.parametrize("work", [lambda: "done", lambda: 1 // 0])
def test_what_a_job_held_of_a_screen_dies_on_the_thread_of_the_window(jobs, qtbot, work):
    """The lane is held back after it told; it must not be the last that knows the screen."""
    died: list[threading.Thread] = []
    told, go = jobs._lanes["read"]._tell, threading.Event()
    jobs._lanes["read"]._tell = lambda number: (told(number), go.wait(20))
    screen = QObject()
    weakref.finalize(screen, lambda: died.append(threading.current_thread()))
    jobs.submit("read", jobs, lambda _job, _held=screen: work(), lambda _answer, _held=screen: None,
                lambda _why, _held=screen: None)  # fmt: skip
    del screen
    try:
        qtbot.waitUntil(lambda: bool(died))
    finally:
        go.set()
    assert died == [threading.main_thread()]


def test_progress_is_told_while_the_work_runs(jobs, qtbot):
    owner = QObject()
    steps: list[Any] = []
    found: list[Any] = []

    def work(job):
        for done in range(3):
            job.say(done, 3)
        return "done"

    jobs.submit("read", owner, work, found.append, found.append, lambda done, whole: steps.append((done, whole)))
    qtbot.waitUntil(lambda: bool(found))
    assert steps == [(0, 3), (1, 3), (2, 3)]


def test_what_is_cancelled_before_its_turn_is_never_begun(jobs, qtbot):
    owner, go = QObject(), threading.Event()
    begun: list[str] = []
    found: list[Any] = []
    jobs.submit("write", owner, lambda _job: go.wait(5), found.append, found.append)
    waiting = jobs.submit("write", owner, lambda _job: begun.append("waiting"), found.append, found.append)
    jobs.submit("write", owner, lambda _job: "last", found.append, found.append)
    waiting.cancel()
    go.set()
    qtbot.waitUntil(lambda: len(found) == 2)
    assert found == [True, "last"]
    assert begun == []


def test_a_failure_after_cancel_is_told_to_nobody_and_the_lane_goes_on(jobs, qtbot):
    owner = QObject()
    begun, go = threading.Event(), threading.Event()
    found: list[Any] = []
    seen: list[bool] = []

    def work(job):
        begun.set()
        go.wait(5)
        seen.append(job.cancelled())
        raise OSError

    held = jobs.submit("write", owner, work, found.append, found.append)
    jobs.submit("write", owner, lambda _job: "after", found.append, found.append)
    assert begun.wait(5)
    held.cancel()
    go.set()
    qtbot.waitUntil(lambda: bool(found))
    assert (seen, found) == ([True], ["after"])


@pytest.mark.parametrize(("lane", "told"), [("write", ["written", "after"]), ("read", ["after"])])
def test_what_was_written_is_told_however_late_somebody_pressed_cancel(jobs, qtbot, lane, told):
    owner = QObject()
    begun, go = threading.Event(), threading.Event()
    found: list[Any] = []

    def work(_job):
        begun.set()
        go.wait(5)
        return "written"

    held = jobs.submit(lane, owner, work, found.append, found.append)
    assert begun.wait(5)
    held.cancel()
    go.set()
    qtbot.wait(50)
    jobs.submit(lane, owner, lambda _job: "after", found.append, found.append)
    qtbot.waitUntil(lambda: "after" in found)
    assert found == told


def test_the_lanes_work_again_after_a_rest_as_after_a_lock(jobs, qtbot):
    owner = QObject()
    found: list[Any] = []
    for word in ("before", "after"):
        jobs.submit("write", owner, lambda _job, said=word: said, found.append, found.append)
        jobs.rest()
    qtbot.waitUntil(lambda: len(found) == 2)
    assert found == ["before", "after"]


def test_what_was_asked_before_the_lock_is_told_to_nobody_after_it(jobs, qtbot):
    owner = QObject()
    found: list[Any] = []
    jobs.submit("read", owner, lambda _job: "before", found.append, found.append)
    jobs.submit("write", owner, lambda _job: 1 // 0, found.append, found.append)
    jobs.forget()
    jobs.submit("read", owner, lambda _job: "after", found.append, found.append)
    qtbot.waitUntil(lambda: bool(found))
    qtbot.wait(20)
    assert found == ["after"]


def test_a_look_ends_once_nobody_waits_for_it_and_the_lock_waits_for_none(jobs, qtbot, tmp_path):
    registry, begun = create_registry(tmp_path / "a.registry", None), threading.Event()
    jobs.stopping = registry.until
    ends: list[str] = []

    def look(_job):
        begun.set()
        try:
            registry.settings._db.rows(FOR_EVER)
        except Broken as why:
            ends.append(why.code)

    for leave in (lambda job: job.cancel(), lambda _job: jobs.forget()):
        begun.clear()
        jobs.stopping = registry.until
        job = jobs.submit("look", jobs, look, ends.append, ends.append)
        assert begun.wait(5)
        leave(job)
        jobs.rest()
    registry.close()
    assert ends == ["interrupted", "interrupted"]


@pytest.fixture
def thrown(monkeypatch):
    """What ended a thread, by its name."""
    ends: list[tuple[str, str]] = []
    monkeypatch.setattr(threading, "excepthook", lambda end: ends.append((end.thread.name, str(end.exc_value))))
    return ends


@pytest.mark.parametrize("turn", range(10))
def test_an_answer_that_asks_for_more_finds_nobody_once_the_window_is_gone(dressed, thrown, turn):
    """It once began a thread after the close, which then spoke through a window that was deleted."""
    before = set(threading.enumerate())
    window = QObject()
    begun: list[Any] = []
    lanes = Jobs(window)
    lanes.submit("read", window, lambda _job: turn, lambda _answer: ask("read"), begun.append)

    def ask(lane):
        lanes.submit(lane, window, begun.append, lambda _answer: None, lambda _why: None)

    lanes.close()
    QCoreApplication.processEvents()
    ask("write")
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert set(threading.enumerate()) <= before
    assert (begun, thrown) == ([], [])
