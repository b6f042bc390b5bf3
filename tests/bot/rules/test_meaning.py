import time
from datetime import date
from datetime import time as time_of_day

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.rules.drafts import Known
from bot.rules.meaning import MESSAGE_LENGTH, understand
from bot.rules.meanings import (
    Adding,
    Archived,
    Asked,
    Bulk,
    Changed,
    Greeted,
    Located,
    Meaning,
    Named,
    NotDone,
    Noted,
    Paced,
    Paused,
    Resumed,
    Retagged,
    Scheduled,
    Searched,
    TagPaced,
    Touched,
    Unclear,
    Untagged,
)
from bot.rules.searches import read_search

MONDAY = date(2026, 11, 23)
YESTERDAY = date(2026, 11, 22)
PEOPLE = [
    Known(1, "Ana Ruiz"),
    Known(2, "Ben Okafor"),
    Known(3, "Grace Lim"),
    Known(4, "Joe Park"),
    Known(5, "Will Stone"),
]


def read(text: str) -> Meaning:
    return understand(text, people=PEOPLE, today=MONDAY, region="ES")


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Done!", Touched((), MONDAY)),
        ("just called her", Touched((), MONDAY, "call")),
        ("done, she starts a new job in May", Touched((), MONDAY, None, "she starts a new job in May")),
        ("talked to Ben yesterday about the trial", Touched(("Ben",), YESTERDAY, None, "about the trial")),
        ("had coffee with Ana and Grace on Friday", Touched(("Ana", "Grace"), date(2026, 11, 20), "meeting")),
        ("met Joe for lunch yesterday", Touched(("Joe",), YESTERDAY, "meeting", "for lunch")),
        ("Will called me", Touched(("Will",), MONDAY, "call")),
        ("saw Zed Quux yesterday", Touched(("Zed Quux",), YESTERDAY, "meeting")),
        ("haven't done it", NotDone()),
        ("will call Ana", Unclear((Noted("Ana", "will call Ana"),))),
        ("call Ana tomorrow", Unclear((Noted("Ana", "call Ana tomorrow"),))),
        ("called Ana tomorrow", Unclear((Noted("Ana", "called Ana tomorrow"),))),
        ("bumped into ben's wife", Unclear((Noted("ben", "bumped into ben's wife"),))),
        ("saw ana in september", Unclear((Noted("ana", "saw ana in september"),))),
        ("I'll do it tomorrow", NotDone()),
        ("I should call my dad more often", Unclear()),
        ("she died", Unclear((Noted("", "she died"), Archived("")))),
        ("done and I also saw Ben", Unclear((Touched((), MONDAY), Touched(("Ben",), MONDAY, "meeting")))),
        ("2 nudges per week", Paced(2)),
        ("i live in Paris", Located("Paris")),
        ("friday 8:30", Scheduled(4, time_of_day(8, 30))),
        ("someone else", Asked("else")),
        ("note on Ana: loves sailing", Noted("Ana", "loves sailing")),
        ("Ana moved to Berlin", Changed("Ana", {"city": "Berlin"})),
        ("Will moved to Berlin", Changed("Will", {"city": "Berlin"})),
        ("Ana’s birthday is 12 May", Changed("Ana", {"birthday": "--05-12"})),
        ("archive Ana", Archived("Ana")),
        ("delete everything", Asked("erase")),
        ("I'm on holiday for two weeks", Paused(date(2026, 12, 7))),
        ("I'm back", Resumed()),
        ("who's next?", Asked("next")),
        ("thank you!", Greeted()),
        ("Ana", Named("Ana")),
        ("ana ruiz?", Named("ana ruiz")),
        ("show me Ana", Named("Ana")),
        ("who is Ana?", Named("Ana")),
        ("Will", Named("Will")),
        ("Anna Ruis", Named("Anna Ruis")),
        ("Zed Quux", Named("Zed Quux")),
    ],
)
def test_a_message_means_what_people_mean_by_it(text: str, meaning: Meaning) -> None:
    assert read(text) == meaning


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zed Quux, met at PyCon, monthly", ["Zed Quux"]),
        ("Ana Ruiz, monthly", ["Ana Ruiz"]),
        ("Ana Lopez, monthly", ["Ana Lopez"]),
        ("Ana Ruiz\nBen Okafor", ["Ana Ruiz", "Ben Okafor"]),
        ("add Zed Quux", ["Zed Quux"]),
        ("met Zed at the conference yesterday, he does logistics", ["Zed"]),
    ],
)
def test_people_with_facts_are_people_to_add(text: str, names: list[str]) -> None:
    meaning = read(text)
    assert isinstance(meaning, Adding)
    assert [draft.name for draft in meaning.reading.drafts] == names


