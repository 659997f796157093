"""Reading terms from JSON: unknown keys and codes are refused with the place and a suggestion (FORMAT, first page)."""

from __future__ import annotations

from likeness.errors import Unreadable
from likeness.licence import coherent
from likeness.licence import readers as read
from likeness.licence import terms as t
from likeness.values import codes
from likeness.values.days import parse_day, parse_instant
from likeness.values.strict_json import Fields, truth, whole
from likeness.values.text import clean_id

FORMAT = "likeness-terms/1"


def terms_from(document: object, path: str = "", *, file: str | None = None) -> t.Terms:
    """Return the terms of a JSON document, or raise Unreadable naming file and key."""
    try:
        f = Fields(document, path)
        f.need("format", _format)
        terms = _terms(f)
        f.done()
    except Unreadable as fault:
        raise fault.at(file=file) from None
    return terms


def _terms(f: Fields) -> t.Terms:
    return t.Terms(
        performer=f.need("performer", _performer),
        grantor=f.need("grantor", _grantor),
        licensee=f.need("licensee", _party),
        pass_on=f.may("pass_on", read.pass_on, t.NOBODY),
        likenesses=f.need("likenesses", read.likenesses),
        project=f.need("project", _project),
        acts=f.need("acts", read.codes_of(codes.Tree(codes.MAKING, {}))),
        purposes=f.need("purposes", read.codes_of(codes.PURPOSES, every=True)),
        media=f.need("media", read.codes_of(codes.MEDIA, every=True)),
        territory=f.need("territory", _territory),
        languages=f.need("languages", read.languages),
        modifications=f.may("modifications", read.codes_of(codes.MODIFICATIONS, every=True), ()),
        age=f.may("age", read.age, None),
        forbidden_content=f.may("forbidden_content", read.codes_of(codes.CONTENT), ()),
        create=f.need("create", read.span),
        exploit=f.may("exploit", read.span, None),
        zone=f.need("zone", read.zone),
        limits=f.may("limits", read.list_of(_limit), ()),
        longest_seconds=f.may("longest_seconds", whole, None),
        exclusive=f.may("exclusive", _exclusive, None),
        after_death=f.may("after_death", truth, False),
        works_made_stay=f.may("works_made_stay", truth, True),
        strike_clause=f.may("strike_clause", truth, False),
        approval=f.may("approval", _approval, None),
        notice_days=f.may("withdrawal", _withdrawal, 0),
        basis=f.may("basis", read.code(codes.BASES), "contract"),
        fee=f.need("fee", _fee),
        residuals=f.may("residuals", read.list_of(_residual), ()),
        reporting=f.may("reporting", _reporting, None),
        delete_by=f.may("delete_by", parse_day, None),
        representation=f.may("representation", _representation, None),
        notice_at=f.may("notice_at", parse_instant, None),
        service_at=f.may("service_at", parse_instant, None),
        union_agreement=f.may("union_agreement", read.name, None),
        description=f.need("description", read.description),
        annexes=f.may("annexes", read.list_of(_annex), ()),
    )


def _format(value: object, key: str) -> str:
    if value != FORMAT:
        raise Unreadable("unknown-format", key=key, value=str(value)[:40], expected=FORMAT)
    return FORMAT


def _performer(value: object, key: str) -> t.Performer:
    f = Fields(value, key)
    performer = t.Performer(f.need("id", clean_id), f.need("name", read.name), f.may("born", parse_day, None))
    f.done()
    return performer


def _grantor(value: object, key: str) -> t.Grantor:
    f = Fields(value, key)
    capacity = f.need("capacity", read.code(codes.CAPACITIES))
    grantor = t.Grantor(f.need("name", read.name), capacity, f.may("authority", read.name, None))
    f.done()
    return grantor


def _party(value: object, key: str) -> t.Party:
    f = Fields(value, key)
    party = t.Party(f.need("id", clean_id), f.need("name", read.name))
    f.done()
    return party


def _project(value: object, key: str) -> t.Project:
    f = Fields(value, key)
    ids = f.may("ids", read.list_of(read.public_id), ())
    project = t.Project(f.need("id", clean_id), f.need("title", read.name), coherent.once(ids, f.key("ids")))
    f.done()
    return project


def _territory(value: object, key: str) -> t.Territory:
    f = Fields(value, key)
    include = coherent.once(f.need("include", read.list_of(read.place)), f.key("include"))
    territory = t.Territory(include, coherent.once(f.may("exclude", read.list_of(read.place), ()), f.key("exclude")))
    f.done()
    return territory


def _limit(value: object, key: str) -> t.LimitTerm:
    f = Fields(value, key)
    limit = t.LimitTerm(
        f.need("unit", read.code(codes.UNITS)),
        f.need("max", whole),
        f.may("on", read.code(codes.Tree(("show",), {})), None),
        f.may("per", read.code(codes.Tree(("month", "year"), {})), None),
    )
    f.done()
    return limit


def _exclusive(value: object, key: str) -> t.Exclusivity:
    f = Fields(value, key)
    exclusive = t.Exclusivity(
        f.need("purposes", read.codes_of(codes.PURPOSES, every=True)), f.need("territory", _territory)
    )
    f.done()
    return exclusive


def _approval(value: object, key: str) -> t.Approval:
    f = Fields(value, key)
    approval = t.Approval(f.need("needed", truth), f.may("days", whole, None))
    f.done()
    return approval


def _withdrawal(value: object, key: str) -> int:
    f = Fields(value, key)
    days = f.may("notice_days", read.notice_days, 0)
    f.done()
    return days


def _fee(value: object, key: str) -> t.Fee:
    f = Fields(value, key)
    parts = (
        f.need("basis", read.code(codes.FEE_BASES)),
        f.may("minor", whole, None),
        f.may("currency", read.currency, None),
        f.may("due_days", whole, None),
        f.may("percent", read.percent, None),
        f.may("unit", read.code(codes.UNITS), None),
    )
    f.done()
    return coherent.fee(*parts, key)


def _residual(value: object, key: str) -> t.Residual:
    f = Fields(value, key)
    parts = (
        f.need("per", read.code(codes.RESIDUAL_PERIODS)),
        f.may("percent", read.percent, None),
        f.may("minor", whole, None),
        f.may("currency", read.currency, None),
    )
    f.done()
    return coherent.residual(*parts, key)


def _reporting(value: object, key: str) -> t.Reporting:
    f = Fields(value, key)
    reporting = t.Reporting(f.need("every", read.code(codes.REPORT_PERIODS)), f.need("due_days", whole))
    f.done()
    return reporting


def _representation(value: object, key: str) -> t.Representation:
    f = Fields(value, key)
    representation = t.Representation(f.need("kind", read.code(codes.REPRESENTATIONS)), f.may("name", read.name, None))
    f.done()
    return representation


def _annex(value: object, key: str) -> t.Annex:
    f = Fields(value, key)
    annex = t.Annex(f.need("title", read.name), f.need("sha256", read.sha256))
    f.done()
    return annex
