"""What companies write above their columns, in English and French: the first idea of what a column means.

Headings are compared as plain small letters and digits: "Diffusé le" is `diffuse le`. The longest that fits wins.
"""

from __future__ import annotations

import re
import unicodedata

_HEADINGS = {
    "line_id": "line id, row id, line ref, line no, record id, reference, ref, numero de ligne, no de ligne",
    "user": "company, licensee, studio, producer, user, client, societe, licencie, production company, utilisateur",
    "likeness": "likeness, likeness id, asset, asset ref, asset id, double, voice, model, "
    "double numerique, voix, modele",
    "project": "project, title, programme, program, production, show, film, work, work title, "
    "projet, titre, emission, oeuvre",
    "act": "act, usage type, use type, type of use, usage, action, utilisation, type d utilisation, acte",
    "purpose": "purpose, genre, category, finalite, objet, categorie, but",
    "medium": "medium, media, window, platform, channel, service, support, canal, plateforme, chaine",
    "territory": "territory, territories, terr, country, countries, region, market, territoire, pays, marche",
    "language": "language, languages, lang, audio lang, audio language, langue, langues",
    "modification": "modification, modifications, change, changes, changement, changements",
    "content": "content, tags, content tags, contenu, themes",
    "age": "age, age shown, age montre",
    "at": "date, at, tx date, air date, used on, use date, report date, broadcast date, play date, day, "
    "diffuse le, date de diffusion, date d utilisation, utilise le, jour",
    "made_at": "made at, made on, created, created on, produced on, date made, cree le, fait le, date de creation",
    "quantity.line": "lines, line count, repliques, lignes, nombre de repliques",
    "quantity.word": "words, word count, mots, nombre de mots",
    "quantity.second": "seconds, secs, play secs, play seconds, duration s, length s, duree s, secondes, duration",
    "quantity.minute": "minutes, mins, duree min, duration min",
    "quantity.session": "sessions, seances",
    "quantity.episode": "episodes",
    "quantity.spot": "spots",
    "quantity.copy": "copies, units sold, exemplaires, ventes",
    "quantity.impression": "impressions, views, plays, streams, vues, ecoutes, lectures",
}
_TARGETS = {
    heading.strip(): target for target, headings in _HEADINGS.items() for heading in headings.split(",")
}  # fmt: skip


def plain(text: str) -> str:
    """Return a text as small letters and digits with single spaces, without accents."""
    bare = (
        unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("’", "'"))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    return " ".join(re.findall(r"[a-z0-9]+", bare))


def heading_means(heading: str) -> str | None:
    """Return the target that a heading reminds of, or None."""
    return _TARGETS.get(plain(heading))
