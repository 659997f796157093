"""The trust book: whose key is one, how that is known here, and whether it was lost.

1. The words about keys are read in the order of this log; nobody's own date decides what came first.
2. A rotation hands a key's name on to the next key. The first rotation of a key counts, a second one never.
3. A vouching counts where the agency's card was confirmed by a person here: depth 1, the name only, until its date.
4. An alarm counts from a key that follows the lost one, from an agency that vouches for it, from its recovery key.
   What the lost key signed then counts only if it stood in this log before the alarm's instant (`Word.cut`), its
   vouchings, delegations and rotations included. The rotation by which the alarm's own signer follows stays.
5. What its signer took back counts until that instant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from likeness.errors import LikenessError
from likeness.licence.key_card import KeyCard
from likeness.licence.key_words import Compromise, Rotation, Vouching
from likeness.licence.statements import KeyWord, open_signed
from likeness.licence.status_list import StatusList
from likeness.seal.log_key import LogPublicKey
from likeness.seal.proof import check_proof
from likeness.verifier.roots import Roots, Word

SELF, CONFIRMED, VOUCHED, UNKNOWN = "self", "confirmed", "vouched", "unknown"
_AGENCY = "agent"  # the role on the card of whoever may vouch: agencies and unions
W = TypeVar("W", bound=KeyWord)


@dataclass(frozen=True)
class Known:
    """How a key is known: `trust`, the name it bears, and why; `by` vouches `until`, `since` when.

    `why` is self, confirmed, rotated (it follows a confirmed key), vouched, unknown or lost.
    """

    trust: str
    name: str
    why: str
    by: str = ""
    since: datetime | None = None
    until: datetime | None = None


class Book:
    """The words of some roots, read as of an instant."""

    def __init__(self, roots: Roots, at: datetime) -> None:
        self._roots, self._at = roots, at
        self._next: dict[bytes, tuple[bytes, int]] = {}  # old key -> the key that follows it, and the leaf that says so
        self._before: dict[bytes, bytes] = {}
        self._cards: dict[bytes, bytes] = {}  # a key that follows -> its card, as signed
        self.cuts: dict[bytes, int] = {}  # lost key -> the first leaf that does not count any more
        self._heads: dict[bytes, Compromise] = {}  # lost key -> the alarm that says what its owner's log was by then
        self._proved: set[bytes] = set()  # digests of what stood in that log
        self._words = sorted(roots.words, key=lambda one: one.place)
        for word in self._words:
            if isinstance(word.says, Rotation):
                self._rotate(word.says, word.place)
            elif isinstance(word.says, Compromise):
                self._alarm(word.says, word)

    def known(self, key: bytes, names: tuple[str, ...], digest: bytes | None = None) -> Known:
        """Return how a key is known under one of `names`; `digest` is the statement it signed, if it is about one."""
        if self.is_lost(key, digest):
            return Known(UNKNOWN, names[0], "lost")
        if key in self._roots.own:
            return Known(SELF, self._roots.own[key], "self")
        for older in self.chain(key):
            card = self._card(older)
            if card is not None and card.name in names:
                return Known(CONFIRMED, card.name, "confirmed" if older == key else "rotated")
        return self._vouched(key, names) or Known(UNKNOWN, names[0], "unknown")

    def bears(self, key: bytes, name: str) -> bool:
        """Tell whether a key, or one that follows it, is known as that of `name`; one's own bears no other name."""
        known = (self.known(one, (name,)) for one in self.following(key))
        return any(one.trust != UNKNOWN and one.name == name for one in known)

    def is_lost(self, key: bytes, digest: bytes | None = None) -> bool:
        """Tell whether a key was lost before this log held what it signed (or, without `digest`, at all)."""
        cut = self.cuts.get(key)
        place = None if digest is None else self._roots.places.get(digest)
        return cut is not None and digest not in self._proved and (place is None or place >= cut)

    def admit(self, signed: bytes, key: bytes, digest: bytes) -> None:
        """Let a proof speak for what a lost key signed: it stood in its owner's log when the key was still hers.

        The alarm names that log's key, and its size at that instant. Whoever also stole the log's key could forge such
        a proof; one that reaches the very size named must give the very root named.
        """
        alarm = self._heads.get(key)
        if alarm is None or alarm.log_key is None or alarm.log_size is None:
            return
        for proof in self._roots.proofs:
            try:
                head = check_proof(proof, signed, LogPublicKey(alarm.log_key))
            except LikenessError:
                continue  # a proof of something else says nothing
            if proof.index < alarm.log_size and (head.size != alarm.log_size or head.root == alarm.log_root):
                self._proved.add(digest)

    def words(self, kind: type[W], *, ended: bool = False) -> Iterator[tuple[W, Word]]:
        """Yield the words of a kind that count, oldest first; with `ended` also those that were taken back."""
        for word in self._words:
            holds = ended or word.ended_at is None or self._at < word.ended_at
            if isinstance(word.says, kind) and holds and self._counts(word):
                yield word.says, word

    def chain(self, key: bytes) -> tuple[bytes, ...]:
        """Return a key and those it follows, the newest first."""
        found = [key]
        while (older := self._before.get(found[-1])) is not None:
            found.append(older)
        return tuple(found)

    def following(self, key: bytes) -> tuple[bytes, ...]:
        """Return a key and those that follow it, the newest first."""
        found = [key]
        while (newer := self._next.get(found[-1])) is not None:
            found.append(newer[0])
        return tuple(reversed(found))

    @property
    def following_cards(self) -> tuple[bytes, ...]:
        """The signed cards of keys that follow another one."""
        return tuple(card for key, card in self._cards.items() if key in self._before)

    def newest_list(self, key: bytes) -> StatusList | None:
        """Return the list that speaks of a key's licences: of the newest key that has one, the newest."""
        for one in self.following(key):
            mine = [listed for listed in self._roots.lists if listed.key == one]
            if mine:
                return max(mine, key=lambda listed: listed.sequence)
        return None

    def _card(self, key: bytes) -> KeyCard | None:
        return next((card for card in self._roots.cards if card.key == key), None)

    def _vouched(self, key: bytes, names: tuple[str, ...]) -> Known | None:
        keys = self.chain(key)
        for says, _ in self.words(Vouching):
            agency = self.agency(says.key)
            in_time = says.given_at <= self._at < says.expires_at
            if agency is not None and in_time and says.subject in keys and says.name in names:
                return Known(VOUCHED, says.name, "vouched", agency, says.given_at, says.expires_at)
        return None

    def agency(self, key: bytes) -> str | None:
        """Return the name of an agency that a person has confirmed here, by its key or the one before, or one's own."""
        if key in self._roots.own and self._roots.own_role == _AGENCY:
            return self._roots.own[key]
        cards = (self._card(one) for one in self.chain(key))
        return next((card.name for card in cards if card is not None and card.role == _AGENCY), None)

    def _counts(self, word: Word) -> bool:
        cut = self.cuts.get(word.says.key)
        return cut is None or word.place < cut

    def _rotate(self, says: Rotation, place: int) -> None:
        new = open_signed(says.card, KeyCard).says.key
        cut = self.cuts.get(says.key)
        late = cut is not None and place >= cut
        in_a_ring = new in self.chain(says.key)  # what follows a key never leads back to it
        if late or says.key in self._next or new in self._before or in_a_ring:
            return
        self._next[says.key] = (new, place)
        self._before[new] = says.key
        self._cards[new] = says.card

    def _alarm(self, says: Compromise, word: Word) -> None:
        lost, by = says.subject, says.key
        follows = by != lost and by in self.following(lost)
        card = self._card(lost)
        by_hand = card is not None and card.recovery == by
        vouchings = (says for says, one in self.words(Vouching, ended=True) if one.place < word.place)
        vouches = any(one.key == by and one.subject == lost for one in vouchings)
        if by in self.cuts or not (follows or by_hand or (vouches and self.agency(by) is not None)):
            return
        self.cuts[lost] = min(word.cut, self.cuts.get(lost, word.cut))
        self._heads[lost] = says
        handed = self._next.get(lost)
        if handed is not None and handed[1] >= word.cut and not follows:
            # The thief handed the key on to himself: that goes, and so does whatever alarm he raised with it.
            del self._next[lost], self._before[handed[0]]
            self.cuts[lost] = word.cut
