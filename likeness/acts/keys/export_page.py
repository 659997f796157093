"""Exporting the page for phones, and naming the host that serves it.

- The page knows the owner's own keys and, if she wishes, the cards she has confirmed and whom she knows by them
  (`page_keys`); with her keys the newest status list that speaks for them, with the cards every list that is kept here.
- Where a host is named, the codes of licences exported from then on carry its address, and any phone's camera opens
  the page (DESIGN, decision 1). Our own readers never ask the host.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from likeness.acts.desk import Desk
from likeness.acts.keys.gather_roots import trust_here
from likeness.acts.keys.page_keys import confirmed_cards, keys_of_lists, own_cards, trust_on_page
from likeness.acts.keys.trust_book import make_status_list
from likeness.licence.key_card import KeyCard
from likeness.licence.statements import open_signed
from likeness.licence.status_list import StatusList
from likeness.paper.page.page_trust import CARDS_ONLY
from likeness.paper.qr.qr_payload import clean_host
from likeness.registry.registry import Registry
from likeness.values.keep import keeping
from likeness.values.outcome import Change, Outcome
from likeness.verifier.book import Book
from likeness.verifier.foreign import RULES

_HOST = "page.host"
_CHANGED = frozenset({Change.OWNER})


def export_page(desk: Desk, file: Path, *, with_confirmed: bool = False, with_status: bool = False) -> Outcome[Path]:
    """Write the page to `file`, whole or not at all; a list that is signed for it counts only with the page.

    `with_confirmed` puts the confirmed cards on it too, and with them the names that agencies among them vouch for and
    the delegations and estates that count here, so that it answers as this registry does. `with_status` signs a status
    list of today for it first, so that it knows what is withdrawn, suspended or replaced; without a list it says that
    it does not know.
    """
    with ExitStack() as ready, desk.registry.transaction():
        changed = make_status_list(desk).changed if with_status else frozenset()
        # Written now, and in its place once all that was signed for it is kept.
        ready.enter_context(keeping(file, _page(desk, with_confirmed=with_confirmed).encode()))
    return Outcome(file, changed)


def _page(desk: Desk, *, with_confirmed: bool) -> str:
    from likeness.paper.page.verify_page import PageFacts, verify_page  # noqa: PLC0415  babel: only where a page is made

    now, roots = desk.now(), trust_here(desk)
    book = Book(roots, now)
    cards, trust = own_cards(open_signed(desk.owner().card, KeyCard).says, roots, book), CARDS_ONLY
    spoken_for = {card.key for card in cards}
    if with_confirmed:
        cards += confirmed_cards(roots, book)
        trust = trust_on_page(roots, book, cards, now)
        spoken_for |= keys_of_lists(roots, book)
    signed = {open_signed(one, StatusList).says: one for one in desk.registry.trust.lists()}
    newest = {key: book.newest_list(key) for key in spoken_for}
    lists = {key: signed[says] for key, says in newest.items() if says is not None}
    return verify_page(PageFacts(desk.owner().name, now.date(), cards, lists, RULES, trust))


def page_host(registry: Registry) -> str | None:
    """Return the host that serves the owner's page, or None if she named none."""
    return registry.settings.get(_HOST) or None


def name_host(desk: Desk, host: str | None) -> Outcome[str | None]:
    """Name the host that serves the page, in the one form it has in a code; None takes it away again."""
    wanted = None if host is None else clean_host(host)
    registry = desk.registry
    with registry.transaction():
        if wanted is None:
            registry.settings.remove(_HOST)
        else:
            registry.settings.put(_HOST, wanted)
    return Outcome(wanted, _CHANGED)
