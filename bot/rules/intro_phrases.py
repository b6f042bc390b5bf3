"""Introductions in plain words: two who are to be introduced, who could introduce the user, and what came of it."""

import re
from datetime import date

from bot.rules.outreach_meanings import Introducer, Introducing, IntroOutcome, IntroReply
from bot.rules.roster import Roster

_LONGEST, _NAME_WORDS = 200, 5
_ENDS = " .,!?;:\"'“”„«»"
_PLEASE = r"(?:(?:please|pls|can you|could you|dotty|hey|let's|i want to|i'd like to|i should|i could)[, ]{1,2}){0,2}"
_INTRODUCE = re.compile(
    rf"{_PLEASE}(?:introduce|intro|connect(?! with )|make an intro(?:duction)? (?:between|for|of)|put)"
    r" (?P<names>.{3,160})",
    re.IGNORECASE,
)
_EACH_OTHER = re.compile(r"(?:,? (?:to each other|with each other|together|in touch|please|pls))+\Z", re.IGNORECASE)
_BETWEEN = re.compile(r",? (?:to|and|with|&|\+|y|und|et) |, ?", re.IGNORECASE)
_MYSELF = re.compile(r"(?:me|us|myself|yourself|him|her|them|you|everyone|everybody|people)\b", re.IGNORECASE)
_SOMEBODY = (
    r"(?:some(?:body|one)|any(?:body|one)|people|a person|folks|a contact|contacts"
    r"|the (?:people|team|folks|right person))"
)
_THERE = (
    r"(?: (?:who|that)(?:'s| is| are| works?))?(?: working)? (?:at|from|in|of|with|inside|for|@) (?P<where>.{1,80})"
)
_INTRO = r"(?:an? )?(?:warm )?(?:intro|introduction)"
_SEEKS = (
    rf"who (?:could|can|would|might|may|will)(?: (?:possibly|best))? (?:introduce|connect) (?:me|us) (?:to|with)"
    rf" {_SOMEBODY}{_THERE}",
    rf"(?:can|could|does|do|would|is there) (?:any(?:body|one)|some(?:body|one)).{{0,30}}? (?:introduce|connect) (?:me|us)"
    rf" (?:to|with) {_SOMEBODY}{_THERE}",
    rf"(?:introduce|connect) (?:me|us) (?:to|with) {_SOMEBODY}{_THERE}",
    rf"(?:who|does any(?:body|one)|do any of them) knows? {_SOMEBODY}{_THERE}",
    rf"(?:i|we)(?:'d| would| want| need| wish)(?: (?:like|love|want|need))?(?: to)? (?:meet|get to know|know|talk to"
    rf"|speak to|reach|get in touch with|be introduced to|find|{_INTRO} to) {_SOMEBODY}{_THERE}",
    rf"(?:i|we)(?:'m| am| are|'re) looking for {_INTRO} to (?:{_SOMEBODY}{_THERE}|(?P<name>.{{2,80}}))",
    rf"(?:i|we) (?:need|want|would like|could use) {_INTRO} (?:to|at|into) (?:{_SOMEBODY}{_THERE}|(?P<name>.{{2,80}}))",
    r"(?-i:[Ww])ho (?:could|can|would|might) (?:introduce|connect) (?:me|us) (?:to|with) (?P<name>(?-i:[A-Z0-9]).{1,80})",
    r"who (?:could|can|would|might) get me (?:in(?:to)?|an? (?:in|intro|introduction|foot in the door) (?:to|at|with))"
    r" (?P<name>.{2,80})",
)
_SEEK = tuple(re.compile(_PLEASE + seek, re.IGNORECASE) for seek in _SEEKS)
_SAYS = re.compile(
    r"(?: has|'s| just)? ?(?:(?P<yes>said (?:yes|ok|okay|sure)|says (?:yes|ok|sure)|agreed|agrees|is (?:up for it|in|keen"
    r"|happy to|fine with it)|would (?:love|like) (?:to|that|it)|wants to|are (?:up for it|in|keen))|(?P<no>said no|says no"
    r"|declined|declines|is not interested|isn't interested|would rather not|doesn't want to|does not want to|refused"
    r"|passed on (?:it|that)|said no thanks))"
    r"(?: (?:to it|to the intro(?:duction)?|to that|too|as well|to meet(?:ing)?.{0,60}))?[ .!]*",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"(?:they|both|the two|the two of them)(?: both)?(?:'ve| have| did|'re| are|'ll| will)? ?(?:already |just |finally )?"
    r"(?:talked|spoke|met|got on|hit it off|had (?:a |an )?(?:\w+ )?(?:call|coffee|chat|lunch|meeting|talk)|get on"
    r"|work together|working together|chatted|connected)\b.{0,300}",
    re.IGNORECASE | re.DOTALL,
)
_NOTHING = re.compile(
    r"nothing (?:came|has come|happened)(?: of| from| out of)? ?(?:it|that|this|yet)?[ .!]*", re.IGNORECASE
)


