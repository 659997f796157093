"""Setting a page: PDF/A-3a and PDF/UA-1 by typst, from our own fonts alone.

1. The same sheet, code, bytes and time give the same file, on every run: no clock, no system font, no random id.
2. The `.likeness` bytes are attached (AFRelationship Source); they are the licence, the page is a view of it.
3. The file names all it was made with, so that it can be made again (`likeness.paper.setting.makings`).
4. A text for which no font of ours has a glyph is refused with what to do; a page never shows boxes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from likeness.errors import Broken, Refused
from likeness.paper.qr.qr_image import QUIET
from likeness.paper.setting.fonts import Shelf, lacks_pack, shelf_for
from likeness.paper.setting.makings import made_with
from likeness.paper.setting.marks import TEMPLATE
from likeness.paper.setting.sheet import Sheet
from likeness.values.resource import resource
from likeness.values.text import file_stem

if TYPE_CHECKING:
    import typst

    from likeness.paper.qr.qr_image import QrCode

CODE_MM = 40  # the code with its quiet zone, as the template sets it
_ONE_AT_A_TIME = Lock()  # the compiler is one, and the window has several lanes; typst itself says "already borrowed"
_UNSEEN = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)


def render_pdf(
    pages: Sequence[Sheet], code: QrCode | None, data: bytes, made_at: datetime, keywords: Sequence[str] = ()
) -> bytes:
    """Return the unsigned PDF of a licence in one language, or in two side by side.

    `data` are its `.likeness` bytes (empty for a copy, which carries none), `made_at` an aware instant, `keywords`
    what the file says of how it was made.
    """
    return set_page("licence.typ", _inputs(pages, code, data, keywords), made_at)


def set_page(template: str, texts: dict[str, object], made_at: datetime) -> bytes:
    """Set a page of ours: `template` in resources/templates, its texts, and the instant the file says it was made."""
    import typst  # noqa: PLC0415  34 MB of it: only where a page is set

    written = json.dumps(texts, ensure_ascii=False)
    shelf = shelf_for(written)
    try:
        with _ONE_AT_A_TIME:
            made = _compiler(shelf.folders).compile(
                input=str(resource("templates", template)),
                format="pdf",
                sys_inputs={"sheet": written, "faces": "|".join(shelf.families)},
                pdf_standards=["a-3a", "ua-1"],
                timestamp=int(made_at.timestamp()),
            )
    except typst.TypstError as why:
        unseen = _UNSEEN.search(str(why))
        if unseen is None:
            raise Broken("page-not-made") from why
        pack = lacks_pack(unseen[1])
        if pack is not None:
            raise Refused("no-glyph-pack", value=unseen[1], name=pack.file) from why
        raise Refused("no-glyph", value=unseen[1]) from why
    assert isinstance(made, bytes)  # noqa: S101  one document was asked for
    return made


def shelf_of(pages: Sequence[Sheet]) -> Shelf:
    """Return the fonts that a licence's pages are set in."""
    return shelf_for(json.dumps([asdict(one) for one in pages], ensure_ascii=False))


def _inputs(pages: Sequence[Sheet], code: QrCode | None, data: bytes, keywords: Sequence[str]) -> dict[str, object]:
    quiet = 0.0 if code is None else CODE_MM * QUIET / code.side  # the code, not its quiet zone, meets the margins
    return {
        "pages": [asdict(one) for one in pages],
        "keywords": list(keywords) or made_with(TEMPLATE, shelf_of(pages)),
        "mark": house_mark(),
        "code": None if code is None else code.svg,
        "quiet_mm": quiet,
        "data": list(data),
        "attachment_name": f"{file_stem(pages[0].code_number)}.likeness",
    }


def house_mark() -> str:
    """Return the house's mark as SVG, in its accent."""
    return resource("art", "mark.svg").read_text(encoding="utf-8").replace("currentColor", "#4842B4")


@lru_cache(maxsize=2)
def _compiler(folders: tuple[str, ...]) -> typst.Compiler:
    """One compiler for each set of fonts: the first page costs seven times what the next ones do."""
    import typst  # noqa: PLC0415

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))
    template = resource("templates", "licence.typ")
    return typst.Compiler(input=str(template), root=str(template.parent), font_paths=fonts)
