"""Whether words are fit to be sent to a contact, whoever wrote them: the built-in lines, or a model.

Held to: length, one paragraph of plain text, nothing unfilled, no links or addresses, no numbers and no names but recorded
ones, nothing a contact would find creepy, no guilt, and a question or an offer that is easy to answer; only after hard
news may it ask for no answer. English, Spanish, German and French words are looked for alike, whatever it is written in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from typing import Literal, get_args

from bot.rules.given_names import visible
from bot.rules.opener_facts import OpenerFacts
from bot.rules.openers import LONGEST

Fault = Literal[
    "empty", "long", "paragraphs", "control", "markup", "unfilled", "link", "number", "name", "creepy", "guilt",
    "no question", "spacing", "small start",
]  # fmt: skip
FAULTS: tuple[Fault, ...] = get_args(Fault)

#: More than this is not looked through: it is too long anyway.
_READ_AT_MOST = 2_000
_MARKUP = re.compile(r"[<>`*_~|\\^#]|\[[^\]]{0,300}\]\(|^\s*[-•] |^\s*\d+[.)] ", re.MULTILINE)
_UNFILLED = re.compile(
    r"[{}\[\]]|\b(?:None|null|undefined|NaN|N/A|XXX|TBD)\b|(?i:\b(?:your|my|first|last) name here\b)|<\w+>"
)
_LINK = re.compile(
    r"https?:|www\.|t\.me/|\S@\S|(?<!\S)@\w|\b[\w-]{2,60}\.(?:com|org|net|io|me|app|dev|ly|de|es|fr)\b", re.I
)
_NAMED = ("first", "name", "company", "employer", "other")
_NUMBER = re.compile(r"\d+")
_CREEPY = re.compile(
    r"\b(?:bots?|dotty|reminders?|reminded me to|remind me to|databases?|spreadsheet|crm|scores?|algorithm\w*|an ai|chatgpt|"
    r"language model|my (?:list|notes|records|files?|app|system)|(?:days|weeks|months|years) (?:since|ago)|"
    r"it has been \w{1,9} (?:days|weeks|months|years)|tracking|i track|logged|cadence|contact list|follow-?up task|"
    r"recordatorios?|base de datos|puntuación|mis (?:notas|listas?)|mi (?:lista|app|aplicación|agenda)|algoritmo|"
    r"hace \w{1,9} (?:días|semanas|meses)|"
    r"datenbank|meine (?:notizen|liste|app)|meiner (?:liste|app)|erinnerungs\w{1,12}|punktestand|algorithmus|"
    r"seit \w{1,9} (?:tagen|wochen|monaten)|"
    r"rappels?|base de données|mes (?:notes|listes?)|ma liste|mon (?:appli|application|agenda)|algorithme|"
    r"depuis \w{1,9} (?:jours|semaines|mois))\b",
    re.IGNORECASE,
)
_GUILT = re.compile(
    r"\b(?:you never|you(?:'ve| have) (?:forgotten|ignored|not (?:written|called|answered))|you(?:'ve| have)n't|"
    r"why (?:haven't|didn't|don't) you|(?:sorry|apologi[sz]e|forgive me) for (?:not|my silence|being)|i feel (?:bad|guilty)|"
    r"neglected|it'?s a shame you|disappointed|no (?:has|me has) (?:escrito|llamado|contestado)|nunca me|"
    r"(?:perdona|perdón|disculpa|disculpe|siento) (?:por )?(?:no haber|mi silencio)|me has olvidado|me siento mal|culpable|"
    r"du (?:hast|meldest) (?:dich )?(?:nie|nicht)|schlechtes gewissen|"
    r"(?:tut mir leid|entschuldig\w{0,4}|verzeih\w{0,3}),? dass ich (?:mich )?(?:nicht|so lange)|vernachlässigt|enttäuscht|"
    r"tu ne m'as (?:pas|jamais)|tu m'as oublié|(?:désolée?|pardon|excuse\w{0,3}) (?:de|pour) (?:ne pas|mon silence|n'avoir)|"
    r"mauvaise conscience|culpabilise)\b",
    re.IGNORECASE,
)
#: What invites an answer without a question mark.
_OFFER = re.compile(
    r"\b(?:let me know|tell me|just say|say the word|i can|i could|i'?ll|i will|i'?d|i would|happy to|glad to|here for you|"
    r"i'?m (?:around|here|curious|by your side)|i am (?:around|here|curious)|wanted to ask|call me|over to you|i leave|"
    r"d[ií]me\w{0,3}|dígame\w{0,3}|av[ií]same\w{0,3}|avíseme|cu[eé]ntame\w{0,3}|cuénteme|escr[ií]beme|escríbame|"
    r"llámame|llámeme|pregúnt[ae]me|quiero (?:preguntar|saber)\w{0,2}|quería (?:preguntar|saber)\w{0,2}|"
    r"puedo|podría|quedo|estoy (?:aquí|cerca)|aquí (?:estoy|me tienes|me tiene)|cuenta conmigo|cuente conmigo|"
    r"me (?:encantaría|gustaría|alegraría|alegra)|con (?:mucho )?gusto|"
    r"sag(?: es)?|sagen sie|sags|meld\w{0,3}|melden sie|erzähl\w{0,2}|erzählen sie|schreib\w{0,3}|ruf|rufen sie|"
    r"ich (?:kann|könnte|würde|höre|bin (?:da|für)|helfe|freue)|bin ich (?:da|für)|lassen sie es mich|lass es mich|"
    r"gerne?|freue ich mich|würde (?:ich )?mich|"
    r"dis(?:-le)?-moi|dites(?:-le)?-moi|raconte\w{0,2}|racontez|écris|écrivez|appelle|appelez|fais-moi|faites-moi|"
    r"je (?:peux|pourrais|suis là|reste)|volontiers|avec plaisir|n'hésite\w{0,2}|(?:me|m'en) ferait plaisir|j'aimerais)\b",
    re.IGNORECASE,
)
_SPACING = re.compile(r"  | [,.;]|,,|(?<!\.)\.\.(?!\.)|[,;:]$|^\W*$")
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’.-](?=\w))*")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:¿¡«“\"(]\s?|\n)\s*$")
#: Capitals that name nobody.
_PLAIN_CAPITALS = frozenset(
    {
        "i", "i'm", "i'd", "i've", "i'll", "ok", "dr", "prof", "mr", "mrs", "ms", "linkedin", "whatsapp", "telegram",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "christmas", "easter",
        "english", "spanish", "german", "french",
        "sie", "ihnen", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres",
    }
)  # fmt: skip


def faults(text: str, facts: OpenerFacts, *, recorded: Collection[str] = (), ours: Collection[str] = ()) -> list[Fault]:
    """Why it may not be sent; empty where it may.

    `recorded`: what else was typed about the contact and may come up in it. `ours`: words with a capital that the
    language writes so (of a built-in lexicon). In German, where every noun has one, only two in a row that are both
    unknown count as a name.
    """
    known = " ".join([*facts.values.values(), *recorded])
    found = [*_form(text), *_content(text[:_READ_AT_MOST], known)]
    called = " ".join(facts.values.get(slot, "") for slot in ("first", "name", "other"))  # there are people called Null
    if text.strip() and _UNFILLED.search(_less(text[:_READ_AT_MOST], called)):
        found.append("unfilled")
    if _LINK.search(_nameless(text[:_READ_AT_MOST], facts)):
        found.append("link")
    if "?" not in text and not _OFFER.search(text[:_READ_AT_MOST]) and "gentle" not in facts.moments:
        found.append("no question")
    names = _strangers(text[:_READ_AT_MOST], known, frozenset(word.casefold() for word in ours), facts.language)
    return [*found, "name"] if names else found


def _form(text: str) -> Iterator[Fault]:
    if not text.strip():
        yield "empty"
        return
    if len(text) > LONGEST:
        yield "long"
    if "\n" in text or "\r" in text:
        yield "paragraphs"
    if any(unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Cn"} and sign not in "\r\n" for sign in text):
        yield "control"
    if _SPACING.search(text[:_READ_AT_MOST]) or text != text.strip():
        yield "spacing"
    if text.lstrip("¿¡«“\"'")[:1].islower():
        yield "small start"


def _content(text: str, known: str) -> Iterator[Fault]:
    if not text.strip():
        return
    if _MARKUP.search(text):
        yield "markup"
    if not set(_NUMBER.findall(text)) <= set(_NUMBER.findall(known)):
        yield "number"
    plain = _less(text, known)
    if _CREEPY.search(plain):
        yield "creepy"
    if _GUILT.search(plain):
        yield "guilt"


def _nameless(text: str, facts: OpenerFacts) -> str:
    """The text without the names of people and companies in it, for "Booking.com" is one and no link."""
    names = (facts.values[slot] for slot in _NAMED if slot in facts.values)
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "…")
    return text


def _less(text: str, known: str) -> str:
    """The text without the words that are recorded facts: a company may be called "Rappel"."""
    theirs = frozenset(word.casefold() for word in _WORD.findall(known) if word[0].isupper())
    return _WORD.sub(lambda word: "…" if word[0].casefold() in theirs else word[0], text)


def _strangers(text: str, known: str, ours: frozenset[str], language: str) -> list[str]:
    """Names of nobody that is recorded."""
    theirs = frozenset(word.casefold() for word in _WORD.findall(visible(known)))
    unknown = [
        (found.start(), found.end(), found[0])
        for found in _WORD.finditer(text)
        if _looks_like_a_name(found[0]) and not _SENTENCE_START.search(text[max(0, found.start() - 4) : found.start()])
        if not {found[0].casefold(), _bare(found[0])} & (theirs | ours | _PLAIN_CAPITALS)
    ]
    if language != "de":
        return [word for _, _, word in unknown]
    starts = {start: word for start, _, word in unknown}
    return [f"{word} {starts[end + 1]}" for _, end, word in unknown if end + 1 in starts]


def _looks_like_a_name(word: str) -> bool:
    """It has a capital, or is of a script that has none."""
    return word.upper() == word.lower() or any(sign.isupper() for sign in word)


def _bare(word: str) -> str:
    """ "Ana's" → "ana"."""
    return re.split(r"['’]", word, maxsplit=1)[0].casefold()
