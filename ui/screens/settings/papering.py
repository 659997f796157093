"""What goes with every PDF: a certificate, an authority for the time, letters of more scripts, the sheet for Acrobat.

- All of it is read and done on the lanes: certificates bring a library in, the file of letters has 19 MB.
- A file that is locked asks for its passphrase; the passphrase goes to the act and is kept nowhere. Plain Python.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from likeness.acts.licences.kept_wishes import choose_certificate, kept_wishes, name_authority, use_own_certificate
from likeness.acts.licences.paper_wishes import request_certificate, write_signer_sheet
from likeness.errors import LikenessError
from likeness.paper.setting.fonts import install_pack, installed_packs, packs
from likeness.paper.words.wish_words import authority_words, certificate_words, pack_words
from ui.kit.background.newest import Newest
from ui.kit.trouble import told
from ui.kit.words import language, tr
from ui.screens.settings.state import PaperWishes

REQUEST_NAME, SHEET_NAME = "certificate-request.pem", "trust-in-acrobat.pdf"
LOCKED = (".p12", ".pfx")
AUTHORITY, PASSPHRASE = "authority", "passphrase"
Then = Callable[[Any], None]


class Papering:
    """Reads and changes what is kept; `show` takes what is drawn."""

    def __init__(self, desk: Any, jobs: Any, view: Any, show: Callable[[PaperWishes], None]) -> None:
        self._desk, self._jobs, self._view, self._show = desk, jobs, view, show
        self._locked: Path | None = None
        self._reading = Newest(jobs, view)

    def read(self) -> None:
        """Read what is kept, and show it once it is there."""
        self._reading.read(self._read, self._show, self._view.fail)

    def _read(self) -> PaperWishes:
        lang, kept = language(), kept_wishes(self._desk.desk)
        pack, here = packs()[0], bool(installed_packs())
        told = kept.certificate
        return PaperWishes(
            certificate=certificate_words(lang, told, fits=kept.fits, soon=kept.ends_soon),
            certificate_print=_groups(told.sha256) if told and kept.fits else "",
            own=told is None,
            ends_soon=kept.ends_soon,
            authority=kept.authority,
            authority_words=authority_words(lang, kept.authority),
            letters=pack_words(lang, pack.file, here=here),
            letters_print=_groups(pack.sha256),
            letters_here=here,
        )

    def choose(self, path: Path) -> None:
        """Take the certificate out of a file; one that is locked asks for its passphrase."""
        self._locked = path
        if path.suffix.lower() in LOCKED:
            self._view.ask_passphrase(path.name)
        else:
            self._choose(path, None)

    def unlock(self, passphrase: str) -> None:
        """Take the certificate out of the locked file with its passphrase."""
        if self._locked is not None:
            self._choose(self._locked, passphrase)

    def _choose(self, path: Path, passphrase: str | None) -> None:
        def done(_outcome: Any) -> None:
            self._view.ask_passphrase("")
            self._told(tr("PDFs now carry the certificate in {file}", file=path.name))

        def failed(why: Exception) -> None:
            if passphrase is not None and getattr(why, "code", "") == "certificate-unreadable":
                self._complain(PASSPHRASE, why)
            else:
                self._view.ask_passphrase("")
                self._view.fail(why)

        self._do(lambda: self._desk.do(choose_certificate, path, passphrase), done, failed)

    def own(self) -> None:
        """Let papers carry the key's own certificate again."""
        self._do(
            lambda: self._desk.do(use_own_certificate), lambda _o: self._told(tr("PDFs carry your own certificate"))
        )

    def ask_authority(self, typed: str) -> None:
        """Name the authority that was typed; nothing typed asks nobody."""

        def done(outcome: Any) -> None:
            self._view.paper_wrong(AUTHORITY, "")
            said = tr("Every export now asks for a time stamp") if outcome.value else tr("Nobody is asked for the time")
            self._told(said)

        def failed(why: Exception) -> None:
            self._complain(AUTHORITY, why)

        self._do(lambda: self._desk.do(name_authority, typed.strip() or None), done, failed)

    def add_letters(self, path: Path) -> None:
        """Keep the file with more letters where papers find it."""
        self._work(
            tr("Adding the letters"), lambda: install_pack(path), tr("Chinese, Japanese and Korean can be printed")
        )

    def save_request(self, path: Path) -> None:
        """Write the request for a certificate."""
        said = tr("Request saved in {file}. Send it to whoever certifies your key.", file=path.name)
        self._work(tr("Writing the request"), lambda: self._desk.do(request_certificate, path), said)

    def save_sheet(self, path: Path, *, both: bool) -> None:
        """Write the sheet for Acrobat, in one language or both."""
        lang = language()
        said = tr("Sheet saved in {file}", file=path.name)
        self._work(tr("Writing the sheet"), lambda: self._desk.do(write_signer_sheet, path, lang, both=both), said)

    def _complain(self, field: str, why: Exception) -> None:
        if isinstance(why, LikenessError):
            self._view.paper_wrong(field, told(why))
        else:
            self._view.fail(why)

    def _told(self, words: str) -> None:
        self._view.tell(words)
        self.read()

    def _work(self, doing: str, work: Callable[[], Any], said: str) -> None:
        """Do what takes a moment, with a word for it while it lasts."""
        self._view.working(doing)

        def done(_outcome: Any) -> None:
            self._view.working("")
            self._told(said)

        def failed(why: Exception) -> None:
            self._view.working("")
            self._view.fail(why)

        self._do(work, done, failed)

    def _do(self, work: Callable[[], Any], done: Then, failed: Then | None = None) -> None:
        self._jobs.submit("write", self._view, lambda _job: work(), done, failed or self._view.fail)


def _groups(print_: str) -> str:
    """Return a fingerprint as it is compared: groups of four, eight of them a line."""
    groups = [print_[start : start + 4] for start in range(0, len(print_), 4)]
    return "\n".join(" ".join(groups[start : start + 8]) for start in range(0, len(groups), 8))
