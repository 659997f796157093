"""A disk that stops: exit 5, one sentence, nothing half written. The system sets the limit, in a child process."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from dataclasses import replace

import pytest

from likeness.acts.backups.back_up import back_up
from likeness.acts.backups.backup_wish import choose_backups
from likeness.acts.backups.backups_kept import written
from likeness.acts.backups.keep_backup import keep_backup
from likeness.acts.check_registry import check_registry
from likeness.acts.keys.trust_book import make_status_list
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.locks.make_words import keep_words
from likeness.licence.terms_read import terms_from
from likeness.office import Office
from likeness.seal.twelve_words import draw_words
from likeness.seal.vault import vault_path
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.licences import terms_document
from tests.fakes.offices import PASSPHRASE, QUICK, an_office
from tests.fakes.reports import write_uses
from tests.fakes.seeded_chance import SeededChance
from tests.fakes.shared import CHECKOUT
from tests.fakes.uses import ALLOWED


def run(most_bytes, *words):
    """Run one command in a process that may not write files beyond a size."""

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))

    return subprocess.run(
        [sys.executable, "-m", "ui.launch", *map(str, words)],
        cwd=CHECKOUT,
        # Without this, Python would leave cut-off byte code behind for everybody after us.
        env=os.environ | {"LIKENESS_PASSPHRASE": PASSPHRASE, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )


@pytest.mark.parametrize("most_bytes", [100, 20_000, 120_000])
def test_a_registry_is_made_whole_or_not_at_all(tmp_path, most_bytes):
    said = run(most_bytes, "--registry", tmp_path / "a.registry", "registry", "init", "--name", "Liora")
    assert said.returncode == 5
    assert "Traceback" not in said.stderr
    assert len(said.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("most_bytes", [100, 900, 20_000])
def test_words_count_whole_or_the_earlier_ones_do(tmp_path, most_bytes):
    office = an_office(tmp_path)
    words = draw_words(SeededChance("drawn"))
    office.do(keep_words, words, QUICK)
    path, card, locks = office.registry.path, office.owner.card, vault_path(office.registry.path).read_bytes()
    office.close()
    said = run(most_bytes, "--registry", path, "registry", "words")
    assert (said.returncode, said.stdout) == (5, "")
    assert len(said.stderr.splitlines()) == 1
    assert vault_path(path).read_bytes() == locks
    again = Office.open(path, passphrase=words, clock=FixedClock(), chance=SeededChance())
    assert again.owner.card == card
    assert check_registry(again.desk) == []
    again.close()


@pytest.mark.parametrize("most_bytes", [100, 2_000, 50_000])
def test_an_export_is_whole_or_not_at_all(tmp_path, most_bytes):
    office = an_office(tmp_path)
    number = office.do(draft_licence, terms_from(terms_document())).value.number
    office.do(sign_licence, number)
    office.close()
    out = tmp_path / "out"
    said = run(most_bytes, "--registry", tmp_path / "liora.registry", "licence", "export", number, "--to", out)
    assert said.returncode == 5
    assert len(said.stderr.splitlines()) == 1
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("words", [("trust", "status", "--export"), ("trust", "page", "--with-status", "--to")])
def test_a_list_takes_up_its_number_with_its_file_or_not_at_all(tmp_path, words):
    """No room for the registry, then no room for the file, where something lies in the way of what is written."""
    an_office(tmp_path).close()
    registry, disk = tmp_path / "liora.registry", tmp_path / "disk"
    disk.mkdir()
    said = run(20_000, "--registry", registry, *words, disk / "one.bin")
    assert (said.returncode, list(disk.iterdir())) == (5, [])
    (disk / ".one.bin.part").mkdir()
    said = run(10**9, "--registry", registry, *words, disk / "one.bin")
    assert (said.returncode, len(said.stderr.splitlines())) == (5, 1)
    assert [one.name for one in disk.iterdir()] == [".one.bin.part"]
    (disk / ".one.bin.part").rmdir()
    again = Office.open(registry, passphrase=PASSPHRASE, clock=FixedClock(), chance=SeededChance("x"))
    assert again.do(make_status_list, disk / "one.bin").value.says.sequence == 1
    assert [one.name for one in disk.iterdir()] == ["one.bin"]
    again.close()


@pytest.mark.parametrize("room", [8_000, 60_000])
def test_a_report_is_recorded_whole_or_not_at_all(tmp_path, room):
    office = an_office(tmp_path)
    number = office.do(draft_licence, terms_from(terms_document(basis="consent"))).value.number
    office.do(sign_licence, number)
    size = office.registry.journal.size()
    office.close()
    report = tmp_path / "report.csv"
    write_uses(report, [replace(ALLOWED, id=f"l-{place}", territory=("US",)) for place in range(3_000)])
    registry = tmp_path / "liora.registry"
    said = run(registry.stat().st_size + room, "--registry", registry, "use", "import", report)
    assert said.returncode == 5
    assert len(said.stderr.splitlines()) == 1
    again = Office.open(registry, passphrase=PASSPHRASE, clock=FixedClock(), chance=SeededChance("x"))
    assert (
        again.registry.journal.size(),
        again.registry.reports.all(),
        sum(again.registry.uses.counts().values()),
    ) == (size, [], 0)
    assert check_registry(again.desk) == []
    again.close()


@pytest.mark.parametrize("share", [0.01, 0.5, 0.99, 1.001])
def test_a_backup_is_whole_or_not_at_all(tmp_path, share):
    """The last share holds the copy and not the file that it goes into."""
    an_office(tmp_path).close()
    registry, disk = tmp_path / "liora.registry", tmp_path / "disk"
    disk.mkdir()
    said = run(int(registry.stat().st_size * share), "--registry", registry, "registry", "backup", disk / "one")
    assert said.returncode == 5
    assert len(said.stderr.splitlines()) == 1
    assert list(disk.iterdir()) == []


@pytest.mark.parametrize("share", [0.01, 0.5, 0.99, 1.001])
def test_a_backup_by_itself_finds_no_room_and_the_earlier_ones_stay(tmp_path, share):
    office, disk = an_office(tmp_path), tmp_path / "disk"
    disk.mkdir()
    office.do(choose_backups, "day", disk)
    for _one in range(6):
        office.do(keep_backup)
    office.close()
    registry, before = tmp_path / "liora.registry", {one.name: one.read_bytes() for one in disk.iterdir()}
    assert len(before) == 5
    said = run(int(registry.stat().st_size * share), "--registry", registry, "registry", "backup")
    assert said.returncode == 5
    assert len(said.stderr.splitlines()) == 1
    assert {one.name: one.read_bytes() for one in disk.iterdir()} == before
    again = Office.open(registry, passphrase=PASSPHRASE, clock=FixedClock(), chance=SeededChance("x"))
    assert [one.name for one in written(again.registry)][:1] == ["liora-2026-03-02-6.likeness-backup"]
    again.close()


@pytest.mark.parametrize("share", [0.01, 0.99])
def test_a_registry_is_brought_back_whole_or_not_at_all(tmp_path, share):
    office = an_office(tmp_path)
    file = office.do(back_up, tmp_path / "one").value.file
    office.close()
    most, there = int((tmp_path / "liora.registry").stat().st_size * share), tmp_path / "new" / "liora.registry"
    said = run(most, "--registry", there, "registry", "restore", file)
    assert said.returncode == 5
    assert len(said.stderr.splitlines()) == 1
    assert list(there.parent.iterdir()) == []
