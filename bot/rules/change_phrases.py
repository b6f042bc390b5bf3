"""The phrases that change what is known of a contact, as patterns.

Some start the sentence and end where a name begins ("archive "), the others begin where the name ends ("'s birthday
is ", " moved to "). Every repetition is bounded.
"""

import re
from collections.abc import Mapping

from bot.rules.meanings import ChangedField

POLITE = re.compile(
    r"(?:(?:please|pls|can you|could you|hey|ok|okay|so|oh|and|btw|fyi|actually|also|update:?"
    r"|dotty)[,!]? ){0,4}",
    re.IGNORECASE,
)
NOTE = re.compile(
    r"(?:(?:add|make|take|write|put|leave|save) )?(?:an? )?(?:new )?note (?:on|about|for|to|re|regarding)[: ] ?"
    r"|note[:,] ?|remember(?: that|:)? "
    r"|(?:please )?note that |remember about |note ",
    re.IGNORECASE,
)
NOTE_ON = re.compile(r".{0,20}note (?:on|about|for|to|re|regarding)[: ]", re.IGNORECASE)
ARCHIVE = re.compile(
    r"(?:archive|forget(?: about)?|delete|remove|drop|hide|stop (?:reminding me (?:about|of)|nudging me about"
    r"|suggesting|showing me)"
    r"|don't (?:suggest|remind me (?:about|of)|nudge me about)|never suggest|get rid of|put away|no more) ",
    re.IGNORECASE,
)
RENAME = re.compile(r"(?:rename|call) ", re.IGNORECASE)
TAG = re.compile(r"(?:tag|label|file) ", re.IGNORECASE)
#: "remove #pycon from Ana", "untag Ana #pycon".
UNTAG = re.compile(
    r"(?:remove|take|delete|drop|clear) (?:the )?(?:(?:tag|label) #?|#)(?P<tag>[\w-]{1,64})(?: tag)? (?:from|off)(?: of)? ",
    re.IGNORECASE,
)
UNTAG_WHOM = re.compile(r"untag ", re.IGNORECASE)
UNTAG_END = re.compile(r"(?: from| of)? #(?P<tag>[\w-]{1,64})[ .!]*", re.IGNORECASE)
CADENCE = re.compile(
    r"(?:contact|ping|message|see|call|write to|talk to|reach out to|keep in touch with|stay in touch with"
    r"|catch up with|check in with|nudge me about"
    r"|nudge me to (?:contact|call|write to|see)|remind me (?:about|of|to (?:contact|call|write to|message|see"
    r"|talk to|ping))"
    r"|set|put|make|(?:i want to|i'd like to|i would like to|i should|i need to|i must|i'll|i will|let's|let me"
    r"|want to|should|need to) (?:see|call|contact|talk to|speak to|hear from|write to|message|email|meet|visit"
    r"|reach out to|catch up with|check in with|keep in touch with|stay in touch with))(?: up)? ",
    re.IGNORECASE,
)
SET = re.compile(r"(?:change|set|update|edit|correct) ", re.IGNORECASE)
POSSESSIVE = re.compile(
    r"'?s? (?P<field>(?:birth ?day|b-?day|date of birth|(?:e-?mail|mail)(?: address)?|(?:phone |mobile |cell "
    r"|tele)?(?:number|phone|mobile|cell)"
    r"|whatsapp(?: number)?|telegram|linkedin|website|link|city|town|company|employer|firm|job|role|title"
    r"|position|language|name|cadence|rhythm"
    r"|tag))(?: name| title)?"
    r" ?(?P<link>is now|is on|is|=|:|changed to|to|was|has changed to|falls on)?(?!\w) ?",
    re.IGNORECASE,
)
_NOW = r"(?:(?:has |have |'s |is |just |now |recently |already |finally |also |currently |since |again ){0,4})"
MOVED = re.compile(rf" {_NOW}(?:moved|relocated) (?:back )?(?:over )?to ", re.IGNORECASE)
LIVES = re.compile(rf"(?: |'s ){_NOW}(?:lives?|living|based|settled|located)(?: now)? in ", re.IGNORECASE)
IS_IN = re.compile(rf"(?: is|'s) {_NOW}in ", re.IGNORECASE)
WORKS = re.compile(
    rf"(?: |'s ){_NOW}(?:(?:works?|working|worked|(?:started|starting)(?: (?:work|working|a new job|a job))?"
    r"|got a (?:new )?job)(?: now)? (?:at|for)|joined|joining|left .{1,60}? for) ",
    re.IGNORECASE,
)
#: Somewhere they may work no more.
WORKED = re.compile(rf" {_NOW}worked ", re.IGNORECASE)
#: What is often said of something else than a want or an offer: "wants me to call", "offered a drink".
MAYBE = re.compile(rf" {_NOW}(?:would like|wants|is after|offered|is good at|knows about) ", re.IGNORECASE)
DIED = re.compile(
    r"(?: has| just| sadly| recently){0,3} (?:died|passed(?: away| on)?(?=[ .,!]|\Z)|is dead)(?!\w)", re.IGNORECASE
)
IS_NOW = re.compile(
    r"(?: is|'s) (?:(?:now|currently|just) ){1,2}|(?: has)? (?:just )?(?:became|become"
    r"|got promoted to|was promoted to) ",
    re.IGNORECASE,
)
IS = re.compile(r"(?: is|'s) (?:an? |the )?", re.IGNORECASE)
NEEDS = re.compile(
    rf" {_NOW}(?:needs|is looking for|looking for|could use|would like|wants|searching for"
    rf"|is after)(?! to\b) ",
    re.IGNORECASE,
)
OFFERS = re.compile(
    rf" {_NOW}(?:offers|can offer|can help with|can help|offered|could help with|is good at"
    rf"|knows about)(?! me\b)(?! to\b) ",
    re.IGNORECASE,
)
BORN = re.compile(r" (?:was |is )?born (?:on )?| has (?:his |her )?birthday (?:on )?", re.IGNORECASE)
SPEAKS = re.compile(r" (?:only |now )?speaks ", re.IGNORECASE)
JOINT = re.compile(r"\s?:\s?|\s[–-]\s")
TO = re.compile(r",? (?:to|as|into) ", re.IGNORECASE)
NEEDS_TO = re.compile(rf" {_NOW}(?:needs|wants|would like|offers|offered)(?: me)? to\b", re.IGNORECASE)
WORKS_IN = re.compile(rf"(?: |'s ){_NOW}(?:works?|working) (?:now )?in ", re.IGNORECASE)
WORKS_AS = re.compile(rf"(?: |'s ){_NOW}(?:works?|working) (?:now )?as (?:an? |the )?", re.IGNORECASE)
AS = re.compile(r" (?:(?:as|with|under) )?", re.IGNORECASE)
EDGES = " .,;:!–-"

