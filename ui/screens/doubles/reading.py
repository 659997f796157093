"""From a likeness in the registry to the words of its card and pane. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from likeness.acts.doubles.hear_double import can_be_heard
from likeness.paper import names, sizes
from likeness.paper.wording import word
from likeness.registry.doubles import CHANGED, MISSING, DoubleRow, FileRow
from likeness.registry.licence_row import LicenceRow
from ui.kit.figures import day_text
from ui.kit.words import tr, tr_n
from ui.screens.doubles.state import Card, Detail, Holder, Line, Voice

# Kind to icon and contour.
FACES = {
    "face-scan": ("scan-face", "face"),
    "photogrammetry": ("scan-face", "face"),
    "face-model": ("hourglass", "face-at-an-age"),
    "body-scan": ("person-standing", "body"),
    "volumetric-capture": ("person-standing", "body"),
    "full-double": ("person-standing", "body"),
    "motion-capture": ("activity", "motion"),
    "performance-recording": ("film", "motion"),
    "voice-recording": ("mic", "voice"),
    "voice-model": ("audio-lines", "voice"),
    "singing-voice-model": ("music", "voice-sung"),
    "name-or-signature": ("signature", "signature"),
}


def face_of(kind: str) -> tuple[str, str]:
    """Return icon and contour of a kind."""
    return FACES.get(kind, ("box", "face"))


def kind_words(kind: str, lang: str) -> str:
    """Return the name of a kind."""
    return names.sentence_case(word(lang, "kind", kind))


def card_of(double: DoubleRow, holders: int, lang: str, *, several: bool) -> Card:
    """Return the card of a likeness that so many companies hold; among those of `several` performers it says whose."""
    icon, art = face_of(double.kind)
    told = tr_n("{n} company holds a copy", "{n} companies hold copies", n=holders)
    return Card(
        id=double.id,
        kind=kind_words(double.kind, lang),
        icon=icon,
        art=art,
        title=double.title,
        performer=double.performer_name if several else "",
        holders=("users", "text3", told) if holders else ("circle-check", "text3", tr("Only you hold it")),
        files=files_line(double.files),
        peaks=_peaks(double),
    )


def files_line(files: tuple[FileRow, ...]) -> Line:
    """Return one line about the files: all there, missing, changed."""
    if not files:
        return "fingerprint", "text3", tr("No files recorded")
    missing = sum(1 for file in files if file.state == MISSING)
    changed = sum(1 for file in files if file.state == CHANGED)
    if changed:
        return "triangle-alert", "red", tr_n("{n} file has changed", "{n} files have changed", n=changed)
    if missing:
        return "fingerprint", "amber", tr_n("{n} file not found", "{n} files not found", n=missing)
    return "fingerprint", "text3", tr_n("{n} file, it matches", "{n} files, all match", n=len(files))


def wrong_files(files: Iterable[FileRow]) -> str:
    """Return how many files have changed and how many are not where they were; empty where none is."""
    states = [file.state for file in files]
    changed, missing = states.count(CHANGED), states.count(MISSING)
    said = []
    if changed:
        said.append(tr_n("{n} file has changed", "{n} files have changed", n=changed))
    if missing:
        said.append(tr_n("{n} file is not where it was", "{n} files are not where they were", n=missing))
    return " · ".join(said)


def _peaks(double: DoubleRow) -> bytes | None:
    return next((file.preview for file in double.files if file.preview_kind == "peaks" and file.preview), None)


def detail_of(double: DoubleRow, held: list[LicenceRow], lang: str, *, pictures: bool, died: date | None = None,
              of_another: bool = False, more_holders: int = 0) -> Detail:  # fmt: skip
    """Return everything the pane shows; `died` is the day of the performer's death, as far as it is known."""
    whose = double.performer_name
    if died is not None:
        whose = tr("{name}, died {day}", name=whose, day=day_text(died, lang))
    picture = next((f.preview for f in double.files if f.preview_kind == "picture" and f.preview), None)
    added = day_text(double.added_at.date(), lang)
    kind = kind_words(double.kind, lang)
    return Detail(
        id=double.id,
        title=double.title,
        about=" · ".join((kind, whose, tr("added {day}", day=added))),
        art=face_of(double.kind)[1],
        voices=tuple(_voice(file) for file in double.files if can_be_heard(file)),
        picture=picture if pictures else None,
        holders=tuple(_holder(row, lang) for row in held),
        more_holders=more_holders,
        files=tuple(_file_lines(double, lang)),
        lost=wrong_files(file for file in double.files if file.state == MISSING),
        facts=tuple((file.name, _facts(file, lang)) for file in sorted(double.files, key=_fine)),
        origin=tuple(_origin(double, lang)),
        living=(double.performer, double.performer_name) if of_another and died is None else None,
    )


