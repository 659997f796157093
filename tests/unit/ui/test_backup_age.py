from datetime import date, timedelta

import pytest

from ui.kit.backup.backup_age import backup_age
from ui.kit.words import choose_language

TODAY = date(2026, 11, 26)


def ago(days):
    return TODAY - timedelta(days=days)


@pytest.fixture(autouse=True)
def english_again():
    yield
    choose_language("en")


@pytest.mark.parametrize(
    ("made", "begun", "said"),
    [
        (ago(0), ago(90), ("Backup from today", False)),
        (ago(1), ago(90), ("Last backup 1 day ago", False)),
        (ago(7), ago(90), ("Last backup 7 days ago", False)),
        (ago(8), ago(90), ("Last backup 8 days ago", True)),
        (None, ago(7), ("No backup yet", False)),
        (None, ago(8), ("No backup yet", True)),
        (TODAY + timedelta(days=2), ago(90), ("Backup from today", False)),
    ],
)
def test_the_age_of_the_backup_in_words_and_amber_after_seven_days(made, begun, said):
    assert backup_age(made, begun, TODAY) == said


def test_french():
    choose_language("fr")
    assert backup_age(ago(9), ago(90), TODAY) == ("Sauvegardé il y a 9 jours", True)
