"""What people do and where: "Head of Data at Nordlicht" into a role and a company."""

import re
from itertools import pairwise

from rapidfuzz import fuzz

from bot.rules.drafts import Draft
from bot.rules.name_shapes import shape_of
from bot.rules.places import is_city

#: A longer company or role is a story, and is kept as a note.
LONGEST = 100
#: Of 100; "desiner" and "designer" are 93 alike, "marina" and "marketer" 57.
_ALIKE = 85
_ROLE_LIST = """
ceo cto cfo coo cmo cio cpo cso ciso vp svp evp md hr pm founder cofounder co-founder owner president chair chairman
chairwoman partner principal director head lead leader chief manager officer executive boss supervisor coordinator
administrator assistant associate intern trainee apprentice designer engineer developer programmer coder architect
analyst scientist researcher consultant advisor adviser coach mentor trainer teacher tutor professor lecturer student
postdoc dean lawyer attorney solicitor barrister judge notary paralegal accountant auditor banker broker trader
investor angel vc economist actuary doctor physician surgeon nurse dentist pharmacist therapist psychologist
psychiatrist vet midwife paramedic writer author editor journalist reporter copywriter translator interpreter poet
blogger publisher librarian photographer filmmaker videographer producer actor actress musician singer composer dj model
artist illustrator animator sculptor painter dancer choreographer curator marketer recruiter salesperson seller buyer
agent realtor entrepreneur freelancer freelance contractor builder carpenter electrician plumber mechanic technician
welder chef cook baker barista bartender waiter waitress hairdresser barber tailor farmer gardener florist driver
pilot sailor captain soldier policeman policewoman firefighter detective politician diplomat ambassador mayor minister
activist organizer organiser planner strategist specialist expert statistician mathematician physicist chemist
biologist geologist historian philosopher linguist sociologist anthropologist archaeologist sysadmin devops sre tester
maintainer evangelist advocate secretary receptionist treasurer secretary-general sales marketing
"""
_ROLES = frozenset(_ROLE_LIST.split())
_HEADS = frozenset({"head", "director", "vp", "svp", "chief", "manager", "professor", "president"})
#: Jobs that are also surnames: "Grace Baker" is a person, "a baker" is a job.
_SURNAMES = frozenset(
    {
        "baker",
        "cook",
        "tailor",
        "farmer",
        "gardener",
        "carpenter",
        "painter",
        "singer",
        "sailor",
        "dean",
        "judge",
        "barber",
        "mayor",
        "driver",
        "partner",
        "major",
        "buyer",
        "chair",
        "lead",
        "waiter",
        "pilot",
        "angel",
        "broker",
        "head",
        "coach",
    }
)
_FIRM = re.compile(
    r".*\b(?:gmbh|inc|ltd|llc|llp|plc|corp|corporation|company|ag|s\.?a|s\.?l|b\.?v|oy|ab|kk|pty|university|"
    r"universität|"
    r"universidad|college|institute|school|hospital|bank|labs?|group|studios?|ventures|capital|partners|consulting|"
    r"foundation|agency|technologies|software|systems|solutions|holdings?)\.?|(?:university|bank|institute|"
    r"college) of .+",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?:(?:now|currently|also|works? as|working as|worked as|job|role|title|position)\b[: ]{0,3})?(?:is )?"
    r"(?:(?:an?|the) )?",
    re.IGNORECASE,
)
_AT = re.compile(r" ?@ ?| (?:at|with|of|for|from|in) ", re.IGNORECASE)
_WORKS = re.compile(
    r"(?:now |currently )?(?:works?|working|is working|employed|job)(?: now)? (?:at|for|with) (?P<company>.+)|"
    r"(?:company|employer|firm|organi[sz]ation|org|works? at|work)(?: is)?[:=] ?(?P<labelled>.+)|"
    r"company (?P<named>[^:=].*)|(?:now |currently )?(?:at|@) ?(?P<at>.+)",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:role|job|title|job title|position|profession|occupation)(?: is)?[:=] ?(?P<role>.+)", re.IGNORECASE
)
_FROM = re.compile(r"(?:is )?(?:from|with) (?P<place>.+)", re.IGNORECASE)
_WHEN = re.compile(r"(?:noon|midnight|night|lunch|dinner|breakfast|lunchtime|weekends|present|once)\b", re.IGNORECASE)
_NOT_FIRM = re.compile(
    r"(?:the|an?|my|our|his|her|work|home|school|university|least|first|last|all|some|"
    r"\d{1,2}(?:[:.h]\d\d)? ?(?:am|pm|h|o['’]?clock|ish)?(?=$|[ ,.!]))\b|\d{1,2}$",
    re.IGNORECASE,
)


