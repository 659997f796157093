from dataclasses import replace
from datetime import date, timedelta

import pytest

from likeness.acts.backups.back_up import TROUBLE
from likeness.acts.backups.backup_wish import choose_backups
from likeness.acts.dues.settle_due import settle_due
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.end_licence import suspend_licence, withdraw_licence
from likeness.acts.uses.log_use import log_use
from likeness.licence.terms_read import terms_from
from tests.fakes.film import filmed
from tests.fakes.licences import terms_document
from tests.fakes.uses import ALLOWED
from ui.kit.words import choose_language
from ui.screens.overview.presenter import OverviewPresenter
from ui.screens.overview.scale import ZOOMS, Scale, opening, scale_for
from ui.screens.overview.state import MOST_ROWS, OverviewState, Row

TODAY = date(2026, 11, 22)


def test_an_empty_registry_needs_nobody(office):
    _presenter, film = filmed(OverviewPresenter, office)
    state = film.last
    assert (state.read, state.rows, state.incomes, state.open, state.lanes) == (True, (), (), "", ())
    assert (state.day, state.year, state.doing) == ("Monday 2 March 2026", 2026, "")


def test_rows_say_what_waits_the_first_of_it_and_where_it_leads(in_force):
    in_force.do(log_use, replace(ALLOWED, id="u-1", purpose="promo", at=date(2026, 4, 8)))
    _presenter, film = filmed(OverviewPresenter, in_force)
    out, fee, backup, words = film.last.rows
    assert (out.first, out.second) == (
        "1 use goes beyond what was allowed", "Harbour Nine, season 2 · Tidewrack Pictures Ltd",
    )  # fmt: skip
    assert (out.action, out.screen, out.key, out.hue) == ("Review uses", "uses", "u-1", "red")
    assert (fee.first, fee.second) == ("€18,000 is overdue", "Tidewrack Pictures Ltd · Fee · 30 days late")
    assert (fee.screen, fee.key) == ("earnings", "fee:2026-0001:once")
    assert backup.first == "There is no backup yet"
    assert words.first == "If you forget your passphrase, nothing opens your registry"
    assert (words.action, words.screen, words.key) == ("Make the words", "settings", "words")
    assert out.spoken.endswith("Review uses.")


@pytest.mark.parametrize(
    ("trouble", "tongue", "said"),
    [
        ("folder-away", "en", "It would have gone to Blue stick, which is not there. It is tried again by itself."),
        ("disk-full", "en", "To Blue stick: The disk is full. Nothing was changed; make room and try again."),
        ("folder-away", "fr",
         "Elle devait aller dans Blue stick, qui n’est pas là. Un nouvel essai se fera automatiquement."),
    ],
)  # fmt: skip
def test_a_backup_that_could_not_be_made_by_itself_says_where_and_why(office, tmp_path, trouble, tongue, said):
    folder = tmp_path / "Blue stick"
    folder.mkdir()
    office.do(choose_backups, "week", folder)
    office.registry.settings.put(TROUBLE, trouble)
    choose_language(tongue)
    _presenter, film = filmed(OverviewPresenter, office)
    [row] = film.last.rows
    assert (row.second, row.screen, row.key) == (said, "settings", "backup")


def test_what_came_in_stands_by_project_and_what_is_open_below(in_force):
    in_force.do(settle_due, "fee:2026-0001:once")
    _presenter, film = filmed(OverviewPresenter, in_force)
    [income] = film.last.incomes
    assert (income.total, income.parts) == ("€18,000", "€18,000 fees")
    assert [(line.title, line.amount, line.share) for line in income.lines] == [
        ("Harbour Nine, season 2", "€18,000", 1.0)
    ]
    assert film.last.open == ""


