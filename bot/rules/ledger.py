"""Who gave and who asked: when an ask may be suggested, and what words tell of favours and answers."""

import re
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from storage import Ledger
    from storage.models import Contact, User

Favour = Literal["gave", "asked"]

#: An ask is only ever suggested after so many gives more than asks.
GIVES_BEFORE_AN_ASK = 2
#: How many days lie between two light questions of what somebody could use.
NEEDS_EVERY = 7
_LENGTH = 4096
_HER = r"(?:her|him|them|[A-Z][\w'-]{0,30}(?: [A-Z][\w'-]{0,30})?)"
#: Whoever else did it: "she sent him the report".
_OTHERS = r"(?<!she )(?<!he )(?<!they )(?<!who )(?<!has )(?<!never )(?<!not )(?<!n't )"
_GAVE = re.compile(
    rf"(?<![\w']){_OTHERS}(?:"
    rf"(?i:introduced|recommended|helped|connected|referred|supported) {_HER}(?!\w)"
    rf"|(?i:sent|gave|lent|forwarded|passed|showed|brought|got|bought|mailed|emailed|offered|made|found) {_HER}"
    r" (?i:the|a|an|my|some|two|three|this|those|these|it|feedback|advice|help|tips|notes"
    r"|slides)(?!\w)(?P<what>(?: [\w'-]+){0,3})"
    rf"|(?i:sent|gave|forwarded|shared|passed|recommended|lent|showed) (?:[\w'-]+ ){{1,5}}?(?i:to|with"
    rf"|on to) {_HER}(?!\w)"
    rf"|(?i:reviewed|proofread|translated|fixed) (?:{_HER}'s|(?i:her|his|their))(?!\w))"
)
#: What is sent is a mere hello.
_HELLO = re.compile(
    r"(?i:sent|gave|forwarded|shared|passed|mailed|emailed|made|got)\b[^.!?\n]{0,60}?\b(?i:message|note|text"
    r"|e-?mail|dm|mail|hello|hi|line"
    r"|opener|call|ring|shout|wave|hug|card|postcard|voice message|reply|answer)\b|(?i:regards|greetings)"
)
_ASKED = re.compile(
    rf"(?<![\w']){_OTHERS}(?i:asked)(?: {_HER})?"
    r" (?:(?i:for)(?! (?:her|his|their) (?:news|number|email|address|birthday))|(?i:to (?:introduce|help|review"
    r"|look|read|send|share"
    r"|lend|recommend|connect|refer|check|give|put|forward|advise))|(?i:(?:if|whether) (?:she|he|they) (?:could"
    r"|would|can|will|might)(?! like"
    r"| want))|(?i:a favou?r|advice))(?!\w)"
)
_ANSWERED = re.compile(
    r"(?<![\w'])(?:(?:she|he|they)(?:'s| is|'re| are| was| were| has| have|'ve)? (?:(?:also|just|then|already"
    r"|really|now) )?"
    r"(?!not (?:answer|repl|respond))(?:said|says|told|replied|answered|wrote back|responded|asked|thinks|likes"
    r"|loves|loved"
    r"|liked|wants|needs|starts|started|moved|moves|moving|works|found|got|had|is|was|fine|well|good|great|ok"
    r"|okay|busy"
    r"|happy|pregnant|looking|doing|feeling|getting|having|expecting|excited|thrilled|sick|ill|off|back|engaged"
    r"|married)"
    r"|(?:she|he|they)(?:'s|'re) [a-z]+|(?:we|i) (?:talked|spoke|chatted|met|caught up|had (?:a |lunch|coffee"
    r"|dinner))"
    r"|(?:great|good|nice|lovely|long|short|quick) (?:chat|call|talk|conversation|lunch|coffee|dinner"
    r"|catch[ -]up|reply|answer)"
    r"|heard back|got (?:a |an )?(?:reply|answer)|wrote back|replied|answered)(?!\w)",
    re.IGNORECASE,
)
_NO_ANSWER = re.compile(
    r"\b(?:no (?:answer|reply|response)|(?:didn't|did not|hasn't|has not|haven't|never|not) (?:yet )?(?:answer"
    r"|repl|respond|wrote"
    r"|written|heard|hear)\w*|voice ?mail|unanswered)\b",
    re.IGNORECASE,
)


def may_ask(ledger: "Ledger") -> bool:
    """Whether an ask may be suggested unasked."""
    return ledger.gave - ledger.asked >= GIVES_BEFORE_AN_ASK


def only_asked(ledger: "Ledger") -> bool:
    """Whether the user has only ever asked something of them."""
    return ledger.asked > 0 and ledger.gave == 0


def favour_in(text: str) -> Favour | None:
    """What passed between them, as the words tell: "sent her the report" gave, "asked her for feedback" asked. Where
    both are told, it is a give that counts; None for neither."""
    said = text[:_LENGTH].replace("’", "'")
    if (gave := _GAVE.search(said)) and not _HELLO.match(said, gave.start()):
        return "gave"
    return "asked" if _ASKED.search(said) else None


def answered_in(text: str) -> bool:
    """Whether the words tell that they talked, or that an answer came: "she's fine, she said …"."""
    said = text[:_LENGTH].replace("’", "'")
    return _NO_ANSWER.search(said) is None and _ANSWERED.search(said) is not None


def may_ask_need(user: "User", contact: "Contact", today: date) -> bool:
    """Whether what somebody could use may be asked: once a week at most, and only where nothing is noted."""
    rested = user.need_asked_on is None or (today - user.need_asked_on).days >= NEEDS_EVERY
    return rested and not contact.needs
