"""Words brought to their stems, so that "designers" meets "design" and "Beraterin" meets "Beratung".

The words are the user's own, in whichever language they write: each is stemmed in all the languages that openers come
in, and two words are alike where any of their stems is the same. Stop words of all of them are left out.
"""

import re
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, Final

from bot.rules.names import fold

LANGUAGES: Final = ("english", "spanish", "german", "french")
#: No more words of a text are read.
MOST_WORDS = 60
_WORD = re.compile(r"\d?[^\W\d_]+(?:[+#]{1,2}(?!\w))?")
#: Short words that mean something.
_SHORT_WORDS = "ai ux ui hr pr ml vr ar qa bi ki ia vc 3d c# c++"
_SHORT = frozenset(_SHORT_WORDS.split())
_STOP_WORDS = """
    the and for with who that this these those from into onto near about over under per via any some all other others
    another her his hers their our your its she him them they you are was were has have had can could would should
    will may might must not too very more most less than then here there when where what which whom whose how why
    somebody someone anybody anyone something anything people person persons guy woman man one ones lot bit kind sort
    thing things stuff want wants need needs needing looking look find finding get getting hire hiring search
    searching seek seeking give gives giving offer offers offering know knows also just really maybe soon now
    los las una uno unos unas del con por para que quien como más mas muy sus ella ellos este esta ese esa algo
    alguien persona personas gente busca buscar buscando necesita ofrece quiere tiene
    der die das den dem des ein eine einen einem einer eines und oder für fur mit bei beim von vom zum zur aus auf auch
    nach über uber ihr ihre ihren sein seine jemand jemanden leute sucht suche braucht bietet gerne noch mehr viel
    les une des aux avec pour dans chez sur sous par qui que quoi son ses leur leurs elle ils cette ces quelque
    quelqu quelques cherche besoin propose veut aussi plus très tres bien personnes gens
"""
STOP: Final = frozenset(fold(_STOP_WORDS).split())


def words_of(text: str) -> list[str]:
    """The words that say something, in small letters and in their order; stop words and single letters are left out."""
    found = (word.casefold() for word in _WORD.findall(text)[:MOST_WORDS])
    return [word for word in found if (len(word) > 2 or word in _SHORT) and fold(word) not in STOP]


@lru_cache(maxsize=50_000)
def stems_of(word: str) -> frozenset[str]:
    """The stems of a word in small letters, in every language, without accents; the word itself without accents too."""
    bare = fold(word)
    if len(bare) < 4 or not bare.isalpha():
        return frozenset((bare,))
    spellings = {word, bare}
    stems = {fold(each.stemWord(spelled)) for each in _stemmers() for spelled in spellings}
    return frozenset(stem for stem in (*stems, bare) if len(stem) > 2)


@cache
def _stemmers() -> tuple[Any, ...]:
    library = import_module("snowballstemmer")  # at first use, and it comes without types
    return tuple(library.stemmer(language) for language in LANGUAGES)
