"""The plain words that a signer reads: what is promised to one company alone is among them."""

from __future__ import annotations

import pytest

from likeness.licence.terms_read import terms_from
from likeness.paper.words.summary import summary
from tests.fakes.licences import terms_document

ALONE = {"purposes": ["series", "game"], "territory": {"include": ["US", "EU"], "exclude": ["FR"]}}
SAID = {
    "en": "The licence is exclusive: for series and game, in the United States and the European Union, except France, "
    "the same is granted to nobody else.",
    "fr": "La licence est exclusive\u00a0: série et jeu (États-Unis et Union européenne, sauf France). "
    "La même chose n’est accordée à personne d’autre.",
}


def plain(language, *, to_performer, **changes):
    return "".join(run.text for run in summary(language, terms_from(terms_document(**changes)), {},
                                               to_performer=to_performer))  # fmt: skip


@pytest.mark.parametrize("to_performer", [True, False])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_exclusivity_is_said_before_signing(language, to_performer):
    assert SAID[language] in plain(language, to_performer=to_performer, exclusive=ALONE)
    assert "xclusi" not in plain(language, to_performer=to_performer)
