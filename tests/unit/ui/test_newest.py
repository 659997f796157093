"""Of readings that overtake each other only the one that was asked for last is told."""

from __future__ import annotations

from functools import partial

from ui.kit.background.newest import Newest


class Slow:
    """Jobs that come home when they are told to, as far as they are still wanted."""

    def __init__(self):
        self.out = []

    def submit(self, _lane, _owner, work, then, fail):
        self.out.append(Asked(work, then, fail))
        return self.out[-1]


class Asked:
    def __init__(self, work, then, fail):
        self.work, self.then, self.fail, self.wanted = work, then, fail, True

    def cancel(self):
        self.wanted = False

    def land(self):
        if not self.wanted:
            return
        try:
            self.then(self.work(self))
        except ZeroDivisionError as why:
            self.fail(why)


def test_a_reading_that_comes_home_late_is_told_to_nobody():
    slow, told = Slow(), list[object]()
    newest = Newest(slow, None)
    newest.read(lambda: "old", told.append, told.append)
    newest.read(lambda: "new", told.append, told.append)
    old, new = slow.out
    new.land()
    old.land()
    assert told == ["new"]


def test_two_things_do_not_hinder_each_other():
    slow, told = Slow(), list[object]()
    for word in ("list", "detail"):
        Newest(slow, None).read(partial(str, word), told.append, told.append)
    for one in slow.out:
        one.land()
    assert told == ["list", "detail"]


def test_what_is_forgotten_is_not_told_and_what_fails_is():
    slow, told = Slow(), list[object]()
    newest = Newest(slow, None)
    newest.forget()
    newest.read(lambda: "forgotten", told.append, told.append)
    newest.forget()
    slow.out[0].land()
    newest.read(lambda: 1 // 0, told.append, lambda why: told.append(type(why)))
    slow.out[1].land()
    assert told == [ZeroDivisionError]
