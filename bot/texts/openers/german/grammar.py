"""What fits into German sentences as it was typed, and what events are called, in the cases the lines need."""

from collections.abc import Mapping
from typing import Final

from bot.rules.lexicon import EventKind, Grammar, Tone
from bot.texts.openers.german.forms import DU

GRAMMAR: Final = Grammar(
    # What is typed comes behind "du suchst …" and "über …", in the accusative. So "der", "dem", "einem" don't fit, nor
    # does "ein", which may be a nominative ("ein Designer"), nor "ihre" and "seine", which speak of a third person.
    determiners=frozenset(
        {"eine", "einen", "die", "das", "den", "diese", "dieses", "diesen", "unsere", "unseren", "jemand", "jemanden"}
        | {"zwei", "drei", "vier", "mehr", "mehrere", "einige", "weitere", "ein paar", "ein bisschen"}
        # A neuter, as its adjective tells.
        | {f"ein {adjective}" for adjective in ("gutes", "neues", "kleines", "großes", "eigenes", "anderes", "passendes")}
    ),
    months=(
        "Januar", "Februar", "März", "April", "Mai", "Juni",
        "Juli", "August", "September", "Oktober", "November", "Dezember",
    ),
    on_day="am {day}. {month}",
    weekdays=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    on_weekday="am {weekday}",
    at="bei",
    capital_nouns=True,
    bare_nouns=frozenset({"hilfe", "unterstützung", "rat", "feedback", "kontakte", "kunden", "investoren", "räume"}),
    # "bei der Deutschen Bahn", "im Haag": such names change behind a preposition.
    melting=frozenset({
        "der", "die", "das", "den", "the", "deutsche", "deutscher", "deutsches", "allgemeine", "vereinigte", "staatliche",
        "städtische", "bayerische", "österreichische", "schweizerische", "norddeutsche", "süddeutsche", "evangelische",
        "katholische", "technische", "freie",
    }),
    unlike_cities=frozenset({
        "schweiz", "türkei", "ukraine", "slowakei", "mongolei", "usa", "us", "vereinigte staaten", "niederlande",
        "philippinen",
        "malediven", "seychellen", "bahamas", "vereinigte arabische emirate", "emirate", "vae", "iran", "irak", "libanon",
        "sudan", "kongo", "jemen", "vatikan", "elfenbeinküste", "dominikanische republik", "tschechische republik", "uk",
        "vereinigtes königreich", "steiermark", "toskana", "bretagne", "normandie", "provence", "lombardei", "algarve",
        "karibik", "kanaren", "azoren", "balearen", "eifel", "pfalz", "lausitz", "oberpfalz", "lüneburger heide",
        "ruhrgebiet", "saarland", "rheinland", "allgäu", "elsass", "tessin", "wallis", "schwarzwald", "harz", "burgenland",
        "baskenland", "burgund", "umland", "ausland", "süden", "norden", "osten", "westen", "balkan", "baltikum",
        "switzerland", "turkey", "netherlands", "united states", "united kingdom", "philippines", "slovakia", "mongolia",
        "bay area", "black forest", "tuscany", "brittany", "normandy",
    }),
)  # fmt: skip

#: Nominative, accusative, dative, each with the ending of "dein" or "Ihr". A show is a concert or an exhibition.
_NOUNS: Final[Mapping[EventKind, tuple[str, str, str]]] = {
    "exam": ("{}e Prüfung", "{}e Prüfung", "{}er Prüfung"),
    "interview": ("{} Vorstellungsgespräch", "{} Vorstellungsgespräch", "{}em Vorstellungsgespräch"),
    "launch": ("{} Launch", "{}en Launch", "{}em Launch"),
    "talk": ("{} Vortrag", "{}en Vortrag", "{}em Vortrag"),
    "trip": ("{}e Reise", "{}e Reise", "{}er Reise"),
    "race": ("{} Wettkampf", "{}en Wettkampf", "{}em Wettkampf"),
    "wedding": ("{}e Hochzeit", "{}e Hochzeit", "{}er Hochzeit"),
    "show": ("{}e Veranstaltung", "{}e Veranstaltung", "{}er Veranstaltung"),
    "other": ("{} großer Tag", "{}en großen Tag", "{}em großen Tag"),
}
#: One keeps one's fingers crossed for these, and wishes success with them; not so for a wedding or a journey.
_TASKS: Final[frozenset[EventKind]] = frozenset({"exam", "interview", "launch", "talk", "race", "show"})


def _called(your: str) -> Mapping[EventKind, Mapping[str, str]]:
    """{event}, {event_acc}, {event_dat}; and {event_task_acc}, {event_task_dat} of what one can succeed in."""
    return {kind: _cases(kind, [form.format(your) for form in forms]) for kind, forms in _NOUNS.items()}


def _cases(kind: EventKind, forms: list[str]) -> Mapping[str, str]:
    nominative, accusative, dative = forms
    cases = {"event": nominative, "event_acc": accusative, "event_dat": dative}
    task = {"event_task_acc": accusative, "event_task_dat": dative} if kind in _TASKS else {}
    return {**cases, **task}


EVENTS: Final[Mapping[Tone, Mapping[EventKind, Mapping[str, str]]]] = {
    **{tone: _called("dein") for tone in DU},
    "formal": _called("Ihr"),
}
