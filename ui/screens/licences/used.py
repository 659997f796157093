"""How much of a licence's limits is used, and how many uses go beyond it: read beside the window. No Qt.

It looks into every report that names the likenesses: a second and more where there are millions of rows.
"""

from __future__ import annotations

from typing import Any

from likeness.acts.uses.read_usage import usage_of
from likeness.paper import names
from likeness.registry.licence_row import LicenceRow
from ui.kit.figures import count_text
from ui.kit.words import tr, tr_n
from ui.screens.licences.state import Usage, Used


def usage_words(registry: Any, row: LicenceRow, lang: str) -> Usage:
    """Return it in words, with the share of each limit that is used."""
    return Usage(row.number, tuple(_used(registry, row, lang)), _beyond(registry, row))


def _used(registry: Any, row: LicenceRow, lang: str) -> list[Used]:
    if not row.signed:
        return []
    return [
        Used(
            tr("{used} of {most}", used=count_text(one.used, lang), most=names.quantity(lang, one.most, one.unit)),
            one.used / one.most if one.most else 1.0,
        )
        for one in usage_of(registry, row)
    ]


def _beyond(registry: Any, row: LicenceRow) -> str:
    count = sum(
        1
        for use in registry.uses.naming(row.terms.likenesses)
        if use.newest.verdict.value == "OUT_OF_SCOPE" and row.number in use.newest.licences
    )
    return tr_n("{n} use goes beyond this licence", "{n} uses go beyond this licence", n=count) if count else ""
