"""What a sealed PDF is besides its attachment; and the way it takes from the limited child to whoever asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Paper:
    """Enough to make the page again.

    The page's length in bytes, without the newline that sealing adds; its keywords; the instant of sealing as the
    sealer states it; when an authority stamped it and what that authority calls itself; whether the seal made again by
    this program is the same.
    """

    page_bytes: int
    keywords: tuple[str, ...]
    sealed_at: datetime
    stamped_at: datetime | None
    authority: str
    seal_remade: bool


def paper_to(paper: Paper) -> dict[str, object]:
    """Return it as JSON values."""
    stamped = paper.stamped_at.isoformat() if paper.stamped_at else None
    return vars(paper) | {"sealed_at": paper.sealed_at.isoformat(), "stamped_at": stamped}


def paper_from(told: dict[str, Any]) -> Paper:
    """Return what `paper_to` wrote."""
    stamped = told["stamped_at"]
    return Paper(
        page_bytes=int(told["page_bytes"]),
        keywords=tuple(str(word) for word in told["keywords"]),
        sealed_at=datetime.fromisoformat(told["sealed_at"]),
        stamped_at=datetime.fromisoformat(stamped) if stamped else None,
        authority=str(told["authority"]),
        seal_remade=bool(told["seal_remade"]),
    )
