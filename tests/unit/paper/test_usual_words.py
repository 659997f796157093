"""What is said beside the lines of a licence, in both languages."""

import pytest

from likeness.licence.terms_read import terms_from
from likeness.licence.usual.compared import compared
from likeness.paper.words.usual_words import Among, remark
from tests.fakes.licences import terms_document
from tests.unit.licence.test_usual import NO_FEE, fee, limits, where, window

YEAR, HALF = window("2026-03-01", "2027-02-28"), window("2026-03-01", "2026-08-31")
DEALS = {"languages": ["en", "fr", "de", "es", "it", "pt"]}


def said(language, line, draft, *earlier, whole=True):
    terms = [terms_from(terms_document(**one)) for one in (draft, *earlier)]
    among = Among(len(earlier), whole, {"liora-face": "face scan “Neutral face”"})
    return [remark(language, one, among).text for one in compared(terms[0], terms[1:])[line]]


@pytest.mark.parametrize(
    ("line", "draft", "earlier", "english", "french"),
    [
        ("shown", {}, [{}], ["The same"], ["Pareil"]),
        ("shown", {}, [{}, {}], ["The same in all 2 licences"], ["Pareil dans les 2 licences"]),
        ("shown", {}, [{}, where(["FR"])], ["The same in 1 of 2 licences"], ["Pareil 1 fois sur 2"]),
        ("lasts", YEAR, [YEAR], ["The same, 12 months"], ["Pareil, 12 mois"]),
        ("lasts", YEAR, [YEAR, HALF], ["The same in 1 of 2 licences, 12 months"], ["Pareil 1 fois sur 2, 12 mois"]),
        ("lasts", window("2026-03-01", "2026-05-31"), [YEAR, HALF], ["6 to 12 months"], ["6 à 12 mois"]),
        ("lasts", HALF, [window("2026-03-01", "2026-03-20"), {}], ["20 days to 10 years"], ["20 jours à 10 ans"]),
        ("lasts", HALF, [{"exploit": {"from": "2026-03-01", "to": None}}], ["No end date until now"],
         ["Sans date de fin jusqu’ici"]),
        ("lasts", {"exploit": {"from": "2026-03-01", "to": None}}, [YEAR], ["First time: no end date"],
         ["Première fois\u00a0: sans date de fin"]),
        ("get", fee(), [fee(minor=600_000), fee(minor=900_000)], ["Between €6,000 and €9,000"],
         ["Entre 6\u202f000\u00a0€ et 9\u202f000\u00a0€"]),
        ("get", fee(), [fee(minor=600_000), NO_FEE], ["€6,000 in 1 of 2 licences"],
         ["6\u202f000\u00a0€, 1 fois sur 2"]),
        ("get", fee(), [fee(currency="USD")], ["Never paid this way before"], ["Jamais payé de cette façon"]),
        ("get", fee(), [{}], ["€18,000", "First time: no pay for re-runs or sales"],
         ["18\u202f000\u00a0€", "Première fois\u00a0: rien pour les rediffusions ou les ventes"]),
        ("most", limits(("line", 60, {}), ("minute", 4, {})), [limits(("line", 40, {}))],
         ["40 lines", "First time: a limit in minutes"],
         ["40 répliques", "Première fois\u00a0: une limite en minutes"]),
        ("most", limits(("line", 60, {})), [limits(("line", 20, {})), limits(("line", 40, {}))], ["20 to 40 lines"],
         ["20 à 40 répliques"]),
        ("most", limits(), [{}], ["First time: no limit"], ["Première fois\u00a0: sans limite"]),
        ("may", {"acts": ["generate", "alter", "train"]}, [{}], ["First time: train a model"],
         ["Première fois\u00a0: entraîner un modèle"]),
        ("with", {"likenesses": ["liora-face"]}, [{}], ["First time: face scan “Neutral face”"],
         ["Première fois\u00a0: face scan “Neutral face”"]),
        ("shown", DEALS, [{"languages": ["nl"]}], ["First time: English, French, German and 3 others"],
         ["Première fois\u00a0: anglais, français, allemand et 3 autres"]),
        ("shown", where(["GB"]), [{}], ["Wider before"], ["Plus large avant"]),
        ("may-not", {"pass_on": "anyone", "forbidden_content": ["politics", "nudity"]}, [{}],
         ["Ruled out until now: passing it on and sexual content"],
         ["Exclu jusqu’ici\u00a0: cession à d’autres et contenu sexuel"]),
        ("keep", {"withdrawal": {"notice_days": 30}}, [{}], ["Notice: 90 days"], ["Préavis\u00a0: 90 jours"]),
        ("after", {"delete_by": "2027-04-29"}, [{}], ["30 days after the last day of making"],
         ["30 jours après le dernier jour de création"]),
    ],
)  # fmt: skip
def test_a_remark_is_short_and_exact(line, draft, earlier, english, french):
    assert said("en", line, draft, *earlier) == english
    assert said("fr", line, draft, *earlier) == french


def test_where_there_are_more_licences_than_were_read_nothing_is_called_a_first_time():
    risky = {"acts": ["train"], "strike_clause": False}
    assert said("en", "may", risky, {}, {}, whole=False) == ["Not in the last 2 licences: train a model"]
    ruled_out = "Ruled out in the last 2 licences: training a model and making in a strike"
    assert said("en", "may-not", risky, {}, {}, whole=False) == [ruled_out]
    assert said("fr", "may", risky, {}, {}, whole=False) == [
        "Pas dans les 2 dernières licences\u00a0: entraîner un modèle"
    ]
