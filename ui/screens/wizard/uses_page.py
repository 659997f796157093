"""Allowed uses: what they may make, where it is shown, when, how much, and whether you approve it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from likeness.licence.draft import APPROVAL_DAYS
from likeness.licence.rules.shelf import the_rule
from likeness.licence.terms import Approval, LimitTerm
from likeness.paper import names
from likeness.paper.wording import word
from likeness.paper.words import rule_words
from likeness.paper.words.voice import Voice, tell
from likeness.values.codes import PURPOSES
from likeness.values.days import Span
from ui.kit.fields.day_field import DayField
from ui.kit.fields.fields import Labelled, NumberField
from ui.kit.fields.places import Offer, languages, places
from ui.kit.fields.tokens_field import TokensField
from ui.kit.parts.ticks import Radio
from ui.kit.words import language, tr
from ui.screens.wizard.page import Options, Page, put_number, spaced
from ui.screens.wizard.state import WizardState

CHANGES = ("new-dialogue", "dialogue-repair", "unfilmed-shots", "dubbing", "lip-sync", "de-age", "singing")
MEDIA = ("theatrical", "streaming", "tv", "radio", "podcast", "in-game", "web", "social")


class UsesPage(Page):
    """The longest page."""

    def __init__(self, state: WizardState, today: date) -> None:
        super().__init__(tr("What may they do with it?"))
        self._terms = state.terms
        lang = language()
        voice = Voice.PERFORMER if state.terms.grantor.capacity == "performer" else Voice.READER
        self._changes = Options([(c, names.sentence_case(tell(lang, voice, "modification", c))) for c in CHANGES])
        media = [("*", tr("Every medium, now and future"))]
        media += [(code, names.sentence_case(word(lang, "medium", code))) for code in MEDIA]
        self._media = Options(media, risky=("*",))
        purposes = [(code, names.sentence_case(word(lang, "purpose", code))) for code in PURPOSES.codes]
        self._purposes = TokensField(Offer(tuple(purposes)), tr("For"))
        self._where = TokensField(places(lang), tr("Where"))
        self._tongues = TokensField(languages(lang), tr("In which languages"))
        self._first, self._last = DayField(today, needed=True), DayField(today, tr("No end date"))
        self._lines_most = NumberField(tr("lines"), none=tr("No limit"))
        self._seconds_most = NumberField(tr("seconds"), none=tr("No limit"))
        self._yes = Radio(tr("Yes, within {n} days", n=APPROVAL_DAYS))
        self._no = Radio(tr("No, they decide"))
        self._place()
        self._connect()

    def _place(self) -> None:
        self.add(Labelled(tr("To make"), self._changes))
        self.add(self.field("purposes", tr("For"), self._purposes))
        self.add(self.field("media", tr("Shown in"), self._media))
        self.add(
            self.field("territory", tr("Where"), self._where),
            self.field("languages", tr("In which languages"), self._tongues),
        )
        self.add(self.field("first", tr("From"), self._first), self.field("last", tr("To"), self._last))
        self.add(
            Labelled(tr("How many new lines, at most"), self._lines_most),
            Labelled(tr("How much time, at most"), self._seconds_most),
        )
        self.add(Labelled(tr("You approve each result before it is shown"), spaced(self._yes, self._no)))
        self.end()

    def _connect(self) -> None:
        self._changes.changed.connect(lambda codes: self.say(modifications=codes))
        self._media.changed.connect(lambda codes: self.say(media=codes))
        self._purposes.changed.connect(lambda: self.say(purposes=self._purposes.codes()))
        self._tongues.changed.connect(lambda: self.say(languages=self._tongues.codes()))
        self._where.changed.connect(self._placed)
        self._first.picked.connect(self._dated)
        self._last.picked.connect(self._dated)
        self._lines_most.valueChanged.connect(self._limited("line"))
        self._seconds_most.valueChanged.connect(self._limited("second"))
        self._yes.clicked.connect(lambda: self.say(approval=Approval(needed=True, days=APPROVAL_DAYS)))
        self._no.clicked.connect(lambda: self.say(approval=None))

    def fill(self, state: WizardState) -> None:
        terms = self._terms = state.terms
        self._changes.set_codes(terms.modifications)
        self._media.set_codes(terms.media)
        self._purposes.set_codes(terms.purposes)
        self._where.set_codes(terms.territory.include)
        self._tongues.set_codes(terms.languages)
        self._first.set_day(terms.create.first)
        self._last.set_day(terms.create.last)
        for field, unit in ((self._lines_most, "line"), (self._seconds_most, "second")):
            most = (limit.most for limit in terms.limits if limit.unit == unit and limit.on is None)
            put_number(field, next(most, 0))
        approves = terms.approval is not None and terms.approval.needed
        (self._yes if approves else self._no).setChecked(True)
        if terms.create.last is None:
            self._fields["last"].warn(rule_words.in_language(language(), the_rule("no-end").text))

    def _placed(self) -> None:
        self.say(territory=replace(self._terms.territory, include=self._where.codes()))

    def _dated(self) -> None:
        create = self._terms.create
        last = create.last if self._last.unread() else self._last.day()
        self.say(create=Span(self._first.day() or create.first, last))

    def _limited(self, unit: str) -> Callable[[int], None]:
        def told(most: int) -> None:
            others = tuple(x for x in self._terms.limits if x.unit != unit or x.on is not None)
            mine = (LimitTerm(unit, most),) if most else ()
            both = (*mine, *others) if unit == "line" else (*others, *mine)
            self.say(limits=both)

        return told
