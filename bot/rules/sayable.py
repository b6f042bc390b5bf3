"""Facts as users typed them, made fit to stand inside a sentence to the contact; None where that is not certain.

An opener is sent as it stands, so every function here would rather lose a fact than write bad grammar, speak of the
contact in the third person, or touch on something that hurts. The words stay the user's own; only the case of the
first letter, an article before a title, spaces and closing punctuation are set right.
"""

import re

from bot.rules.given_names import visible

LONGEST = 60
_READ_AT_MOST = 400
#: Braces, markup, addresses, several sentences, or lists: nothing one would put into the middle of a sentence.
_UNSAYABLE = re.compile(r"[{}<>\[\]|\\@#*_~`^=\"“”]|://|www\.|[!?…]|[.:;](?:\s|$)|\s[.,;:!?]|\d{7}|[.,!?]{2}")
#: Words about a third person, to a "you" that is not the contact, or about a day that has passed since.
_MISPLACED = re.compile(
    r"\b(?:he|she|they|him|her|hers|his|them|their|theirs|it|you|your|yours|dotty|"
    r"yesterday|today|tonight|tomorrow|ago|last|next|this|now|soon|currently|maybe|perhaps|probably|not|no|nothing|none)\b"
)
_PAINFUL = re.compile(
    r"divorc|separat|break-?up|funeral|death|died|dying|dead|passed away|grie[fv]|mourn|cancer|tumou?r|surger|illness|"
    r"\bill\b|\bsick|hospital|disease|diagnos|depress|burn-?out|anxi|therap|miscarr|abort|fertil|pregnan|rehab|alcohol|addict|"
    r"lawsuit|\bsued?\b|court|prison|jail|arrest|bankrupt|\bdebt|layoff|laid off|fired|redundan|unemploy|salary|affair|"
    r"abuse|suicid|accident|\bsex|visa problem|money problem",
    re.IGNORECASE,
)
_LIST_SIGN = re.compile(r"[,;\n]| / ")
_NOTHING = re.compile(r"\b(?:none|null|nil|nan|undefined|unknown|n/a|tb[acd])\b", re.IGNORECASE)
#: A place or a time everybody has: "we met at work", "we met in 2019" is nothing one reminds somebody of.
_ANYWHERE = re.compile(
    r"(?:at|in|on|through|via|during|over|near|around) (?:the )?(?:(?:early|late|summer|autumn|fall|spring|winter|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|of|"
    r"\d{1,4}(?:st|nd|rd|th|s)?|"
    r"work|school|high|uni|university|college|home|office|gym|church|town|online|internet|job|twitter|linkedin|"
    r"facebook|instagram|tinder|bumble|hinge|weekend|\w+day)\b ?)+",
    re.IGNORECASE,
)
#: A need only they can meet, or too private to ask around for.
_NOT_ASKED_AROUND = re.compile(
    r"(?:to|help|my|our)\b|.*\b(?:me|my|mine|i|we|us|our|break|rest|hug|holiday|vacation|drink|beer|sleep|space|"
    r"money|loan|cash|love|luck|friend|friends|girlfriend|boyfriend|wife|husband|date|nap|push|kick|reminder|call|"
    r"present|gift|birthday|haircut|doctor|dentist)\b",
    re.IGNORECASE,
)
#: No thing one could help with, but a whole sentence or a deed.
_NO_THING = re.compile(
    r"(?:can|could|will|would|is|has|knows?|does|offers?|gives?|makes?|helps?|works?|runs?|teaches|introduces?|good|great|"
    r"willing|able|happy|i)\b",
    re.IGNORECASE,
)
_RELATION = re.compile(
    r"\b(?:friend|colleague|co-?worker|workmate|neighbou?r|cousin|brother|sister|mother|father|mum|mom|dad|uncle|aunt|"
    r"auntie|nephew|niece|son|daughter|wife|husband|partner|ex|boss|flatmate|room-?mate|housemate|classmate|schoolmate|"
    r"teammate|mate|buddy|pal|boyfriend|girlfriend|fianc[eé]e?|client|customer|landlord|landlady|tenant|acquaintance|"
    r"contact|godfather|godmother|grand\w+|\w+-in-law|family|relative|crush)s?\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]+")
