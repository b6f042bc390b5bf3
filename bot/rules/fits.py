"""What made somebody fit a search, and the search in the words it was typed in: for saying both."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from bot.rules.search_words import words_in
from bot.rules.searches import Search, Term

if TYPE_CHECKING:
    from storage import Card

#: What every line of a list says by itself.
SHOWN: Final = frozenset({"name", "role", "company", "city"})
#: Fields that a search says in words of their own.
_OWN_WORDS: Final = frozenset({"company", "city", "met", "needs", "offers"})
#: Said last: "12 people for “designers” in Berlin".
_BEHIND: Final = ("company", "city", "met")
_HOW: Final = "at|in|on|from|through|via|during|over"
#: What may be between the words of one thing: "head of data", "Weiß & Söhne".
_LINK: Final = r"[\s,./-]{1,3}(?:(?:(?:of|and|or|the|an?|at|in|for|from|de|von)\s|[&+]\s?)){0,2}"
_PIECE: Final = re.compile(r"[^\s,;:?!()\"“”]+")


def fits_of(card: "Card", search: Search) -> list[tuple[str, str]]:
    """(field, text) that the search's terms were found in, where a line of a list doesn't say them by itself: the
    first of each term, each once. The words of a note are its whole text."""
    known = [(field, text, words_in(text)) for field, text in _texts(card)]
    found: dict[tuple[str, str], None] = {}
    for term in search.terms:
        hits = [(field, text) for field, text, words in known if _is_in(term, field, words)]
        if hits and not any(field in SHOWN for field, _ in hits):
            found[hits[0]] = None
    return list(found)


def has_words(card: "Card", search: Search) -> bool:
    """Whether each of the search's terms is there as it was typed, whole or begun: a misspelt one isn't."""
    known = [(field, words_in(text)) for field, text in _texts(card)]
    return all(any(_is_in(term, field, words) for field, words in known) for term in search.terms)


def _texts(card: "Card") -> Iterator[tuple[str, str]]:
    """What is known, in the order in which it tells most."""
    for field in ("name", "role", "company", "city", "needs", "offers", "met"):
        if text := getattr(card.contact, field):
            yield field, text
    yield from (("tag", tag) for tag in card.tags)
    yield from (("note", note.text) for note in card.notes)


def _is_in(term: Term, field: str, words: Sequence[str]) -> bool:
    if term.fields and field not in term.fields:
        return False
    return any(all(any(word.startswith(each) for word in words) for each in said) for said in term.alternatives)


def spoken(words: Sequence[str], text: str) -> str:
    """The words of a search as they were typed: "roche" is "Roche" again, with the little words
    between them."""
    typed = {word: piece for piece in _PIECE.findall(text) for word in words_in(piece)}
    pieces = list(dict.fromkeys(typed.get(word, word).strip(".'") for word in words))
    whole = re.search(_LINK.join(map(re.escape, pieces)), text) if 1 < len(pieces) <= 8 else None
    return whole[0] if whole else " ".join(pieces)


def told(search: Search) -> list[tuple[str, str]]:
    """(field, words as typed) of the search's terms, those of one field together; "" for what somebody is or does, and
    where any field will do. Where they are comes last."""
    found: dict[str, list[str]] = {}
    for term in search.terms:
        first = term.fields[0] if term.fields else ""
        words = found.setdefault(first if first in _OWN_WORDS else "", [])
        words += [word for word in _typed(term, search.text) if word not in words]
    places = sorted(found, key=lambda field: _BEHIND.index(field) if field in _BEHIND else -1)
    return [(field, _placed(field, spoken(found[field], search.text), search.text)) for field in places]


def _typed(term: Term, text: str) -> Iterator[str]:
    """The words of a term, and of the others of several that were typed: "berlin or lisbon"."""
    first, typed = term.alternatives[0], words_in(text)
    yield from first
    for words in term.alternatives[1:]:
        if not set(words) <= set(first) and set(words) <= set(typed):
            yield typed[typed.index(words[0]) - 1] if typed.index(words[0]) else ""
            yield from words


def _placed(field: str, words: str, text: str) -> str:
    """How they were met is said as it was typed: "at PyCon", "through Grace"."""
    if field != "met":
        return words
    found = re.search(rf"\b({_HOW}) (?:the |an? )?{re.escape(words)}", text, re.IGNORECASE)
    return f"{found[1].lower() if found else 'at'} {words}"
