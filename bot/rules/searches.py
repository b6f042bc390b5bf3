"""Whom a question looks for: "who do I know at Roche", "designers in Berlin", "#pycon", "ruis".

A Search is made again from its text alone, which is what buttons and steps keep: read_search(search.text) gives it once
more, on the same day.
"""

import re
from dataclasses import dataclass
from datetime import date

from bot.rules.roster import Roster
from bot.rules.search_clauses import FIELDS, Found, is_value, places, read_clauses
from bot.rules.search_phrases import EVERY_WORDS, LITTLE_WORDS, OPENER, PEOPLE_WORDS, STATUSES
from bot.rules.search_terms import Term, any_terms, joined, topic_terms
from bot.rules.search_words import singular, words_in
from bot.rules.works import is_name_too, is_role, resembles_role

__all__ = ["Search", "Term", "plain_search", "read_search"]

LONGEST = 200
EVERY_STATUS = ("active", "inbox", "archived")
_TIDY_END = re.compile(r"[\s?!.,]*(?:(?:please|pls|thanks|thank you|again)[\s?!.,]*)?\Z", re.IGNORECASE)
_VERB = re.compile(r"(?P<verb>[a-z]{2,}s|went|has|have|studied) (?=\S)", re.IGNORECASE)
#: Verbs whose questions are for others: "who is next", "who knows".
_OTHER_VERB_WORDS = "is was does knows cares says this us as its always wins owes asks"
_OTHER_VERBS = frozenset(_OTHER_VERB_WORDS.split())
#: What one wants to do with many, which no list answers: "email all designers".
_DOING_WORDS = "ask call congratulate contact email invite mail meet message phone ping tell text thank write"
_DOINGS = frozenset(_DOING_WORDS.split())
#: Words for many of something that are no people.
_THING_WORDS = """
    news things ideas plans questions updates thoughts thanks regards notes tips tags settings reminders nudges days weeks
    months years times emails calls promises birthdays introductions intros touches messages openers words languages cities
    companies jobs commands options files imports changes doubles duplicates numbers phones links details facts
    statistics ways reasons friends lists cards buttons rhythms
"""
_THINGS = frozenset(_THING_WORDS.split())
#: Jobs that are also what one person does: "Zed cooks in Berlin".
_VERB_TOO_WORDS = "cooks coaches models nurses pilots mentors chairs heads leads partners judges interns tailors"
_VERBS_TOO = frozenset(_VERB_TOO_WORDS.split())
_TAG = re.compile(r"(?<!\w)#(?P<tag>[\w-]{1,64})")
#: "# pycon".
_LOOSE_SIGN = re.compile(r"(?<!\S)# {1,3}(?=[^\W\d_])")
_FIRM_PEOPLE = re.compile(r"(?P<firm>\S{1,40}(?: \S{1,40})?) (?:people|folks|guys|connections)", re.IGNORECASE)
#: Before a job these say which, where any other word may be a name: "Ana designer in Berlin" is Ana.
_KIND_WORDS = """
    account art backend business civil clinical content creative data electrical family fashion financial front-end
    frontend full-stack fullstack game graphic hardware immigration interior it junior landscape lead machine marketing
    mechanical medical mobile motion music patent portrait principal product program project public python research sales
    security senior social software solutions staff startup structural tax technical tv ui ux venture visual web wedding
"""
_JOB_ALONE = re.compile(
    r"(?P<article>(?:an?|the|that|my|our|any|some) )?(?P<kind>(?:"
    + "|".join(_KIND_WORDS.split())
    + r") )?(?P<job>[\w-]{2,40})",
    re.IGNORECASE,
)
_SHOW = re.compile(
    r"(?:show|give|get|list|display|see|open|find|search|who)(?: me| us)?(?: has| have| is| are)?", re.IGNORECASE
)
#: With the words that say it is one.
_TAGGED = re.compile(
    r"(?:\b(?:(?:who|that|which) (?:are|is) )?(?:(?:tagged|labell?ed)(?: with| as)?"
    r"|with (?:the |a )?(?:tag|label)|with|and|or) )?"
    r"(?<!\w)#[\w-]{1,64}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Search:
    """All of it has to fit. `tags` are without #; of `statuses` the first come first; days are in the user's zone.

    `untouched_since`: no touch on this day or later. `met_from` and `met_before` bound the day they met. `without` are
    columns of contacts that are empty, "tags" and "cadence_days" (a rhythm of any kind) among them.
    """

    text: str
    terms: tuple[Term, ...] = ()
    tags: tuple[str, ...] = ()
    statuses: tuple[str, ...] = EVERY_STATUS
    untouched_since: date | None = None
    met_before: date | None = None
    met_from: date | None = None
    without: tuple[str, ...] = ()

    @property
    def only_tag(self) -> str | None:
        """The tag, where it looks for everybody of that one tag and nothing else."""
        more = self.terms or self.untouched_since or self.met_before or self.met_from or self.without
        return self.tags[0] if len(self.tags) == 1 and not more else None

    @property
    def is_narrow(self) -> bool:
        """Whether it asks for anything beyond a status: if not, it finds everybody of that."""
        more = self.untouched_since or self.met_before or self.met_from or self.without
        return bool(self.terms or self.tags or more)


def plain_search(text: str) -> Search:
    """A bare query: each word in any field, #words as tags. Never raises; only signs give a search that finds everybody
    (`is_narrow` is False)."""
    said = _LOOSE_SIGN.sub("#", text[:LONGEST].strip())
    tags = tuple(dict.fromkeys(_TAG.findall(said)))
    return Search(said, tuple(any_terms(_TAG.sub(" ", said))), tags)


def read_search(text: str, *, today: date, roster: Roster | None = None) -> Search | None:
    """The search that the whole text asks for; None where it asks for nobody, or for one person by name.

    `roster`: who is known; a question that names one of them otherwise than as a place or a firm is for others to read.
    "everyone" and "all" leave out the archived, and alone mean those who are active. Who is asked for because nothing
    was heard for long is active, unless the inbox is named.
    """
    said = _LOOSE_SIGN.sub("#", _TIDY_END.sub("", text[: LONGEST + 1], count=1))
    if not said or len(said) > LONGEST or "\n" in said:
        return None
    tags = tuple(dict.fromkeys(_TAG.findall(said)))
    bare = " ".join(_TAGGED.sub(" ", said).split()) if tags else said
    found = _read(bare, today, roster, tagged=bool(tags))
    if found is None:
        return _by_words(said, bare, roster)
    every = bool(EVERY_WORDS.intersection(words_in(said)))
    return _made(said, found, tags, every=every) if tags or every or _asks(found) else None


def _read(bare: str, today: date, roster: Roster | None, *, tagged: bool) -> Found | None:
    opened = OPENER.match(bare)
    how = opened.lastgroup if opened else None
    rest = bare[opened.end() :].strip() if opened else bare
    if tagged and _SHOW.fullmatch(rest):
        rest = ""
    read = read_clauses(rest, today=today, strict=how is None)
    if read is None:
        return None
    head, found = read
    if roster and any(roster.mentions(matter) for matter in found.matters):
        return None
    alone = head == rest and not tagged
    return found if _take_head(found, head.strip(" ,"), how, roster, alone=alone, tagged=tagged) else None


def _by_words(said: str, bare: str, roster: Roster | None) -> Search | None:
    """ "find chess": every word, anywhere, unless it is somebody known. "Roche people" are no relatives of a Roche."""
    if (people := _FIRM_PEOPLE.fullmatch(bare)) and roster and roster.known_at(people["firm"]) == len(people["firm"]):
        return Search(said, (places(people["firm"], FIELDS["from"]),))
    opened = OPENER.match(bare)
    if opened is None or opened.lastgroup != "find":
        return None
    words = bare[opened.end() :].strip()
    if not is_value(words, strict=False) or (roster and roster.mentions(words)):
        return None
    return Search(said, tuple(any_terms(words)), tuple(dict.fromkeys(_TAG.findall(said))))


def _take_head(found: Found, head: str, how: str | None, roster: Roster | None, *, alone: bool, tagged: bool) -> bool:
    """Whether the words before the clauses name people by what they do, or people at all; if so, that is kept."""
    words = words_in(head)
    if "untagged" in words:
        found.without.append("tags")
        words.remove("untagged")
    found.status = next((STATUSES[word] for word in words if word in STATUSES), found.status)
    people = bool(PEOPLE_WORDS.intersection(words)) or any(word in STATUSES for word in words)
    left = [word for word in words if word not in PEOPLE_WORDS and word not in LITTLE_WORDS and word not in STATUSES]
    if not left:
        return bool(people or how or tagged or found.tags or found.without)
    if how == "who" and (does := _does(head, roster)):
        found.terms += does
        return True
    if not _are_people(left, head, how, people=people, alone=alone, every=bool(EVERY_WORDS.intersection(words))):
        return False
    if roster and (len(left) > 1 or not _is_job(left)) and roster.mentions(head):
        return False
    found.terms += _job_terms(left)
    return True


def _does(head: str, roster: Roster | None) -> list[Term]:
    """ "collects stamps"."""
    verb = _VERB.match(head)
    told = head[verb.end() :] if verb else ""
    if verb is None or verb["verb"].lower() in _OTHER_VERBS or not is_value(told, strict=False):
        return []
    return [] if roster and roster.mentions(told) else topic_terms(told, FIELDS["topic"])


def _are_people(left: list[str], head: str, how: str | None, *, people: bool, alone: bool, every: bool) -> bool:
    many = singular(left[-1]) != left[-1] and not _THINGS.intersection(left)
    if len(left) > 4 or not is_value(head, strict=False) or left[0] in _DOINGS:
        return False
    if _is_job(left):
        if how is None and not people and len(left) > 1 == len(_kinds(left)) and left[-1] in _VERBS_TOO:
            return False
        small = not alone or head.split()[-1].islower()
        asked = how == "want" or bool(how or people or every) or (many and small and (not alone or len(left) > 1))
        return asked or (not alone and _is_one_job(head))
    if how is None and many and not alone and head.islower() and resembles_role(singular(left[-1])):
        return True
    return many and (how in ("ask", "show", "find") or every) and how != "who"


def _is_one_job(head: str) -> bool:
    """ "a designer" and "designer" are a job; "Baker" may be who is called so."""
    said = _JOB_ALONE.fullmatch(head)
    if said is None or not is_role(said["job"]):
        return False
    return bool(said["article"] or said["kind"]) or not is_name_too(said["job"].lower())


def _is_job(words: list[str]) -> bool:
    return is_role(" ".join(words)) or is_role(" ".join(singular(word) for word in words))


def _job_terms(words: list[str]) -> list[Term]:
    """The last word is what they are; what it is of may be told anywhere: "Berlin designers", "CEO of Nordlicht"."""
    if len(kinds := _kinds(words)) > 1 and all(_is_job(kind) for kind in kinds):
        each = [topic_terms(" ".join(kind), FIELDS["role"]) for kind in kinds]
        if all(len(terms) == 1 for terms in each):
            return [joined([terms[0] for terms in each], FIELDS["role"])]
    if len(whole := topic_terms(" ".join(words), FIELDS["role"])) == 1:
        return whole
    fields = FIELDS["role"] if _is_job(words[-1:]) or resembles_role(singular(words[-1])) else ()
    return [*topic_terms(" ".join(words[:-1])), *topic_terms(words[-1], fields)]


def _kinds(words: list[str]) -> list[list[str]]:
    """ "designers and photographers": either."""
    kinds: list[list[str]] = [[]]
    for word in words:
        if word in ("and", "or"):
            kinds.append([])
        else:
            kinds[-1].append(word)
    return [kind for kind in kinds if kind]


def _asks(found: Found) -> bool:
    return bool(found.terms or found.tags or found.status or found.untouched_since or found.met or found.without)


def _made(said: str, found: Found, tags: tuple[str, ...], *, every: bool) -> Search:
    asked = _asks(found) or tags
    statuses: tuple[str, ...] = EVERY_STATUS
    if found.status:
        statuses = (found.status,)
    elif found.untouched_since or not asked:
        statuses = EVERY_STATUS[:1]
    elif every:
        statuses = EVERY_STATUS[:2]
    met_from, met_before = found.met or (None, None)
    return Search(
        said,
        tuple(dict.fromkeys(found.terms)),
        tuple(dict.fromkeys([*tags, *found.tags])),
        statuses,
        found.untouched_since,
        met_before,
        met_from,
        tuple(dict.fromkeys(found.without)),
    )
