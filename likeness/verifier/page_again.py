"""Is the page of a sealed PDF the page of its licence? It is made again and compared, byte for byte.

1. Where this program makes pages exactly as the file says its own was made, page and seal must be the same bytes: then
   nothing stands on the paper, seen or hidden, that the signed data do not say.
2. Where it does not (another version, other fonts), nothing is said about the page: the data are shown, as always.
"""

from __future__ import annotations

from likeness.licence.bundle import Bundle
from likeness.verifier.finding import Found

SAME, OTHERWISE, UNKNOWN = "same", "otherwise", "unknown"


def compare_page(found: Found, bundle: Bundle) -> str:
    """Return SAME, OTHERWISE, or UNKNOWN where the page cannot be made again here."""
    if found.paper is None:
        return UNKNOWN
    from likeness.paper.sheets.licence_paper import made_again, paper_time  # noqa: PLC0415  only where a PDF is checked

    paper = found.paper
    page = made_again(bundle, paper.keywords)
    if page is None:
        return UNKNOWN
    same = len(page) == paper.page_bytes and found.file[: paper.page_bytes] == page
    return SAME if same and paper.seal_remade and paper.sealed_at == paper_time(bundle) else OTHERWISE
