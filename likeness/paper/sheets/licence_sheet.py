"""Filling the sheet of a licence: every text of the page, from the signed terms, in one language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from likeness.licence.codec_v1 import Licence
from likeness.licence.terms import EVERYONE, NOBODY, Terms
from likeness.paper import names
from likeness.paper.setting.sheet import CopyNote, PartyLine, Sheet, SignatureBox
from likeness.paper.wording import say, word
from likeness.paper.words import parts
from likeness.paper.words.clauses import clauses
from likeness.paper.words.parts import Titles
from likeness.paper.words.summary import may, may_not, summary
from likeness.seal.keys import PublicKey


@dataclass(frozen=True)
class Accepted:
    """The company's acceptance: when, and with which key."""

    at: datetime
    key: PublicKey


def licence_sheet(language: str, licence: Licence, digest: bytes, accepted: Accepted | None) -> Sheet:
    """Return the page of a licence; likenesses are named by their kind and id, as signed."""
    terms = licence.terms
    kinds = {double.id: word(language, "kind", double.kind) for double in licence.doubles}
    labelled = {double.id: f"{names.sentence_case(kinds[double.id])} ({double.id})" for double in licence.doubles}
    paper = _Paper(language)
    return Sheet(
        language=language,
        title=paper("title"),
        subtitle=f"{terms.project.title}  ·  {paper('licence', number=licence.number)}",
        parties=_parties(paper, terms),
        plain_heading=paper("plain-words"),
        plain=tuple(summary(language, terms, kinds, to_performer=False)),
        only=paper("only"),
        may_heading=paper("they-may"),
        may=tuple(may(language, terms)),
        may_not_heading=paper("they-may-not"),
        may_not=tuple(may_not(language, terms)),
        terms_heading=paper("terms"),
        terms_columns=(paper("column-term"), paper("column-agreed")),
        terms=tuple(rows_of(language, terms, labelled)),
        clauses_heading=paper("clauses"),
        clauses=clauses(language, terms),
        signatures_heading=paper("signatures"),
        signatures=_signatures(paper, licence, accepted),
        prevails=paper("prevails"),
        code_heading=paper("genuine"),
        code_note=paper("genuine-how"),
        code_missing=paper("no-code"),
        code_number=licence.number,
        code_alt=paper("code-alt", number=licence.number),
        attachment=paper("attachment", number=licence.number),
        foot=paper("foot", number=licence.number, id=_groups(digest.hex()[:16])),
        page=paper("page", n="{n}", of="{of}"),
    )


def as_copy(sheet: Sheet, licence: Licence, digest: bytes) -> Sheet:
    """Return the page of a copy that is signed outside Likeness: without attachment, and marked on each page."""

    def told(code: str) -> str:
        number, short = licence.number, _groups(digest.hex()[:16])
        return say(sheet.language, "copy", code, number=number, id=short, foot=sheet.foot)

    blanks = tuple(told(code) for code in ("name", "role", "day", "signature"))
    return replace(
        sheet,
        copy=CopyNote(told("heading"), told("note"), told("sign"), blanks),
        code_heading=told("code-heading"),
        code_note=told("code-note"),
        code_missing=told("code-missing"),
        prevails=told("prevails"),
        foot=told("foot"),
    )


def rows_of(language: str, terms: Terms, titles: Titles) -> list[tuple[str, str]]:
    """Return the terms table: (term, what is agreed), what says nothing left out."""
    found = {
        "likeness": parts.likenesses(language, terms.likenesses, titles),
        "project": ", ".join((terms.project.title, *terms.project.ids)),
        "acts": parts.words_of(language, "act", terms.acts) if terms.acts else "",
        "modifications": parts.words_of(language, "modification", terms.modifications),
        "purposes": parts.words_of(language, "purpose", terms.purposes),
        "media": parts.words_of(language, "medium", terms.media),
        "territory": str(parts.places(language, terms.territory)),
        "languages": parts.tongues(language, terms.languages),
        "create": str(parts.span(language, terms.create)),
        "exploit": str(parts.span(language, terms.exploit)),
        "limits": str(parts.limits(language, terms)),
        "length": names.quantity(language, terms.longest_seconds, "second") if terms.longest_seconds else "",
        "age": parts.granted(language, "age", terms, {}) if terms.age else "",
        "forbidden": parts.words_of(language, "content", terms.forbidden_content) if terms.forbidden_content else "",
        "fee": _fee(language, terms),
        "residuals": str(parts.residuals(language, terms)) if terms.residuals else "",
        **_duties(language, terms),
        **_endings(language, terms),
    }
    return [(word(language, "row", row), names.sentence_case(text)) for row, text in found.items() if text]


