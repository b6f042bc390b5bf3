"""What is known of a contact as words that fit into sentences of one language; what may not fit is left out.

Names go into any language. Whatever else users type is in the language they think of it in, so a phrase counts only
where its first words show that it fits: English by `bot.rules.sayable`, other languages by their determiners.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.rules import sayable
from bot.rules.lexicon import Grammar

#: Hard things in Spanish, German and French, as stems: after them only gentle words fit, and nobody is offered them.
HARD_ELSEWHERE = re.compile(
    r"\b(?:muri[óe]\w{0,4}|murier\w{2}|falleci\w{1,6}|muerte|funeral|entierro|luto|divorci\w{1,5}|cáncer|tumor|hospital|"
    r"enferm[ao]s?|enfermedad|despid\w{1,5}|accidente|depresión|"
    r"gestorben|starb|verstorben|todesfall|tod (?:von|ihr\w{0,2}|sein\w{0,2}|der|des)|"
    r"beerdigung|trauer\w{0,3}|scheidung|geschieden|getrennt|krebs|krankenhaus|krank|"
    r"krankheit|klinik|gekündigt|entlassen|arbeitslos|unfall|depression\w{0,2}|fehlgeburt|fausse couche|"
    r"décéd\w{1,3}|décès|mort|morte|enterrement|obsèques|deuil|divorc\w{1,3}|séparation|cancer|tumeur|hôpital|malade|"
    r"maladie|licenci\w{1,5}|chômage|accident|dépression)\b",
    re.IGNORECASE,
)
#: What one does not ask others about for somebody.
_PRIVATE = re.compile(
    r"\b(?:novi[oa]|mí|mi|dinero|préstamo|vacaciones|descanso|amor|abrazo|cita|pareja|suerte|"
    r"freundin|mir|mich|geld|kredit|urlaub|pause|liebe|umarmung|glück|partner(?:in)?|"
    r"copine?|moi|argent|prêt|vacances|repos|amour|câlin|chance|rendez-vous)\b",
    re.IGNORECASE,
)
_AT = re.compile(r"(?P<at>at|bei|en|à) (?!(?:the|der|dem|den|die|das|el|la|los|las|le|les) |l')(?P<name>\S.*)", re.I)
#: A digit, or a capital behind the first letter: "PyCon", "SXSW", "DLD 24".
_SURELY_A_NAME = re.compile(r"\d|\w[A-Z]")
_NAME_WORDS = 5
_ACRONYM = re.compile(r"(?=\w*[^\W\d_])(?=.*[A-Z].*[A-Z0-9])[\w.+#-]{2,20}")
_PROPER = re.compile(r"(?=[^\W\d_])\w[\w+#-]{1,30}")
_LISTED = re.compile(r"[,;\n]| / ")
_LONGEST_PHRASE = 60
#: Behind this, a weekday would be another week's.
_THIS_WEEK = timedelta(days=6)
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Typed:
    """What users typed of a contact, as it stands."""

    company: str | None = None
    role: str | None = None
    city: str | None = None
    met: str | None = None
    needs: str | None = None
    offers: str | None = None
    #: The note of the last touch.
    talk: str | None = None
    #: What somebody else offers that meets their need.
    match: str | None = None


def phrased(typed: Typed, *, language: str, grammar: Grammar) -> dict[str, str]:
    """Slot → words; no slot for what isn't known, or not sure to fit."""
    names = {
        "company": unchanging(sayable.company(typed.company), grammar),
        "city": place(sayable.city(typed.city), grammar),
    }
    bound = _english(typed) if language == "en" else _elsewhere(typed, grammar)
    return {slot: words for slot, words in (names | bound).items() if words}


def on_day(day: date, grammar: Grammar) -> str:
    """ "on 12 June", "am 12. Juni", "le 1er juin"."""
    number = (grammar.first_day if day.day == 1 else "") or str(day.day)
    return grammar.on_day.format(day=number, month=grammar.months[day.month - 1])


