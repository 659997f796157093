"""The way back: where one came from, screen and chosen thing, bounded, and never to where one already is."""

from ui.way_back import IMPORT, MOST, WayBack


class Page:
    def __init__(self):
        self.thing = ""

    def shown(self):
        return self.thing


class Shell:
    """As much of a shell as the way back knows: pages, and what was asked of it."""

    def __init__(self):
        self.pages = {name: Page() for name in ("overview", "licences", "uses", "contacts")}
        self.way = WayBack(self)
        self.writing = False
        self.asked = []

    def page_of(self, place):
        return self.pages[place]

    def go(self, place):
        self.asked.append(place)
        self.way.come(place)

    def show_thing(self, place, key, *, step):
        assert not step
        self.asked.append((place, key))
        self.way.come(place)
        self.pages[place].thing = key

    def open_import(self):
        self.asked.append("the import")
        self.way.come(IMPORT)


def visits(*steps):
    """A shell on which these (place, thing) were shown one after the other, as links do."""
    shell = Shell()
    for place, key in steps:
        shell.way.come(place, key)
        shell.pages.get(place, Page()).thing = key
    return shell


def test_back_leads_to_the_screen_and_the_thing_one_came_from():
    shell = visits(("overview", ""), ("licences", "1"), ("uses", "u"), ("licences", "2"))
    shell.way.back()
    assert shell.asked == ["uses"]  # it shows u still
    shell.way.back()
    assert shell.asked[1:] == [("licences", "1")]
    shell.way.back()
    assert shell.asked[2:] == ["overview"]
    assert not shell.way.leads
    shell.way.back()
    assert len(shell.asked) == 3


def test_another_thing_on_the_same_screen_is_a_step_and_the_same_one_is_none():
    shell = visits(("licences", "1"), ("licences", "2"), ("licences", "2"))
    shell.way.come("licences")
    shell.way.back()
    assert shell.asked == [("licences", "1")]
    assert not shell.way.leads


def test_what_was_chosen_by_hand_before_one_left_is_what_one_comes_back_to():
    shell = visits(("licences", "1"))
    shell.pages["licences"].thing = "7"
    shell.way.come("uses")
    shell.pages["licences"].thing = "9"  # something else showed it meanwhile
    shell.way.back()
    assert shell.asked == [("licences", "7")]


def test_the_way_is_bounded():
    shell = Shell()
    for at in range(3 * MOST):
        shell.way.come("licences", str(at))
        shell.pages["licences"].thing = str(at)
    for _ in range(3 * MOST):
        shell.way.back()
    assert len(shell.asked) == MOST


def test_an_import_that_is_open_is_come_back_to_and_one_that_was_closed_is_forgotten():
    shell = visits(("overview", ""), (IMPORT, ""), ("licences", "1"))
    shell.way.back()
    assert shell.asked == ["the import"]
    shell.way.come("licences")
    shell.way.forget(IMPORT)
    shell.way.back()
    assert shell.asked[1:] == ["overview"]


def test_leaving_an_import_for_good_is_no_step():
    shell = visits(("uses", "u"), (IMPORT, ""))
    shell.way.forget(IMPORT)
    shell.way.come("uses")
    assert not shell.way.leads
    shell.way.back()
    assert shell.asked == []


def test_while_a_licence_is_written_back_leads_to_what_lies_behind_it():
    shell = visits(("overview", ""), ("licences", "1"))
    shell.writing = True
    assert shell.way.leads
    shell.way.back()
    assert shell.asked == ["licences"]
    shell.writing = False
    shell.way.back()
    assert shell.asked[1:] == ["overview"]
