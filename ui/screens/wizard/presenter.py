"""The wizard: terms that change, plain words and warnings that follow, a draft that keeps itself, a signature."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Protocol

from likeness.acts.licences.draft_licence import change_draft, draft_licence
from likeness.acts.licences.unfinished import Typed, Unfinished, forget_unfinished, keep_unfinished, unfinished
from likeness.acts.names import known_projects
from likeness.acts.rules.read_caveats import caveats_here
from likeness.licence.codec_v1 import in_signed_order
from likeness.licence.draft import alone_in_step, complete, moved, new_terms
from likeness.licence.rules.caveats import fixed
from likeness.licence.terms import Grantor, Performer, Terms
from likeness.paper.wording import say
from likeness.paper.words import rule_words
from likeness.paper.words.compare import Comparison
from likeness.registry.owner import Owner
from likeness.values.clock import Clock
from likeness.values.days import day_in
from likeness.values.ids import Ids
from ui.kit.lists.amendment import changed_terms
from ui.kit.words import language, tr
from ui.screens.wizard.healed import Healed
from ui.screens.wizard.likenesses import Likenesses
from ui.screens.wizard.page_count import PageCount
from ui.screens.wizard.reading import plain_words, problems_of, warnings_of
from ui.screens.wizard.review_words import review_of
from ui.screens.wizard.signing import Signing
from ui.screens.wizard.state import STEPS, Problem, Unread, Usual, WizardState
from ui.screens.wizard.taking_time import TakingTime
from ui.screens.wizard.usual import UsualTerms

REVIEW = len(STEPS) - 1


class Desk(Protocol):
    """What the wizard needs of the office."""

    registry: Any
    clock: Clock
    desk: Any

    def do(self, act: Any, *args: Any, **kw: Any) -> Any: ...
    def confirm(self, passphrase: str) -> bool: ...


class View(Protocol):
    """Whoever draws the wizard."""

    def draw(self, state: WizardState) -> None: ...
    def point_at(self, field: str) -> None: ...
    def done(self, number: str, words: str) -> None: ...
    def show_page(self, page: bytes) -> None: ...
    def tell(self, words: str) -> None: ...
    def fail(self, why: Exception) -> None: ...


class WizardPresenter:
    """Holds the terms; every change is drawn at once."""

    def __init__(
        self, desk: Desk, jobs: Any, view: View, number: str = "", double: str = "", zone: str = "UTC"
    ) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        owner = desk.registry.owner.get()
        row = desk.registry.licences.get(number, desk.clock.now()) if number else None
        today = day_in(desk.clock.now(), zone)
        people = desk.registry.people.all()
        drafted = row.terms if row else _fresh(owner, people, today, zone)
        self._drafted = drafted  # the terms of the draft, or those that a new licence begins with
        self._kept = unfinished(desk.desk, number)
        left = self._kept or Unfinished(drafted, REVIEW if row else 0, REVIEW if row else 0)
        self._unread = _by_step(left.typed)
        self._replaces = row.replaces if row else None
        self._likenesses = Likenesses(desk.registry.doubles.in_brief())
        self._healed = Healed()
        self._usual = UsualTerms(desk.desk, jobs, view, self._show)
        self._pages = PageCount(desk.desk, jobs, view, self._show)
        self.time = TakingTime(desk, jobs, view, zone, self._kept_number)
        self.signing = Signing(desk, jobs, view, self._show, self._far, self._kept_number)
        self._state = WizardState(
            terms=left.terms,
            number=number,
            reached=left.reached,
            step=left.step,
            went_on=self._kept is not None,
            typed=left.typed,
            companies=tuple(people.items()),
            projects=known_projects(desk.registry, desk.clock.now()),
            doubles=self._likenesses.offered,
            signer=owner.name,
            replaces=self._replaces or "",
        )
        if double and not row and not self._kept:
            self._state = replace(self._state, terms=self._likenesses.chosen(drafted, (double,)))

    def start(self) -> None:
        """Draw the first page."""
        self._show()

    def change(self, **fields: Any) -> None:
        """Change terms; plain words and warnings follow."""
        before = self._state.terms
        terms = replace(moved(before, fields["create"]) if "create" in fields else before, **fields)
        if "likenesses" in fields:
            terms = self._likenesses.chosen(terms, fields["likenesses"])
        terms = alone_in_step(before, terms)
        if terms != self._state.terms:
            shown = {field for field, _text in self._state.problems}
            left = tuple(one for one in problems_of(terms, STEPS[self._state.step], language()) if one[0] in shown)
            self._show(terms=terms, problems=left, saved="")

    def fix(self, rule: str) -> None:
        """Heal a warning."""
        self.change(**_differences(self._state.terms, fixed(self._state.terms, rule)))

    def read(self, unread: tuple[Unread, ...]) -> None:
        """Take what the open page holds that cannot be read: one may go back from it, and never forward past it."""
        self._unread[self._state.step] = unread

    def go(self, step: int) -> None:
        """Open a step that was reached before; on the way forward, the first one that is not in order."""
        if step > self._state.reached:
            return
        for passed in range(step) if step > self._state.step else ():
            if problems := self._problems_on(passed):
                self._refuse(passed, problems)
                return
        self._show(step=step, problems=(), sign_problem="")
        self.keep()

    def back(self) -> None:
        """Go one step back."""
        self.go(max(self._state.step - 1, 0))

    def go_on(self) -> None:
        """Check this step and open the next one; the draft keeps itself."""
        step = self._state.step
        if problems := self._problems_on(step):
            self._refuse(step, problems)
        elif step < REVIEW:
            self._state = replace(self._state, reached=max(step + 1, self._state.reached))
            self.go(step + 1)

    def _problems_on(self, step: int) -> tuple[Problem, ...]:
        """Return what cannot be read on a step, and what is still open there, each field once."""
        unread = tuple((one.field, one.why) for one in self._unread.get(step, ()))
        fields = {field for field, _why in unread}
        terms = self._state.terms
        still_open = problems_of(terms, STEPS[step], language())
        if STEPS[step] == "likeness" and (why := self._likenesses.apart(terms)):
            still_open = (("likenesses", why),)
        return (*unread, *(one for one in still_open if one[0] not in fields))

    def _refuse(self, step: int, problems: tuple[Problem, ...]) -> None:
        """Say what holds a step back, and put the focus there."""
        self._show(step=step, problems=problems, sign_problem="")
        self._view.point_at(problems[0][0])

    def keep(self) -> None:
        """Keep the draft; as long as it is not whole, or holds what cannot be read, it is kept as far as it is."""
        drafted, rest = self._keep_draft(), self._keep_rest()
        if drafted or rest:
            self._show(saved=f"{self._desk.clock.now().astimezone():%H:%M}")

    def _keep_draft(self) -> bool:
        terms, number = self._state.terms, self._state.number
        if not complete(terms) or terms == self._drafted or self._likenesses.apart(terms):
            return False
        if number:
            self._desk.do(change_draft, number, terms)
        else:
            self._keep(None)
            self._state = replace(self._state, number=self._desk.do(draft_licence, terms).value.number)
        self._drafted = terms
        return True

    def _keep_rest(self) -> bool:
        """Keep what the draft does not hold; tells whether that is another than a moment ago."""
        state = self._state
        typed = tuple(Typed(step, one.field, one.text) for step, held in self._unread.items() for one in held)
        rest = typed or state.terms != self._drafted
        return self._keep(Unfinished(state.terms, state.step, state.reached, typed) if rest else None)

    def _keep(self, what: Unfinished | None) -> bool:
        if what == self._kept:
            return False
        if what is None:
            self._desk.do(forget_unfinished, self._state.number)
        else:
            self._desk.do(keep_unfinished, self._state.number, what)
        self._kept = what
        return True

    def leave(self) -> str:
        """Keep everything and return the number of the draft, empty if there is none; say what is not whole yet."""
        self.keep()
        if self._kept:
            words = tr("Kept as far as it is. The draft opens with it.") if self._state.number else \
                tr("Kept as far as it is. A new licence opens with it.")  # fmt: skip
            self._view.tell(words)
        return self._state.number

    def begin_afresh(self) -> None:
        """Throw away what is not whole: the draft is what it was, a new licence is empty."""
        self._keep(None)

    def sign(self, passphrase: str, sentence: str) -> None:
        """Sign, unless what is marked in red is still to be accepted."""
        state = self._state
        if state.accept_word and not rule_words.accepts(sentence):
            self._show(sign_problem=tr("Type the sentence exactly, or take the warning away."))
            return
        self.signing.sign(passphrase, sentence)

    def _kept_number(self) -> str:
        """Keep the draft and return its number."""
        self.keep()
        return self._state.number

    def _far(self, done: int, whole: int) -> None:
        """Show how far the uses are judged again; the warnings are not read anew for it."""
        self._state = replace(self._state, progress=(done, whole))
        self._view.draw(self._state)

    def _show(self, **changes: Any) -> None:
        state = replace(self._state, **changes)
        terms, lang = state.terms, language()
        warnings = warnings_of(caveats_here(self._desk.desk, terms, replaces=self._replaces), state.reached, lang)
        grave = any(one.grave for one in warnings)
        self._state = replace(
            state,
            plain=plain_words(terms, self._likenesses.told(terms), lang, self._state.plain),
            warnings=warnings,
            healed=self._healed.beside(warnings),
            review=review_of(terms, self._likenesses.named(terms), lang) if state.step == REVIEW else (),
            pages=self._pages.of(state.number, terms),
            usual=self._usual.beside(terms, self._likenesses.named(terms), lang) if state.step == REVIEW else Usual(),
            changes=self._changes(terms, lang) if state.step == REVIEW else (),
            about=" · ".join(part for part in (terms.licensee.name, terms.project.title) if part),
            accept_word=say(lang, "acknowledge", "sentence") if grave else "",
        )
        self._view.draw(self._state)
        if state.step == REVIEW:
            self._usual.read(terms)
        if state.step == REVIEW and state.number and terms == self._drafted:
            self._pages.count(state.number, terms)

    def _changes(self, terms: Terms, lang: str) -> tuple[Comparison, ...]:
        return changed_terms(self._desk.registry, self._desk.clock.now(), self._replaces, in_signed_order(terms), lang)


def _fresh(owner: Owner, people: dict[str, str], today: date, zone: str) -> Terms:
    capacity = "performer" if owner.role == "performer" else "agent"
    return new_terms(Performer(Ids(people).of(owner.name), owner.name), Grantor(owner.name, capacity), today, zone)


def _by_step(typed: tuple[Typed, ...]) -> dict[int, tuple[Unread, ...]]:
    """Return what could not be read when the licence was left, by step; its page says why once it is open."""
    steps = {one.step for one in typed}
    return {step: tuple(Unread(one.field, one.text, "") for one in typed if one.step == step) for step in steps}


def _differences(old: Terms, new: Terms) -> dict[str, Any]:
    return {name: getattr(new, name) for name in new.__dataclass_fields__ if getattr(new, name) != getattr(old, name)}
