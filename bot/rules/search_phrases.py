"""The phrases that questions for people are made of, as patterns: how they open, and what begins each of their clauses.

Every repetition is bounded.
"""

import re
from typing import Literal

#: What a clause tells: where they work or live, what they do, need or give, how and when they were met, …
Kind = Literal[
    "silent", "met", "needs", "offers", "topic", "field", "at", "from", "in", "tag", "without", "named", "role", "span",
    "through", "status",
]  # fmt: skip

#: Polite words, the question itself, and "show me"; what follows is a head ("designers") and clauses ("in Berlin").
OPENER = re.compile(
    r"(?:(?:please|pls|can you|could you|hey|ok|okay|so|and|dotty|tell me|do you know)[, ]{1,2}){0,3}"
    r"(?:(?P<who>who(?:m|'?s|'re| is| are)?(?![\w'])(?: else| all)?(?: (?:in|from|of|among) my (?:network|contacts|people))?"
    r"(?: (?:do|can|could|should|would) (?:i|we) (?:know|have)| have i got| is there| are there| there is)?"
    r"(?: (?:that|who|there))?)"
    r"|(?P<ask>(?:do|did|don't) (?:i|we|you) (?:know|have)|have (?:i|we) got|(?:is|are) there|which(?: of my)?"
    r"|know(?= any| some)|how many(?: of my)?"
    r"|(?:does|do|is|are|has|can|could)(?= (?:any|some)(?:one|body))|(?=any(?:one|body)?\b))"
    r"|(?P<show>(?:(?:show|give|get)(?: me| up)?|list|display|see|open)(?= (?:all|every|the|my|people|contacts|those"
    r"|inbox|archived|any|#|[a-z]{3,}s\b)))"
    r"|(?P<find>(?:find|search(?: for)?|look (?:for|up))(?: me)?(?= |:):?)"
    r"|(?P<want>(?:(?:i|we)(?:'m| am|'re| are) )?looking for(?= )"
    r"|(?:(?:i|we) )?(?:really |urgently )?(?:need|could use)(?= )))?",
    re.IGNORECASE,
)
#: Words that stand for people of any kind; `EVERY` are those that mean all of them.
_PEOPLE = """
    people contacts connections persons folks friends everyone everybody anyone anybody someone somebody those ones all guys
    contact person connection them others
"""
_EVERY = "all every each everyone everybody"
_LITTLE = "any some the my of our a an that are is there i we do know have got you other new"
PEOPLE_WORDS = frozenset(_PEOPLE.split())
EVERY_WORDS = frozenset(_EVERY.split())
LITTLE_WORDS = EVERY_WORDS | frozenset(_LITTLE.split())
STATUSES = {"inbox": "inbox", "unsorted": "inbox", "archived": "archived", "imported": "inbox"}

