"""The other side of a licence: the kinds of likeness its signed bytes name, and whose key stands there. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from likeness.acts.licences.end_licence import speaks_here
from likeness.acts.licences.read_counterparty import counterparty
from likeness.licence.codec_v1 import Licence
from likeness.licence.statements import open_signed
from likeness.registry.licence_row import LicenceRow
from likeness.values.codes import KINDS
from ui.screens.licences.reading import short_kind
from ui.screens.licences.state import Other

MOST_OPENED = 5_000  # licences from elsewhere whose bytes are opened to sort by likeness


class Kinds:
    """The kind of each likeness of some licences: as recorded here, else as the licence that came says.

    The bytes of a licence never change, so they are opened once.
    """

    def __init__(self, registry: Any) -> None:
        self._registry = registry
        self._signed: dict[bytes, dict[str, str]] = {}

    def of(self, rows: Iterable[LicenceRow]) -> dict[str, str]:
        """Return the kinds by the id of the likeness."""
        rows = tuple(rows)
        found: dict[str, str] = self._registry.doubles.kinds({one for row in rows for one in row.terms.likenesses})
        for row in rows:
            if row.digest and not row.own and not found.keys() >= set(row.terms.likenesses):
                found = self._read(row.digest) | found
        return found

    def called(self) -> dict[str, str]:
        """Return the word in the table for each kind, and for each likeness that licences from elsewhere name."""
        found = {kind: short_kind(kind) for kind in KINDS.codes}
        for digest in self._registry.newest_licences.from_elsewhere(MOST_OPENED):
            found |= {one: short_kind(kind) for one, kind in self._read(digest).items()}
        return found

    def _read(self, digest: bytes) -> dict[str, str]:
        if digest not in self._signed:
            data = self._registry.statements.get(digest)
            says = open_signed(data, Licence).says if data else None
            self._signed[digest] = {one.id: one.kind for one in says.doubles} if says else {}
        return self._signed[digest]


def other_side(desk: Any, row: LicenceRow, lang: str) -> Other | None:
    """Return who stands on the other side of a licence: its signer if it came from elsewhere, else whoever accepted."""
    found = counterparty(desk, row) if row.signed else None
    if found is None:
        return None
    signer, step = found
    return Other(row.number, signer.trust, step.words(lang), speaks=not row.own and speaks_here(desk, row))
