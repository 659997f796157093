"""What stands on the page of a licence: texts only, in the reader's language, ready to be set.

Whoever fills a sheet decides every word; whoever sets it decides every place. No text is a mark or a command.
"""

from __future__ import annotations

from dataclasses import dataclass

from likeness.paper.wording import Run


@dataclass(frozen=True)
class PartyLine:
    """A party at the head of the page: "Performer", her name, and perhaps who advises her."""

    label: str
    name: str
    note: str = ""


@dataclass(frozen=True)
class SignatureBox:
    """A framed box: for whom, the name, in which role, when and how it was signed, and the key's digits in groups."""

    label: str
    name: str
    line: str
    key: str = ""
    role: str = ""


@dataclass(frozen=True)
class CopyNote:
    """A copy to be signed elsewhere: what it is, and what is filled in by hand or by somebody else's tool."""

    heading: str
    note: str
    sign_heading: str
    blanks: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """Every text of the page in one language.

    `page` holds `{n}` and `{of}`; `terms` are (term, what is agreed); `copy` stands only on a copy that is not sealed.
    """

    language: str
    title: str
    subtitle: str
    parties: tuple[PartyLine, ...]
    plain_heading: str
    plain: tuple[Run, ...]
    only: str
    may_heading: str
    may: tuple[str, ...]
    may_not_heading: str
    may_not: tuple[str, ...]
    terms_heading: str
    terms_columns: tuple[str, str]
    terms: tuple[tuple[str, str], ...]
    clauses_heading: str
    clauses: tuple[tuple[Run, ...], ...]
    signatures_heading: str
    signatures: tuple[SignatureBox, ...]
    prevails: str
    code_heading: str
    code_note: str
    code_missing: str
    code_number: str
    code_alt: str
    attachment: str
    foot: str
    page: str
    copy: CopyNote | None = None
