from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules import sayable


@pytest.mark.parametrize(
    ("read", "typed", "said"),
    [
        (sayable.met, "at PyCon 2023", "at PyCon 2023"),
        (sayable.met, "Through Grace", "through Grace"),
        (sayable.met, "at my wedding", "at my wedding"),
        (sayable.met, "at her wedding", None),
        (sayable.met, "at the conference yesterday", None),
        (sayable.met, "PyCon", None),
        (sayable.needs, "A designer, an office", "a designer"),
        (sayable.needs, "designer", "a designer"),
        (sayable.needs, "UX designer", "a UX designer"),
        (sayable.needs, "to hire an editor", None),
        (sayable.needs, "beta testers", "beta testers"),
        (sayable.needs, "help with taxes!", None),
        (sayable.needs, "a break from me", None),
        (sayable.needs, "to get over Tom", None),
        (sayable.needs, "help moving house", None),
        (sayable.needs, "a break", None),
        (sayable.needs, "feedback on the book", "feedback on the book"),
        (sayable.needs, "her CV reviewed", None),
        (sayable.needs, "a job after the layoff", None),
        (sayable.needs, "java expertise", None),
        (sayable.needs, "A DESIGNER", None),
        (sayable.topic_offered, "pricing advice", "pricing"),
        (sayable.topic_offered, "help with taxes", "taxes"),
        (sayable.topic_offered, "intros to VCs", None),
        (sayable.company, "at Nordlicht", "Nordlicht"),
        (sayable.company, "Yahoo!", "Yahoo"),
        (sayable.company, "BASF SE", "BASF SE"),
        (sayable.company, "a startup", None),
        (sayable.company, "freelance", None),
        (sayable.company, "None", None),
        (sayable.company, ".NET", None),
        (sayable.company, "https://example.org", None),
        (sayable.role, "Head of Data", "Head of Data"),
        (sayable.role, "engineer", "an engineer"),
        (sayable.role, "MBA student", "an MBA student"),
        (sayable.role, "UX researcher", "a UX researcher"),
        (sayable.role, "user researcher", "a user researcher"),
        (sayable.role, "university lecturer", "a university lecturer"),
        (sayable.role, "IT manager", "an IT manager"),
        (sayable.role, "CEO, founder", "CEO"),
        (sayable.role, "my dentist", None),
        (sayable.role, "old friend", None),
        (sayable.role, "a founder", None),
        (sayable.role, "dentist", "a dentist"),
        (sayable.company, "nights", None),
        (sayable.company, "MODEL", "Model"),
        (sayable.city, "with Tom", None),
        (sayable.city, "nights", None),
        (sayable.city, "LONDON", "London"),
        (sayable.city, "NYC", "NYC"),
        (sayable.met, "at work", None),
        (sayable.met, "at school", None),
        (sayable.met, "in 2019", None),
        (sayable.met, "in May 2019", None),
        (sayable.met, "in Rome", "in Rome"),
        (sayable.role, "does logistics", None),
        (sayable.role, "in sales", None),
        (sayable.city, "berlin, Germany", "Berlin"),
        (sayable.city, "rio de janeiro", None),
        (sayable.city, "São Paulo", "São Paulo"),
        (sayable.about, "about the trial", "the trial"),
        (sayable.about, "talked about moving abroad", "moving abroad"),
        (sayable.about, "about his divorce", None),
        (sayable.about, "The trial", None),
    ],
)
def test_a_fact_is_said_as_typed_or_not_at_all(
    read: Callable[[str | None], str | None], typed: str, said: str | None
) -> None:
    assert read(typed) == said


@pytest.mark.parametrize(
    "read",
    [sayable.met, sayable.needs, sayable.topic_offered, sayable.company, sayable.role, sayable.city, sayable.about],
)
def test_nothing_typed_is_nothing_said(read: Callable[[str | None], str | None]) -> None:
    assert read(None) is None
    assert read("") is None


@given(st.text(max_size=200) | st.text("at a {}<>.,!?\n\u202e", max_size=80))
def test_whatever_is_typed_what_is_said_fits_a_sentence(typed: str) -> None:
    reads = (
        sayable.met,
        sayable.needs,
        sayable.topic_offered,
        sayable.company,
        sayable.role,
        sayable.city,
        sayable.about,
    )
    for words in filter(None, (read(typed) for read in reads)):
        assert len(words) <= sayable.LONGEST + 3
        assert words == " ".join(words.split())
        assert words[-1] not in ".,;:!?"
        assert not set("{}<>\n\u202e") & set(words)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("pricing advice", "pricing advice"),
        ("Pricing advice, introductions", "pricing advice"),
        ("a good eye for design", "a good eye for design"),
        ("can help with visas", None),
        ("knows everybody at BMW", None),
        ("help with divorces", None),
        ("a loan", None),
        ("her old desk", None),
        ("", None),
    ],
)
def test_what_somebody_is_good_for_follows_could_offer(typed: str, said: str | None) -> None:
    assert sayable.offered(typed) == said
