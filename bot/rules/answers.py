"""Answers to a nudge: that it is done, in words or as an emoji, and that it is not, not yet, or a question."""

import re
from datetime import date

from bot.rules.day_phrases import leading_day
from bot.rules.meanings import Meaning, NotDone, Touched, Unclear
from bot.rules.roster import Roster
from bot.rules.touch_tails import clean_note, read_tail

_YES = re.compile(
    r"(?:(?:yes|yeah|yep|yup|yay|ok|okay|oh|hey|hi|so|and|well|great|right|thanks|thank you|dotty"
    r"|finally|just"
    r"|already|all|i'?m|it'?s"
    r"|it is|that'?s|is|i am|we're|i've|i have|we|i|got it|now)\b[,!.:]* ?){0,5}",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?:done and dusted|did (?:it|that|this|so|them|both)|sent (?:it|that|this|them|one|off|a note)|sent"
    r"|done (?:with )?(?:it|that|this|everything)(?: all)?|done"
    r"|finished|completed|handled it|took care of (?:it|that)|mission accomplished|wrote it|made the call"
    r"|said hi|said hello"
    r"|[✅✔☑👍]\ufe0f?[🏻-🏿]?(?: ?[✅✔☑👍🎉🙂😊💪]\ufe0f?[🏻-🏿]?){0,4})(?!\w|')",
    re.IGNORECASE,
)
_YES_ALONE = re.compile(
    r"(?:yes|yeah|yep|yup|(?:yes,? )?(?:i|we) (?:just )?(?:did|have)|just did|of course"
    r"|sure did)[.! ]*",
    re.IGNORECASE,
)
_DID = re.compile(r"(?:(?:yes|yeah|yep|yup),? )?(?:(?:i|we) (?:just )?(?:did|have)|just did)[.! ]*", re.IGNORECASE)
_WITH = re.compile(
    r" (?:(?:with|w/|for|to|(?:talking|speaking|writing|chatting) (?:to|with)|(?:call|email"
    r"|messag|text|meet|see)ing) )?",
    re.IGNORECASE,
)
_GAP = re.compile(r"[\s,:–-]{1,3}(?:is |are )?", re.IGNORECASE)
_LOOSE = re.compile(r"\s?[,:–-]\s?|[.!] ")
_AFTER_WORD = re.compile(r"(?:she|he|they|we|i|it|and|but|her|his|had|great|good|nice)\b", re.IGNORECASE)

