"""The registry: one open file and its tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from likeness.errors import Broken
from likeness.registry.all_uses import AllUses
from likeness.registry.asides import AsideTable
from likeness.registry.corrections import CorrectionTable
from likeness.registry.db import Database
from likeness.registry.doubles import DoubleTable
from likeness.registry.dues import DueTable
from likeness.registry.flags import FlagTable
from likeness.registry.happenings import HappeningTable
from likeness.registry.journal import Journal
from likeness.registry.key_words import KeyWordTable
from likeness.registry.letters import LetterTable
from likeness.registry.licences import LicenceTable
from likeness.registry.masks import MaskTable
from likeness.registry.migrate import bring_up_to_date, version_of
from likeness.registry.newest_licences import NewestLicences
from likeness.registry.outside import OutsideTable
from likeness.registry.owing import OwingTable
from likeness.registry.owner import OwnerTable
from likeness.registry.parties import PartyTable
from likeness.registry.people import PersonTable
from likeness.registry.performers import PerformerTable
from likeness.registry.report_rows import ReportRows
from likeness.registry.reports import ReportTable
from likeness.registry.settings import SettingTable
from likeness.registry.statements import StatementTable
from likeness.registry.tallies import TallyTable
from likeness.registry.trust import TrustTable
from likeness.registry.uses import UseTable

_NOW_AND_THEN = 20_000  # steps of the engine between two looks: a millisecond, and no reading is slower for it


class Registry:
    """All that is recorded; classes here speak values, never rows of the database."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self.path = database.path
        self.owner = OwnerTable(database)
        self.people = PersonTable(database)
        self.performers = PerformerTable(database)
        self.doubles = DoubleTable(database)
        self.journal = Journal(database)
        self.statements = StatementTable(database, self.journal)
        self.masks = MaskTable(database)
        self.happenings = HappeningTable(database, self.masks)
        self.licences = LicenceTable(database, self.masks, self.happenings)
        self.newest_licences = NewestLicences(database)
        self.parties = PartyTable(database)
        self.reports = ReportTable(database)
        self.uses = UseTable(database, ReportRows(database, self.reports))
        self.all_uses = AllUses(database, self.uses, self.reports)
        self.tallies = TallyTable(database)
        self.flags = FlagTable(database)
        self.corrections = CorrectionTable(database)
        self.asides = AsideTable(database, self.uses, self.flags, self.corrections)
        self.dues = DueTable(database)
        self.owing = OwingTable(database)
        self.letters = LetterTable(database)
        self.outside = OutsideTable(database)
        self.trust = TrustTable(database)
        self.key_words = KeyWordTable(database)
        self.settings = SettingTable(database)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write as one: all of it is kept, or nothing."""
        kept = False
        try:
            with self._db.transaction():
                yield
            kept = True
        finally:
            if not kept:
                self.masks.words.forget()  # words that were new in it are gone with it

    def until(self, stop: Callable[[], bool]) -> AbstractContextManager[None]:
        """Let what this thread reads meanwhile end with Refused ("cancelled") once `stop` says so."""
        return self._db.until(stop, _NOW_AND_THEN)

    def engine_says_sound(self, stop: Callable[[], bool] | None = None) -> bool:
        """Ask the engine whether the pages of the file are in order; raises Refused ("cancelled") once `stop` says so.

        It reads all of the file: seconds for a large one. The engine is asked by a connection made anew: one that has
        searched remembers how its index of words stood before another program wrote, and would take that for a fault.
        """
        self._db.connect_anew()
        with self._db.until(stop):
            return self._db.rows("PRAGMA integrity_check") == [("ok",)]

    def others_wrote(self) -> int:
        """Return a count that changes when another connection has written; each thread has a connection of its own."""
        found = self._db.one("PRAGMA data_version")
        return int(found[0]) if found else 0

    def copy_to(self, path: Path, key: bytes | None, step: Callable[[int, int], None]) -> None:
        """Copy it as it is now to `path`, where nothing lies, with the same key; `step(done, whole)` may raise."""
        copy = Database(path, key)
        try:
            self._db.copy_to(copy, step)
        finally:
            copy.close()

    def close(self) -> None:
        """Close for good; what is asked afterwards raises Broken ("closed")."""
        self._db.close()


def create_registry(path: Path, key: bytes | None) -> Registry:
    """Make a new, empty registry; the caller has made sure that nothing lies at `path`."""
    database = Database(path, key)
    bring_up_to_date(database)
    return Registry(database)


def need_registry(path: Path) -> None:
    """Raise Broken where there is no file, or where nobody may look: `not-found`, `cannot-open`."""
    try:
        there = path.is_file()
    except OSError as why:
        raise Broken("cannot-open", file=str(path)) from why
    if not there:
        raise Broken("not-found", file=str(path))


def open_registry(path: Path, key: bytes | None) -> Registry:
    """Open a registry, or raise Broken: `not-found`, `damaged`, `newer-format`, `in-use`...

    An empty file is a registry that lost all it held: it is not begun anew.
    """
    need_registry(path)
    database = Database(path, key)
    if version_of(database) == 0:
        raise Broken("damaged", file=str(path))
    bring_up_to_date(database)
    registry = Registry(database)
    if missing := registry.licences.underived():
        with registry.transaction():
            for row in missing:
                registry.licences.derive(row)
    if registry.tallies.loose():
        with registry.transaction():
            registry.tallies.gather()
    return registry