def _voice(file: FileRow) -> Voice:
    return Voice(file.path, file.name, file.preview or b"", float(file.facts.get("seconds", 0)))


def clock_text(seconds: float) -> str:
    """Return a length of sound as minutes and seconds: "0:04", "72:30"."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def _holder(row: LicenceRow, lang: str) -> Holder:
    return Holder(
        row.terms.licensee.name,
        tr("{project} · licence {number}", project=row.terms.project.title, number=row.number),
        tr("no date") if row.terms.delete_by is None else day_text(row.terms.delete_by, lang),
        row.number,
    )


def _file_lines(double: DoubleRow, lang: str) -> list[Line]:
    lines: list[Line] = []
    icon, hue, words = files_line(double.files)
    if double.files:
        good = hue == "text3"
        seen = max(file.checked_at for file in double.files).date()
        size = sizes.size(lang, sum(file.size for file in double.files))
        checked = tr("{size} · last checked {day}", size=size, day=day_text(seen, lang))
        lines += [("circle-check" if good else icon, "green" if good else hue, words), ("", "text3", checked)]
    else:
        lines.append((icon, hue, words))
    if double.delete_by is not None:
        lines.append(("archive", "text3", tr("You keep this until {day}", day=day_text(double.delete_by, lang))))
    return lines


def _fine(file: FileRow) -> bool:
    """Tell whether a file is as it was; what is not stands first, for not all are listed."""
    return file.state not in (MISSING, CHANGED)


def _facts(file: FileRow, lang: str) -> str:
    facts: dict[str, Any] = file.facts
    state = {MISSING: tr("not found"), CHANGED: tr("changed")}.get(file.state, "")
    parts = [*filter(None, [state]), file.format.upper(), sizes.size(lang, file.size)]
    if "seconds" in facts:
        parts.append(_length(round(facts["seconds"]), lang))
    if "width" in facts and "height" in facts:
        parts.append(f"{facts['width']} × {facts['height']}")
    parts += [_counted(name, facts[name]) for name in _COUNTED if isinstance(facts.get(name), int)]
    return " · ".join(parts)


def _length(seconds: int, lang: str) -> str:
    if seconds < _LONG:
        return names.quantity(lang, seconds, "second")
    return names.quantity(lang, round(seconds / 60), "minute")


_LONG = 120  # seconds: from here on nobody counts in them
_COUNTED = ("vertices", "faces", "frames", "joints", "tensors")


def _counted(name: str, count: int) -> str:
    said = {
        "vertices": lambda: tr_n("{n} point", "{n} points", n=count),
        "faces": lambda: tr_n("{n} face", "{n} faces", n=count),
        "frames": lambda: tr_n("{n} frame", "{n} frames", n=count),
        "joints": lambda: tr_n("{n} joint", "{n} joints", n=count),
        "tensors": lambda: tr_n("{n} tensor", "{n} tensors", n=count),
    }
    return said[name]()


def _origin(double: DoubleRow, lang: str) -> list[tuple[str, str]]:
    steps: list[tuple[str, str]] = []
    if double.captured_on is not None:
        steps.append((tr("Captured"), day_text(double.captured_on, lang)))
    steps += [(tr("Made from {id}", id=source), "") for source in double.derived_from]
    if double.reason:
        steps.append((double.reason, ""))
    steps.append((tr("Fingerprinted and recorded here"), day_text(double.added_at.date(), lang)))
    return steps
