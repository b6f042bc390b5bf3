"""The verbs people use for having been in touch, and the channel each one tells.

Each pattern matches at the start of a text, in any case, and ends where the names begin. Who "talked to" or "caught up
with" somebody may have met or called them, so that no channel is recorded. Every repetition is bounded.
"""

import re

from bot.rules.meanings import Channel

_ADJECTIVES = (
    r"(?:(?:really|very|so|quick|nice|great|good|lovely|long|short|brief|first|another|wonderful|fantastic"
    r"|amazing|little"
    r"|proper|virtual|online|video|phone|zoom|group|team|informal|catch-up|late|early|big|fun|skype|facetime) ){0,4}"
)
_ARTICLE = r"(?:(?:a|an|some|our|the|my|another|two|a couple of) )?"
_MEAL = (
    r"(?:coffees?|lunch(?:es)?|dinner|breakfast|brunch|supper|drinks?|beers?|tea|wine|pizza|ice cream|a bite"
    r"|bite|walk|hike"
    r"|run|meeting|meet-?up|get-together|1:1|one-on-one|cup of coffee|cup of tea|picnic|party|visit)"
)
_CALL = r"(?:calls?|phone call|video call|facetime|zoom)"
_TALK = r"(?:chats?|talks?|conversations?|catch-?ups?|catch up|words?|exchange)"
_HAD = (
    r"(?:had|grabbed|got|took|shared|enjoyed|went (?:out )?(?:for|on|to)|did|made|held|hopped on|jumped on"
    r"|was on|finished|got off)"
)
_WRITING = (
    r"(?:messages?|texts?|notes?(?! (?:on|about)\b)|dms?|voice (?:notes?|messages?)|whatsapps?|line|postcard|letter"
    r"|card|sms|reply|linkedin message|voice ?mails?)"
)
_EMAIL = r"(?:e-?mails?|mail)"


def _compiled(*patterns: str) -> re.Pattern[str]:
    either = "|".join(patterns).replace("with", "(?:with|w/)")
    return re.compile(rf"(?:{either})(?![\w'])", re.IGNORECASE)


#: Verb first, names after: "called Ana". The first that matches counts, so the longer patterns come first.
VERBS: tuple[tuple[re.Pattern[str], Channel | None], ...] = (
    (
        _compiled(
            r"(?:video|voice|phone)[- ]?called(?: up)?",
            r"called(?: up)?",
            r"phoned(?: up)?",
            r"rang(?: up)?",
            r"rung",
            r"telephoned",
            r"facetimed(?: with)?",
            r"skyped(?: with)?",
            r"zoomed(?: with)?",
            rf"{_HAD} {_ARTICLE}{_ADJECTIVES}{_CALL}(?: (?:with|to))?",
            rf"{_HAD} {_ARTICLE}(?:quick |long |great |good |nice )?(?:virtual|video|online|phone|zoom) (?:{_MEAL}"
            rf"|{_TALK})(?: with)?",
            r"(?:talked|spoke|chatted|caught up) (?:on|over|by) (?:the )?(?:phone|zoom|skype|facetime)(?: (?:with|to))?",
        ),
        "call",
    ),
    (
        _compiled(
            r"e-?mailed",
            r"mailed",
            rf"(?:sent|wrote|shot|fired off|dropped) {_ARTICLE}{_ADJECTIVES}{_EMAIL} to",
            rf"(?:sent|wrote) {_ARTICLE}{_ADJECTIVES}{_EMAIL}",
        ),
        "email",
    ),
    (
        _compiled(
            rf"(?:sent|wrote|shot|dropped|left) {_ARTICLE}{_ADJECTIVES}{_WRITING}(?: (?:to|for))?",
            r"messaged",
            r"texted",
            r"wrote(?: back)? to",
            r"wrote",
            r"written(?: back)? to",
            r"pinged",
            r"dm'?e?d",
            r"whats?-?apped",
            r"(?:replied|responded)(?: back)?(?: to)?",
            r"answered",
            r"slacked",
            r"signal(?:l)?ed",
        ),
        "message",
    ),
    (
        _compiled(
            r"met(?: up)?(?: again)?(?: with)?(?: up with)?",
            r"saw",
            r"visited",
            r"ran into",
            r"bumped into",
            r"hung out with",
            r"got together with",
            r"hosted",
            r"had (?-i:(?=[A-Z]))(?:\w+ ){1,3}over",
            rf"{_HAD} {_ARTICLE}{_ADJECTIVES}{_MEAL}(?: with)?",
        ),
        "meeting",
    ),
    (
        _compiled(
            rf"{_HAD} {_ARTICLE}{_ADJECTIVES}{_TALK}(?: with)?",
            r"(?:talked|spoke|chatted|spoken)(?: (?:to|with))?",
            r"caught up(?: with)?",
            r"reached out(?: to)?",
            r"contacted",
            r"(?:got|was|been) in touch(?: with)?",
            r"touched base(?: with)?",
            r"checked in(?: (?:with|on))?",
            r"(?:re)?connected with",
            r"followed up(?: with)?",
            r"got back to",
            r"heard (?:back )?from",
            r"thanked",
            r"congratulated",
            r"told",
            r"asked",
            r"wished",
            r"got hold of",
            r"got through to",
        ),
        None,
    ),
)
#: Verb, names, thing: "sent Ana an email", "gave Ben a ring".
GIVING = _compiled("sent", "gave", "dropped", "shot", "wrote", "left")
GIVEN: tuple[tuple[re.Pattern[str], Channel | None], ...] = (
    (re.compile(rf" {_ARTICLE}{_ADJECTIVES}(?:{_CALL}|ring|buzz|bell)\b", re.IGNORECASE), "call"),
    (re.compile(rf" {_ARTICLE}{_ADJECTIVES}{_EMAIL}\b", re.IGNORECASE), "email"),
    (re.compile(rf" {_ARTICLE}{_ADJECTIVES}{_WRITING}\b", re.IGNORECASE), "message"),
)
#: Nothing but the occasion: "coffee with Ana".
OCCASION = _compiled(rf"{_ARTICLE}{_ADJECTIVES}(?:{_MEAL}|{_CALL}|{_TALK}) with")
OCCASION_CALL = re.compile(rf"\b(?:{_CALL}|phone|zoom|video|online|virtual)\b", re.IGNORECASE)
OCCASION_TALK = re.compile(rf"\b{_TALK} with\b", re.IGNORECASE)

