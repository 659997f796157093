"""The page of twelve words that were just drawn, for the printer, or for a file that is deleted once it is printed."""

from __future__ import annotations

from pathlib import Path

from likeness.acts.desk import Desk
from likeness.acts.locks.make_words import report_too
from likeness.paper.sheets.word_sheet import render_words, word_sheet
from likeness.seal.twelve_words import Words
from likeness.values.days import day_in
from likeness.values.keep import keep_file
from likeness.values.outcome import Outcome


def words_page(desk: Desk, words: Words, language: str = "en") -> bytes:
    """Return the PDF of the words, in their language; it is kept nowhere."""
    made_on = day_in(desk.now(), "UTC")
    written = words.written(language)
    return render_words(word_sheet(language, desk.owner().name, written, made_on, reports=report_too(desk)))


def save_words_page(desk: Desk, words: Words, path: Path, language: str = "en") -> Outcome[Path]:
    """Write the page; the file holds the secret, so it is for the printer and then to be deleted."""
    keep_file(path, words_page(desk, words, language))
    return Outcome(path)