class _Paper:
    """The texts of the room `paper`, in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, code: str, /, **fill: object) -> str:
        return say(self.language, "paper", code, **fill)


def _parties(paper: _Paper, terms: Terms) -> tuple[PartyLine, ...]:
    note = ""
    if terms.grantor.capacity != "performer":
        capacity = word(paper.language, "capacity", terms.grantor.capacity)
        note = paper("grantor", name=terms.grantor.name, capacity=capacity)
    elif terms.representation and terms.representation.name:
        note = paper("advised", name=terms.representation.name)
    return (
        PartyLine(paper("performer"), terms.performer.name, note),
        PartyLine(paper("company"), terms.licensee.name),
    )


def _signatures(paper: _Paper, licence: Licence, accepted: Accepted | None) -> tuple[SignatureBox, ...]:
    terms, language = licence.terms, paper.language
    at = names.instant(language, licence.issued_at, terms.zone)
    key = paper("key", key=PublicKey(licence.signer).digits)
    signed_as = paper("role", capacity=word(language, "capacity", terms.grantor.capacity))
    signed = paper("signed-at", at=at)
    first = SignatureBox(paper("for-performer"), terms.grantor.name, signed, key, signed_as)
    label, company = paper("for-company", company=terms.licensee.name), terms.licensee.name
    role = paper("role", capacity=paper("company").lower())
    if accepted is not None:
        line = paper("accepted-at", at=names.instant(language, accepted.at, terms.zone))
        return first, SignatureBox(label, company, line, paper("key", key=accepted.key.digits), role)
    line = paper("consent") if terms.basis == "consent" else paper("not-accepted")
    return first, SignatureBox(label, company, line, role=role)


def _fee(language: str, terms: Terms) -> str:
    paid = str(parts.fee(language, terms))
    days = terms.fee.due_days
    return paid if days is None else say(language, "cell", "within", what=paid, days=names.days(language, days))


def _duties(language: str, terms: Terms) -> dict[str, str]:
    found = {"reporting": "", "approval": word(language, "cell", "approval-no")}
    if terms.reporting:
        every = word(language, "reporting", terms.reporting.every)
        due = names.days(language, terms.reporting.due_days)
        found["reporting"] = say(language, "cell", "within", what=every, days=due)
    if terms.approval and terms.approval.needed:
        code = "approval-open" if terms.approval.days is None else "approval"
        found["approval"] = say(language, "cell", code, days=names.days(language, terms.approval.days))
    return found


def _endings(language: str, terms: Terms) -> dict[str, str]:
    def cell(code: str, **fill: object) -> str:
        return say(language, "cell", code, **fill)

    passed = names.joined(language, terms.pass_on) if not isinstance(terms.pass_on, str) else ""
    exclusive = ""
    if terms.exclusive:
        purposes = parts.words_of(language, "purpose", terms.exclusive.purposes)
        exclusive = f"{purposes} ({parts.places(language, terms.exclusive.territory)})"
    represented = terms.representation
    return {
        "pass-on": {NOBODY: cell("nobody"), EVERYONE: cell("anyone")}.get(str(terms.pass_on), passed),
        "exclusive": exclusive,
        "after-death": cell("yes" if terms.after_death else "no"),
        "withdrawal": cell("notice", days=names.days(language, terms.notice)) if terms.notice else cell("notice-none"),
        "works": cell("works-stay" if terms.works_made_stay else "works-go"),
        "strike": cell("strike-yes" if terms.strike_clause else "strike-no"),
        "delete-by": names.day(language, terms.delete_by) if terms.delete_by else "",
        "representation": (represented.name or "") if represented else "",
        "union": terms.union_agreement or "",
        "basis": cell(terms.basis),
        "zone": terms.zone,
        "description": terms.description,
        "annexes": ", ".join(f"{annex.title} ({_groups(annex.sha256[:16])})" for annex in terms.annexes),
    }


def _groups(text: str) -> str:
    return " ".join(text[start : start + 4].upper() for start in range(0, len(text), 4))