def read_intro(
    text: str, roster: Roster, *, today: date
) -> Introducing | Introducer | IntroReply | IntroOutcome | None:
    """What a message means around introductions; None for any other."""
    del today  # as all readers are given it
    if len(text) > 4 * _LONGEST:
        return None
    if _TOGETHER.fullmatch(text) or _NOTHING.fullmatch(text):
        return IntroOutcome(text)
    if len(text) > _LONGEST or "\n" in text:
        return None
    said = text.replace("’", "'").strip(_ENDS)
    return _seek(said, roster) or _introduce(said, roster) or _reply(said, roster)


def _seek(said: str, roster: Roster) -> Introducer | None:
    for pattern in _SEEK:
        if found := pattern.fullmatch(said):
            query = (found["where"] if "where" in found.re.groupindex else None) or found.groupdict().get("name") or ""
            query = re.sub(r"\A(?:the|a|an) |,? (?:please|pls)\Z", "", query.strip(_ENDS), flags=re.IGNORECASE)
            return Introducer(query) if query and not roster.mentions(query) else None
    return None


def _introduce(said: str, roster: Roster) -> Introducing | None:
    found = _INTRODUCE.fullmatch(said)
    if found is None:
        return None
    names = _EACH_OTHER.sub("", found["names"])
    if names == found["names"] and said[: found.start("names")].lower().rstrip().endswith("put"):
        return None
    parts = [part.strip(_ENDS) for part in _BETWEEN.split(names)]
    if len(parts) != 2 or not all(_may_be_name(part) for part in parts):
        return None
    sure = all(part[:1].isupper() or not part[:1].islower() for part in parts)
    return Introducing(parts[0], parts[1]) if sure or any(roster.knows(part) for part in parts) else None


def _may_be_name(part: str) -> bool:
    return bool(part) and len(part.split()) <= _NAME_WORDS and _MYSELF.match(part) is None


def _reply(said: str, roster: Roster) -> IntroReply | None:
    """ "Ana said yes", "they said no"."""
    they = re.match(r"(?:they|she|he)\b", said, re.IGNORECASE)
    end = they.end() if they else roster.known_at(said)
    told = _SAYS.fullmatch(said, end) if end else None
    if end is None or told is None:
        return None
    return IntroReply("" if they else said[:end], "yes" if told["yes"] else "no")


def split_names(text: str, roster: Roster) -> tuple[str, str] | None:
    """Two names behind the command, with or without a word between: "Ana Ruiz Ben". None where it is one name or none.

    Without a word between, it is cut where both parts are known, else where one is, else in the middle.
    """
    said = _EACH_OTHER.sub("", " ".join(text[:_LONGEST].split())).strip(_ENDS)
    parts = [part.strip(_ENDS) for part in _BETWEEN.split(said, maxsplit=1)]
    if len(parts) == 2 and all(parts):
        return parts[0], parts[1]
    words = said.split()
    if roster.knows(said) or len(words) < 2:
        return None
    cuts = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return max(cuts, key=lambda cut: (sum(map(roster.knows, cut)), -abs(len(cut[0].split()) - len(cut[1].split()))))