_PLACE_WORD = re.compile(r"(?:at|in|on|through|via|during|over|near|around) \S", re.IGNORECASE)
_DETERMINED = re.compile(
    r"(?:an?|the|some|someone|somebody|something|more|any|another|one|two|three|a few|new|advice|"
    r"feedback|support|funding|input|tips|training|guidance|people|information|inspiration)\s+\S",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"(?:[a-z-]{3,} ){0,2}[a-z-]{3,}[^s\W]s(?: (?:for|with|in|to|on|at|about|from) .+)?",
    re.IGNORECASE,
)
_LONE_NEEDS = frozenset({"advice", "feedback", "support", "funding", "inspiration", "guidance", "publicity"})
_ARTICLE_NEEDS = re.compile(
    r"(?:[a-z-]+ )?(?:designer|developer|engineer|job|lawyer|accountant|co-?founder|flat|apartment|mentor|investor|"
    r"introduction|intro|translator|freelancer|website|logo|coach|editor|photographer|speaker|supplier)"
    r"(?: (?:for|in|with|to|at) .+)?",
    re.IGNORECASE,
)
_LOWERED = frozenset(
    {
        "a",
        "an",
        "the",
        "some",
        "someone",
        "somebody",
        "something",
        "my",
        "our",
        "more",
        "any",
        "another",
        "to",
        "new",
        "help",
        "advice",
        "feedback",
        "support",
        "funding",
        "input",
        "tips",
        "people",
        "intros",
        "introductions",
        "at",
        "in",
        "on",
        "through",
        "via",
        "during",
        "over",
        "near",
        "around",
        "legal",
        "tax",
        "design",
        "pricing",
        "marketing",
        "sales",
        "product",
        "career",
        "writing",
    }
)
_NO_COMPANY = re.compile(
    r"(?:an?|some|own|my|our|the own)\b.*|freelanc\w*|self[- ]?employed|retired|student|unemployed|n/?a|stealth|"
    r"various|independent|home|university|school|startup|start-up|autónom[oa]|jubilad[oa]|estudiante|en casa|"
    r"selbst(?:st)?ändig|freiberuf\w{1,4}|rentner(?:in)?|indépendante?|à son compte|retraitée?|étudiante?",
    re.IGNORECASE,
)
_NO_CITY = frozenset(
    {
        "home",
        "here",
        "there",
        "abroad",
        "nights",
        "town",
        "office",
        "remote",
        "remotely",
        "away",
        "work",
        "travelling",
        "traveling",
        "elsewhere",
        "everywhere",
        "anywhere",
        "nowhere",
        "online",
        "nearby",
        "downtown",
        "overseas",
    }
)
_BARE_TITLE = re.compile(
    r"(?:head|chief|vp|svp|evp|vice|director|managing|president|dean|c[a-z]o|chair)\b",
    re.IGNORECASE,
)
_NO_ROLE = re.compile(
    r"(?:an?|the|my|our|in|at|on|for|with|from|does|do|works?|working|runs?|running|leads?|leading|makes?|writes?|"
    r"sells?|teaches|"
    r"builds?|manages|owns?|used|former\w*|ex|was|is|retired|between|looking|wants?|student of|also|very)\b",
    re.IGNORECASE,
)
_SPELLED_AS_VOWEL = re.compile(r"(?:[aeiou](?!ni|se|ur|ne\b)|un(?!i)|hono|hour|heir)", re.IGNORECASE)
_TOPIC = re.compile(
    r"(?:(?:advice|feedback|experience|expertise|tips|insights?|help|know-how) (?:on|about|in|with) (?P<of>.+)"
    r"|(?P<kind>.+) (?:advice|coaching|mentoring|consulting|expertise|experience|know-how|tips|training))",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:(?:we )?(?:talked|spoke|chatted|caught up) )?about (?P<what>[^.,;!?]+?)[.!]?$", re.IGNORECASE)


def phrase(text: str | None) -> str | None:
    """One plain phrase of at most `LONGEST` characters, without closing punctuation."""
    words = " ".join(visible((text or "")[:_READ_AT_MOST]).split()).rstrip(" .,;:!?…-")
    if not words or len(words) > LONGEST or _UNSAYABLE.search(words) or _NOTHING.search(words):
        return None
    return words if words[0].isalnum() and any(sign.isalpha() for sign in words) else None


def _free_phrase(text: str | None) -> str | None:
    """The same of words that are no name or title: they must be neither painful, nor out of place, nor shouted."""
    words = phrase(text)
    if words is None or _PAINFUL.search(words) or (words.isupper() and " " in words):
        return None
    words = _lowered(words)
    return None if _MISPLACED.search(words[0].lower() + words[1:]) else words


