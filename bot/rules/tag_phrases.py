"""Wishes about a tag itself: to rename it, to join it with another, to take it from everybody, to give it a rhythm."""

import re

from bot.rules.cadences import read_cadence
from bot.rules.meanings import Retagged, TagPaced, Untagged

_LENGTH = 200
_POLITE = re.compile(
    r"(?:(?:please|pls|can you|could you|hey|ok|okay|so|now|and|dotty|let's|i want to|i'd like to)[, ]{1,2}){0,4}",
    re.IGNORECASE,
)
_POLITE_END = re.compile(r"[\s.!]*(?:,? ?(?:please|pls|thanks|thank you))?[\s.!]*\Z", re.IGNORECASE)
_WORD = r"[^\W_][\w-]{0,63}"
#: A tag is known by its sign, or by being called one.
_OLD = (
    rf"(?:(?:the |my )?(?:tag|label) #?\"?(?P<old_called>{_WORD})\"?|(?:the )?\"?#(?P<old_signed>{_WORD})\"?(?: tag)?)"
)
_NEW, _TO = _OLD.replace("old_", "new_"), _OLD.replace("old_", "to_")
_RENAME = re.compile(
    rf"(?:rename|change|turn|call|merge|combine|fold|move|join|replace|put) {_OLD} (?:(?:to|into|as|with|and|in) )?"
    rf"(?:{_NEW}|[\"#]{{0,2}}(?P<plain>{_WORD})\"?)",
    re.IGNORECASE,
)
_MERGE_BOTH = re.compile(
    rf"(?:merge|combine|join) (?:the )?(?:tags|labels) #?(?P<old>{_WORD}) (?:and|into|with|to) #?(?P<new>{_WORD})",
    re.IGNORECASE,
)
_REMOVE = re.compile(
    rf"(?:remove|delete|drop|erase|forget|get rid of|clear|scrap) {_OLD}(?: from (?:everyone|everybody|all|all of them"
    r"|all contacts))?"
    rf"|untag (?:everyone|everybody|all)(?: (?:from|of|with))? #(?P<off>{_WORD})",
    re.IGNORECASE,
)
#: That it is the tag's own rhythm, and not one for each of its people.
_FOR_THOSE = (
    r"(?:,? (?:for|to) (?:those|everyone|everybody|people|all|anyone|contacts|the ones|whoever)?(?: (?:who|that))?"
    r" ?(?:without|with no|(?:has|have) no|(?:doesn't|don't) have)(?: (?:a|an|any|their own))? ?(?:own )?"
    r"(?:one|rhythm|cadence|schedule|rhythm of (?:their|his|her) own|of their own))"
)
_PACE = re.compile(
    rf"(?:set |give |make )?{_OLD}(?:'s rhythm| ?[:=–-]| to)? ?(?:is |to )?(?P<often>.{{3,40}}?){_FOR_THOSE}",
    re.IGNORECASE,
)
_OF_THE_TAG = re.compile(
    rf"(?:(?:set|change|make|give) )?(?:the |a )?(?:rhythm|cadence)(?: of| for| to)? {_OLD}(?: (?:is|to|at))?[:=]?"
    r" (?P<often>.{3,40})"
    rf"|(?:the |my )(?:tag|label) #?(?P<named>{_WORD})(?: ?[:=–-]| to| is)? (?P<how>.{{3,40}})"
    rf"|(?:give|set) {_TO} (?:a |an )(?P<pace>.{{3,30}}?) (?:rhythm|cadence)"
    rf"|#(?P<own>{_WORD})'s (?:rhythm|cadence)(?: ?[:=]| is| to)? (?P<whose>.{{3,40}})",
    re.IGNORECASE,
)
_UNPACE = re.compile(
    r"(?:remove|clear|drop|delete|stop) (?:the |its )?(?:rhythm|cadence) (?:of|from|for) (?:the )?(?:tag|label)"
    rf" #?(?P<tag>{_WORD})"
    rf"|(?:no rhythm|no cadence) for the (?:tag|label) #?(?P<no>{_WORD})",
    re.IGNORECASE,
)
_NONE = re.compile(r"(?:none|nothing|never|no rhythm|no cadence|off)", re.IGNORECASE)


def read_tag_wish(text: str) -> Retagged | Untagged | TagPaced | None:
    """The wish about a tag that the whole text is; None where there is none, or one person's tag is meant."""
    if len(text) > _LENGTH or "\n" in text or text.endswith("?"):
        return None
    said = _POLITE_END.sub("", _POLITE.sub("", text, count=1), count=1)
    return _renamed(said) or _removed(said) or _paced(said)


def _first(found: re.Match[str], *groups: str) -> str:
    return next((found[group] for group in groups if found[group]), "")


def _renamed(said: str) -> Retagged | None:
    if both := _MERGE_BOTH.fullmatch(said):
        return Retagged(both["old"], both["new"])
    found = _RENAME.fullmatch(said)
    if found is None:
        return None
    new = _first(found, "new_called", "new_signed", "plain")
    return None if read_cadence(new) else Retagged(_first(found, "old_called", "old_signed"), new)


def _removed(said: str) -> Untagged | None:
    found = _REMOVE.fullmatch(said)
    return Untagged(_first(found, "old_called", "old_signed", "off")) if found else None


def _paced(said: str) -> TagPaced | None:
    if found := _UNPACE.fullmatch(said):
        return TagPaced(_first(found, "tag", "no"), None)
    if found := _PACE.fullmatch(said):
        return _pace(_first(found, "old_called", "old_signed"), found["often"])
    if found := _OF_THE_TAG.fullmatch(said):
        tag = _first(found, "old_called", "old_signed", "named", "to_called", "to_signed", "own")
        return _pace(tag, _first(found, "often", "how", "pace", "whose"))
    return None


def _pace(tag: str, often: str) -> TagPaced | None:
    if _NONE.fullmatch(often.strip()):
        return TagPaced(tag, None)
    days = read_cadence(often)
    return TagPaced(tag, days) if days else None
