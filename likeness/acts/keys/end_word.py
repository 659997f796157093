"""Taking back a vouching, a delegation or the naming of an estate: a withdrawal that names the word's digest."""

from __future__ import annotations

from likeness.acts.desk import Desk
from likeness.acts.keys.gather_roots import the_book
from likeness.errors import Refused
from likeness.licence.notices import Withdrawal
from likeness.licence.statements import Notice, Signed, open_any
from likeness.verifier.trust import estates

ENDS = ("vouching", "delegation", "estate")


def end_word(desk: Desk, notice: Signed[Notice], *, ours: bool = False) -> tuple[str, bool]:
    """Record that a word was taken back by whoever gave it; returns whose name it is about, and whether this was new.

    Raises Refused: `licence-not-here` where nothing of that digest stands here, `not-the-signer` for anybody else.
    """
    says, registry = notice.says, desk.registry
    word = registry.key_words.get(says.licence)
    if word is None or word.kind not in ENDS or not isinstance(says, Withdrawal):
        raise Refused("licence-not-here")
    given, book = open_any(word.data), the_book(desk)
    key = notice.signer.encoded
    if word.ended_at is not None and registry.statements.kind_of(notice.digest) is not None:
        return given.says.name, False
    if book.is_lost(key):
        raise Refused("signed-with-lost-key", name=given.says.name)
    dead = any(key in book.following(one) for one, _, _ in estates(book))
    if key not in book.following(given.signer.encoded) or dead:
        raise Refused("not-the-signer", name=given.says.name)
    if not ours and key in desk.own_keys():
        raise Refused("signed-with-your-key")
    if word.ended_at is not None:
        raise Refused("already-withdrawn", key=given.digest.hex()[:16])
    with registry.transaction():
        registry.statements.put("withdrawn", notice.data, desk.now(), about=word.digest)
        registry.key_words.end(word.digest, says.effective_at)
    return given.says.name, True
