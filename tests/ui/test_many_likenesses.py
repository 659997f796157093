"""Which likeness a licence is about, where there are too many to tick: each is found by its name."""

from __future__ import annotations

from datetime import date

import pytest

from likeness.licence.terms_read import terms_from
from tests.fakes.licences import terms_document
from ui.kit.fields.tokens_field import TokensField
from ui.screens.wizard.first_pages import MOST_BOXES, LikenessPage
from ui.screens.wizard.page import Options
from ui.screens.wizard.state import WizardState


def page_of(qtbot, count):
    doubles = tuple((f"voice-{n}", f"Voice {n} · voice model · Person {n}") for n in range(count))
    state = WizardState(terms=terms_from(terms_document()), number="", doubles=doubles)
    page = LikenessPage(state, date(2026, 3, 2))
    qtbot.addWidget(page)
    page.fill(state)
    said: list[dict[str, object]] = []
    page.changed.connect(said.append)
    return page, said


@pytest.mark.parametrize(("count", "kind"), [(MOST_BOXES, Options), (MOST_BOXES + 1, TokensField)])
def test_few_are_ticked_and_many_are_found(dressed, qtbot, count, kind):
    assert isinstance(page_of(qtbot, count)[0]._chosen, kind)


def test_one_of_very_many_is_named_and_what_names_none_is_told(dressed, qtbot):
    page, said = page_of(qtbot, 3_000)
    page.put_typed({"likenesses": "voice 2999 voice model person 2999"})
    assert said[-1] == {"likenesses": (*terms_from(terms_document()).likenesses, "voice-2999")}
    page.put_typed({"likenesses": "Voice"})
    assert [(one.field, one.text) for one in page.settle()] == [("likenesses", "Voice")]