_WHO = r"(?:(?:who|that|which|whom)(?:'s| is| are| have| has)? )?"
_BE = r"(?:(?:is|are|'s|'re) )?"
_NOW = r"(?:(?:also|now|currently|still|really) )?"
_TALK = (
    r"(?:talk(?:ed)?|sp(?:oken|oke|eak)|chat(?:ted)?|writ(?:ten|e)|wrote|reach(?:ed)? out|been in touch|be in touch|keep in"
    r" touch|kept in touch|reconnect(?:ed)?|connect(?:ed)?|check(?:ed)? in|catch up|caught up|met(?: up)?|meet(?: up)?)"
    r"(?: (?:to|with|up with))?|(?:called|call|messaged|message|texted|text|emailed|email|contacted|contact|pinged|ping"
    r"|seen|see|visited|visit|touched|touch|heard from|hear from|written to|write to)"
)
_CLAUSES: tuple[tuple[Kind, str], ...] = (
    (
        "silent",
        r"(?:(?:that|who|whom) )?(?:(?:(?:haven't|havent|have not|hadn't|didn't|didnt|did not) (?:i|we)"
        rf"|(?:have|did|had) (?:i|we) (?:not|never)) {_NOW}(?:{_TALK})"
        rf"|(?:i|we) (?:haven't|havent|have not|hadn't|didn't|didnt|did not|have never|never|'ve not) {_NOW}(?:{_TALK})"
        r"|(?:i|we)'ve (?:not|never) (?:" + _TALK + r")"
        r"|(?:have|did) (?:i|we) (?:been )?(?:neglect(?:ed|ing)?|lost touch with|los[et] touch with|forgotten)"
        r"|(?:i|we)(?:'ve| have)? (?:neglected|lost touch with)|(?:am|are) (?:i|we) (?:neglecting|out of touch with)"
        r"|(?:i'm|i am) (?:neglecting|out of touch with)|not (?:contacted|seen|called|spoken to|talked to)|untouched)",
    ),
    (
        "met",
        r"(?:(?:that|who|whom) )?(?:(?:i|we)(?:'ve| have)? (?:first |also |only )?(?:met|got to know|connected (?:with|to)"
        r"|connected|added|know(?= from| through| via))|(?:did|have|had|do) (?:i|we) (?:first |also )?(?:meet|met"
        r"|get to know|got to know"
        r"|connect(?:ed)? (?:with|to)|add(?:ed)?|know(?= from| through| via))|(?:met|added|connected)(?= (?:at"
        r"|in|on|before|after|since|through|via|during|between|last|this)))",
    ),
    (
        "needs",
        rf"{_WHO}{_BE}{_NOW}(?:needs?|needing|looking (?:for|to (?:hire|find|meet))|could (?:use|do with)|wants?|would like"
        r"|searching for|after|in need of|seeks?|seeking|hiring)",
    ),
    (
        "offers",
        rf"{_WHO}{_BE}{_NOW}(?:(?:(?:has|have) )?offer(?:s|ed|ing)?|help(?: me| us)?(?: out)? with"
        rf"|(?:can|could|would|might|may) {_NOW}(?:help(?: (?:me|us|out))?"
        r"(?: (?:with|to|in|on))?|offer|teach(?: me)?|advise(?: me)?(?: on)?|give(?: me)?|introduce me to|lend(?: me)?)"
        r"|(?:good|great|strong|helpful) (?:at|with|in)|(?:an )?experts? (?:in|on|at)"
        r"|knows? (?:a lot |much |something )?about"
        r"|(?:(?:should|can|could|do) (?:i|we) (?:ask|talk to|speak to|contact) (?:about|for)))",
    ),
    (
        "tag",
        r"(?:that |who )?(?:(?:are|is) )?(?:tagged|labelled|labeled)(?: with| as)?"
        r"|(?:with|has|have) (?:the |a )?(?:tag|label)",
    ),
    (
        "without",
        r"(?:(?:who|that) )?(?:without|with no|(?:has|have) no|having no|lacking|missing|(?:doesn't|don't|do not|does not)"
        r" have)",
    ),
    (
        "topic",
        rf"{_WHO}{_BE}{_NOW}(?:interested in|into|fond of|fans? of|speaks?|speaking|likes?|loves?|enjoys?|plays?|went to"
        r"|has|have|knows|know(?! (?:at|in|from|around|near|who|that)\b)|studied(?: at| in)?"
        r"|graduated from|used to (?:work|be) (?:at|for|in|an?)|worked (?:at|for|in))",
    ),
    ("field", rf"{_WHO}{_NOW}(?:works?|working|employed|active|do|does) in"),
    (
        "at",
        rf"{_WHO}{_BE}{_NOW}(?:(?:(?:works?|working|employed|do i know|are) )?at|(?:works?|working) (?:for|with)"
        r"|employed by|@)",
    ),
    ("status", r"(?:waiting )?(?:in|of|from) (?:the |my )?(?:inbox|archive)\b|in archived"),
    ("from", rf"{_WHO}{_BE}{_NOW}(?:comes? |coming )?from(?! (?:before|after) )"),
    (
        "in",
        rf"{_WHO}{_BE}{_NOW}(?:(?:lives?|living|based|located|situated|do i know|are) )?(?:in|near|around|close to)",
    ),
    ("named", r"(?:(?:who|that) (?:is|are) )?(?:named|called)"),
    ("role", rf"{_WHO}(?:works?|working) as|(?:who|that)(?:'s| is| are)(?= an? )|(?:who|that) (?:does|do)(?! i | we )"),
    ("span", r"(?:from )?before|(?:from )?after|since|until|till|between|prior to|last|this|more than|over"),
    ("through", r"through|via|during|on"),
    ("topic", r"with"),
)
#: Where a clause begins; `kind_of` tells which.
STARTER = re.compile(
    r"(?:(?<= )|\A)(?:" + "|".join(f"(?P<k{n}>{pattern})" for n, (_, pattern) in enumerate(_CLAUSES)) + r")(?![\w'])",
    re.IGNORECASE,
)


def kind_of(found: re.Match[str]) -> Kind:
    """What the clause that a match of STARTER begins tells."""
    return _CLAUSES[int((found.lastgroup or "k0")[1:])][0]
