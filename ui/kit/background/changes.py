"""The one broadcast of the program: which parts of the registry an act changed. Screens read again what they show."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from likeness.values.outcome import Change


class Changes(QObject):
    """Rings once per act, on the GUI thread, with a frozenset of `Change`."""

    rung = Signal(frozenset)

    def ring(self, changed: frozenset[Change]) -> None:
        """Tell every screen; nothing rings for an act that changed nothing."""
        if changed:
            self.rung.emit(changed)
