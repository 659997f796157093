"""The licence wizard without Qt: what cannot be read holds a step back; what is not whole is kept as it is."""

from dataclasses import replace
from datetime import date

import pytest

from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.licences.draft_licence import discard_draft
from likeness.acts.licences.print_draft import count_pages, draft_page
from likeness.acts.licences.unfinished import unfinished
from likeness.licence.draft import all_of
from likeness.licence.terms import Exclusivity, Grantor, Party, Performer, Representation, Territory
from likeness.values.days import Span
from tests.fakes.film import Film, Straight, filmed, told
from tests.unit.ui.test_presenters import filled
from ui.kit.pages.pdf_pages import pages_of
from ui.screens.overview.presenter import OverviewPresenter
from ui.screens.wizard.presenter import REVIEW, WizardPresenter
from ui.screens.wizard.state import Unread, Usual

USES = 3
WHY = "Write a day such as 1 December 2026."
UNREAD = (Unread("last", "end of March", WHY),)
TOLD = (("last", WHY),)


@pytest.fixture
def film():
    return Film()


@pytest.fixture
def wizard(office, film):
    """A licence filled in to its review, opened again on the allowed uses."""
    made = WizardPresenter(office, Straight(), film, zone="Europe/Paris")
    filled(made)
    made.go(USES)
    return made


def test_what_cannot_be_read_is_not_left_forward(wizard, film):
    wizard.read(UNREAD)
    for onward in (wizard.go_on, lambda: wizard.go(REVIEW)):
        onward()
        assert (film.last.step, film.last.problems) == (USES, TOLD)
    assert told(film, "point_at") == [("last",), ("last",)]
    wizard.read(())
    wizard.go_on()
    assert (film.last.step, film.last.problems) == (USES + 1, ())


def test_one_may_go_back_from_it_and_comes_forward_no_further_than_to_it(wizard, film):
    wizard.read(UNREAD)
    wizard.back()
    assert (film.last.step, film.last.problems) == (USES - 1, ())
    wizard.read(())
    wizard.go(REVIEW)
    assert (film.last.step, film.last.problems) == (USES, TOLD)


def test_a_step_that_was_emptied_again_is_not_passed_over(wizard, film):
    """What is signed is the draft as it was kept: it must be what the review shows."""
    wizard.change(purposes=())
    wizard.go(USES - 1)
    wizard.go(REVIEW)
    assert (film.last.step, [field for field, _why in film.last.problems]) == (USES, ["purposes"])


def test_what_is_unread_and_what_is_missing_are_told_together_each_field_once(wizard, film):
    wizard.change(purposes=())
    wizard.read((*UNREAD, Unread("purposes", "drame", "No.")))
    wizard.go_on()
    assert film.last.problems == (*TOLD, ("purposes", "No."))


def test_the_draft_holds_what_is_whole_and_what_is_not_is_kept_beside_it(wizard, film, office):
    number = film.last.number
    wizard.read(UNREAD)
    wizard.change(description="")
    assert wizard.leave() == number
    assert film.told[-1].startswith("Kept as far as it is. The draft")
    assert office.registry.licences.get(number, office.clock.now()).terms.description
    again = Film()
    wizard = WizardPresenter(office, Straight(), again, number)
    wizard.start()
    assert (again.last.went_on, again.last.step, again.last.terms.description) == (True, USES, "")
    wizard.change(description="Whole again.")
    wizard.go(REVIEW)
    assert (again.last.step, [field for field, _why in again.last.problems]) == (USES, ["last"])
    wizard.read(())
    wizard.leave()
    assert unfinished(office.desk, number) is None
    assert office.registry.licences.get(number, office.clock.now()).terms.description == "Whole again."


def test_a_new_licence_is_kept_beside_the_drafts_until_it_has_a_number(office, film):
    wizard = WizardPresenter(office, Straight(), film)
    wizard.start()
    wizard.keep()
    assert unfinished(office.desk) is None
    wizard.change(licensee=Party("tidewrack", "Tidewrack Pictures Ltd"))
    wizard.keep()
    assert film.last.saved
    assert unfinished(office.desk) is not None
    filled(wizard)
    assert unfinished(office.desk) is None
    assert film.last.number
    wizard.change(description="")
    wizard.keep()
    office.do(discard_draft, film.last.number)
    assert unfinished(office.desk, film.last.number) is None, "the next draft may get its number"


def test_what_follows_the_making_follows_it_and_what_contradicts_it_is_told(wizard, film):
    later = Span(date(2028, 1, 1), date(2030, 12, 31))
    wizard.change(create=later)
    assert (film.last.terms.exploit, film.last.terms.delete_by) == (later, date(2031, 1, 30))
    wizard.change(exploit=Span(later.first, date(2029, 1, 1)), delete_by=date(2028, 2, 1))
    wizard.change(create=Span(later.first, date(2031, 12, 31)))
    assert film.last.terms.exploit.last == date(2029, 1, 1)
    wizard.go(REVIEW)
    assert {"made-after-shown", "deleted-while-made"} <= {one.rule for one in film.last.warnings}
    wizard.fix("made-after-shown")
    wizard.fix("deleted-while-made")
    assert not {"made-after-shown", "deleted-while-made"} & {one.rule for one in film.last.warnings}


