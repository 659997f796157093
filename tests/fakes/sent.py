"""Every kind of signed statement, issued on the command line of whoever says it and on its way to whoever needs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.fakes.licences import terms_document
from tests.fakes.lines import QuietLine, written
from tests.fakes.offices import an_office

PEOPLE = {
    "liora": ("Liora Vantreight", "performer"),
    "tidewrack": ("Tidewrack Pictures Ltd", "company"),
    "halden": ("Halden Roe Talent", "agent"),
    "mara": ("Mara Vantreight", "agent"),
}
CONTACTS, LICENCES = "contacts", "licences"


@dataclass(frozen=True)
class Sent:
    """The file of one statement (perhaps with those it comes with), its kind, and the registry that takes it in."""

    kind: str
    file: Path
    to: Path
    screen: str


class Post:
    """The people of one statement; a registry is made when somebody is first spoken of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lines: dict[str, QuietLine] = {}

    def __getattr__(self, who: str) -> QuietLine:
        if who not in self._lines:
            an_office(self.folder, *PEOPLE[who]).close()
            self._lines[who] = QuietLine(self.folder / f"{who}.registry")
        return self._lines[who]

    def card(self, who: str) -> tuple[Path, str]:
        """Return the file of somebody's card, and the fingerprint."""
        file = self.folder / f"{who}.card"
        return file, getattr(self, who).asks("trust", "card", "--to", file)["fingerprint"]

    def knows(self, who: str, *others: str) -> None:
        """Let somebody confirm the cards of others."""
        for other in others:
            getattr(self, who).asks("trust", "add", self.card(other)[0])

    def offer(self) -> Path:
        """Liora signs licence 2026-0001."""
        number = self.liora.asks("licence", "draft", written(self.folder / "terms.json", terms_document()))["number"]
        self.liora.asks("licence", "sign", number)
        return self.text("liora", number, "offer")

    def text(self, who: str, number: str, name: str) -> Path:
        """Hand out a licence as it stands with somebody."""
        file = self.folder / f"{name}.likeness"
        getattr(self, who).asks("licence", "text", number, "--to", file)
        return file

    def in_force(self) -> str:
        """Offer, acceptance, and back; returns the number."""
        self.tidewrack.asks("licence", "accept", self.offer())
        self.liora.asks("licence", "accept", self.text("tidewrack", "2026-0001", "accepted"))
        return "2026-0001"

    def sent(self, kind: str, file: Path, to: str) -> Sent:
        """Address a file."""
        about_licences = kind in ("licence", "acceptance", "amendment", "withdrawal", "suspension", "resumption")
        return Sent(kind, file, self.folder / f"{to}.registry", LICENCES if about_licences else CONTACTS)


def _licence(post: Post) -> Sent:
    post.tidewrack.asks("registry", "info")
    return post.sent("licence", post.offer(), "tidewrack")


def _acceptance(post: Post) -> Sent:
    post.tidewrack.asks("licence", "accept", post.offer())
    return post.sent("acceptance", post.text("tidewrack", "2026-0001", "accepted"), "liora")


def _amendment(post: Post) -> Sent:
    number = post.in_force()
    other = written(post.folder / "other.json", terms_document(languages=["en"]))
    made = post.liora.asks("licence", "amend", number, other)["number"]
    return post.sent("amendment", post.text("liora", made, "amendment"), "tidewrack")


def _notice(kind: str, *verbs: str) -> Callable[[Post], Sent]:
    def said(post: Post) -> Sent:
        number, file = post.in_force(), post.folder / f"{kind}.likeness"
        for place, verb in enumerate(verbs):
            post.liora.asks("licence", verb, number, "--to", file)
            if place + 1 < len(verbs):
                post.tidewrack.asks("trust", "take", file)
        return post.sent(kind, file, "tidewrack")

    return said


def _card(post: Post) -> Sent:
    post.tidewrack.asks("registry", "info")
    return post.sent("key-card", post.card("liora")[0], "tidewrack")


def _vouching(post: Post) -> Sent:
    post.knows("halden", "liora")
    post.knows("tidewrack", "halden")
    file = post.folder / "vouching.likeness"
    post.halden.asks("trust", "vouch", post.card("liora")[1], "--to", file)
    return post.sent("vouching", file, "tidewrack")


def _new_key(kind: str, *words: str) -> Callable[[Post], Sent]:
    def changed(post: Post) -> Sent:
        post.knows("tidewrack", "liora")
        post.liora.asks("trust", "rotate", *words, "--to", post.folder / "new-key.likeness")
        return post.sent(kind, post.folder / "new-key.likeness", "tidewrack")

    return changed


def _list(post: Post) -> Sent:
    post.in_force()
    post.liora.asks("trust", "status", "--export", post.folder / "list.likeness")
    return post.sent("status-list", post.folder / "list.likeness", "tidewrack")


def _delegation(post: Post) -> Sent:
    post.knows("liora", "halden")
    file = post.folder / "delegation.likeness"
    post.liora.asks("trust", "delegate", post.card("halden")[1], "--likeness", "*", "--licensee", "*",
                    "--act", "generate", "--most", "1000", "--currency", "EUR", "--until", "2030-12-31",
                    "--to", file)  # fmt: skip
    return post.sent("delegation", file, "halden")


def _estate(post: Post) -> Sent:
    post.knows("liora", "mara")
    post.knows("mara", "liora")
    file = post.folder / "estate.likeness"
    post.liora.asks("trust", "estate", post.card("mara")[1], "--to", file)
    return post.sent("estate", file, "mara")


def _handover(post: Post) -> Sent:
    named, file = _estate(post).file, post.folder / "handover.likeness"
    post.knows("tidewrack", "liora")
    for line in (post.mara, post.tidewrack):
        line.asks("trust", "take", named)
    post.mara.asks("trust", "handover", post.card("liora")[1], "--died", "2026-01-20T00:00:00Z", "--to", file)
    return post.sent("handover", file, "tidewrack")


SENT: dict[str, Callable[[Post], Sent]] = {
    "licence": _licence,
    "acceptance": _acceptance,
    "amendment": _amendment,
    "withdrawal": _notice("withdrawal", "withdraw"),
    "suspension": _notice("suspension", "suspend"),
    "resumption": _notice("resumption", "suspend", "resume"),
    "key-card": _card,
    "vouching": _vouching,
    "rotation": _new_key("rotation"),
    "compromise": _new_key("compromise", "--lost-since", "2026-01-01T00:00:00Z"),
    "status-list": _list,
    "delegation": _delegation,
    "estate": _estate,
    "handover": _handover,
}