def on_coming_day(day: date, today: date, grammar: Grammar) -> str:
    """Within the week as one says it, "on Thursday"; later by its date. Never "tomorrow": it may be sent a day later."""
    if grammar.weekdays and timedelta(0) <= day - today <= _THIS_WEEK:
        return grammar.on_weekday.format(weekday=grammar.weekdays[day.weekday()])
    return on_day(day, grammar)


def place(name: str | None, grammar: Grammar) -> str | None:
    """The place, if it stands in a sentence as a city does: not "Schweiz" behind "in", nor "Le Havre" behind "à"."""
    return None if name is None or name.casefold() in grammar.unlike_cities else unchanging(name, grammar)


def unchanging(name: str | None, grammar: Grammar) -> str | None:
    """The name, unless its first word would change behind a preposition: "Le Havre", "Deutsche Bahn"."""
    return None if name is None or (" " in name and name.split()[0].casefold() in grammar.melting) else name


def _english(typed: Typed) -> dict[str, str | None]:
    return {
        "met": sayable.met(typed.met),
        "role": sayable.role(typed.role),
        "need": sayable.needs(typed.needs),
        "match": sayable.offered(typed.match),
        "field": sayable.topic_offered(typed.offers),
        "topic": sayable.about(typed.talk),
    }


def _elsewhere(typed: Typed, grammar: Grammar) -> dict[str, str | None]:
    return {
        "need": _determined(typed.needs, grammar),
        "match": _determined(typed.match, grammar),
        "field": _one_word(sayable.topic_offered(typed.offers)) or _one_word(_first_listed(typed.offers)),
        "topic": _one_word(sayable.about(typed.talk)),
        "met_at": _met_at(typed.met, grammar),
    }


def _determined(text: str | None, grammar: Grammar) -> str | None:
    """A phrase that begins with a determiner of the language: "un diseñador", "eine Wohnung", "l'aide d'un notaire"."""
    words = sayable.phrase(_first_listed(text))
    if words is None or len(words) > _LONGEST_PHRASE or len(words.split()) > _MOST_WORDS:
        return None
    if HARD_ELSEWHERE.search(words) or _PRIVATE.search(words) or sayable.is_painful(words):
        return None
    if words.split()[0].casefold() in grammar.bare_nouns:
        return words[0].upper() + words[1:] if grammar.capital_nouns else words[0].lower() + words[1:]
    lowered = words[0].lower() + words[1:]
    begins = (word if word[-1] in "'’" else f"{word} " for word in grammar.determiners)
    return lowered if any(lowered.casefold().startswith(begin) for begin in begins) else None


def _one_word(text: str | None) -> str | None:
    """A name or an acronym, which is the same in every language: "SEO", "Python"; "Accounting" is plain English."""
    words = sayable.phrase(text)
    if words is None or " " in words or sayable.is_painful(words) or HARD_ELSEWHERE.search(words):
        return None
    if _ACRONYM.fullmatch(words):
        return words
    return words if _PROPER.fullmatch(words) and words[0].isupper() and not words.endswith("ing") else None


def _met_at(text: str | None, grammar: Grammar) -> str | None:
    """The proper name out of "at PyCon 2023"; neither "at work" nor "at Ana's wedding", and no place one was "in".

    No article may belong to it ("the Web Summit"), for it would take another form here; and behind a preposition of another
    language than English, or where nouns have capitals, only a sure name counts.
    """
    found = _AT.fullmatch(sayable.met(text) or sayable.phrase(text) or "")
    if found is None or len(words := found["name"].split()) > _NAME_WORDS:
        return None
    name, typed_at = " ".join(words), found["at"].casefold()
    named = all(word[0].isupper() or word.isdigit() for word in words) and not words[0].isdigit() and "'" not in name
    sure = typed_at == "at" or (typed_at == grammar.at and not grammar.capital_nouns) or _SURELY_A_NAME.search(name)
    return name if named and sure else None


def _first_listed(text: str | None) -> str | None:
    return _LISTED.split(text[:400], maxsplit=1)[0] if text else None