#: Names first, then what they did with the user: "Ben called me".
THEIR_VERBS: tuple[tuple[re.Pattern[str], Channel | None], ...] = (
    (_compiled("called", "phoned", "rang", "facetimed"), "call"),
    (_compiled(r"e-?mailed"), "email"),
    (
        _compiled(
            "texted",
            "messaged",
            "wrote",
            "pinged",
            r"dm'?e?d",
            r"whats?-?apped",
            "replied",
            "answered",
            "responded",
        ),
        "message",
    ),
    (
        _compiled("visited", r"came (?:by|over|round)", r"(?:dropped|stopped) (?:by|in)", r"met(?= me| us| with)"),
        "meeting",
    ),
    (_compiled("got back", "got in touch", "reached out", "contacted", "thanked", "invited"), None),
)
TO_ME = re.compile(r"(?: back)?(?: (?:to |with )?(?:me|us)(?: back)?)(?![\w'])| back(?![\w'])", re.IGNORECASE)
#: "Ana and I had lunch", after "and I".
AND_I = re.compile(r" ?(?:, ?)?(?:and|&) (?:i|me|myself) (?:just |finally |both ){0,2}", re.IGNORECASE)
I_AND = re.compile(r"(?:me|i) (?:and|&) ", re.IGNORECASE)

#: What tells the channel after the names: "by phone", "on WhatsApp", "over coffee".
MEANS: tuple[tuple[re.Pattern[str], Channel], ...] = (
    (
        re.compile(
            r"(?:(?:on|by|over|via|through) (?:the |a )?(?:phone|telephone|call|video call|video|zoom|skype"
            r"|facetime|teams|google meet))\b",
            re.IGNORECASE,
        ),
        "call",
    ),
    (re.compile(r"(?:by|via|over|through|on) (?:an? )?e-?mail\b", re.IGNORECASE), "email"),
    (
        re.compile(
            r"(?:by|via|over|through|on|in) (?:an? )?(?:text|sms|message|messages|chat|whatsapp|telegram"
            r"|signal|linkedin|slack|messenger"
            r"|instagram|insta|facebook|twitter|x|discord|dms?)\b",
            re.IGNORECASE,
        ),
        "message",
    ),
    (re.compile(r"in person\b|face[- ]to[- ]face\b", re.IGNORECASE), "meeting"),
)
#: As MEANS, but it also says something worth keeping in the note: "for lunch".
OVER_A_MEAL = re.compile(rf"(?:for|over) {_ARTICLE}{_ADJECTIVES}{_MEAL}\b", re.IGNORECASE)
