"""The foot of the navigation: how many flags are open, how old the backup is; and the backups made by themselves."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from likeness.registry.flags import OPEN
from likeness.values.days import day_in
from likeness.values.outcome import Change
from ui.kit.backup.backup_age import backup_foot
from ui.kit.backup.keeper import Keeper
from ui.kit.window.navigation import Navigation


class Foot:
    """Reads what the foot says again when it may have changed; `keeping` makes backups while the registry is open."""

    def __init__(self, navigation: Navigation, office: Any, jobs: Any, parent: QObject, *, counts: bool) -> None:
        """`counts`: the navigation has a line for uses."""
        self._navigation, self._office, self._counts = navigation, office, counts
        self.keeper = Keeper(office, jobs, parent)
        self.keeping = self.keeper.keeping
        self.keeper.going.connect(lambda on: navigation.backup.show_going(going=on))
        navigation.backup.stopped.connect(self.keeping.cancel)
        self.read()

    def read(self, *, flags: bool = True) -> None:
        """Count the open flags, where they may have changed, and say how old the backup is."""
        registry, today = self._office.registry, day_in(self._office.clock.now(), "UTC")
        if flags and self._counts:
            self._navigation.show_count("uses", registry.flags.counts("OUT_OF_SCOPE")[OPEN])
        begun = day_in(self._office.owner.created_at, "UTC")
        self._navigation.backup.show_foot(backup_foot(registry, begun, today))

    def changed(self, changed: frozenset[Change]) -> None:
        """Read again what a change of the registry makes old."""
        if {Change.USES, Change.LICENCES, Change.OWNER} & changed:
            self.read(flags=Change.OWNER not in changed or len(changed) > 1)
        if Change.OWNER in changed:
            self.keeper.wait()
