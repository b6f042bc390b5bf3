from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.drafts import Known
from bot.rules.roster import Roster
from bot.rules.search_spans import EVER
from bot.rules.searches import EVERY_STATUS, LONGEST, Search, plain_search, read_search

MONDAY = date(2026, 11, 23)
ROSTER = Roster([Known(1, "Ana Ruiz"), Known(2, "Jean Roche"), Known(3, "Paris Lim")])


def read(text: str) -> Search:
    search = read_search(text, today=MONDAY, roster=ROSTER)
    assert search is not None
    return search


def sought(text: str) -> list[tuple[str, str]]:
    """(the first alternative of each term, its likeliest field)."""
    return [(" ".join(term.alternatives[0]), (*term.fields, "any")[0]) for term in read(text).terms]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("who do I know at Roche", [("roche", "company")]),
        ("Who do i know at roche?", [("roche", "company")]),
        ("anyone at Roche?", [("roche", "company")]),
        ("does anyone work at Roche GmbH?", [("roche", "company")]),
        ("who works for Stripe, Inc.?", [("stripe", "company")]),
        ("people at Nordlicht", [("nordlicht", "company")]),
        ("who do I know that works at Roche", [("roche", "company")]),
        ("who's in Berlin", [("berlin", "city")]),
        ("whos in berlin??", [("berlin", "city")]),
        ("who lives in Paris?", [("paris", "city")]),
        ("do I know anybody in Lisbon", [("lisbon", "city")]),
        ("people from PyCon", [("pycon", "company")]),
        ("who works in biotech", [("biotech", "role")]),
        ("designers in Berlin", [("berlin", "city"), ("designers", "role")]),
        ("Designers in Berlin?", [("berlin", "city"), ("designers", "role")]),
        ("please show me all designers in Berlin", [("berlin", "city"), ("designers", "role")]),
        ("find designers in Berlin", [("berlin", "city"), ("designers", "role")]),
        ("who is a designer in Munich?", [("munich", "city"), ("designer", "role")]),
        ("CTOs in Zurich", [("zurich", "city"), ("ctos", "role")]),
        ("Berlin designers", [("berlin", "any"), ("designers", "role")]),
        ("do I know any lawyers?", [("lawyers", "role")]),
        ("who works as a nurse", [("nurse", "role")]),
        ("who is the CEO of Nordlicht", [("ceo", "any"), ("nordlicht", "any")]),
        ("founders in Accra I met at the maker fair", [("accra", "city"), ("maker fair", "met"), ("founders", "role")]),
        ("who did I meet at PyCon", [("pycon", "met")]),
        ("people I met through Grace", [("grace", "met")]),
        ("who needs a designer", [("designer", "needs")]),
        ("who is looking for an investor?", [("investor", "needs")]),
        ("who can help with fundraising", [("fundraising", "offers")]),
        ("who offers legal advice", [("legal", "offers"), ("advice", "offers")]),
        ("who should I ask about visas", [("visas", "offers")]),
        ("someone who knows about tax law", [("tax", "offers"), ("law", "offers")]),
        ("who plays chess", [("chess", "note")]),
        ("who likes chess?", [("chess", "note")]),
        ("who collects stamps", [("stamps", "note")]),
        ("who speaks Spanish", [("spanish", "note")]),
        ("people named Quux", [("quux", "name")]),
        ("inbox people at Roche", [("roche", "company")]),
        ("find chess", [("chess", "any")]),
        ("search: Quux", [("quux", "any")]),
        ("people I know at Roche", [("roche", "company")]),
        ("how many people do I know in Oslo?", [("oslo", "city")]),
        ("who at Roche can help with visas", [("roche", "company"), ("visas", "offers")]),
        ("who knows someone at Roche", [("roche", "company")]),
        ("software engineers in San Francisco", [("san francisco", "city"), ("software", "any"), ("engineers", "role")]),
        ("people in Berlin, Germany", [("berlin germany", "city")]),
        ("I'm looking for a lawyer in Madrid", [("madrid", "city"), ("lawyer", "role")]),
        ("I need a plumber", [("plumber", "role")]),
        ("can anyone help me with taxes?", [("taxes", "offers")]),
        ("who lives near 東京", [("東京", "city")]),
        ("designer in Berlin", [("berlin", "city"), ("designer", "role")]),
        ("Lawyer in Boston", [("boston", "city"), ("lawyer", "role")]),
        ("a baker in Berlin", [("berlin", "city"), ("baker", "role")]),
        ("product designer in Berlin", [("berlin", "city"), ("product", "any"), ("designer", "role")]),
        ("desiners in berlin", [("berlin", "city"), ("desiners", "role")]),
        ("anyone in Berlin who does design", [("berlin", "city"), ("design", "role")]),
        ("need a photographer", [("photographer", "role")]),
        ("Roche people?", [("roche", "company")]),
        ("who works at AT&T", [("at t", "company")]),
    ],
)  # fmt: skip
def test_a_question_looks_for_its_words_where_they_would_be(text: str, terms: list[tuple[str, str]]) -> None:
    assert sought(text) == terms


