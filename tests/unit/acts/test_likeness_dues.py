"""A likeness that is to be deleted by a day: owed, in the calendar, asked for once the day has passed, and done."""

from __future__ import annotations

from datetime import date

import pytest

from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.dues.export_dates import export_dates
from likeness.acts.dues.near_dues import open_dues
from likeness.acts.dues.read_dues import dues_here
from likeness.acts.dues.settle_due import reopen_due, settle_due
from likeness.acts.letters.letter_facts import facts_of
from likeness.acts.read_attention import read_attention
from likeness.errors import Refused
from tests.fakes.grants import PLAIN, grant

KEY = "deletion:old-scan:likeness"


@pytest.fixture
def scanned(liora):
    """Liora's, on 2 March 2026, with a scan to be deleted by the end of January and one by the end of March."""
    liora.do(record_double, NewDouble("old-scan", "face-scan", "Face", "liora", delete_by=date(2026, 1, 31)))
    liora.do(record_double, NewDouble("new-scan", "body-scan", "Body", "liora", delete_by=date(2026, 3, 31)))
    return liora


def states(office):
    return [(due.key, due.on, due.state) for due in dues_here(office.desk)]


def test_it_is_owed_by_its_day_and_stays_until_somebody_says_that_it_is_done(scanned):
    new = ("deletion:new-scan:likeness", date(2026, 3, 31), "due")
    assert states(scanned) == [(KEY, date(2026, 1, 31), "overdue"), new]
    scanned.do(settle_due, KEY, note="wiped")
    assert states(scanned) == [(KEY, date(2026, 1, 31), "done"), new]
    scanned.do(reopen_due, KEY)
    assert states(scanned)[0][2] == "overdue"


def test_it_waits_for_somebody_once_its_day_has_passed(scanned, clock):
    def waiting():
        found = [one for one in read_attention(scanned.desk, open_dues(scanned.desk).dues) if one.kind == "deletion"]
        return [(one.count, one.key, one.days) for one in found]

    assert waiting() == [(1, KEY, 30)]
    clock.forward(days=29)  # the last day itself
    assert waiting() == [(1, KEY, 59)]
    clock.forward(days=1)
    assert waiting() == [(2, KEY, 60)]
    scanned.do(settle_due, KEY)
    assert waiting() == [(1, "deletion:new-scan:likeness", 1)]


def test_it_stands_in_the_calendar_while_it_is_open(scanned, tmp_path):
    assert scanned.do(export_dates, tmp_path / "dates.ics").value == 2
    text = (tmp_path / "dates.ics").read_text("utf-8")
    assert "SUMMARY:Likeness deleted: Face\n" in text
    assert "DTSTART;VALUE=DATE:20260131\n" in text
    scanned.do(settle_due, KEY)
    assert scanned.do(export_dates, tmp_path / "dates.ics").value == 1


def test_it_is_under_no_licence_and_no_letter_asks_for_it(scanned, company):
    number = grant(scanned, company, **PLAIN)
    assert KEY not in [due.key for due in dues_here(scanned.desk, licence=number)]
    with pytest.raises(Refused) as fault:
        facts_of(scanned.desk, "deletion", KEY)
    assert (fault.value.code, fault.value.key) == ("letter-does-not-fit", KEY)


@pytest.mark.parametrize(
    "key", ["deletion:nothing:likeness", "fee:old-scan:likeness", "deletion:liora-voice-2025:likeness"]
)
def test_what_is_no_such_deletion_is_refused(scanned, key):
    with pytest.raises(Refused) as fault:
        scanned.do(settle_due, key)
    assert fault.value.code == "unknown-due"