def test_an_agent_sees_whose_each_likeness_is_and_grants_those_of_one_performer(agent, film):
    for title, whose in (("Face", "Alma Reyes"), ("Voice", "Alma Reyes"), ("Face", "Bruno Katz")):
        name = f"{whose[0]}-{title}"
        agent.do(record_double, NewDouble(name, "face-scan", title, whose[0], whose))
    wizard = WizardPresenter(agent, Straight(), film)
    wizard.change(likenesses=("A-Face", "B-Face"))
    assert [words for _id, words in film.last.doubles][::2] == [
        "Face · face scan · Alma Reyes", "Face · face scan · Bruno Katz",
    ]  # fmt: skip
    wizard.change(licensee=Party("t", "Tidewrack"), grantor=Grantor("Halden Roe", "agent", "Contract of 2025"))
    wizard.go_on()
    wizard.go_on()
    why = "A licence is of one performer. These are of Alma Reyes and Bruno Katz. Write a licence for each."
    assert (film.last.step, film.last.problems) == (1, (("likenesses", why),))
    wizard.change(likenesses=("A-Face", "A-Voice"))
    wizard.go_on()
    assert (film.last.step, film.last.terms.performer) == (2, Performer("A", "Alma Reyes"))


def test_a_draft_of_two_performers_is_kept_beside_the_drafts_and_not_as_one(office, film, wizard):
    office.do(record_double, NewDouble("bruno-face", "face-scan", "Face", "bruno", "Bruno Katz"))
    wizard = WizardPresenter(office, Straight(), film, film.last.number)
    wizard.change(likenesses=("liora-voice-2025", "bruno-face"))
    number = wizard.leave()
    assert unfinished(office.desk, number) is not None
    assert office.registry.licences.get(number, office.clock.now()).terms.likenesses == ("liora-voice-2025",)


def test_what_is_signed_is_named_by_its_title(office, film, wizard):
    """She owns two voice models: `your voice model` says neither which one she reads nor which one she signs."""
    office.do(record_double, NewDouble("liora-reading", "voice-model", "Reading of 2024", "liora"))
    wizard = WizardPresenter(office, Straight(), film, film.last.number)
    wizard.start()
    assert line(film, "With") == "Speaking voice model “Speaking voice”"
    assert "speaking voice model “Speaking voice”" in "".join(text for text, _mark in film.last.plain)
    wizard.change(likenesses=("liora-reading", "liora-voice-2025"))
    assert "“Reading of 2024” and speaking voice model “Speaking voice”" in line(film, "With")


def test_the_kind_alone_is_said_where_there_is_one_of_it(film, wizard):
    plain = "".join(text for text, _mark in film.last.plain)
    assert "your speaking voice model to make" in plain
    wizard.go(REVIEW)
    assert line(film, "With") == "Speaking voice model “Speaking voice”"


def test_a_promise_of_all_that_is_granted_follows_what_is_granted(wizard, film):
    wizard.change(exclusive=all_of(film.last.terms))
    wizard.change(territory=Territory(("FR", "BE")))
    wizard.change(purposes=("series", "promo"))
    assert film.last.terms.exclusive == Exclusivity(("series", "promo"), Territory(("FR", "BE")))
    wizard.change(exclusive=Exclusivity(("series",), Territory(("FR",))))
    wizard.change(territory=Territory(("DE",)))
    assert film.last.terms.exclusive == Exclusivity(("series",), Territory(("FR",)))  # it was said apart
    wizard.change(exclusive=None)
    wizard.change(territory=Territory(("FR",)))
    assert film.last.terms.exclusive is None


def test_what_is_said_of_the_performer_is_signed_only_after_it_was_read(wizard, film):
    terms = film.last.terms
    wizard.change(performer=replace(terms.performer, born=date(2015, 5, 1)), exclusive=all_of(terms),
                  representation=Representation("lawyer", "Ada Roe"), union_agreement="ACTRA IPA 2025")  # fmt: skip
    wizard.change(likenesses=terms.likenesses)
    wizard.go(REVIEW)
    assert line(film, "Signed with it") == (
        "Liora Vantreight was born on 1 May 2015\nAdvised by Ada Roe\nUnion agreement: ACTRA IPA 2025"
    )
    assert line(film, "Exclusive").startswith("The same is granted to nobody else: ")
    wizard.change(performer=replace(terms.performer, born=date(2030, 1, 1)))
    wizard.go(1)
    wizard.go_on()
    assert ("born", "The day of birth comes after the first day of the licence.") in film.last.problems


def line(film, heading):
    return "".join(text for text, _mark in dict(film.last.review)[heading])


def remarks(film):
    return {line: [one.text for one in told] for line, told in film.last.usual.remarks.items()}


def test_without_an_earlier_licence_nothing_is_compared(office, film):
    filled(WizardPresenter(office, Straight(), film, zone="Europe/Paris"))
    assert (film.last.step, film.last.usual) == (REVIEW, Usual())


def test_the_review_compares_with_what_she_usually_grants_and_follows_what_is_changed(in_force, film):
    wizard = WizardPresenter(in_force, Straight(), film, zone="Europe/Paris")
    filled(wizard)
    assert film.last.usual.heading == "Compared with your usual"
    assert film.last.usual.basis == "With 1 signed licence that is or was in force."
    assert remarks(film)["Lasts"] == ["10 years"]
    assert remarks(film)["Shown"] == ["Wider before"]
    assert remarks(film)["At most"] == ["First time: no limit"]
    wizard.change(acts=("generate", "alter", "train"))
    assert remarks(film)["They may"] == ["First time: train a model"]
    wizard.back()
    assert film.last.usual == Usual()


def test_an_agent_reads_whose_usual_it_is(in_force, film):
    wizard = WizardPresenter(in_force, Straight(), film, zone="Europe/Paris")
    filled(wizard)
    wizard.change(grantor=Grantor("Halden Roe", "agent", "letter of 2025"))
    assert film.last.usual.heading == "Compared with what Liora Vantreight usually grants"


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
