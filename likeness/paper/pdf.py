"""Setting the page of a licence: PDF/A-3a and PDF/UA-1 by typst, from our own fonts alone.

1. The same sheet, code, bytes and time give the same file, on every run: no clock, no system font, no random id.
2. The `.likeness` bytes are attached (AFRelationship Source); they are the licence, the page is a view of it.
3. The file names the template, the typst version and the fonts it was made with, so that it can be made again.
4. A text for which no shipped font has a glyph is refused; a page never shows boxes.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from likeness.errors import Broken, Refused
from likeness.paper.qr_image import QUIET
from likeness.paper.sheet import Sheet
from likeness.values.resource import resource

if TYPE_CHECKING:
    import typst

    from likeness.paper.qr_image import QrCode

CODE_MM = 40  # the code with its quiet zone, as the template sets it
TEMPLATE = "likeness-template-1"
_UNSEEN = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_FONTS = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "JetBrainsMono-Regular.ttf")


def render_pdf(sheet: Sheet, code: QrCode | None, data: bytes, made_at: datetime) -> bytes:
    """Return the unsigned PDF of a licence; `data` are its `.likeness` bytes, `made_at` an aware instant."""
    import typst  # noqa: PLC0415  34 MB of it: only where a page is set

    inputs = {"sheet": json.dumps(_inputs(sheet, code, data), ensure_ascii=False)}
    try:
        made = _compiler().compile(
            input=str(_template()),
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=["a-3a", "ua-1"],
            timestamp=int(made_at.timestamp()),
        )
    except typst.TypstError as why:
        unseen = _UNSEEN.search(str(why))
        if unseen:
            raise Refused("no-glyph", text=unseen[1]) from why
        raise Broken("page-not-made") from why
    assert isinstance(made, bytes)  # noqa: S101  one document was asked for
    return made


def made_with() -> tuple[str, ...]:
    """Return what a page is made with: template, typst version, fingerprint of the fonts."""
    from importlib.metadata import version  # noqa: PLC0415  only where a page is set

    fonts = sha256(b"".join(sha256(resource("fonts", name).read_bytes()).digest() for name in _FONTS))
    return (TEMPLATE, f"typst-{version('typst')}", f"fonts-{fonts.hexdigest()[:16]}")


def _inputs(sheet: Sheet, code: QrCode | None, data: bytes) -> dict[str, object]:
    quiet = 0.0 if code is None else CODE_MM * QUIET / code.side  # the code, not its quiet zone, meets the margins
    return asdict(sheet) | {
        "keywords": made_with(),
        "mark": resource("art", "mark.svg").read_text(encoding="utf-8").replace("currentColor", "#4842B4"),
        "code": None if code is None else code.svg,
        "quiet_mm": quiet,
        "data": list(data),
        "attachment_name": f"{sheet.code_number}.likeness",
    }


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    """One compiler for the process: the first page costs seven times what the next ones do."""
    import typst  # noqa: PLC0415

    shelf = [str(resource("fonts"))]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=shelf)
    return typst.Compiler(input=str(_template()), root=str(_template().parent), font_paths=fonts)


def _template() -> Path:
    return resource("templates", "licence.typ")
