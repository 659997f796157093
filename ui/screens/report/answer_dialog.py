"""What does this word mean? One answer for all rows that say it; then the report is checked again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from likeness.values.codes import ACTS, CONTENT, MEDIA, MODIFICATIONS, PURPOSES
from ui.kit.asking.dialogs import Dialog
from ui.kit.fields.fields import Choice, Labelled, all_read
from ui.kit.fields.places import languages, places
from ui.kit.fields.tokens_field import TokensField
from ui.kit.words import language, tr
from ui.screens.report.meanings import code_words, meaning

_TREES = {"act": ACTS, "purpose": PURPOSES, "medium": MEDIA, "modification": MODIFICATIONS, "content": CONTENT}


class AnswerDialog(Dialog):
    """`then(code)` gets the answer: codes joined with |, or an empty text where nothing is stated."""

    def __init__(self, parent: QWidget, target: str, word: str, guess: str, named: Sequence[tuple[str, str]],
                 then: Callable[[str], None]) -> None:  # fmt: skip
        super().__init__(
            parent,
            tr("What does “{word}” mean?", word=word),
            tr("Your answer counts for every row that says this. The report is then checked again."),
        )
        self._many = _many(target)
        self._one = Choice([("", tr("Not stated")), *_offered(target, named)])
        if self._many is not None:
            self._many.set_codes([code for code in guess.split("|") if code])
        else:
            self._one.choose(guess)
        self._field = Labelled(meaning(target), self._many or self._one)
        self.add(self._field)
        self.keep_button()
        self.answer(tr("Check again"), "main").clicked.connect(self._check)
        self._field.control.setFocus()  # nothing is recorded yet: the answer is what she came for
        self.accepted.connect(lambda: then(self.code()))

    def _check(self) -> None:
        if all_read(self._field):
            self.accept()

    def code(self) -> str:
        """Return what is chosen."""
        return "|".join(self._many.codes()) if self._many is not None else self._one.code()


def _many(target: str) -> TokensField | None:
    if target == "territory":
        return TokensField(places(language()), meaning(target))
    return TokensField(languages(language()), meaning(target)) if target == "language" else None


def _offered(target: str, named: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    tree = _TREES.get(target)
    return list(named) if tree is None else [(code, code_words(target, code)) for code in tree.codes]
