"""What the person has settled about a report: guesses first, answers over them, and the mapping both make. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

from likeness.feeds.guess import BY_KEY, NOT_WHOLE, TWICE, WHICH_UNIT, ColumnGuess, Guesses, alias_guesses
from likeness.feeds.known_names import Known
from likeness.feeds.mapping import Mapping
from likeness.feeds.targets import DATES, WORDS
from likeness.values.codes import ACTS, MEDIA, PURPOSES
from likeness.values.text import shown
from ui.kit.figures import day_text
from ui.kit.words import language, tr
from ui.screens.report.meanings import (
    LEFT_OUT,
    WHICH,
    all_meanings,
    code_words,
    dated,
    dated_words,
    meaning,
    target_and_form,
)
from ui.screens.report.state import ColumnLine, ConstantLine

_SAME_IN_ALL = ("user", "likeness", "project", "act", "purpose", "medium")
_TREES = {"act": ACTS, "purpose": PURPOSES, "medium": MEDIA}
Named = tuple[tuple[str, str], ...]


@dataclass
class Matching:
    """Codes by column (a target, a target with its date form, or left out), constants, and aliases by target."""

    guesses: Guesses
    remembered: Mapping | None = None
    codes: dict[str, str] = field(default_factory=dict)
    settled: set[str] = field(default_factory=set)
    constants: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, dict[str, str | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        known = self.remembered
        for column in self.guesses.columns:
            if column.reason == TWICE:
                continue
            if known is not None and column.name in known.columns:
                target = known.columns[column.name]
                form = known.dates.get(target or "")
                self.codes[column.name] = LEFT_OUT if target is None else dated(target, form)
                self.settled.add(column.name)
            else:
                self.codes[column.name] = self._guessed(column)
        if known is not None:
            self.constants = dict(known.constants)
        guessed = self.guesses.mapping.aliases
        kept = {} if known is None else known.aliases
        self.aliases = {target: {**guessed.get(target, {}), **kept.get(target, {})} for target in {**guessed, **kept}}

    def choose(self, column: str, code: str, known: Known) -> None:
        """Say what a column means; whoever meant the same before is left out now, and its values are guessed anew."""
        target = target_and_form(code)[0]
        for name, other in self.codes.items():
            if code != LEFT_OUT and name != column and target_and_form(other)[0] == target:
                self.codes[name] = LEFT_OUT
        self.codes[column] = code
        self.settled.add(column)
        self.constants.pop(target, None)
        if target in WORDS:
            guessed = alias_guesses(target, self.guesses.values[column], known)
            words = {one.word: one.code for one in guessed if one.code is not None or one.nothing}
            self.aliases[target] = {**words, **self.aliases.get(target, {})}

    def say_for_all(self, target: str, code: str) -> None:
        """Say something that is the same in every row; an empty code says nothing."""
        if code:
            self.constants[target] = code
        else:
            self.constants.pop(target, None)

    def answer(self, target: str, word: str, code: str) -> None:
        """Say what a value stands for; an empty code: that nothing is stated."""
        self.aliases.setdefault(target, {})[word] = code or None

    @property
    def mapping(self) -> Mapping:
        """The mapping as it stands."""
        taken = {name: target_and_form(code) for name, code in self.codes.items()}
        said = {target for target, _ in taken.values()}
        return Mapping(
            columns={name: target or None for name, (target, _) in taken.items()},
            dates={target: form for target, form in taken.values() if form is not None and form != WHICH},
            aliases={target: words for target, words in self.aliases.items() if target in said},
            constants={target: code for target, code in self.constants.items() if target not in said},
            sheet=self.guesses.sheet,
            heading_row=self.guesses.heading_row or None,
        )

    @property
    def open(self) -> str:
        """The first column whose date is still a question, or an empty string."""
        return next((name for name, code in self.codes.items() if target_and_form(code)[1] == WHICH), "")

    def lines(self) -> tuple[ColumnLine, ...]:
        """Return the columns as they are shown."""
        return tuple(self._line(column) for column in self.guesses.columns)

    def constant_lines(self, named: dict[str, Named]) -> tuple[ConstantLine, ...]:
        """Return what no column says, with what may be said; `named` holds companies, likenesses and projects."""
        said = {target_and_form(code)[0] for code in self.codes.values()}
        lines = []
        for target in _SAME_IN_ALL:
            if target not in said:
                coded = _TREES.get(target)
                offered = named.get(target, ()) if coded is None else [(c, code_words(target, c)) for c in coded.codes]
                first = ("", tr("Not stated"))
                lines.append(ConstantLine(target, meaning(target), self.constants.get(target, ""), (first, *offered)))
        return tuple(lines)

    def _guessed(self, column: ColumnGuess) -> str:
        if column.target not in DATES:
            return column.target or LEFT_OUT
        forms = self.guesses.dates.get(column.target)
        if forms is None:
            return column.target
        return dated(column.target, WHICH if len(forms.forms) > 1 else forms.forms[0])

    def _line(self, column: ColumnGuess) -> ColumnLine:
        code = self.codes.get(column.name, LEFT_OUT)
        samples = " · ".join(shown(one) for one in column.samples)
        if column.reason == TWICE:
            words = tr("Stands there twice")
            return ColumnLine(
                column.name, samples, LEFT_OUT, ((LEFT_OUT, tr("Do not import")),), "ask", words, fixed=True
            )
        standing, words = self._standing(column, code)
        return ColumnLine(column.name, samples, code, self._offered(column, code), standing, words)

    def _standing(self, column: ColumnGuess, code: str) -> tuple[str, str]:
        target, form = target_and_form(code)
        if form == WHICH:
            return "ask", self._question(target)
        if code == LEFT_OUT:
            if column.name not in self.settled and column.reason == WHICH_UNIT:
                return "ask", tr("A count of what?")
            return "out", tr("Left out: no whole numbers") if column.reason == NOT_WHOLE else tr("Left out")
        if column.name in self.settled or column.reason == BY_KEY:
            return "matched", tr("Matched")
        return "guess", tr("Our guess")

    def _question(self, target: str) -> str:
        """Ask with the first sample that the forms read differently: "Does 03/09/2026 mean 3 September 2026?"."""
        sample, day = self.guesses.dates[target].asks
        return tr("Does {written} mean {day}?", written=shown(sample), day=day_text(day, language()))

    def _offered(self, column: ColumnGuess, code: str) -> tuple[tuple[str, str], ...]:
        """Return the choices of a column: each date in each form that fits what stands in it."""
        offered: list[tuple[str, str]] = []
        for choice, words in all_meanings():
            if choice not in DATES:
                offered.append((choice, words))
                continue
            forms = self.guesses.forms_of(column.name)
            if target_and_form(code) == (choice, WHICH):
                offered.append((code, dated_words(choice, WHICH)))
            offered += [(dated(choice, form), dated_words(choice, form)) for form in forms]
        if code not in dict(offered):
            offered.append((code, dated_words(*target_and_form(code))))
        return tuple(offered)
