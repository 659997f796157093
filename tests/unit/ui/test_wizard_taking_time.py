"""Taking time before a signature: her licences read aside, the pages counted, a draft slept on or shown first."""

from likeness.acts.licences.print_draft import count_pages, draft_page
from tests.fakes.film import Straight, filmed, told
from tests.unit.ui.test_presenters import filled
from ui.kit.pages.pdf_pages import pages_of
from ui.screens.overview.presenter import OverviewPresenter
from ui.screens.wizard.presenter import WizardPresenter


def pages_in(page):
    """How many pages Qt's own reader finds."""
    return len(pages_of(page, 100))


class Lanes(Straight):
    """Remembers on which lane work was asked for."""

    def __init__(self):
        self.asked = []

    def submit(self, lane, *work):
        self.asked.append(lane)
        return super().submit(lane, *work)


def test_her_licences_are_read_once_and_off_the_windows_thread(in_force, film):
    jobs = Lanes()
    wizard = WizardPresenter(in_force, jobs, film, zone="Europe/Paris")
    filled(wizard)
    wizard.change(notice_days=3)
    wizard.change(notice_days=4)
    assert jobs.asked == ["look", "look"]  # the other one counts the pages of the draft as it was kept


def test_the_pages_are_counted_of_the_draft_as_it_is_kept(office, film):
    jobs = Lanes()
    wizard = WizardPresenter(office, jobs, film, zone="Europe/Paris")
    filled(wizard)
    number = film.last.number
    assert film.last.pages == pages_in(draft_page(office.desk, number)) == count_pages(office.desk, number)
    wizard.change(description="Word for word.")
    assert film.last.pages == 0  # not those of other words
    asked = len(jobs.asked)
    wizard.keep()
    assert film.last.pages == pages_in(draft_page(office.desk, number)) > 0
    wizard.change(notice_days=film.last.terms.notice_days)
    assert len(jobs.asked) == asked + 1


def test_where_a_page_cannot_be_set_nothing_is_said_until_somebody_asks_for_it(office, film):
    wizard = WizardPresenter(office, Straight(), film, zone="Europe/Paris")
    filled(wizard)
    wizard.change(description="\U00012000")  # a letter of no font here
    wizard.keep()
    assert (film.last.pages, film.failures) == (0, [])
    wizard.time.show_page()
    assert [why.code for why in film.failures] == ["no-glyph"]


def test_a_licence_slept_on_is_kept_and_waits_on_the_overview_the_next_day(office, film, clock):
    wizard = WizardPresenter(office, Straight(), film, zone="Europe/Paris")
    filled(wizard)
    wizard.change(notice_days=3)
    wizard.time.sleep_on_it()
    number = film.last.number
    assert told(film, "done") == [(number, "The draft is kept. You are asked again on 3 March 2026.")]
    assert office.registry.licences.get(number, clock.now()).terms.notice_days == 3
    clock.forward(days=1)
    _overview, seen = filmed(OverviewPresenter, office)
    row = seen.last.rows[0]
    assert (row.first, row.second) == (
        "A draft that you slept on waits for you", "Harbour Nine · Tidewrack Pictures Ltd",
    )  # fmt: skip
    assert (row.action, row.screen, row.key) == ("Read it again", "draft", number)


def test_a_draft_is_saved_for_an_agent_as_it_stands_and_nothing_is_signed(office, film, tmp_path):
    wizard = WizardPresenter(office, Straight(), film, zone="Europe/Paris")
    filled(wizard)
    wizard.change(description="Changed a moment ago.")
    wizard.time.save_page(tmp_path / "draft.pdf")
    assert (tmp_path / "draft.pdf").read_bytes().startswith(b"%PDF-")
    assert film.told[-1] == f"Saved in {tmp_path}. Nothing is signed or sent."
    row = office.registry.licences.get(film.last.number, office.clock.now())
    assert (row.state, row.terms.description) == ("draft", "Changed a moment ago.")
    assert told(film, "done") == []
    wizard.time.save_page(tmp_path)  # a folder
    assert [why.code for why in film.failures] == ["file-is-folder"]
