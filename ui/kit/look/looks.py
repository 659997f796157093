"""The one table from a state to its icon, its hue and its word: licences, verdicts, flags, dues, answers, trust. No Qt.

Icon shape, word and colour say the same, in that order of importance (UX principle 4); badges and lists paint from it.
"""

from __future__ import annotations

from likeness.paper.wording import word
from ui.kit.words import language, tr

# State to icon and hue.
LOOKS = {
    "draft": ("circle-dashed", "grey"),
    "offered": ("send", "blue"),
    "in-force": ("circle-check", "green"),
    "suspended": ("circle-pause", "amber"),
    "expired": ("calendar-x", "grey"),
    "withdrawn": ("ban", "red"),
    "replaced": ("history", "grey"),
    "IN_SCOPE": ("circle-check", "green"),
    "OUT_OF_SCOPE": ("circle-x", "red"),
    "NEEDS_REVIEW": ("circle-question-mark", "amber"),
}
# Where the flag of a use stands (`likeness.registry.flags`); the words are the core's.
FLAG_LOOKS = {
    "open": ("circle-alert", "amber"),
    "letter-sent": ("send", "blue"),
    "invoiced": ("receipt", "blue"),
    "settled-paid": ("coins", "green"),
    "settled-withdrawn": ("eye-off", "green"),
    "allowed": ("file-signature", "green"),
    "mistaken": ("circle-minus", "grey"),
}
# What became of a due.
DUE_LOOKS = {
    "due": ("hourglass", "blue"),
    "overdue": ("triangle-alert", "amber"),
    "paid": ("circle-check", "green"),
    "received": ("circle-check", "green"),
    "done": ("circle-check", "green"),
    "waived": ("minus", "grey"),
}
# The answer of a check (UX section 8, picture 07-3); the words are the core's.
ANSWER_LOOKS = {
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
# How somebody's key is known here; the words are the core's.
TRUST_LOOKS = {
    "self": ("user-round", "grey"),
    "confirmed": ("user-round-check", "green"),
    "vouched": ("users", "blue"),
    "unknown": ("circle-question-mark", "amber"),
    "no-card": ("circle-dashed", "grey"),
}


def look(state: str) -> tuple[str, str]:
    """Return (icon, hue) of a licence state, a verdict, a due, a flag, the answer of a check, or how a key is known."""
    tables = (LOOKS, FLAG_LOOKS, DUE_LOOKS, ANSWER_LOOKS, TRUST_LOOKS)
    return next((table[state] for table in tables if state in table), ("circle", "grey"))


def state_word(state: str) -> str:
    """Return the label of a licence state, a verdict, a due, a flag, an answer, or how a key is known."""
    if state in FLAG_LOOKS:
        return word(language(), "flag", state)
    if state in TRUST_LOOKS:
        return word(language(), "trust-badge", state)
    if state in ANSWER_LOOKS and state not in LOOKS:
        return word(language(), "answer-badge", state)
    return {
        "draft": tr("Draft"),
        "offered": tr("Offered"),
        "in-force": tr("In force"),
        "suspended": tr("Suspended"),
        "expired": tr("Expired"),
        "withdrawn": tr("Withdrawn"),
        "replaced": tr("Replaced"),
        "IN_SCOPE": tr("In scope"),
        "OUT_OF_SCOPE": tr("Out of scope"),
        "NEEDS_REVIEW": tr("Needs review"),
        "due": tr("Owed"),
        "overdue": tr("Overdue"),
        "paid": tr("Paid"),
        "received": tr("Received"),
        "done": tr("Done"),
        "waived": tr("Waived"),
    }.get(state, state)
