import time

import pytest

from bot.rules.search_phrases import OPENER, STARTER, kind_of


@pytest.mark.parametrize(
    ("text", "how", "rest"),
    [
        ("who do I know at Roche", "who", " at Roche"),
        ("who's in Berlin", "who", " in Berlin"),
        ("tell me who lives in Berlin", "who", " lives in Berlin"),
        ("do I know any lawyers", "ask", " any lawyers"),
        ("does anyone work at Roche", "ask", " anyone work at Roche"),
        ("anyone at Roche", "ask", "anyone at Roche"),
        ("show me all designers", "show", " all designers"),
        ("please find chess", "find", " chess"),
        ("whole Berlin", None, "whole Berlin"),
        ("people in Berlin", None, "people in Berlin"),
        ("show me how it works", None, "show me how it works"),
    ],
)
def test_a_question_opens_in_a_way_of_its_own(text: str, how: str | None, rest: str) -> None:
    opened = OPENER.match(text)
    assert opened is not None
    assert (opened.lastgroup, text[opened.end() :]) == (how, rest)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("at Roche", "at"),
        ("who works for Roche", "at"),
        ("in Berlin", "in"),
        ("based in Berlin", "in"),
        ("works in biotech", "field"),
        ("from PyCon", "from"),
        ("in my inbox", "status"),
        ("in the archive", "status"),
        ("I met at PyCon", "met"),
        ("did I connect with in 2019", "met"),
        ("haven't I talked to", "silent"),
        ("have I not seen", "silent"),
        ("needs a designer", "needs"),
        ("is looking for a job", "needs"),
        ("can help me with visas", "offers"),
        ("knows about tax", "offers"),
        ("plays chess", "topic"),
        ("without a company", "without"),
        ("who have no company", "without"),
        ("tagged pycon", "tag"),
        ("named Ana", "named"),
        ("works as a nurse", "role"),
        ("before 2015", "span"),
    ],
)
def test_a_clause_is_known_by_its_first_words(text: str, kind: str) -> None:
    begun = STARTER.match(text)
    assert begun is not None
    assert kind_of(begun) == kind


@pytest.mark.parametrize("text", ["inside out", "attic", "Berlin", "basedin", "fromage", "did I talk to"])
def test_words_that_begin_like_a_clause_are_none(text: str) -> None:
    assert STARTER.match(text) is None


def test_looking_for_clauses_is_linear() -> None:
    began = time.process_time()
    for text in ("who " * 500, "haven't i still " * 150, "who is still " * 200, "can you, " * 300):
        OPENER.match(text)
        list(STARTER.finditer(text))
    assert time.process_time() - began < 1
