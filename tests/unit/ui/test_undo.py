import pytest

from likeness.errors import Refused
from tests.fakes.film import Straight
from ui.kit.undoing.undo import UndoStack


class Switch:
    """Something to turn: each inverse turns it and gives back the other way."""

    def __init__(self):
        self.turned = 0

    def turn(self, _going=None):
        self.turned += 1
        return self.turn

    def on(self):
        return self.turned % 2 == 1


class Later:
    """Jobs that wait until they are told to land."""

    def __init__(self):
        self.waiting = []
        self.cancelled = 0

    def submit(self, lane, owner, work, then, fail, progress):
        assert lane == "write"
        self.waiting.append((work, then))
        self.progress = progress
        return self

    def cancel(self):
        self.cancelled += 1

    def land(self):
        for work, then in self.waiting:
            then(work(None))
        self.waiting = []


@pytest.fixture
def heard():
    return []


def stack(heard, jobs=None, shown=None):
    made = UndoStack(jobs or Straight(), None)
    show = (lambda *_far: None) if shown is None else lambda *far: shown.append(far)
    made.tell(lambda words, again: heard.append((words, again)), heard.append, show)
    return made


def test_what_was_done_is_undone_and_done_again(heard):
    switch, undo = Switch(), stack(heard)
    undo.push("Turned", switch.turn())
    assert switch.on()
    undo.undo()
    assert not switch.on()
    undo.redo()
    assert switch.on()
    undo.undo()
    undo.undo()
    assert not switch.on()
    assert heard == [
        ("Turned", True),
        ("Undone: Turned", False),
        ("Done again: Turned", True),
        ("Undone: Turned", False),
    ]


def test_steps_come_back_in_their_order_and_something_new_forgets_what_was_undone(heard):
    log, undo = [], stack(heard)

    def step(name):
        def inverse(_going):
            log.append(name)
            return step(name)

        return inverse

    for name in ("one", "two", "three"):
        undo.push(name, step(name))
    undo.undo()
    undo.undo()
    assert log == ["three", "two"]
    undo.push("four", step("four"))
    undo.redo()
    assert log == ["three", "two"]
    undo.undo()
    undo.undo()
    assert log == ["three", "two", "four", "one"]


def test_what_cannot_be_undone_any_more_is_told_and_dropped(heard):
    undo = stack(heard)

    def fail(_going):
        raise Refused("said-otherwise")

    undo.push("Paid", fail)
    undo.undo()
    assert [getattr(one, "code", "") for one in heard] == ["", "said-otherwise"]
    undo.undo()
    undo.redo()
    assert len(heard) == 2


def test_one_step_at_a_time_is_on_its_way(heard):
    jobs = Later()
    switch, undo = Switch(), stack(heard, jobs)
    undo.push("Turned", switch.turn())
    undo.push("Turned", switch.turn())
    undo.undo()
    undo.undo()
    assert len(jobs.waiting) == 1
    jobs.land()
    undo.undo()
    assert len(jobs.waiting) == 1


def test_the_lock_forgets_everything_and_nobody_hears_what_lands_later(heard):
    jobs = Later()
    switch, undo = Switch(), stack(heard, jobs)
    undo.push("Turned", switch.turn())
    undo.undo()
    undo.clear()
    jobs.land()
    undo.undo()
    undo.redo()
    assert jobs.waiting == []
    assert heard == [("Turned", True)]


def test_how_far_a_step_is_is_shown_until_it_is_over(heard):
    shown, jobs, switch = list[tuple[str, int, int]](), Later(), Switch()
    undo = stack(heard, jobs, shown)
    undo.push("Turned", switch.turn())
    undo.undo()
    jobs.progress(1, 2)
    jobs.land()
    undo.redo()
    assert shown == [
        ("Undoing: Turned", 0, 0), ("Undoing: Turned", 1, 2), ("", 0, 0), ("Doing again: Turned", 0, 0)
    ]  # fmt: skip


def test_a_step_that_is_stopped_can_be_asked_for_again(heard):
    shown, jobs, switch = list[tuple[str, int, int]](), Later(), Switch()
    undo = stack(heard, jobs, shown)
    undo.push("Turned", switch.turn())
    undo.undo()
    undo.stop()
    jobs.waiting.clear()  # what was cancelled in time comes home to nobody
    assert (jobs.cancelled, shown[-1], undo.offers) == (1, ("", 0, 0), (True, False))
    undo.stop()
    undo.undo()
    jobs.land()
    assert (jobs.cancelled, switch.on(), heard[-1]) == (1, False, ("Undone: Turned", False))


def test_a_step_that_is_stopped_too_late_is_told_and_is_undone_only_once(heard):
    jobs, switch = Later(), Switch()
    undo = stack(heard, jobs)
    undo.push("Turned", switch.turn())
    undo.undo()
    undo.stop()
    jobs.land()
    assert (switch.on(), heard[-1], undo.offers) == (False, ("Undone: Turned", False), (False, True))
    undo.redo()
    jobs.land()
    assert switch.on()


def test_an_older_step_is_taken_back_and_leaves_its_place(heard):
    older, newer, undo = Switch(), Switch(), stack(heard)
    step = older.turn()
    undo.push("Older", step)
    undo.push("Newer", newer.turn())
    undo.take_back("Older", step)
    assert (older.on(), newer.on(), heard[-1]) == (False, True, ("Undone: Older", False))
    undo.undo()
    assert (newer.on(), undo.offers) == (False, (False, True))


def test_a_step_that_did_what_an_older_one_would_have_done_takes_its_place(heard):
    undo, done = stack(heard), []

    class TakeBack:
        def __init__(self, number):
            self.number = number

        def __eq__(self, other):
            return isinstance(other, TakeBack) and other.number == self.number

        def __hash__(self):
            return hash(self.number)

        def __call__(self, _going):
            done.append(self.number)
            return PutBack(self)

    class PutBack:
        def __init__(self, after):
            self.after = after

        def __call__(self, _going):
            return TakeBack(self.after.number + 10)

    undo.push("Import of a", TakeBack(1))
    undo.push("Import of b", TakeBack(2))
    undo.push("The import of a was taken back", TakeBack(1)(None))
    undo.undo()
    undo.undo()
    undo.undo()
    assert done == [1, 2]
    assert heard[-2:] == [("Undone: The import of a was taken back", False), ("Undone: Import of b", False)]
    undo.redo()
    undo.redo()
    assert done == [1, 2, 11]
