"""Languages by their English names."""

import re

#: ISO 639-1 codes by the language's English name, and by the commonest of its own names.
CODES = {
    "afrikaans": "af",
    "albanian": "sq",
    "arabic": "ar",
    "armenian": "hy",
    "azerbaijani": "az",
    "basque": "eu",
    "belarusian": "be",
    "bengali": "bn",
    "bosnian": "bs",
    "bulgarian": "bg",
    "burmese": "my",
    "cantonese": "zh",
    "castilian": "es",
    "catalan": "ca",
    "chinese": "zh",
    "croatian": "hr",
    "czech": "cs",
    "danish": "da",
    "dutch": "nl",
    "english": "en",
    "estonian": "et",
    "farsi": "fa",
    "filipino": "tl",
    "finnish": "fi",
    "flemish": "nl",
    "french": "fr",
    "galician": "gl",
    "georgian": "ka",
    "german": "de",
    "greek": "el",
    "gujarati": "gu",
    "hausa": "ha",
    "hebrew": "he",
    "hindi": "hi",
    "hungarian": "hu",
    "icelandic": "is",
    "igbo": "ig",
    "indonesian": "id",
    "irish": "ga",
    "italian": "it",
    "japanese": "ja",
    "kannada": "kn",
    "kazakh": "kk",
    "khmer": "km",
    "korean": "ko",
    "kurdish": "ku",
    "lao": "lo",
    "latvian": "lv",
    "lithuanian": "lt",
    "macedonian": "mk",
    "malay": "ms",
    "malayalam": "ml",
    "maltese": "mt",
    "mandarin": "zh",
    "marathi": "mr",
    "mongolian": "mn",
    "nepali": "ne",
    "norwegian": "no",
    "pashto": "ps",
    "persian": "fa",
    "polish": "pl",
    "portuguese": "pt",
    "punjabi": "pa",
    "romanian": "ro",
    "russian": "ru",
    "serbian": "sr",
    "slovak": "sk",
    "slovene": "sl",
    "slovenian": "sl",
    "somali": "so",
    "spanish": "es",
    "swahili": "sw",
    "swedish": "sv",
    "tagalog": "tl",
    "tamil": "ta",
    "telugu": "te",
    "thai": "th",
    "tibetan": "bo",
    "turkish": "tr",
    "ukrainian": "uk",
    "urdu": "ur",
    "uzbek": "uz",
    "vietnamese": "vi",
    "welsh": "cy",
    "xhosa": "xh",
    "yoruba": "yo",
    "zulu": "zu",
    "español": "es",
    "deutsch": "de",
    "français": "fr",
    "italiano": "it",
    "português": "pt",
    "русский": "ru",
    "українська": "uk",
    "polski": "pl",
    "nederlands": "nl",
    "türkçe": "tr",
    "svenska": "sv",
    "中文": "zh",
    "日本語": "ja",
}
#: Other names of a language that has a commoner one.
_RARER = frozenset({"castilian", "cantonese", "farsi", "flemish"})
#: The commonest English name by code: the first of `CODES`.
NAMES = {code: name.capitalize() for name, code in reversed(CODES.items()) if name not in _RARER}
_LETTERS = re.compile(r"[^\W\d_]+")
_SAID = re.compile(
    r"(?:(?:mainly |mostly |only |also )?(?:speaks?|writes?(?: in)?|prefers?|talks?(?: in)?|in|language(?: is)?[: ]|"
    r"we (?:speak|talk|write)(?: in)?) ?)?"
    r"(?P<name>[^\W\d_]+)(?:[ -](?:speaking|speaker))?(?P<more>(?:,? and |, | & |/).*)?",
    re.IGNORECASE,
)


def read_language(text: str) -> tuple[str, bool] | None:
    """The ISO 639-1 code of the first language that "speaks Spanish" or "Spanish-speaking" names, and whether the text
    says no more than that; None when it says no language, or only the bare word, which is also a nationality."""
    if len(text) > 100 or (match := _SAID.fullmatch(text.strip(" ."))) is None:
        return None
    code = CODES.get(match["name"].lower())
    bare = match.start("name") == 0 and match.end("name") == match.end()
    return None if code is None or bare else (code, match["more"] is None)


def code_of(said: str) -> str | None:
    """The ISO 639-1 code of a language given by code, region and all ("de-AT"), or by name ("German", "español")."""
    words = _LETTERS.findall(said[:100].casefold())
    if not words:
        return None
    if len(words[0]) == 2 and words[0] in NAMES:
        return str(words[0])
    return next((CODES[word] for word in words if word in CODES), None)
