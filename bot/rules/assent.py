"""Short typed answers to a question of Dotty's: yes, no, the same person or somebody else."""

import re

_LENGTH = 40
_EDGES = " .,!…\"'“”"
_YES = re.compile(
    r"(?:y|yes|yep|yeah|yup|sure|ok|okay|please|go ahead|correct|right|exactly|of course|it is|that's right"
    r"|(?:(?:yes|yep|yeah|yup|ok|okay|sure) )?(?:please )?"
    r"(?:please|go ahead|go for it|do|do it|do so|add(?: it| her| him| them| all)?)|yes that's right|👍|✅)"
)
_NO = re.compile(
    r"(?:n|no|nope|nah|no thanks|no thank you|none|none of (?:them|these|it)|neither|not really|nobody|skip|[-–—]"
    r"|nothing(?: special| much| new| else| to add)?|don't|no need|wrong|not now|👎|❌)"
)
_SAME = re.compile(r"(?:yes )?(?:(?:it's|that's) )?(?:her|him|them|(?:the )?same(?: person| one)?)")
_OTHER = re.compile(
    r"n(?:o|ope|ah)?|(?:no )?(?:(?:somebody|someone) (?:else|new)|else|(?:an)?other(?: one| person)?"
    r"|not the same(?: person)?|two people|(?:a )?(?:different|new)(?: person| one)?)"
)


def read_assent(text: str) -> bool | None:
    """True for a yes, False for a no that is the whole text; None for anything else."""
    said = _said(text)
    return True if _YES.fullmatch(said) else False if _NO.fullmatch(said) else None


def read_same(text: str) -> bool | None:
    """Answers "is this the same person?": True the same, False somebody else, None for anything else."""
    said = _said(text)
    if _SAME.fullmatch(said) or _YES.fullmatch(said):
        return True
    return False if _OTHER.fullmatch(said) else None


def _said(text: str) -> str:
    """The text in one spelling; "" for what is too long to be a mere answer."""
    if len(text) > _LENGTH:
        return ""
    return " ".join(text.lower().replace("’", "'").replace(",", " ").split()).strip(_EDGES)