#: By how the word for it begins, spaces and hyphens aside; the first that fits counts.
FIELDS: Mapping[str, ChangedField] = {
    "birth": "birthday",
    "bday": "birthday",
    "date": "birthday",
    "email": "email",
    "mail": "email",
    "telegram": "telegram",
    "phone": "phone",
    "mobile": "phone",
    "cell": "phone",
    "tele": "phone",
    "number": "phone",
    "whatsapp": "phone",
    "linkedin": "link",
    "website": "link",
    "link": "link",
    "city": "city",
    "town": "city",
    "company": "company",
    "employer": "company",
    "firm": "company",
    "job": "role",
    "role": "role",
    "title": "role",
    "position": "role",
    "language": "language",
    "name": "name",
    "cadence": "cadence",
    "rhythm": "cadence",
    "tag": "tag",
}
ABOUT: tuple[tuple[re.Pattern[str], ChangedField], ...] = (
    (BORN, "birthday"),
    (MOVED, "city"),
    (LIVES, "city"),
    (NEEDS, "needs"),
    (OFFERS, "offers"),
    (SPEAKS, "language"),
)
#: What follows "works" or "joined" and names no company: "works from home", "started last week".
NO_COMPANY = re.compile(
    r"(?:an? |the |(?:on|from|as|to|with|hard|well|too|late|again|next|last|this|tomorrow|today|nights?|days?|home"
    r"|school|university|weekends?|good|free|now|me|us|him|her|them|it|my|his|their|our|your|herself|himself"
    r"|themselves|myself|something|someone|everyone|ever|fun|\d+)\b)",
    re.IGNORECASE,
)
ONCE = re.compile(r"\A,? ?(?:(?:to|on|at|for|once) )?")
ENDS_NOW = re.compile(r" now\Z", re.IGNORECASE)
ARTICLE = re.compile(r"\A(?:an?|the) ", re.IGNORECASE)
ENDS_WITH_ARTICLE = re.compile(r" (?:an?|the) \Z", re.IGNORECASE)
#: Where a second statement begins: "Berlin and works at Stripe", "Berlin, for love".
SECOND_PART = re.compile(r"[,;.!?\n]| (?:and|but|because|so|where|who|while|after|since|for|with) (?=[a-z])")
