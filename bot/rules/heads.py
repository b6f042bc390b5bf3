"""The piece of a line that names people: alone, joined by "and", or with a fact right behind the name."""

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.rules.drafts import Draft
from bot.rules.facts import merge, read_fact
from bot.rules.meetings import read_met
from bot.rules.name_shapes import Shape, shape_of
from bot.rules.names import clean_name
from bot.rules.works import is_role


@dataclass(frozen=True, slots=True)
class Named:
    """A name as typed, its shape, and the facts that stood right behind it, as a Draft without a name."""

    name: str
    shape: Shape
    fact: Draft


_AND = re.compile(r"\s+(?:and|&|\+|plus|und|et)\s+|\s*&\s*|^and\s+", re.IGNORECASE)
_RELATION = re.compile(
    r"(?:(?:my|our|an?|the|old) )+(?:(?:old|good|best|close|dear|former|ex|new) )*"
    r"(?P<what>friend|colleague|coworker|co-worker|boss|brother|sister|cousin|uncle|aunt|neighbou?r|classmate|"
    r"teammate|roommate|"
    r"flatmate|mentor|client|partner|husband|wife|doctor|dentist|teacher|professor|landlord|manager|dad|mum|mom|father|"
    r"mother|"
    r"son|daughter|grandad|grandma|grandpa|niece|nephew)(?P<named> is(?: called| named)?| called| named)? (?=\S)",
    re.IGNORECASE,
)
#: Whom one calls by what they are to one: "my dad" is filed under "dad".
_KINSHIP = re.compile(
    r"(?:my|our) (?P<name>dad|daddy|mum|mom|mummy|mommy|mama|papa|father|mother|brother|sister|grandma|grandpa|granny|"
    r"grandad|granddad|nana|nan|grandmother|grandfather|wife|husband|son|daughter)",
    re.IGNORECASE,
)
_RANKS = frozenset({"senior", "junior", "deputy", "vice", "assistant", "interim", "acting", "global", "chief"})
_KIN = re.compile(r"(?:her|his|their|the|a) \S", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:my|the|our|an?) (?=\S)", re.IGNORECASE)
#: Words that begin a fact right behind a name.
_INLINE = re.compile(
    r"\s(?=(?:from|at|works?|working|lives?|living|based|met|needs?|wants|looking|offers?|offering|can help|could use|"
    r"birthday|b-?day|born|speaks?|is|was|who|whom|whose|in|with|moved|now|has|every|each|once|twice|monthly|weekly|"
    r"quarterly|yearly|annually|fortnightly|biweekly|daily|aka|a\.k\.a|alias|"
    r"and (?:she|he|they)|we|i met)\b|@ ?\w|\d{1,2}x\b)|"
    r"['’]s\s+(?=\S)"
)
#: Facts of no known kind that still are told of the one named: "Sarah from the gym".
_ASIDE = re.compile(
    r"(?:from|who|whose|whom|aka|a\.k\.a\.?|alias) (?!(?:do|does|did|will|should|can)\b)\S", re.IGNORECASE
)
_TRAILING_LABEL = re.compile(
    r"[\s:–-]+(?:phone|tel|mobile|cell|number|e-?mail|linkedin|telegram|tg|whatsapp|instagram|ig|twitter|web|"
    r"website|on|at)\.?:?$",
    re.IGNORECASE,
)
_DAY_FIRST = (
    r"today|yesterday|tonight|last night|last week|this (?:morning|afternoon|evening)|(?:on |last )?[a-z]{3,6}day"
)
_MET = re.compile(
    rf"(?:(?P<day>{_DAY_FIRST}),? )?(?:(?:i|we)(?:['’]ve)? )?(?P<just>(?:just|also|finally|recently) )?met "
    r"(?:up with |with )?(?P<rest>\S.*)",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"[ ,](?=(?:at|in|on|through|via|during|yesterday|today|tonight|last|this|from|who|whom|for|while|when|with|"
    r"by|over|after|"
    r"before|near|\d+ (?:days?|weeks?)|a (?:week|day|month|year)|(?:two|three) (?:days|weeks)|and (?:he|she|they|"
    r"we|i)|he|she)\b)"
)
_CALLED = re.compile(
    r"(?P<who>(?:an?|the|my|some) [^,]{1,60} |someone |somebody )(?:named|called) (?P<name>\S.*)", re.IGNORECASE
)
_SOMEBODY = re.compile(
    r"(?:an? |some )?(?:guy|man|woman|person|someone|somebody|girl|boy|lady|dude|people)?", re.IGNORECASE
)
_FROM = re.compile(
    r"from (?P<origin>.+?)(?= (?:at|in|on|during|through|via|yesterday|today|last|this)\b|$)(?P<rest>.*)", re.IGNORECASE
)
_MORE = re.compile(r"(?:^| )(?:who|and (?=he|she|they|we|i)|(?=(?:he|she|they)\b))(?P<more>.+)", re.IGNORECASE)