def read_work(text: str) -> Draft | None:
    """The role, the company, or both, that the whole text says; None when it says neither."""
    if len(text) > 2 * LONGEST:
        return None
    for read in (_labelled, _role_at, _from_firm, _plain_role, _plain_firm):
        fact = read(text)
        if fact is not None and max(len(fact.role or ""), len(fact.company or "")) <= LONGEST:
            return fact
    return None


def is_role(text: str) -> bool:
    """Whether the words are a job: a noun of _ROLES last, or before "of" or "for" ("Head of Data")."""
    words = text.replace(",", " ").replace("/", " ").lower().split()
    if not 0 < len(words) <= 8:
        return False
    joints = {"of", "for", "&", "and"}
    heads = [words[-1].strip(".")] + [before for before, word in pairwise(words) if word in joints]
    return any(head in _ROLES for head in heads) or words[0] in {"vp", "svp", "head", "chief", "cto", "ceo", "cfo"}


def resembles_role(word: str) -> bool:
    """Whether a word of five letters or more may be a job with a typing mistake in it."""
    return len(word) >= 5 and max(fuzz.ratio(word, role) for role in _ROLES) >= _ALIKE


def is_name_too(word: str) -> bool:
    """Whether a job, in small letters, is also what people are called."""
    return word in _SURNAMES


def is_acronymic(text: str) -> bool:
    """Whether one of its words is three capitals or more and the others are not: "ETH Zürich", "BBC Wales"."""
    words = [word for word in text.split() if len(word) > 2]
    shouted = [word.isalpha() and word.isupper() for word in words]
    return any(shouted) and (not all(shouted) or len(words) == 1)


def is_surname(text: str) -> bool:
    """Whether what reads as a job may be a person's full name."""
    words = text.split()
    if len(words) < 2 or words[-1].lower() not in _SURNAMES or words[0].lower() in _ROLES:
        return False
    return shape_of(text) == "full"


def _labelled(text: str) -> Draft | None:
    if match := _TITLED.fullmatch(text):
        return Draft(name="", role=match["role"].strip())
    if (match := _WORKS.fullmatch(text)) is None:
        return None
    company = next(group for group in match.groups() if group).strip(" .")
    if match["at"] and _WHEN.match(company):
        return None
    if match["company"] or match["at"]:
        return Draft(name="", company=company) if company and not _NOT_FIRM.match(company) else None
    return Draft(name="", company=company) if company else None


def _role_at(text: str) -> Draft | None:
    """ "designer at Nordlicht", "CEO of Acme", "Head of Data @ Nordlicht"; the last "at" or else "of" that follows a
    job divides them."""
    said = text[_article_end(text) :]
    cuts = [cut for cut in _AT.finditer(said) if is_role(said[: cut.start()])]
    firm = [cut for cut in cuts if _divides(said, cut)]
    if not firm:
        return None
    cut = next((cut for cut in firm if cut[0].strip().lower() in {"at", "@"}), firm[-1])
    return Draft(name="", role=said[: cut.start()].strip(), company=said[cut.end() :].strip(" ."))


def _divides(said: str, cut: re.Match[str]) -> bool:
    word, firm = cut[0].strip().lower(), said[cut.end() :].strip()
    if not firm:
        return False
    if word in {"at", "@"}:
        return True
    head = said[: cut.start()].lower()
    # "Head of Data" and "VP of Sales" are jobs whole; "CEO of Acme" and "founder of Acme" are not.
    whole = word == "of" and head.split()[-1] in _HEADS
    return not whole and firm[0].isupper() and not is_city(firm)


def _from_firm(text: str) -> Draft | None:
    match = _FROM.fullmatch(text)
    if match is None or is_city(match["place"]) or not _is_proper(match["place"]):
        return None
    return Draft(name="", company=match["place"].strip(" ."))


def _plain_role(text: str) -> Draft | None:
    said = text[_article_end(text) :].strip(" .")
    return Draft(name="", role=said) if is_role(said) else None


def _plain_firm(text: str) -> Draft | None:
    return Draft(name="", company=text.strip()) if _FIRM.fullmatch(text) and _is_proper(text) else None


def _is_proper(text: str) -> bool:
    """Whether it is written like the name of a firm: it starts with a capital or a digit, or looks like a name."""
    return len(text.split()) <= 6 and (text[:1].isupper() or text[:1].isdigit() or shape_of(text) in {"full", "single"})


def _article_end(text: str) -> int:
    match = _ARTICLE.match(text)
    return match.end() if match else 0
