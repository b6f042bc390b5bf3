"""One wish for many people: "everyone at Roche quarterly", "archive everyone without a company", "tag all designers in
Berlin #berlin". Nothing of it is done before the user has seen whom it is about."""

import re
from datetime import date

from bot.rules.cadences import read_cadence
from bot.rules.meanings import Bulk
from bot.rules.search_words import singular
from bot.rules.searches import LONGEST, Search, read_search
from bot.rules.works import is_role

_POLITE = re.compile(r"(?:(?:please|pls|can you|could you|hey|ok|okay|so|now|and|dotty|let's|let me|i want to"
                     r"|i'd like to|i would like to)[, ]{1,2}){0,4}", re.IGNORECASE)  # fmt: skip
_POLITE_END = re.compile(r"[\s.!]*(?:,? ?(?:please|pls|thanks|thank you))?[\s.!]*\Z", re.IGNORECASE)
#: Only who is named as many is many: never a name, and never a bare word.
_MANY = re.compile(
    r"(?:everyone|everybody|every one|all|each|every|those|people|contacts|the (?:whole )?inbox|my inbox|inbox|#)(?![\w'])"
    r"|#(?=\w)",
    re.IGNORECASE,
)
_RHYTHM_VERB = re.compile(
    r"(?:set|put|make|move|change|switch|turn|give|contact|ping|message|see|call|write to|talk to|reach out to"
    r"|(?:keep|stay|be) in touch with|catch up with|check in with|(?:nudge|remind) me (?:about|of|to (?:contact|call"
    r"|write to|message|see|talk to)))(?: up)? ",
    re.IGNORECASE,
)
_RHYTHM_LINK = re.compile(
    r"(?:\s*[:=–-]|\s+(?:to|on|at|as|for|an?|once|gets?|should be)(?!\w)){0,3}\s*\Z", re.IGNORECASE
)
_RHYTHM_NOUN = re.compile(r" (?:rhythm|cadence|schedule|nudges?|reminders?)\Z", re.IGNORECASE)
_NO_RHYTHM = re.compile(
    r"(?:no|remove (?:the |any )?|clear (?:the )?|drop (?:the )?|delete (?:the )?|without|stop (?:the )?)\s?"
    r"(?:rhythm|cadence|schedule|nudges|reminders)(?: (?:for|of|from|on|about))? ",
    re.IGNORECASE,
)
_NO_RHYTHM_END = re.compile(r"(?: ?[:=–-])? (?:has |have |gets? |to )?(?:no|without (?:a )?) ?(?:rhythm|cadence|schedule)\Z",
                            re.IGNORECASE)  # fmt: skip
_ARCHIVE = re.compile(
    r"(?:archive|hide|put away|forget(?: about)?|delete|remove|drop|get rid of|throw (?:out|away)|stop nudging me about"
    r"|don't nudge me about) ",
    re.IGNORECASE,
)
_TAG = re.compile(r"(?:tag|label) ", re.IGNORECASE)
_TAG_END = re.compile(
    r"(?:,? (?:as|with|to|under))? (?P<sign>#|(?:the )?tag )?(?P<tag>[^\W_][\w-]{0,63})\Z", re.IGNORECASE
)
_ADD_TAG = re.compile(
    r"(?:add|put|give|apply|set) (?:the )?(?:(?:tag |label )#?|#)(?P<tag>[^\W_][\w-]{0,63}) (?:to|on|for) ",
    re.IGNORECASE,
)
#: "every quarter everyone at Roche", "monthly: #friends".
_EARLY = re.compile(r"(?P<often>[\w ]{4,24}?)[:,]? (?=(?:everyone|everybody|all|each) |#\w)", re.IGNORECASE)
_CADENCE_WORDS = 6


