"""The journal: every statement and every event is a leaf of an RFC 6962 tree, in the order it came.

- The entry of a statement is its signed bytes; that of an event is tag, salt and its payload as JSON with sorted keys.
- The salt stands beside the payload, so that a person can be erased and the tree still verifies.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from likeness.registry.db import Database
from likeness.seal.log import Frontier, leaf_hash

SALT_BYTES = 16


@dataclass(frozen=True)
class Leaf:
    """One leaf as it is kept; `entry` is what its hash is over, None where it was erased."""

    position: int
    hash: bytes
    tag: str
    entry: bytes | None


class Journal:
    """The leaves of one registry."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def size(self) -> int:
        """Return the number of leaves: positions are 0, 1, 2... and the log only grows."""
        row = self._db.one("SELECT coalesce(max(position), -1) + 1 FROM leaf")
        return int(row[0]) if row else 0

    def add_event(self, tag: str, payload: dict[str, object], salt: bytes) -> int:
        """Append an event; returns its position."""
        body = json.dumps(payload, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        return self._append(leaf_hash(_event_entry(tag, salt, body)), tag, salt=salt, payload=body)

    def add_statement(self, tag: str, statement: int, signed: bytes) -> int:
        """Append a signed statement that is already in the table of statements; returns its position."""
        return self._append(leaf_hash(signed), tag, statement=statement)

    def add_statements(self, tag: str, statements: Iterable[tuple[int, bytes]]) -> None:
        """Append the leaves of many statements (row, signed bytes), in their order."""
        first = self.size()
        rows = ((place, leaf_hash(signed), tag, row) for place, (row, signed) in enumerate(statements, first))
        self._db.many("INSERT INTO leaf (position, hash, tag, statement) VALUES (?, ?, ?, ?)", rows)

    def hashes(self) -> list[bytes]:
        """Return all leaf hashes in order."""
        return [row[0] for row in self._db.rows("SELECT hash FROM leaf ORDER BY position")]

    def root(self, size: int | None = None) -> bytes:
        """Return the root over all leaves, or over the first `size` of them: what it was when there were so many."""
        return Frontier(self.hashes()[:size]).root()

    def position_of(self, signed: bytes) -> int | None:
        """Return the position of a statement's leaf."""
        row = self._db.one("SELECT position FROM leaf WHERE hash = ?", (leaf_hash(signed),))
        return None if row is None else int(row[0])

    def leaves(self) -> Iterator[Leaf]:
        """Yield every leaf with its entry, as it can be recomputed today."""
        rows = self._db.rows(
            "SELECT leaf.position, leaf.hash, leaf.tag, leaf.salt, leaf.payload, statement.bytes "
            "FROM leaf LEFT JOIN statement ON statement.id = leaf.statement ORDER BY leaf.position"
        )
        for position, hashed, tag, salt, payload, signed in rows:
            entry = signed if payload is None else _event_entry(tag, salt, payload)
            yield Leaf(position, hashed, tag, entry)

    def events(self, tags: Iterable[str]) -> Iterator[tuple[str, dict[str, object]]]:
        """Yield tag and payload of the events with these tags, in order; those that were erased or spoiled are not."""
        sql = (
            "SELECT tag, payload FROM leaf WHERE tag IN (SELECT value FROM json_each(?)) AND payload IS NOT NULL "
            "ORDER BY position"
        )
        for tag, payload in self._db.rows(sql, (json.dumps(list(tags)),)):
            try:
                told = json.loads(payload)
            except ValueError:
                continue  # its leaf tells that it was spoiled
            if isinstance(told, dict):
                yield tag, told

    def _append(self, hashed: bytes, tag: str, **row: object) -> int:
        position = self.size()
        self._db.insert("leaf", {"position": position, "hash": hashed, "tag": tag, **row})
        return position


def _event_entry(tag: str, salt: bytes, payload: bytes) -> bytes:
    return tag.encode() + b"\x00" + salt + payload
