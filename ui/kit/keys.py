"""The one list of keys (UX section 9): shortcuts, tooltips, key hints, the rows of Ctrl K and Help all read it. No Qt.

- What a key does has a code; `KEYS` says which keys it has, the first of them is the one that is shown.
- A key that stands here is bound somewhere (`ui.kit.shortcuts.bind`), and nothing is bound that does not stand here.
- Keys of one letter or sign can be turned off: whoever dictates, or holds a key too long, presses them unawares.
"""

from __future__ import annotations

import re
import sys

from ui.kit.words import tr


def back_keys(system: str) -> tuple[str, ...]:
    """Return the keys that go back on a system, by its name in `sys.platform`."""
    return ("Ctrl+[", "Alt+Left") if system == "darwin" else ("Alt+Left",)


KEYS: dict[str, tuple[str, ...]] = {
    "find": ("Ctrl+K",),
    "new-licence": ("Ctrl+N",),
    "add-double": ("Ctrl+Shift+N",),
    "log-use": ("Ctrl+U",),
    "import-report": ("Ctrl+I",),
    "open-paper": ("Ctrl+O",),
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Shift+Z",),
    "back": back_keys(sys.platform),
    "next-pane": ("F6",),
    "last-pane": ("Shift+F6",),
    "text-larger": ("Ctrl++", "Ctrl+="),
    "text-smaller": ("Ctrl+-", "Ctrl+_"),
    "text-usual": ("Ctrl+0",),
    "rail": ("Ctrl+B",),
    "lock": ("Ctrl+L",),
    "help": ("F1", "?"),
    "go-overview": ("Ctrl+1",),
    "go-doubles": ("Ctrl+2",),
    "go-licences": ("Ctrl+3",),
    "go-uses": ("Ctrl+4",),
    "go-earnings": ("Ctrl+5",),
    "go-verify": ("Ctrl+6",),
    "go-contacts": ("Ctrl+7",),
    "go-settings": ("Ctrl+,",),
    "search-list": ("Ctrl+F", "/"),
    "clear-search": ("Esc",),
    "go-in": ("Return",),
    "go-out": ("Esc",),
    "add-filter": ("F",),
    "next-flagged": ("N",),
    "last-flagged": ("Shift+N",),
    "resolve": ("R",),
    "settle": ("R",),
    "write-letter": ("L",),
    "write-invoice": ("B",),
    "export": ("E",),
    "show-code": ("Q",),
    "pictures": ("Ctrl+Shift+H",),
    "see-larger": ("Return",),
    "play": ("Space",),
    "be-silent": ("Esc",),
    "as-table": ("T",),
    "zoom-in": ("Ctrl++", "Ctrl+="),
    "zoom-out": ("Ctrl+-", "Ctrl+_"),
    "zoom-all": ("Ctrl+0",),
    "paste-check": ("Ctrl+V",),
    "paste-in": ("Ctrl+V",),
    "check-another": ("Esc",),
    "go-on": ("Ctrl+Return",),
    "leave-import": ("Esc",),
    "print": ("Ctrl+P",),
    "save-letter": ("Ctrl+Return",),
}
_CAPS = {"Return": "Enter", "Left": "←"}
_PARTS = re.compile(r"[^+]+|(?<=\+)\+")  # "Ctrl++" is Ctrl and +


_ONE_LETTER = re.compile(r"(Shift\+)?[^+]")
_letters = [True]


def use_letter_keys(*, wanted: bool) -> None:
    """Bind keys of one letter or sign from now on, or leave them out."""
    _letters[0] = wanted


def letter_keys() -> bool:
    """Tell whether keys of one letter or sign act."""
    return _letters[0]


def keys_of(code: str) -> tuple[str, ...]:
    """Return the keys of a code that act, the usual one first; none where only letters would and they are off."""
    return tuple(keys for keys in KEYS[code] if _letters[0] or not _ONE_LETTER.fullmatch(keys))


def cap(code: str) -> str:
    """Return the key as it stands on a key cap: "Ctrl Shift N"; empty where none acts."""
    return next(iter(caps(code)), "")


def caps(code: str) -> tuple[str, ...]:
    """Return every key of a code that acts, the usual one first."""
    return tuple(" ".join(_CAPS.get(part, part) for part in _PARTS.findall(keys)) for keys in keys_of(code))


def with_key(words: str, code: str) -> str:
    """Return a tooltip: the words, and the key that does the same."""
    return f"{words}  {cap(code)}".rstrip()


def key_words(code: str) -> str:
    """Return what a key does, in the language in use; empty for the screens, which have names of their own."""
    words = {
        "find": tr("Find or do anything"),
        "new-licence": tr("New licence"),
        "add-double": tr("Add likeness"),
        "log-use": tr("Log a use"),
        "import-report": tr("Import a usage report"),
        "open-paper": tr("Open a licence to verify"),
        "undo": tr("Undo"),
        "redo": tr("Do again what was undone"),
        "back": tr("Back to where you came from"),
        "next-pane": tr("Next part of the window"),
        "last-pane": tr("Previous part of the window"),
        "text-larger": tr("Larger text"),
        "text-smaller": tr("Smaller text"),
        "text-usual": tr("Text in its usual size"),
        "rail": tr("Narrow navigation"),
        "lock": tr("Lock now"),
        "help": tr("Help"),
        "search-list": tr("Search this list"),
        "clear-search": tr("Empty the search"),
        "go-in": tr("From the list to what is chosen"),
        "go-out": tr("Back to the list"),
        "add-filter": tr("Add a filter"),
        "next-flagged": tr("Next flagged use"),
        "last-flagged": tr("Previous flagged use"),
        "resolve": tr("Resolve…"),
        "settle": tr("Say that it is paid, received or done…"),
        "write-letter": tr("Write letter…"),
        "write-invoice": tr("Invoice"),
        "export": tr("Save PDF and QR…"),
        "show-code": tr("Show the QR code"),
        "pictures": tr("Show or hide real pictures"),
        "play": tr("Play or stop the voice"),
        "be-silent": tr("Stop the voice"),
        "see-larger": tr("Show the chosen picture larger"),
        "as-table": tr("Show licences over time as a table"),
        "zoom-in": tr("Less time, closer"),
        "zoom-out": tr("More time, farther"),
        "zoom-all": tr("Eighteen months again"),
        "paste-check": tr("Verify the clipboard"),
        "paste-in": tr("Take in what is on the clipboard"),
        "check-another": tr("Check another"),
        "go-on": tr("Continue"),
        "leave-import": tr("Stop, or leave the import"),
        "print": tr("Print…"),
        "save-letter": tr("Save as PDF…"),
    }
    return words.get(code, "")