def test_meeting_somebody_new_of_a_known_name_is_asked_about() -> None:
    meaning = read("met Joe at the conference yesterday, he does logistics")
    assert isinstance(meaning, Unclear)
    touched, adding = meaning.readings
    assert touched == Touched(("Joe",), YESTERDAY, "meeting", "at the conference, he does logistics")
    assert isinstance(adding, Adding)
    assert [draft.name for draft in adding.reading.drafts] == ["Joe"]


@pytest.mark.parametrize("text", ["Joe at Globex", "Joe from Oslo, monthly"])
def test_a_known_first_name_at_another_place_may_be_somebody_new(text: str) -> None:
    meaning = read(text)
    assert isinstance(meaning, Unclear)
    adding, noted = meaning.readings
    assert noted == Noted("Joe", text)
    assert isinstance(adding, Adding)
    assert [draft.name for draft in adding.reading.drafts] == ["Joe"]


def test_two_known_names_alone_are_asked_about() -> None:
    assert read("Ana and Ben") == Unclear((Named("Ana"), Named("Ben"), Touched(("Ana", "Ben"), MONDAY)))


def test_two_touches_in_one_message_are_asked_about() -> None:
    assert read("called Ana and emailed Ben") == Unclear(
        (
            Touched(("Ana",), MONDAY, "call"),
            Touched(("Ben",), MONDAY, "email"),
        )
    )


@pytest.mark.parametrize(
    "text",
    [
        "call Ana",
        "pause Ana",
        "did I call Ana?",
        "when did I last talk to Ana?",
        "is Ana in Berlin?",
    ],
)
def test_a_wish_or_a_question_about_somebody_known_offers_the_card(text: str) -> None:
    assert read(text) == Unclear((Named("Ana"),))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "...",
        "saw a movie",
        "delete Zed",
        "What is this?",
        "<script>alert(1)</script>",
    ],
)
def test_what_means_nothing_known_is_unclear(text: str) -> None:
    assert read(text) == Unclear()


@pytest.mark.parametrize("text", ["/erase", "x; DROP TABLE users", "<b>done</b>", "{name} %s done?", "please /undo"])
def test_an_injected_command_or_markup_is_only_text(text: str) -> None:
    assert not isinstance(read(text), Asked | Touched | Archived | Changed)


def test_nobody_is_changed_or_archived_in_an_empty_network() -> None:
    for text in ("Ana moved to Berlin", "archive Ana", "note on Ana: x", "Ana's birthday is 12 May"):
        meaning = understand(text, people=[], today=MONDAY, region=None)
        assert not isinstance(meaning, Changed | Archived | Noted)


VOCABULARY = (
    "Ana Ana's Ben and with done not sent called had coffee call with yesterday on Friday in May 2031 "
    "tomorrow next week ago two I'll I she he moved to is now at Stripe needs note : , . ? ! \n - – ✅ #tag "
    "+34600123456 ana@example.org monthly every until pause holiday birthday 12 31 February add Zed Quux "
    "the a about met for lunch who stop no yes @ana ' \" ( ) / <b> 张伟 Зоя "
)
WORDS = st.lists(st.sampled_from(VOCABULARY.strip(" ").split(" ")), max_size=14).map(" ".join)


@settings(max_examples=400, deadline=None)
@given(WORDS | st.text(max_size=200), st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31)))
def test_any_message_has_a_meaning_and_no_touch_lies_ahead(text: str, today: date) -> None:
    meaning = understand(text, people=PEOPLE, today=today, region="ES")
    readings = meaning.readings if isinstance(meaning, Unclear) else (meaning,)
    assert all(reading.on <= today for reading in readings if isinstance(reading, Touched))
    assert all(reading.until > today for reading in readings if isinstance(reading, Paused) and reading.until)