def met(text: str | None) -> str | None:
    """What follows "we met": "at PyCon 2023", but neither "at work" nor "in 2019"."""
    words = _free_phrase(text)
    return words if words and _PLACE_WORD.match(words) and not _ANYWHERE.fullmatch(words) else None


def needs(text: str | None) -> str | None:
    """What follows "you need": the first of what is listed, "a designer", "beta testers".

    It must be something one can ask others about: not "a break from me", "to get over Tom" or "help moving house".
    """
    words = _free_phrase(_first_listed(text))
    if words is None or _NOT_ASKED_AROUND.match(words):
        return None
    if _DETERMINED.match(words) or _MANY.fullmatch(words) or words.casefold() in _LONE_NEEDS:
        return words
    return f"{article(words)} {words}" if _ARTICLE_NEEDS.fullmatch(words) else None


def offered(text: str | None) -> str | None:
    """What somebody is good for, as it follows "could help with": "pricing advice", "a good eye for pricing"."""
    words = _free_phrase(_first_listed(text))
    return None if words is None or _NO_THING.match(words) or _NOT_ASKED_AROUND.match(words) else words


def is_painful(words: str) -> bool:
    """Whether they touch on something that hurts, or that is nobody else's business."""
    return _PAINFUL.search(words) is not None


def topic_offered(text: str | None) -> str | None:
    """The field they know their way in: of "pricing advice", or of "help with taxes"; "intros to VCs" names none."""
    found = _TOPIC.fullmatch(_free_phrase(_first_listed(text)) or "")
    return _free_phrase(found["of"] or found["kind"]) if found else None


def company(text: str | None) -> str | None:
    """What follows "at": a name, not "a startup", "freelance" or "nights": all in small letters is no sure name."""
    words = phrase((text or "").removeprefix("at "))
    if words is None or words.islower() or _MISPLACED.search(words) or _NO_COMPANY.fullmatch(words):
        return None
    return _unshouted(words)


def role(text: str | None) -> str | None:
    """What follows "as": "Head of Data", "an engineer"; not "my dentist" or "an old friend"."""
    words = phrase(_first_listed(text))
    if words is None or _MISPLACED.search(words) or _NO_ROLE.match(words) or _RELATION.search(words):
        return None
    if not (words[0].isascii() and words[0].isalpha()):
        return None
    return words if _BARE_TITLE.match(words) else f"{article(words)} {words}"


def city(text: str | None) -> str | None:
    """A place's name: "Berlin" of "berlin, Germany"; not "with Tom"."""
    words = phrase(_first_listed(text))
    if words is None or len(words) > LONGEST // 2 or _MISPLACED.search(words) or any(sign.isdigit() for sign in words):
        return None
    if words.islower():
        return words.capitalize() if " " not in words and words not in _NO_CITY else None
    return None if words[0].islower() or words.casefold() in _NO_CITY else _unshouted(words, 4)


def about(text: str | None) -> str | None:
    """What follows "we talked about", out of a touch's note: "about the trial", "talked about moving abroad"."""
    found = _ABOUT.match(" ".join(visible((text or "")[:_READ_AT_MOST]).split()))
    words = _free_phrase(found["what"]) if found else None
    return words if words and len(words.split()) <= 7 else None


def article(words: str) -> str:
    """ "a" or "an", by the sound it stands before: "an engineer", "a user", "an MBA student", "a UX researcher"."""
    first = words.split()[0]
    if len(first) > 1 and first.isupper():
        return "an" if first[0] in "AEFHILMNORSX" else "a"
    return "an" if _SPELLED_AS_VOWEL.match(first) else "a"


def _unshouted(words: str, at_least: int = 5) -> str:
    """Words of that many capitals in the case one writes them: "Model Agency" of "MODEL AGENCY"; "BASF" stays."""
    return _LETTERS.sub(
        lambda word: word[0].title() if word[0].isupper() and len(word[0]) >= at_least else word[0], words
    )


def _first_listed(text: str | None) -> str | None:
    return _LIST_SIGN.split(text[:_READ_AT_MOST], maxsplit=1)[0] if text else None


def _lowered(words: str) -> str:
    first = words.split()[0]
    return words[0].lower() + words[1:] if first.casefold() in _LOWERED and not first[1:].isupper() else words
