"""The registry: behind both engines the same, one transaction or nothing, refuses what is not its own."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from likeness.errors import Broken, Refused
from likeness.licence.terms_read import terms_from
from likeness.registry.migrate import migrations
from likeness.registry.registry import create_registry, open_registry
from likeness.scope.event import Event
from likeness.scope.judge import Finding, Verdict
from likeness.scope.use import Use
from tests.fakes.licences import terms_document

KEY = bytes(range(32))
NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture(params=[KEY, None], ids=["sqlcipher", "sqlite"])
def registry(request, tmp_path):
    made = create_registry(tmp_path / "a.registry", request.param)
    yield made
    made.close()


def put(registry, number="2026-0001", **changes):
    terms = terms_from(terms_document(**changes))
    with registry.transaction():
        return registry.licences.put_draft(number, terms, NOW), terms


def test_the_look_through_its_pages_ends_where_somebody_says_stop(registry):
    assert registry.engine_says_sound(lambda: False)
    with pytest.raises(Refused, match="cancelled"):
        registry.engine_says_sound(lambda: True)
    assert registry.engine_says_sound()  # what was asked afterwards is not stopped


def test_a_licence_comes_back_as_it_was(registry):
    row, terms = put(registry)
    found = registry.licences.get("2026-0001", NOW)
    assert (found.row, found.terms, found.state) == (row, terms, "draft")
    assert registry.licences.page([row], NOW) == [found]
    assert [one.number for one in registry.licences.naming(["liora-voice-2025"], NOW)] == ["2026-0001"]
    assert not registry.licences.differs(row)


def test_states_follow_the_clock(registry):
    row, _ = put(registry)
    licences = registry.licences

    def state(day, month, year):
        return licences.get("2026-0001", datetime(year, month, day, tzinfo=UTC)).state

    licences.mark(row, digest=b"d" * 32, signed_at=NOW)
    assert state(1, 6, 2026) == "offered"
    licences.mark(row, accepted_at=NOW)
    assert state(1, 6, 2026) == "in-force"
    assert state(28, 2, 2036) == "in-force"
    assert state(29, 2, 2036) == "expired"
    licences.mark(row, suspended=1)
    for event, day in (("suspended", 20), ("resumed", 25)):
        registry.happenings.put(Event(event, datetime(2026, 6, day, tzinfo=UTC), licence="2026-0001"), NOW)
    assert [state(day, 6, 2026) for day in (19, 20, 24, 25)] == ["in-force", "suspended", "suspended", "in-force"]
    registry.happenings.put(Event("suspended", datetime(2026, 6, 26, tzinfo=UTC), licence="2026-0001"), NOW)
    licences.mark(row, withdrawn_at=datetime(2026, 7, 1, tzinfo=UTC))
    assert state(30, 6, 2026) == "suspended"
    assert state(1, 7, 2026) == "withdrawn"
    later = datetime(2026, 6, 30, tzinfo=UTC)
    assert licences.find(later, states=["suspended"]) == [row]
    assert licences.find(later, states=["in-force"]) == []


def test_search_finds_words_and_beginnings(registry):
    row, _ = put(registry, project={"id": "p", "title": "Le Bac de Zoé"})
    for words in ("zoe", "bac zo", "tidew", "2026-0001", ""):
        assert registry.licences.find(NOW, words=words) == [row]
    for words in ("nothing", 'zo" OR "x', "bac NOT zoe"):
        assert registry.licences.find(NOW, words=words) == []


def test_all_or_nothing(registry):
    def half_way():
        with registry.transaction():
            registry.licences.put_draft("2026-0001", terms_from(terms_document()), NOW)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_way()
    assert registry.licences.get("2026-0001", NOW) is None
    assert registry.licences.find(NOW, words="harbour") == []


def test_a_verdict_is_added_never_changed(registry):
    first = Finding("u-1", Verdict.IN_SCOPE, licences=("2026-0001",))
    second = Finding("u-1", Verdict.OUT_OF_SCOPE, broken=("withdrawn",), licences=("2026-0001",),
                     by_licence=(("2026-0001", ("withdrawn",), ()),))  # fmt: skip
    with registry.transaction():
        row = registry.uses.put(Use("u-1", likeness=("a",), territory=("FR",)), first, NOW, "logged", "words")
        registry.uses.add_finding(row, second, NOW, "withdrawn")
    found = registry.uses.get("u-1")
    assert [one.finding for one in found.findings] == [first, second]
    assert registry.uses.counts()["OUT_OF_SCOPE"] == 1
    assert registry.uses.find(verdicts=["IN_SCOPE"]) == []


def test_the_log_only_grows(registry):
    with registry.transaction():
        registry.journal.add_event("x", {"a": 1}, b"s" * 16)
        registry.journal.add_event("y", {"b": 2}, b"t" * 16)
    assert registry.journal.size() == 2
    for sql in ("DELETE FROM leaf", "UPDATE leaf SET hash = x'00'"):
        with pytest.raises(Exception, match="only grows"):
            registry._db.run(sql)
    assert [leaf.position for leaf in registry.journal.leaves()] == [0, 1]


def test_the_file_is_noise_without_the_key(tmp_path):
    path = tmp_path / "a.registry"
    made = create_registry(path, KEY)
    put(made, project={"id": "p", "title": "Canary Lantern"})
    made.close()
    data = path.read_bytes()
    assert b"Canary" not in data
    assert b"SQLite" not in data
    with pytest.raises(Broken, match="damaged"):
        open_registry(path, bytes(32))


def test_a_newer_registry_is_refused_and_stays_as_it_is(tmp_path):
    path = tmp_path / "a.registry"
    create_registry(path, None).close()
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA user_version = {migrations()[-1][0] + 1}")
    before = path.read_bytes()
    with pytest.raises(Broken, match="newer-format"):
        open_registry(path, None)
    assert path.read_bytes() == before


def test_a_registry_in_use_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("likeness.registry.db._BUSY_SECONDS", 0.05)
    path = tmp_path / "a.registry"
    made = create_registry(path, None)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Broken, match="in-use"):
        put(made)
    other.execute("ROLLBACK")
    put(made)
    made.close()
    other.close()


def test_while_much_is_written_others_read_what_was_there_before(tmp_path, monkeypatch):
    """More than the engine keeps of pages by itself: it would write some before the end, and keep everybody out."""
    monkeypatch.setattr("likeness.registry.db._BUSY_SECONDS", 0.05)
    registry = create_registry(tmp_path / "a.registry", None)
    with ThreadPoolExecutor(1) as other, registry.transaction():
        for piece in range(80):
            registry.settings.put(f"piece-{piece}", "x" * 2**20)
        assert other.submit(registry.settings.get, "piece-0").result() == ""
    assert registry.settings.get("piece-79")
    registry.close()


def test_a_full_disk_loses_nothing(registry):
    registry._db.run("PRAGMA max_page_count = 1")  # no more pages than there are
    kept = []

    def fill():
        for n in range(1, 1_000):
            put(registry, f"2026-{n:04}", description="x" * 400)
            kept.append(f"2026-{n:04}")

    with pytest.raises(Broken, match="disk-full"):
        fill()
    assert [row.number for row in registry.licences.all(NOW)] == kept
    assert registry.engine_says_sound()


def test_missing_is_said(tmp_path):
    with pytest.raises(Broken, match="not-found"):
        open_registry(tmp_path / "none", None)


def test_closed_is_closed_on_every_thread(registry):
    """It once opened itself again, with its key, for whoever asked after the lock."""
    put(registry)
    registry.close()

    def asked(read):
        with pytest.raises(Broken, match="closed") as refused:
            read()
        return refused.value

    reads = (registry.owner.get, registry.engine_says_sound, lambda: registry.licences.get("2026-0001", NOW),
             lambda: put(registry))  # fmt: skip
    with ThreadPoolExecutor(1) as other:
        for read in reads:
            for fault in (asked(read), other.submit(asked, read).result()):
                assert fault.file == str(registry.path)
    assert registry._db.peewee.is_closed()
    registry.close()


def test_a_registry_that_was_closed_can_be_opened_again(tmp_path):
    create_registry(tmp_path / "a.registry", KEY).close()
    again = open_registry(tmp_path / "a.registry", KEY)
    assert again.engine_says_sound()
    again.close()