@pytest.mark.parametrize(
    ("text", "alternative"),
    [
        ("people in Munich", ("munchen",)),
        ("people in New York", ("nyc",)),
        ("people in Lisbon or Porto", ("porto",)),
        ("people in Lisbon and Porto", ("porto",)),
        ("people at Marks and Spencer", ("marks", "spencer")),
        ("any designers?", ("designer",)),
        ("any agencies in Berlin", ("agency",)),
        ("who is a CTO", ("chief", "technology")),
    ],
)
def test_other_spellings_and_the_singular_do_too(text: str, alternative: tuple[str, ...]) -> None:
    assert any(alternative in term.alternatives for term in read(text).terms)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#pycon", ("pycon",)),
        ("#PyCon?", ("PyCon",)),
        ("show #pycon", ("pycon",)),
        ("who has the tag pycon", ("pycon",)),
        ("#pycon #berlin", ("pycon", "berlin")),
        ("people tagged pycon", ("pycon",)),
        ("everyone with the tag #pycon", ("pycon",)),
        ("designers #pycon", ("pycon",)),
        ("#日本", ("日本",)),
        ("# pycon", ("pycon",)),
        ("tagged pycon", ("pycon",)),
    ],
)
def test_tags_are_whole_words(text: str, tags: tuple[str, ...]) -> None:
    assert read(text).tags == tags


def test_a_tag_alone_is_known_as_such() -> None:
    assert read("#pycon").only_tag == "pycon"
    assert read("#pycon in Berlin").only_tag is None
    assert read("#pycon #work").only_tag is None


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("who haven't I talked to this year", date(2026, 1, 1)),
        ("who havent i spoken to in six months", date(2026, 5, 23)),
        ("who haven't I spoken to since March", date(2026, 3, 1)),
        ("who have I not seen in 2 years?", date(2024, 11, 23)),
        ("who haven't I talked to for ages", date(2025, 11, 23)),
        ("people I haven't called in a year", date(2025, 11, 23)),
        ("who am I out of touch with", date(2025, 11, 23)),
        ("who have I neglected", date(2025, 11, 23)),
        ("who have I never talked to", EVER),
    ],
)
def test_silence_is_counted_from_a_day_among_the_active(text: str, since: date) -> None:
    search = read(text)
    assert (search.untouched_since, search.statuses) == (since, ("active",))