_BASE = (
    r"(?:contact|call|phone|ring|write|text|message|e-?mail|mail|ping|meet|see|talk|speak|reach|visit|do|send"
    r"|get|catch|have|grab"
    r"|reply|respond|answer|invite|drop|give|chat|touch|follow|check|connect|reconnect|thank|facetime|zoom|dm"
    r"|try|congratulate"
    r"|hear|make|manage|say|ask|introduce)"
)
_PAST = (
    r"(?:contacted|called|phoned|rung|written|wrote|texted|messaged|e-?mailed|mailed|pinged|met|seen|saw|talked"
    r"|spoken|spoke"
    r"|reached|visited|done|did|sent|got|gotten|caught|had|replied|responded|answered|been|tried|managed|heard"
    r"|chatted)"
)
_NOT = re.compile(
    rf"(?:(?:i|we|i'?m|it'?s|that'?s|that|it|this|is|was|have|had|sorry|i've|we've|still|really|honestly"
    rf"|unfortunately"
    rf"|actually|oh|ah|well|hm+|um+"
    rf"|no)[,.]? ){{0,5}}"
    rf"(?:not (?:yet|done|sent|finished|really|quite|today|exactly|so far|had|been|{_PAST})"
    rf"|(?:haven'?t|hadn'?t|have not|didn'?t|did not|couldn'?t|could not|can'?t|cannot|won'?t|wasn'?t|isn'?t"
    rf"|never|don'?t)"
    rf"(?:,? (?:yet|really|actually|manage|get|even|quite|have|able|time|to|done|find)){{0,4}}(?:[.! ]*\Z"
    rf"|[,.;:–] | (?:{_BASE}|{_PAST})\b)"
    rf"|no(?:pe)?(?: yet)?[.! ]*\Z|no (?:time|chance|luck)\b|nah[.! ]*\Z|(?:too busy|not enough time)\b"
    rf"|forgot(?: to {_BASE}\b|(?: about)?(?: it)?[.! ]*\Z)|failed to {_BASE}\b|(?:tried|trying|meaning"
    rf"|meant) (?:to )?{_BASE}\b"
    rf"|about to\b|undone|unsent|working on it|on it[.! ]*\Z|on my list|soon[.! ]*\Z|[❌👎]\ufe0f?[🏻-🏿]?\Z)",
    re.IGNORECASE,
)
_WILL = re.compile(
    rf"(?:(?:ok|okay|yes|and|so|tomorrow|today|later|maybe|please|sure|then|next week|on \w{{3,9}}|oh|hey|dotty"
    rf"|i|we)[,!]? ){{0,4}}"
    rf"(?:i'?ll|i will|we'?ll|we will|will|i'd|gonna|going to|i'?m going to|i am going to|i'?m gonna|need to"
    rf"|needs? doing|must|have to|got to"
    rf"|gotta|should|want to|wanna|would like to|i'd like to|plan(?:ning)? (?:to|on)|hope to|hoping to"
    rf"|intend to|let me|let's|aim to"
    rf"|remind me to|remember to|don'?t forget to|make sure to|todo:?|to do:|might|may|could|ought to"
    rf"|supposed to|i'?m|i am)"
    rf"(?: (?:just|also|probably|maybe|definitely|try to|still|then|first|really|to|be"
    rf"|soon)){{0,3}} {_BASE}(?:ing|ting)?\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    rf"(?:doing (?:it|that|so)|{_BASE}(?:ing|ting) \w{{1,40}}) (?:now|later|tomorrow|soon|today"
    rf"|next|tonight)",
    re.IGNORECASE,
)
_NO_OBJECT = re.compile(
    r"[ ,]*(?:(?:to|with|up with|up|back|back to|in touch|in touch with|a|an|message|note|call|email|out|on) ){0,4}"
    r"(?:it|her|him|them|that|this|so|later|soon|tomorrow|today|tonight|now|next|first|when|as soon|at|on|in|after"
    r"|before|this|up|back|[,.!?]|\Z)(?!\w)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    rf"(?:(?:is|was) (?:it|that|this) (?:done|sent)|(?:should|shall|must|can|could|may|do|did|have|has|had"
    rf"|would) (?:i|we|you) (?:(?:already"
    rf"|just|still|even|really|have|need|to|ever) ){{0,3}}(?:{_BASE}|{_PAST})|am i done|are we done|(?:why|when"
    rf"|how|what) (?:should|do|did|can)"
    rf" (?:i|we) {_BASE})\b",
    re.IGNORECASE,
)


def read_not_done(text: str) -> NotDone | None:
    """NotDone for "not yet", "didn't", "I'll call her tomorrow", "should I call her?", "done?"."""
    if _NOT.match(text) or _WILL.match(text) or _LATER.match(text) or _ASKED.match(text):
        return NotDone()
    opening = _YES.match(text)
    done = _DONE.match(text, opening.end() if opening else 0)
    if done and text.rstrip(" !").endswith("?") and len(text[done.end() :].split()) <= 4:
        return NotDone()
    return None


def is_plan(text: str) -> bool:
    """Whether it tells what is to be done ("I'll call her tomorrow"), rather than what was not."""
    return bool(_WILL.match(text) or _LATER.match(text))


def is_about_the_nudge(text: str) -> bool:
    """Whether "I'll call her" or "should I?" names nobody but the person of the open nudge."""
    for pattern in (_WILL, _LATER, _ASKED, _NOT):
        if found := pattern.match(text):
            return pattern in (_LATER, _NOT) or _NO_OBJECT.match(text, found.end()) is not None
    return True


def read_done(text: str, roster: Roster, *, today: date) -> Meaning | None:
    """Touched for "done", "sent it yesterday", "done: she's moving", "done with Ana", "Ana done", "✅"; else None.

    What follows a comma, a colon, a dash or a full stop is the note, unless it is only a day or a known name. A bare
    "yes" is Unclear with the one reading, for Dotty may not have asked.
    """
    if _YES_ALONE.fullmatch(text):
        touched = Touched((), today)
        return touched if _DID.fullmatch(text) else Unclear((touched,))
    opening = _YES.match(text)
    found = _DONE.match(text, opening.end() if opening else 0)
    if found:
        again = _DONE.match(text, found.end() + 1) if not found[0][-1].isalpha() else None
        found = again or found
        return _read_rest(text[found.end() :], roster, today, weak=found[0].lower() == "sent")
    return _read_name_first(text, roster, today)


def _read_rest(rest: str, roster: Roster, today: date, *, weak: bool) -> Meaning | None:
    """`weak`: "sent" alone, which "Ana the deck" may follow: that is for the verbs of touching."""
    loose = _LOOSE.match(rest)
    if loose and (end := roster.known_at(rest, loose.end())) and _name_only(rest[end:], today):
        return read_tail((rest[loose.end() : end],), rest[end:], None, today=today)
    if loose or not rest.strip(" .!"):
        return read_tail((), rest, None, today=today)
    link = _WITH.match(rest)
    who = roster.who(rest[link.end() :]) if link else None
    if who and weak:
        return None
    if who and link and (link[0].strip() or any(roster.knows(name) for name in who.names)):
        return read_tail(who.names, rest[link.end() + who.end :], None, today=today)
    return _without_name(rest, today, weak=weak)


def _without_name(rest: str, today: date, *, weak: bool) -> Meaning | None:
    meaning = read_tail((), rest, None, today=today)
    if not isinstance(meaning, Touched) or meaning.note is None or _AFTER_WORD.match(meaning.note):
        return meaning
    told_more = leading_day(rest.lstrip(" "), today=today, prefer="past") is not None
    if told_more:
        return meaning
    if weak or meaning.note.lower() == "both":
        return None if weak else Unclear()
    name = meaning.note.rstrip(".!")
    named = (Touched((name,), meaning.on),) if len(name.split()) <= 2 and name.replace(" ", "").isalpha() else ()
    return Unclear((*named, meaning))


def _name_only(rest: str, today: date) -> bool:
    day = leading_day(rest.lstrip(" ,"), today=today, prefer="past")
    after = rest.lstrip(" ,")[day.end :] if day else rest
    return clean_note(after) is None or after.lstrip(" ")[:1] in {",", ":", "–", "-", "."}


def _read_name_first(text: str, roster: Roster, today: date) -> Meaning | None:
    """ "Ana done", "Ana: done yesterday", "Ana ✅"."""
    end = roster.known_at(text)
    if end is None:
        return None
    who = roster.who(text)
    end = who.end if who else end
    gap = _GAP.match(text, end)
    done = _DONE.match(text, gap.end()) if gap else None
    if done is None or text.endswith("?"):
        return None
    return read_tail(who.names if who else (text[:end],), text[done.end() :], None, today=today)
