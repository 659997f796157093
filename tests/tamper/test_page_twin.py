"""The page for phones and the app say the same of thousands of spoiled texts and files: answer, steps and words.

This runs the page's own scripts in Node; `tests/page` does the like in a browser, where there is one.
"""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

import pytest

from likeness.paper.page.verify_page import PageFacts
from likeness.paper.qr.qr_payload import qr_text
from likeness.verifier.foreign import RULES
from likeness.verifier.hostile import Contents
from likeness.verifier.roots import Roots
from likeness.verifier.verify import verify
from tests.fakes.licences import accepted, signed
from tests.fakes.page_in_node import page_says
from tests.fakes.papers import read_here
from tests.fuzz.mutate import spoiled
from tests.fuzz.targets import statements
from tests.fuzz.texts import ODD_TEXTS, spoiled_text
from tests.page.asking import step_words
from tests.page.comparing import told
from tests.page.conftest import CARD, MADE_ON
from tests.page.test_signed_and_wrong import resigned, spoiled_terms
from tests.unit.verifier.test_foreign import CODES

AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
FACTS = PageFacts("Liora Vantreight", MADE_ON, [CARD], {}, RULES)
LANGUAGES = ("en", "fr")
ARCHIVES = [b"PK\x03\x04x", b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"PK", b"7z"]
PICTURE = b"\x89PNG\r\n\x1a\n"


def app_says(data, read=read_here):
    report = verify(data, Roots(cards=(CARD,)), at=AT, read=read)
    words = {language: [step_words(language, step) for step in report.steps] for language in LANGUAGES}
    return told((report.answer, [(step.step, step.result, step.detail) for step in report.steps])), words


def _made(kind, one):
    return list(one) if kind == "codes" else one.decode() if kind == "text" else one.hex()


def same(folder, kind, given):
    """Hold both to the same; returns how many different answers there were."""
    asked = [(kind, _made(kind, one), int(AT.timestamp())) for one in given]
    answers = set()
    for one, page in zip(given, page_says(folder, FACTS, asked), strict=True):
        words = {language: page["words"][language][2:] for language in LANGUAGES}  # after the answer and what to do
        steps = [tuple(step) for step in page["steps"]]
        app = app_says(PICTURE, lambda *_, one=one: Contents(texts=one)) if kind == "codes" else app_says(one)
        assert (told((page["answer"], steps)), words) == app, one[:200]
        answers.add(page["answer"])
    return answers


def some_texts(dice, count):
    codes = [qr_text(data, host) for data in (accepted(), signed().data, b"\x01") for host in (None, "example.org")]
    seeds = [*codes, *codes, *filter(None, CODES), "hello", "LIK1:", "a\nb", ""]
    seeds += [f"Dear agent,\n\n{one}\n\nBest,\nLiora" for one in codes]
    texts = [spoiled_text(dice.choice(seeds), dice, seeds) for _ in range(count)]
    return [text.encode() for text in texts]


@pytest.mark.parametrize("kind", ["text", "data"])
def test_spoiled_texts_pasted_or_in_a_file(tmp_path, kind):
    leading = [(odd * n + qr_text(accepted())).encode() for odd in ODD_TEXTS for n in (1, 2)]
    alone = [odd.encode() for odd in ODD_TEXTS]
    given = [*leading, *alone, *some_texts(Random(kind), 1_500)]
    if kind == "data":
        given += [mark + one for mark in (b"\xff\xfe", b"\xfe\xff") for one in (b"", b"x", b" \x00", b"\x00\xd8")]
        given += [one.decode().encode("utf-16") for one in given[:400]]
    answers = same(tmp_path, kind, given)
    assert answers >= {"status-old", "altered", "other", "unreadable"}


def test_spoiled_files_and_what_is_signed_and_wrong(tmp_path):
    dice = Random(11)
    seeds = [accepted(), signed().data, *statements()]
    wrong = [paper for paper in (resigned(spoiled_terms(dice)) for _ in range(500)) if paper is not None]
    answers = same(
        tmp_path, "data", [*seeds, *ARCHIVES, *wrong, *(spoiled(dice.choice(seeds), dice, seeds) for _ in range(1_500))]
    )
    assert answers >= {"status-old", "altered", "other", "unreadable", "not-accepted"}


def test_pictures_with_any_codes_in_them(tmp_path):
    """One, several, none; ours spelled right and wrong, with a line end inside, among those of others."""
    dice, whole = Random(3), qr_text(accepted())
    texts = [text.decode() for text in some_texts(dice, 300)]
    pictures = [(), (whole,), (f"{whole[:50]}\n{whole[50:]}",), (whole[:-1], whole), ("hello", whole), (f"{whole}\n",)]
    pictures += [tuple(dice.choices(texts, k=dice.choice((1, 1, 2, 3)))) for _ in range(600)]
    answers = same(tmp_path, "codes", pictures)
    assert answers >= {"status-old", "altered", "other", "unreadable"}
