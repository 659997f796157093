"""The licence wizard without Qt: what cannot be read holds a step back; what is not whole is kept as it is."""

from datetime import date

from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.licences.draft_licence import discard_draft
from likeness.acts.licences.unfinished import unfinished
from likeness.licence.draft import all_of
from likeness.licence.terms import Exclusivity, Grantor, Party, Performer, Territory
from likeness.values.days import Span
from tests.fakes.film import Film, Straight, told
from tests.unit.ui.test_presenters import filled
from ui.screens.wizard.presenter import REVIEW, WizardPresenter
from ui.screens.wizard.state import Unread

USES = 3
WHY = "Write a day such as 1 December 2026."

UNREAD = (Unread("last", "end of March", WHY),)

TOLD = (("last", WHY),)


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
