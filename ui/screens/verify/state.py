"""What the Verify screen shows, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass

# Answer to icon and hue (UX section 8, picture 07-3).
LOOKS = {
    "valid": ("shield-check", "green"),
    "not-started": ("calendar-clock", "blue"),
    "unknown-signer": ("shield-question-mark", "amber"),
    "not-accepted": ("shield-question-mark", "amber"),
    "status-old": ("cloud-off", "amber"),
    "suspended": ("circle-pause", "amber"),
    "altered": ("shield-x", "red"),
    "withdrawn": ("ban", "red"),
    "replaced": ("history", "grey"),
    "expired": ("calendar-x", "grey"),
    "other": ("file-question-mark", "grey"),
    "unreadable": ("scan-line", "grey"),
}


@dataclass(frozen=True)
class Answer:
    """One checked file."""

    answer: str
    title: str
    reason: str
    steps: tuple[tuple[str, str], ...]  # result and sentence
    rely: tuple[str, ...]
    not_told: tuple[str, ...]
    agreed: tuple[tuple[str, str], ...]
    can_plan: bool
    can_confirm: str = ""  # the digits to compare, where the signer is not known


@dataclass(frozen=True)
class Before:
    """A line of "Checked before", kept on this computer while the window is open."""

    answer: str
    title: str
    signer: str
    words: str


@dataclass(frozen=True)
class Planned:
    """The verdict on a planned use."""

    verdict: str
    title: str
    why: str
    remedies: tuple[str, ...]
    duties: tuple[str, ...]


@dataclass(frozen=True)
class VerifyState:
    """The whole screen."""

    file: str = ""
    shown: Answer | None = None
    before: tuple[Before, ...] = ()
    planned: Planned | None = None
    purposes: tuple[tuple[str, str], ...] = ()
    doing: str = ""