def read_bulk(text: str, *, today: date) -> Bulk | None:
    """The wish that the whole text is, for people named as many ("everyone", "all", "#pycon", "inbox"); else None."""
    if len(text) > LONGEST or "\n" in text or text.endswith("?"):
        return None
    said = _POLITE_END.sub("", _POLITE.sub("", text, count=1), count=1)
    for read in (_put_away, _tagged, _no_rhythm, _rhythm):
        if bulk := read(said, today):
            return bulk
    return None


def _many(words: str, today: date) -> Search | None:
    """Those whom the words name, if they name many. A tag or the inbox alone is put as everyone of it, so that the
    archived stay where they are."""
    words = words.strip(" ,:")
    low = words.lower()
    if not _MANY.match(words):
        jobs = words.islower() and " " not in words and singular(words) != words and is_role(singular(words))
        return read_search(f"all {words}", today=today) if jobs or _are_many(low) else None
    if low.startswith("#"):
        words = f"everyone {words}"
    elif low.startswith(("the ", "my ")) or low == "inbox":
        words = f"everyone in {low}"
    elif low.startswith(("people ", "contacts ", "those ")):
        words = f"everyone {words.partition(' ')[2]}"
    return read_search(words, today=today)


def _are_many(words: str) -> bool:
    """Whether they begin with people of one job, and tell more of them: "designers in Berlin"."""
    first, _, more = words.partition(" ")
    return bool(more) and singular(first) != first and is_role(singular(first))


def _put_away(said: str, today: date) -> Bulk | None:
    verb = _ARCHIVE.match(said)
    search = _many(said[verb.end() :], today) if verb else None
    if verb is None or search is None:
        return None
    # "delete #old" and "remove #old from Ana" are about the tag.
    of_the_tag = said.startswith("#", verb.end()) and not verb[0].lower().startswith(("archive", "hide", "put"))
    return None if of_the_tag else Bulk(search, "archive")


def _tagged(said: str, today: date) -> Bulk | None:
    if put := _ADD_TAG.match(said):
        search = _many(said[put.end() :], today)
        return Bulk(search, "tag", tag=put["tag"]) if search else None
    verb, end = _TAG.match(said), _TAG_END.search(said)
    if verb is None or end is None or end.start() <= verb.end():
        return None
    linked = end["sign"] or end[0].lstrip(", ").lower().startswith(("as ", "with ", "under "))
    search = _many(said[verb.end() : end.start()], today) if linked else None
    return Bulk(search, "tag", tag=end["tag"]) if search else None


def _no_rhythm(said: str, today: date) -> Bulk | None:
    begun, ended = _NO_RHYTHM.match(said), _NO_RHYTHM_END.search(said)
    words = said[begun.end() :] if begun else said[: ended.start()] if ended else ""
    if ended and not begun and (verb := _RHYTHM_VERB.match(words)):
        words = words[verb.end() :]
    search = _many(words, today)
    return Bulk(search, "cadence") if search else None


def _rhythm(said: str, today: date) -> Bulk | None:
    """ "everyone at Roche every 3 months", "set all designers in Berlin to yearly", "call everyone in Oslo monthly"."""
    early = _EARLY.match(said)
    if early and (days := read_cadence(early["often"])):
        search = _many(said[early.end() :], today)
        return Bulk(search, "cadence", days) if search else None
    verb = _RHYTHM_VERB.match(said)
    start = verb.end() if verb else 0
    if not _MANY.match(said, start) and not _are_many(said[start:].lower()):
        return None
    whole = _RHYTHM_NOUN.sub("", said)
    gaps = [gap.start() for gap in re.finditer(r"[ :]", whole) if gap.start() > start]
    for gap in gaps[-_CADENCE_WORDS:]:
        if (days := read_cadence(whole[gap:].strip(" :"))) is None:
            continue
        link = _RHYTHM_LINK.search(whole[:gap])
        # "rhythm yearly" is a cadence too, but not in "everyone without a rhythm yearly".
        if search := _many(whole[start : link.start() if link else gap], today):
            return Bulk(search, "cadence", days)
    return None