def test_silence_goes_with_other_wishes() -> None:
    search = read("who haven't I talked to this year in Berlin")
    assert search.untouched_since == date(2026, 1, 1)
    assert search.terms[0].alternatives[0] == ("berlin",)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("who did I connect with in 2019", (date(2019, 1, 1), date(2020, 1, 1))),
        ("everyone I connected with before 2015", (None, date(2015, 1, 1))),
        ("people I met last year", (date(2025, 1, 1), date(2026, 1, 1))),
        ("who did I meet between 2015 and 2018", (date(2015, 1, 1), date(2019, 1, 1))),
        ("people added since May", (date(2026, 5, 1), None)),
        ("inbox people from before 2015", (None, date(2015, 1, 1))),
    ],
)
def test_the_day_they_met_is_bounded(text: str, span: tuple[date | None, date | None]) -> None:
    search = read(text)
    assert (search.met_from, search.met_before) == span


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("everyone without a company", ("company",)),
        ("designers with no city or birthday", ("city", "birthday")),
        ("everyone tagged pycon without a rhythm", ("cadence_days",)),
        ("people who have no tags", ("tags",)),
    ],
)
def test_what_is_not_known_can_be_asked_for(text: str, without: tuple[str, ...]) -> None:
    assert read(text).without == without


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("who do I know at Roche", EVERY_STATUS),
        ("everyone at Roche", ("active", "inbox")),
        ("all designers in Berlin", ("active", "inbox")),
        ("everyone", ("active",)),
        ("who is in my inbox", ("inbox",)),
        ("all in the inbox", ("inbox",)),
        ("contacts in my inbox at Roche", ("inbox",)),
        ("archived people", ("archived",)),
    ],
)
def test_all_of_them_leaves_out_the_archived(text: str, statuses: tuple[str, ...]) -> None:
    assert read(text).statuses == statuses


@pytest.mark.parametrize(
    "text",
    [
        "", "?", "ana", "ruis", "Ana Ruiz", "designers", "people", "who", "who's next?", "who is Ana?", "who is Zed",
        "who knows", "who cares", "who did I talk to last week", "who introduced me to Ana", "who knows Ana?",
        "Ana at Roche quarterly", "Ana in Berlin", "Zed Quux, designer in Berlin", "met Zed in Berlin",
        "lunch with everyone at Roche", "met everyone at Roche", "everyone at Roche likes her", "everyone at Roche left",
        "everyone in the office loves it", "everyone needs a break", "people in my team are great", "all good",
        "all good at work", "all the best", "any news from Ana?", "any news?", "find Ana", "note on Ana: #pycon rocks",
        "Ana #pycon", "#pycon Zed Quux", "in Berlin", "at Roche", "who\nat Roche", "x" * (LONGEST + 1) + " in Berlin",
        "did Ana call?", "who should I call", "Ana designers in Berlin",
        "Zed cooks in Berlin", "zed coaches at Nordlicht", "I need to call Ana", "I need a break", "looking for keys",
        "who has a birthday in May", "birthdays this month", "help with taxes", "show me all my notes",
        "list my birthdays", "is there a way to export", "any chance we could meet?", "who do I owe a call",
        "Zed in San Francisco", "Baker in Berlin", "Zed designer in Berlin", "james in berlin", "# 1 in Berlin",
        "tagged Zed as vip", "email all designers", "Anyone who works at Roche told me that he is leaving",
    ],
)  # fmt: skip
def test_what_asks_for_nobody_or_for_one_person_is_left_to_others(text: str) -> None:
    assert read_search(text, today=MONDAY, roster=ROSTER) is None


def test_a_place_or_a_firm_may_be_called_as_somebody_known() -> None:
    assert sought("who do I know at Roche") == [("roche", "company")]


def test_a_bare_query_looks_for_each_word_anywhere() -> None:
    search = plain_search("Zoë designers, O'Neil #pycon")
    assert [term.alternatives for term in search.terms] == [(("zoe",),), (("designers",), ("designer",)), (("oneil",),)]
    assert all(term.fields == () for term in search.terms)
    assert search.tags == ("pycon",)


@pytest.mark.parametrize("text", ["", "!!!", "…", "🎉"])
def test_a_query_without_words_is_not_narrow(text: str) -> None:
    assert not plain_search(text).is_narrow


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300) | st.from_regex(r"(who|everyone|#a|find|any) [a-z# ]{0,40}", fullmatch=True))
def test_any_text_gives_a_search_that_its_text_gives_again(text: str) -> None:
    asked = read_search(text, today=MONDAY)
    if asked is not None:
        assert read_search(asked.text, today=MONDAY) == asked
    plain = plain_search(text)
    assert plain_search(plain.text) == plain


def test_a_hostile_question_takes_no_time() -> None:
    for text in ("who " + "in " * 60, "who haven't i " * 14, "everyone " + "without a " * 19, "who " + "#a" * 90):
        read_search(text, today=MONDAY)
