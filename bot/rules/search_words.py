"""The words of a search: folded as the Store folds what it keeps, without those that say nothing, in their one and many."""

import re
import unicodedata
from functools import cache

from bot.rules.names import fold

#: As many characters of a word as the Store compares.
WORD_LENGTH = 64
_ASCII_WORD = re.compile("[a-z0-9]+")
_SILENT_WORDS = """
    a about all also am an and any anybody anyone are as at be by can contact contacts did do does dotty each else every
    everybody everyone find for from guy guys had has have her here him his i i'm i've in is it its know list lot lots
    man many me met much my named of off on one ones or our out people person please search she show some somebody
    someone than that the their them there these they this those to us was we were what where which who who's whom whose
    with work working works you your
"""
_SILENT = frozenset(word.replace("'", "") for word in _SILENT_WORDS.split())
#: How firms are registered says nothing of them: "Acme GmbH" is Acme.
_FIRM_WORDS = """
    inc incorporated gmbh ltd limited llc llp plc corp corporation ag kg sa sas sarl srl spa bv nv oy ab aps pty pte kk
    ug ev sl co company
"""
_FIRM = frozenset(_FIRM_WORDS.split())
_IRREGULAR = {"men": "man", "women": "woman", "children": "child", "wives": "wife", "alumni": "alum", "alumnae": "alum"}
#: Jobs as people say them, and as profiles write them; each is tried beside the other. Words begin alike, so that
#: "engineer" finds "engineering" too.
_SAME_JOBS: tuple[tuple[str, ...], ...] = (
    ("ceo", "chief executive"),
    ("cto", "chief technology", "chief technical"),
    ("cfo", "chief financial"),
    ("coo", "chief operating"),
    ("cmo", "chief marketing"),
    ("cpo", "chief product", "chief people"),
    ("vp", "vice president"),
    ("founder", "cofounder"),
    ("cofounder", "co founder"),
    ("hr", "human resources", "people operations"),
    ("pm", "product manager", "project manager"),
    ("product manager", "pm"),
    ("developer", "programmer", "software engineer"),
    ("programmer", "developer", "software engineer"),
    ("lawyer", "attorney", "solicitor", "counsel"),
    ("attorney", "lawyer", "solicitor", "counsel"),
    ("doctor", "physician"),
    ("physician", "doctor"),
    ("investor", "venture capital", "vc", "angel"),
    ("vc", "venture capital"),
    ("professor", "prof"),
    ("consultant", "consulting", "advisor", "adviser"),
    ("advisor", "adviser"),
    ("adviser", "advisor"),
    ("marketer", "marketing"),
    ("recruiter", "recruiting", "recruitment", "talent acquisition"),
    ("salesperson", "sales"),
    ("ux", "user experience"),
    ("ai", "artificial intelligence"),
    ("ml", "machine learning"),
)


def words_in(text: str) -> list[str]:
    """The words of a text as they are compared: folded, without apostrophes, punctuation as blanks; up to 64 characters
    each."""
    folded = fold(text).replace("'", "")
    if folded.isascii():
        return [word[:WORD_LENGTH] for word in _ASCII_WORD.findall(folded)]
    spaced = "".join(" " if unicodedata.category(char)[0] in "PSZC" else char for char in folded)
    return [word[:WORD_LENGTH] for word in spaced.split() if any(char.isalnum() for char in word)]


def telling(words: list[str], *, firm: bool = False) -> list[str]:
    """Those of the words that say something; all of them where none does, or no more than a letter ("AT&T").
    `firm`: without what firms are registered
    as, too."""
    silent = _SILENT | _FIRM if firm else _SILENT
    left = [word for word in words if word not in silent]
    return left if any(len(word) > 1 or not word.isascii() for word in left) else words


def says_something(words: list[str]) -> bool:
    """Whether any of the words does: "someone" doesn't."""
    return not _SILENT.issuperset(words)


def singular(word: str) -> str:
    """The one of the many, as a beginning that both share where it can: "designers" → "designer"; else the word."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 3 or not word.isascii() or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "ches", "shes", "xes", "zzes")) else word[:-1]


def same_jobs(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Other words for the same job, each as words."""
    return _jobs().get(words, ())


@cache
def _jobs() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    return {tuple(said.split()): tuple(tuple(each.split()) for each in other) for said, *other in _SAME_JOBS}
