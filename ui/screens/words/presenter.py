"""Twelve words, made once: shown to be printed or copied by hand, covered while two of them are asked. Plain Python.

They count when both were typed right, not before: whoever leaves earlier keeps what she had.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Protocol

from likeness.acts.locks.make_words import keep_words, note_asked
from likeness.acts.locks.print_words import words_page
from likeness.paper.wording import say
from likeness.seal.twelve_words import COUNT, Words, draw_words, same_word
from likeness.values.days import day_in
from ui.kit.figures import day_text
from ui.kit.words import language, tr
from ui.screens.words.state import CHECK, SHOW, Asked, WordsState


class View(Protocol):
    """Whoever draws the page."""

    def draw(self, state: WordsState) -> None: ...
    def paper(self, page: bytes) -> None: ...
    def finished(self) -> None: ...
    def fail(self, why: Exception) -> None: ...


class WordsPresenter:
    """Holds the words until they count; `first` is the first run, in which leaving is remembered and asked again."""

    def __init__(self, office: Any, jobs: Any, view: View, *, first: bool) -> None:
        self._office, self._jobs, self._view = office, jobs, view
        self._words: Words = draw_words(office.desk.chance)
        self._written = self._words.written(language())
        made = day_text(day_in(office.clock.now(), "UTC"), language())
        self._state = WordsState(
            name=office.owner.name,
            made=say(language(), "word-sheet", "made", day=made),
            asked=tuple(Asked(place) for place in _two_places(office.desk.chance.bytes(2))),
        )
        if first:
            jobs.submit("write", view, lambda _job: office.do(note_asked), lambda _outcome: None, view.fail)

    def start(self) -> None:
        """Show the words."""
        self._show(step=SHOW, words=self._written)

    def print(self) -> None:
        """Make the page for the printer."""
        lang, words = language(), self._words
        self._jobs.submit(
            "read",
            self._view,
            lambda _job: words_page(self._office.desk, words, lang),
            self._view.paper,
            self._view.fail,
        )

    def written_down(self) -> None:
        """Cover the words and ask for two of them."""
        self._show(step=CHECK, words=())

    def typed(self, at: int, text: str) -> None:
        """Take what stands in a field now; what is wrong is told when the field is left."""
        self._change(at, right=same_word(text, self._word(at)), problem="")

    def left(self, at: int, text: str) -> None:
        """Tell what is wrong in a field that was left."""
        asked = self._state.asked[at]
        if text.strip() and not asked.right:
            self._change(at, problem=tr("This is not word {n} of your copy.", n=asked.place))

    def keep(self) -> None:
        """Let the words count from now on."""
        if not self._state.complete or self._state.busy:
            return
        self._show(busy=True)
        words = self._words
        self._jobs.submit(
            "write", self._view, lambda _job: self._office.do(keep_words, words), self._kept, self._failed
        )

    def _kept(self, _outcome: Any) -> None:
        self._view.finished()

    def _failed(self, why: Exception) -> None:
        self._show(busy=False)
        self._view.fail(why)

    def _word(self, at: int) -> str:
        return self._written[self._state.asked[at].place - 1]

    def _change(self, at: int, **changes: Any) -> None:
        asked = list(self._state.asked)
        asked[at] = replace(asked[at], **changes)
        self._show(asked=tuple(asked))

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._view.draw(self._state)


def _two_places(chance: bytes) -> tuple[int, int]:
    """Return two different places from 1 to 12, the smaller first: nobody knows beforehand which."""
    first = chance[0] % COUNT
    second = (first + 1 + chance[1] % (COUNT - 1)) % COUNT
    return min(first, second) + 1, max(first, second) + 1
