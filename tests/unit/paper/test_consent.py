"""A consent ends at once when it is withdrawn, whatever notice its terms name (FORMAT 4.6): no page says otherwise."""

from __future__ import annotations

import pytest

from likeness.licence.terms_read import terms_from
from likeness.paper.sheets.licence_sheet import rows_of
from likeness.paper.words.clauses import clauses
from tests.fakes.licences import terms_document

AT_ONCE = {"en": "At any time", "fr": "À tout moment"}
DAYS = {"en": "90 days", "fr": "90 jours"}


def pages(language, basis):
    terms = terms_from(terms_document(basis=basis, withdrawal={"notice_days": 90}, delete_by=None))
    said = ["".join(run.text for run in one) for one in clauses(language, terms)]
    return [text for _, text in rows_of(language, terms, {})], said


@pytest.mark.parametrize("language", DAYS)
def test_a_consent_ends_at_once_and_a_contract_after_its_notice(language):
    rows, said = pages(language, "consent")
    assert AT_ONCE[language] in rows
    assert not any(DAYS[language] in text.replace("\u00a0", " ") for text in (*rows, *said))
    rows, said = pages(language, "contract")
    assert AT_ONCE[language] not in rows
    assert all(any(DAYS[language] in text.replace("\u00a0", " ") for text in part) for part in (rows, said))
