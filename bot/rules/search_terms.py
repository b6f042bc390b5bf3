"""One thing that a search looks for, made of the words somebody typed for it."""

from dataclasses import dataclass

from bot.rules.city_names import other_names
from bot.rules.search_words import same_jobs, singular, telling, words_in

Alternative = tuple[str, ...]
#: How many words of one thing are looked for.
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Term:
    """In any of `fields` (of a contact's words; none: in all of them) one of the alternatives has to be, each word of
    it whole or begun. What was typed is the first alternative; the fields are in order of likelihood."""

    alternatives: tuple[Alternative, ...]
    fields: tuple[str, ...] = ()


def place_term(text: str, fields: tuple[str, ...]) -> Term | None:
    """A place or a firm: all of its words together, or those of another name of the city."""
    words = tuple(telling(words_in(text), firm=True)[:_MOST_WORDS])
    if not words:
        return None
    return Term((words, *other_names(words)), fields)


def topic_terms(text: str, fields: tuple[str, ...] = ()) -> list[Term]:
    """What somebody is or does: each word by itself, its singular too, and other words for the same job."""
    words = telling(words_in(text))[:_MOST_WORDS]
    whole = tuple(singular(word) for word in words)
    if len(whole) > 1 and (same := same_jobs(whole)):
        return [Term((whole, *same), fields)]
    return [_word(word, fields) for word in words]


def _word(word: str, fields: tuple[str, ...]) -> Term:
    one = (singular(word),)
    return Term(tuple(dict.fromkeys([(word,), one, *same_jobs(one)])), fields)


def any_terms(text: str) -> list[Term]:
    """A bare query: each word anywhere, the singular of a long one and other words for a job too. Nothing
    is taken for a firm's form, for "Sa" is
    also a surname."""
    words = telling(words_in(text))[:_MOST_WORDS]
    if other := other_names(tuple(words)):
        return [Term((tuple(words), *other))]
    return [_anywhere(word) for word in words]


def _anywhere(word: str) -> Term:
    one = singular(word)
    short = (one,) if len(word) > 5 else (word,)
    return Term(tuple(dict.fromkeys([(word,), short, *same_jobs((one,))])))


def joined(terms: list[Term | None], fields: tuple[str, ...]) -> Term:
    """One of several things: any alternative of any of them."""
    return Term(tuple(dict.fromkeys(each for term in terms if term for each in term.alternatives)), fields)
