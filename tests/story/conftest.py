"""People at their terminals, each with a registry of her own in one folder."""

from __future__ import annotations

import pytest

from tests.fakes.lines import Line
from tests.fakes.offices import an_office


@pytest.fixture
def folder(tmp_path):
    return tmp_path


@pytest.fixture
def person(folder, capsys, monkeypatch):
    def make(name, role):
        an_office(folder, name, role).close()  # the same registry as `registry init` makes, with a quick lock
        return Line(folder / f"{name.split()[0].lower()}.registry", capsys, monkeypatch)

    return make


@pytest.fixture
def liora(person):
    return person("Liora Vantreight", "performer")


@pytest.fixture
def company(person):
    return person("Tidewrack Pictures Ltd", "company")