def test_the_timeline_has_a_bar_for_each_licence_but_no_drafts(in_force, clock):
    in_force.do(draft_licence, terms_from(terms_document()))
    _presenter, film = filmed(OverviewPresenter, in_force)
    [lane] = film.last.lanes
    [bar] = lane.bars
    assert (lane.title, lane.who) == ("Harbour Nine, season 2", "Tidewrack Pictures Ltd")
    assert (bar.number, bar.look, bar.first, bar.last) == ("2026-0001", "in-force", date(2026, 3, 1), date(2027, 2, 28))
    assert bar.shown_until == date(2036, 2, 28)
    assert bar.words == "Speaking voice model · making ends 28 February 2027"
    assert bar.cells[-2:] == ("28 February 2027", "28 February 2036")
    assert "1 March 2026 to 28 February 2027" in bar.spoken
    assert bar.spoken.endswith(", shown until 28 February 2036")
    clock.forward(days=300)
    assert _bar(in_force).look == "soon"
    clock.forward(days=60)
    assert (_bar(in_force).look, _bar(in_force).words) == ("ended", "Making ended 28 February")


def _bar(office):
    _presenter, film = filmed(OverviewPresenter, office)
    return film.last.lanes[0].bars[0]


def test_a_bar_is_cut_where_the_licence_was_withdrawn(in_force, clock):
    in_force.do(suspend_licence, "2026-0001", reason=None)
    assert (_bar(in_force).look, _bar(in_force).words) == ("suspended", "Suspended · Speaking voice model")
    in_force.do(withdraw_licence, "2026-0001", reason=None)
    clock.forward(days=91)
    bar = _bar(in_force)
    assert (bar.look, bar.last, bar.shown_until) == ("ended", date(2026, 7, 10), None)
    assert bar.words == "Withdrawn 10 July"


def test_french_says_the_same(in_force):
    choose_language("fr")
    _presenter, film = filmed(OverviewPresenter, in_force)
    assert film.last.rows[0].first == "18\u202f000\u00a0€ en retard de paiement"
    assert film.last.lanes[0].bars[0].words.startswith("Modèle de voix parlée")


def test_at_most_six_rows_until_all_are_asked_for(office):
    presenter, film = filmed(OverviewPresenter, office)
    seven = tuple(Row(str(number), "x", "red", "a", "b", "c", "uses", "") for number in range(MOST_ROWS + 1))
    presenter.state = replace(film.last, rows=seven)
    assert len(presenter.state.shown) == MOST_ROWS
    presenter.show_all()
    assert film.last.shown == seven
    assert OverviewState(TODAY, "").shown == ()


def test_what_fails_is_told(office, monkeypatch):
    presenter, film = filmed(OverviewPresenter, office)
    monkeypatch.setattr(office.registry.licences, "find", lambda *_a, **_k: 1 / 0)
    presenter.refresh()
    assert isinstance(film.failures[0], ZeroDivisionError)
    assert film.last.doing == ""


def test_a_month_is_as_wide_as_another_and_days_share_it():
    scale = scale_for(TODAY, [], 1800, 18)
    assert (scale.first, scale.months, scale.month) == (date(2026, 1, 1), 18, 100)
    assert scale.x(date(2026, 1, 1)) == 0
    assert scale.x(date(2026, 2, 15)) == pytest.approx(150)
    assert [day.month for day, _x in scale.ticks()][:13] == [*range(1, 13), 1]
    assert opening(scale, TODAY) == 0


@pytest.mark.parametrize("zoom", ZOOMS)
def test_every_day_can_be_scrolled_to_within_five_years(zoom):
    days = [TODAY - timedelta(days=700), TODAY + timedelta(days=1500), date(1900, 1, 1), date.max]
    scale = scale_for(TODAY, days, 900, zoom)
    assert scale.months * scale.month == pytest.approx(scale.width)
    assert 0 <= scale.x(date(1900, 1, 1)) < scale.x(days[0]) < scale.x(TODAY) < scale.x(days[1]) <= scale.x(date.max)
    assert scale.x(date.max) == scale.width
    assert scale.month == pytest.approx(900 / zoom)
    shown = opening(scale, TODAY) / scale.month
    assert shown == pytest.approx((TODAY.year - scale.first.year) * 12 + TODAY.month - 1 - 10 - (scale.first.month - 1))


def test_a_scale_never_leads_out_of_its_months():
    scale = Scale(date(2026, 1, 1), 3, 10.0)
    assert [scale.x(day) for day in (date(2020, 1, 1), date(2026, 3, 31), date(2030, 1, 1))] == [
        0.0, pytest.approx(29.677, abs=0.01), 30.0,
    ]  # fmt: skip
