"""What an import was told so far: another window can go on with it, in another language. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from likeness.feeds.known_names import Known
from likeness.feeds.source import Source
from ui.screens.report.matching import Matching


@dataclass(frozen=True)
class Begun:
    """It holds no word of any language; `step` is the page that is open."""

    source: Source
    known: Known
    matching: Matching
    step: int
    reporter: str
    period: str
