"""What a person wishes of all her papers, kept in the registry: a certificate for her key, a time stamp authority.

1. A certificate is public and is kept as it came (PEM); a secret key or a passphrase never is.
2. It goes with the key it is about and with no other: what a former key seals carries that key's own certificate.
3. One that has run out refuses the export, and says so: nothing of a wish is dropped in silence.
4. Where no authority is named, nothing is asked of any network.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from likeness.acts.desk import Desk
from likeness.errors import Refused
from likeness.seal.keys import PublicKey
from likeness.values.keep import read_file
from likeness.values.outcome import Change, Outcome

if TYPE_CHECKING:
    from likeness.paper.sealing.certificate_file import Told

_CERTIFICATE, _AUTHORITY = "paper.certificate", "paper.authority"
_CHANGED = frozenset({Change.OWNER})
SOON = timedelta(days=30)


@dataclass(frozen=True)
class Kept:
    """The address of an authority, empty where none is asked; what the certificate says, and if it is of today's key.

    `ends_soon` within `SOON`, or it has ended. `own` where there is none: the key then carries the certificate that
    Likeness makes for it.
    """

    authority: str = ""
    certificate: Told | None = None
    fits: bool = True
    ends_soon: bool = False

    @property
    def own(self) -> bool:
        """Tell that papers carry the key's own certificate."""
        return self.certificate is None or not self.fits


def kept_wishes(desk: Desk) -> Kept:
    """Return what is kept now."""
    pem = desk.registry.settings.get(_CERTIFICATE)
    if not pem:
        return Kept(kept_authority(desk))
    from likeness.paper.sealing.certificate_file import told_of  # noqa: PLC0415  asn1crypto: only where there is one

    told = told_of(pem.encode())
    fits, soon = told.public.encoded == desk.owner().public_key, told.until <= (desk.now() + SOON).date()
    return Kept(kept_authority(desk), told, fits=fits, ends_soon=fits and soon)


def kept_authority(desk: Desk) -> str:
    """Return the address of the authority that is asked for time stamps; empty where none is."""
    return desk.registry.settings.get(_AUTHORITY)


def kept_chain(desk: Desk, key: PublicKey) -> tuple[bytes, ...]:
    """Return the kept certificates of `key` in DER, none where they are about another; raises Refused if run out."""
    pem = desk.registry.settings.get(_CERTIFICATE)
    if not pem:
        return ()
    from likeness.paper.sealing.certificate_file import read_chain, told_of  # noqa: PLC0415  see kept_wishes

    return read_chain(pem.encode(), key, desk.now()) if told_of(pem.encode()).public == key else ()


def choose_certificate(desk: Desk, file: Path, passphrase: str | None = None) -> Outcome[Kept]:
    """Keep the certificate of the owner's key that is in a file (PEM, DER, PKCS#12); raises as `read_chain` does."""
    from likeness.paper.sealing.certificate_file import MOST_BYTES, as_pem, read_chain  # noqa: PLC0415  see kept_wishes

    key = PublicKey(desk.owner().public_key)
    chain = read_chain(read_file(file, MOST_BYTES), key, desk.now(), passphrase)
    with desk.registry.transaction():
        desk.registry.settings.put(_CERTIFICATE, as_pem(chain))
    return Outcome(kept_wishes(desk), _CHANGED)


def use_own_certificate(desk: Desk) -> Outcome[Kept]:
    """Let papers carry the key's own certificate again."""
    with desk.registry.transaction():
        desk.registry.settings.remove(_CERTIFICATE)
    return Outcome(kept_wishes(desk), _CHANGED)


def name_authority(desk: Desk, address: str | None) -> Outcome[str]:
    """Name the authority that every export asks for a time stamp; None asks nobody. Raises Refused if it is none."""
    from likeness.paper.sealing.time_authority import is_address  # noqa: PLC0415  see kept_wishes

    wanted = (address or "").strip()
    if wanted and not is_address(wanted):
        raise Refused("authority-address", value=wanted[:80])
    with desk.registry.transaction():
        if wanted:
            desk.registry.settings.put(_AUTHORITY, wanted)
        else:
            desk.registry.settings.remove(_AUTHORITY)
    return Outcome(wanted, _CHANGED)
