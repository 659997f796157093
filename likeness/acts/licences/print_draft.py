"""A draft as a page, to be read by an agent before anything is signed; it is kept nowhere and changes nothing."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from likeness.acts.desk import Desk
from likeness.acts.licences.draft_licence import the_draft
from likeness.paper.sheets.draft_sheet import draft_sheet, render_draft
from likeness.paper.wording import word
from likeness.values.keep import keep_file
from likeness.values.outcome import Outcome


def draft_page(desk: Desk, number: str, language: str = "en") -> bytes:
    """Return the PDF of a draft as it stands. Raises Refused ("already-signed", "no-glyph")."""
    draft, now = the_draft(desk, number), desk.now()
    doubles = desk.registry.doubles.recorded(draft.terms.likenesses)
    kinds = {one.id: word(language, "kind", one.kind) for one in doubles}
    return render_draft(draft_sheet(language, number, draft.terms, kinds, now, draft.replaces), now)


def count_pages(desk: Desk, number: str, language: str = "en") -> int:
    """Return how many pages the PDF of a draft has; raises what `draft_page` raises."""
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415  slow to load, and wanted by few

    return int(PdfFileReader(BytesIO(draft_page(desk, number, language))).root["/Pages"]["/Count"])


def save_draft_page(desk: Desk, number: str, path: Path, language: str = "en") -> Outcome[Path]:
    """Write the page of a draft to `path`; raises what `draft_page` raises, and Broken ("disk-full")."""
    keep_file(path, draft_page(desk, number, language))
    return Outcome(path)
