"""What is meant to happen, or did not: "remind me to call Ana on Friday", "called Ana, no answer".

Nothing of it is a touch. About somebody known it is offered as a note; a rhythm in it is a change.
"""

import re
from datetime import date

from bot.rules.answers import is_about_the_nudge, is_plan, read_not_done
from bot.rules.changing import read_rhythm
from bot.rules.meanings import Meaning, Named, NotDone, Noted, Unclear
from bot.rules.promise_phrases import may_be_promise
from bot.rules.roster import Roster

_UNREACHED = re.compile(
    r"(?:(?:so|ok|and|but|well|just|finally|also|today|yesterday)[, ]{1,2}){0,3}(?:i |we )?(?:just |also |have |'ve )?"
    r"(?:(?:called|phoned|rang|tried)\b[^\n]{0,120}?[ ,.;–-](?:no (?:answer|response|one (?:there|home))"
    r"|nobody (?:there|home|answered)|(?:didn't|did not|doesn't|wasn't|isn't) (?:answer|pick|there|home|in)"
    r"|(?:went to |got |left )?(?:her |his |their |a |an? )?(?:voice ?mail|answering machine)|(?:line )?(?:was )?busy)"
    r"|tried (?:calling|to (?:call|reach|phone|ring|contact)|reaching|phoning|ringing|contacting)"
    r"|(?:couldn't|could not|can't|cannot|didn't) (?:reach|get hold of|get through to|catch))(?!\w)",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(?:should|shall|what|when|how|why|did|do|have|has|can|could|may|must)\b", re.IGNORECASE)


def read_plan(text: str, roster: Roster, *, today: date, region: str | None) -> Meaning | None:
    """A note to offer, a change of rhythm, or the card, about whom it names; NotDone where it answers the nudge."""
    if changed := read_rhythm(text, roster, today=today, region=region):
        return changed
    named = roster.mentions(text)
    if _UNREACHED.match(text) and (named or not read_not_done(text)):
        return Unclear(tuple(Noted(name, text) for name in named[:3]) or (Noted("", text),))
    if read_not_done(text) is None:
        return None
    asks = _QUESTION.match(text) is not None
    if named and asks:
        return Unclear((Named(named[0]),))
    if named and is_plan(text):
        promised = may_be_promise(text, roster, today=today)
        notes = tuple(Noted(name, text) for name in named[:3])
        return Unclear((promised, *notes) if promised else notes)
    return NotDone() if is_about_the_nudge(text) or named else Unclear()
