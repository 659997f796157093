"""Many licences exported at once: the same files as one by one, failures told, Cancel keeps what is whole."""

from __future__ import annotations

import pytest

from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.export_licence import export_licence
from likeness.acts.licences.export_many import export_many, years_of
from likeness.acts.licences.sign_licence import sign_licence
from likeness.licence.terms_read import terms_from
from tests.fakes.licences import terms_document


@pytest.fixture
def office(liora, clock):
    """Two licences of 2026, one of 2027, and a draft."""
    for title in ("One", "Two", "Three", "Draft"):
        project: dict[str, object] = {"id": title.lower(), "title": title, "ids": []}
        number = liora.do(draft_licence, terms_from(terms_document(basis="consent", project=project))).value.number
        if title != "Draft":
            liora.do(sign_licence, number)
        if title == "Two":
            clock.forward(days=310)
    return liora


def names(paths):
    return sorted({path.name.split(".")[0] for path in paths})


def test_all_of_a_year_are_those_of_its_numbers_and_no_draft(office, tmp_path):
    assert years_of(office.desk) == [2027, 2026]
    said = []
    made = office.do(export_many, tmp_path / "a", year=2026, progress=lambda *at: said.append(at)).value
    assert (names(made.files), made.licences, made.failed) == (["2026-0001", "2026-0002"], 2, ())
    assert said == [(0, 2), (1, 2), (2, 2)]
    assert names(office.do(export_many, tmp_path / "b").value.files) == ["2026-0001", "2026-0002", "2027-0001"]
    assert office.do(export_many, tmp_path / "c", year=1999).value.licences == 0


def test_each_is_what_it_is_alone(office, tmp_path):
    many = {path.name: path.read_bytes() for path in office.do(export_many, tmp_path / "many", "fr").value.files}
    for number in ("2026-0001", "2027-0001"):
        for path in office.do(export_licence, number, tmp_path / "one", "fr").value:
            assert many[path.name] == path.read_bytes()


def test_one_that_fails_is_told_and_stops_no_other(office, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "2026-0001.pdf").mkdir()
    (tmp_path / "out" / "2026-0001.pdf" / "in-the-way").write_text("x")
    made = office.do(export_many, tmp_path / "out").value
    assert [(number, fault.code) for number, fault in made.failed] == [("2026-0001", "file-is-folder")]
    assert (names(made.files), made.licences) == (["2026-0002", "2027-0001"], 2)


def test_cancel_keeps_what_is_whole_and_begins_no_other(office, tmp_path):
    asked = iter([False, True])
    made = office.do(export_many, tmp_path / "out", cancelled=lambda: next(asked)).value
    assert made.cancelled
    assert names(made.files) == ["2026-0001"]
    assert names((tmp_path / "out").iterdir()) == ["2026-0001"]