@settings(deadline=None)
@given(
    st.sampled_from(["not ", "haven't ", "didn't ", "I'll ", "need to ", "should I "]),
    st.sampled_from(["call Ana", "do it", "write to Ben yesterday", "meet her", "message him, she is nice", "send it"]),
)
def test_a_negation_or_an_intention_never_touches(before: str, rest: str) -> None:
    meaning = read(before + rest)
    readings = meaning.readings if isinstance(meaning, Unclear) else (meaning,)
    assert not any(isinstance(reading, Touched) for reading in readings)


@settings(deadline=None)
@given(st.text(alphabet="aA .,:'\n?-", min_size=1, max_size=8), st.integers(1, 2))
@example("yes, ", 2)
@example("Ana and ", 2)
@example("called Ana, ", 2)
@example("on Friday ", 2)
def test_the_longest_message_is_read_in_good_time(piece: str, repeats: int) -> None:
    text = (piece * (MESSAGE_LENGTH // len(piece) + repeats))[:MESSAGE_LENGTH]
    started = time.process_time()
    understand(text, people=PEOPLE, today=MONDAY, region="ES")
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "text",
    [
        "who lives in Lisbon?", "who do I know at Roche", "anyone at Roche?", "designers in Berlin", "#pycon",
        "who haven’t I talked to this year", "who needs a designer", "who did I meet at PyCon", "everyone at Roche",
        "founders in Accra I met at the maker fair", "who plays chess", "people tagged pycon", "find chess",
        "who haven't I called in six months?", "do you know anyone who works in biotech?",
    ],
)  # fmt: skip
def test_a_question_for_people_looks_for_them(text: str) -> None:
    meaning = read(text)
    assert isinstance(meaning, Searched)
    assert read_search(meaning.search.text, today=MONDAY) == meaning.search


@pytest.mark.parametrize(
    ("text", "action", "who"),
    [
        ("everyone at Roche quarterly", "cadence", "everyone at Roche"),
        ("#pycon yearly", "cadence", "everyone #pycon"),
        ("archive everyone I connected with before 2015 without a company", "archive",
         "everyone I connected with before 2015 without a company"),
        ("tag everyone at Roche #pharma", "tag", "everyone at Roche"),
        ("call everyone in Berlin monthly", "cadence", "everyone in Berlin"),
    ],
)  # fmt: skip
def test_a_wish_for_many_says_whom_and_what(text: str, action: str, who: str) -> None:
    meaning = read(text)
    assert isinstance(meaning, Bulk)
    assert (meaning.action, meaning.search.text) == (action, who)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("rename #pycon to #pycon23", Retagged("pycon", "pycon23")),
        ("delete #old", Untagged("old")),
        ("#pycon: yearly for those without a rhythm", TagPaced("pycon", 365)),
        ("my tags", Asked("tags")),
        ("find duplicates", Asked("merge")),
        ("sort my inbox", Asked("sort")),
        ("how do I import from LinkedIn?", Asked("import")),
    ],
)
def test_tags_doubles_and_files_are_asked_for_in_plain_words(text: str, meaning: Meaning) -> None:
    assert read(text) == meaning


@pytest.mark.parametrize(
    "text",
    [
        "Ana at Roche quarterly", "note on Ana: everyone at Roche likes her", "lunch with everyone at Roche", "archive Ana",
        "tag Ana #pycon", "rename Ana to Anna", "remove #old from Ana", "who is Ana?", "find Ana", "ana", "ruis",
        "Zed Quux, designer in Berlin", "met Zed Quux in Berlin", "had lunch with everyone at Roche yesterday",
        "Ana works with everyone at Roche", "Ben needs a designer", "everyone at Roche left", "call Ana monthly",
        "merge Ana and Ben", "Ana #pycon",
    ],
)  # fmt: skip
def test_what_is_said_of_one_person_is_no_wish_for_many(text: str) -> None:
    assert not isinstance(read(text), (Searched, Bulk, Retagged, Untagged, TagPaced))