def read_names(text: str, today: date, *, named: bool = False) -> list[Named]:
    """The people that a piece names, in its order, the facts behind the last name with the last; [] when it names
    none. `named` says that the user called them names."""
    said = _TRAILING_LABEL.sub("", text.strip()) if len(text) <= 400 else text
    return _met_people(said, today) or _listed(said, named) or _described(said, today, named)


def is_joined(text: str) -> bool:
    """Whether "and" or its like stands in the text."""
    return _AND.search(text) is not None


def is_kin(text: str) -> bool:
    """Whether the text is somebody called by what they are to one: "my dad"."""
    return _KINSHIP.fullmatch(text) is not None


def tidy_name(text: str) -> str | None:
    """The name without quotes and punctuation around it; None when nothing of a name is left."""
    name = clean_name(text.strip(' \t"“”„«»,;:!·•–—_-*'))
    if name and name.endswith(".") and len(name.split()[-1]) > 4:
        name = name[:-1]
    return name


def _listed(text: str, named: bool) -> list[Named]:
    parts = [part for part in _AND.split(text) if part.strip()]
    people = [_one(part, named) for part in parts]
    if len(parts) > 1 and people[0] and people[0].shape != "lower" and _KIN.match(parts[1]):
        note = text[text.index(parts[1]) :]
        return [replace(people[0], fact=Draft(name="", notes=(note,)))]
    return [person for person in people if person] if all(people) else []


def _one(text: str, named: bool) -> Named | None:
    if kin := _KINSHIP.fullmatch(text):
        return Named(kin["name"], "single", Draft(name=""))
    relation = _RELATION.match(text)
    rest = (
        text[relation.end() :]
        if relation
        else _ARTICLE.sub("", text, count=1)
        if named and _ARTICLE.match(text)
        else text
    )
    name = tidy_name(rest.rstrip("!"))
    shape = shape_of(name, named=named) if name else None
    if name is None or shape is None or (relation and relation["named"] and shape == "lower"):
        return None
    note = text[: relation.end("what")].strip() if relation else ""
    return Named(name, shape, Draft(name="", notes=(note,) if note else ()))


def _described(text: str, today: date, named: bool) -> list[Named]:
    """Ana Ruiz from Nordlicht; Ana works at Stripe; Ana's birthday is 12 May; Ana Ruiz Head of Data at Nordlicht."""
    if people := _titled(text, today, named):
        return people
    if cut := _INLINE.search(text):
        people = _listed(text[: cut.start()], named)
        rest = text[cut.end() :]
        fact = read_fact(rest, today) if people else None
        if people and fact is None and (named or _ASIDE.match(rest)):
            fact = Draft(name="", notes=(rest,))
        if people and fact is not None:
            return _with_fact(people, fact, rest)
    return []


def _titled(text: str, today: date, named: bool) -> list[Named]:
    """Two or three words of a name, and a fact with nothing between them."""
    words = text.split(None, 3)
    for count in (3, 2):
        if len(words) <= count or (count == 3 and (is_role(words[2]) or words[2].lower() in _RANKS)):
            continue
        name, rest = " ".join(words[:count]), " ".join(words[count:])
        if shape_of(name) == "full" and (fact := read_fact(rest, today)) is not None:
            return _with_fact(_listed(name, named), fact, rest)
    return []


def _with_fact(people: list[Named], fact: Draft, said: str) -> list[Named]:
    last = people[-1]
    return [*people[:-1], replace(last, fact=merge(last.fact, fact, said))]


def _met_people(text: str, today: date) -> list[Named]:
    """ "met Joe at the conference yesterday": the names up to where the circumstances begin."""
    match = _MET.fullmatch(text)
    if match is None:
        return []
    called = _CALLED.match(match["rest"])
    rest = called["name"] if called else match["rest"]
    cut = _WHERE.search(" " + rest)
    name, story = (rest[: max(cut.start() - 1, 0)], rest[cut.start() :].strip(" ,")) if cut else (rest, "")
    people = _listed(name, named=False)
    if not people:
        return []
    fact = _circumstances(story, match, today)
    if called and not _SOMEBODY.fullmatch(called["who"].strip()):
        fact = merge(fact, Draft(name="", notes=(called["who"].strip(),)), called["who"])
    # Whoever was met together was met on the same occasion.
    return [replace(person, fact=merge(person.fact, fact, text)) for person in people]


def _circumstances(story: str, match: re.Match[str], today: date) -> Draft:
    draft = Draft(name="")
    if more := _MORE.search(story):
        told = more["more"].strip()
        draft = read_fact(told, today) or Draft(name="", notes=(told,))
        story = story[: more.start()]
    if (origin := _FROM.fullmatch(story)) and (fact := read_fact(f"from {origin['origin']}", today)):
        draft, story = merge(draft, fact, origin["origin"]), origin["rest"].strip()
    day = match["day"] or ("today" if (match["just"] or "").lower().startswith("just") else "")
    met = read_met(f"met {story}", today=today) or Draft(name="")
    if met.met_on is None and day:
        timed = read_met(f"met {day}", today=today) or read_met(f"met on {day}", today=today) or Draft(name="")
        met = merge(met, replace(timed, met=None), day)
    return merge(draft, met, story)
