"""The frame of every letter: who writes to whom, on which day, what is asked by when, and the one line at its foot."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from likeness.paper import names, sizes
from likeness.paper.letters.letter import Letter, Pairs, Section, harmless
from likeness.paper.letters.letter_facts import Added, Facts, Shown
from likeness.paper.wording import say, word
from likeness.paper.words import parts
from likeness.values.money import Money

ANSWER_DAYS = 14  # a proposal, shown in the form and said in the help: whoever writes may say another day
MOST_FILES = 40  # of a likeness, by fingerprint; the rest are counted


class Pen:
    """Writes the words of one letter in one language."""

    def __init__(self, language: str, facts: Facts, added: Added) -> None:
        self.language, self.facts, self.added = language, facts, added
        self.to = added.to_name or facts.company

    def __call__(self, code: str, /, **fill: object) -> str:
        """Return a sentence of the room `letter`; names, licence and the day to answer by are filled in."""
        facts = self.facts
        known = {"performer": facts.performer, "company": facts.company, "number": facts.number, "by": self.by()}
        return say(self.language, "letter", code, **{**known, **fill})

    def by(self) -> str:
        """Return the last day to answer, in full."""
        return names.day(self.language, self.added.by or self.facts.today + timedelta(days=ANSWER_DAYS))

    def speaks_for(self) -> tuple[str, ...]:
        """Return that one writes for somebody else, where it is so."""
        return () if self.facts.owner == self.facts.performer else (self("for"),)

    def noted(self) -> tuple[str, ...]:
        """Return what the person wishes to add, where she does."""
        return (self.added.note,) if self.added.note else ()

    def asked(self, *codes: str, **fill: object) -> Section:
        """Return what is asked, point by point."""
        return Section(self("asked"), points=tuple(self(code, **fill) for code in codes))

    def likenesses(self, ids: Iterable[str]) -> Section:
        """Return the likenesses by title and id, and the recorded files by fingerprint."""
        titles = dict(self.facts.titles)
        points = tuple(names.sentence_case(f"{titles[one]} ({one})") if one in titles else one for one in ids)
        return Section(self("likenesses"), points=points)

    def prints(self, heading: str, files: tuple[Shown, ...]) -> tuple[Section, ...]:
        """Return files by their fingerprints; no section where there are none."""
        if not files:
            return ()
        told = tuple((self._file(one), one.sha256) for one in files[:MOST_FILES])
        left = len(files) - MOST_FILES
        return (Section(self(heading), prints=told, points=(self("more-files", n=left),) if left > 0 else ()),)

    def _file(self, one: Shown) -> str:
        size, day = sizes.size(self.language, one.size), names.day(self.language, one.on)
        return self("file", name=one.name, size=size, day=day)

    def licence_facts(self) -> Pairs:
        """Return licence, project and company."""
        terms = self.facts.terms
        if terms is None:
            return ()
        lang = self.language
        return (
            (self("licence"), self.facts.number),
            (word(lang, "letter-term", "project"), terms.project.title),
            (word(lang, "letter-term", "likeness"), parts.likenesses(lang, terms.likenesses, dict(self.facts.titles))),
        )

    def letter(self, kind: str, title: str, sections: Iterable[Section], sums: tuple[Money, ...] = (),
               *, turned: bool = False, closed: bool = True) -> Letter:  # fmt: skip
        """Return the whole letter; `turned` is one that the company writes to the owner, `closed` ends with a name."""
        facts, added = self.facts, self.added
        ours = (facts.owner, *added.address, *((added.contact,) if added.contact else ()))
        to = facts.performer if turned and facts.owner == facts.company else self.to
        theirs = (to, *added.to_address)
        made = Letter(
            kind=kind,
            language=self.language,
            title=title,
            sender=theirs if turned and to == self.to else ours,
            recipient=ours if turned and to == self.to else theirs,
            day=names.day(self.language, facts.today),
            sections=tuple(sections),
            closing=self("closing") if closed else "",
            signer=facts.owner if closed else "",
            foot=self("foot", owner=facts.owner),
            page=say(self.language, "paper", "page", n="{n}", of="{of}"),
            on=facts.today,
            number=facts.invoice,
            sums=sums,
        )
        return harmless(made)
