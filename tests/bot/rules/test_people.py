"""People read from a message."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.drafts import Draft
from bot.rules.people import MOST_PEOPLE, PeopleReading, read_people

TODAY = date(2026, 11, 23)
YESTERDAY = date(2026, 11, 22)


def read(text: str) -> PeopleReading:
    return read_people(text, today=TODAY, region="ES")


def names(text: str) -> list[str]:
    return [draft.name for draft in read(text).drafts]


def test_facts_in_any_order_follow_the_name() -> None:
    reading = read(
        "Ana Ruiz, met at PyCon 2023, Head of Data at Nordlicht, birthday 12 May, monthly, needs a designer, "
        "offers intros to VCs, "
        "#pycon, +34 600 123 456, ana@example.org, @anaruiz, linkedin.com/in/anaruiz"
    )
    assert reading.evidence == "strong"
    assert reading.alternative == ()
    assert reading.drafts == (
        Draft(
            name="Ana Ruiz", cadence_days=30, company="Nordlicht", role="Head of Data", met="at PyCon 2023",
            birthday="--05-12",
            needs="a designer", offers="intros to VCs", tags=("pycon",), phones=("+34600123456",),
            emails=("ana@example.org",),
            links=("https://www.linkedin.com/in/anaruiz",), telegram="anaruiz",
        ),
    )  # fmt: skip


def test_a_story_of_meeting_somebody_is_a_person_a_day_and_a_note() -> None:
    assert read("met Joe at the conference yesterday, he does logistics") == PeopleReading(
        (
            Draft(
                name="Joe", met="at the conference", met_on=YESTERDAY, touched_on=YESTERDAY, channel="meeting",
                notes=("he does logistics",),
            ),
        ),
        "strong",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("add Ana Ruiz", ["Ana Ruiz"]), ("/add Ana Ruiz", ["Ana Ruiz"]), ("Can you add Ana?", ["Ana"]),
        ("add ana", ["ana"]),
        ("please add my friend Ana to my network", ["Ana"]), ("add:\n- ana ruiz\n- ben", ["ana ruiz", "ben"]),
        ("new contact: Ana Ruiz", ["Ana Ruiz"]), ("Add He Jiankui", ["He Jiankui"]), ("add the plumber", ["plumber"]),
        ("Ana Ruiz - monthly", ["Ana Ruiz"]), ("Ana Ruiz (Nordlicht)", ["Ana Ruiz"]),
        ("Ana Ruiz from Nordlicht", ["Ana Ruiz"]),
        ("Ana Ruiz\tNordlicht", ["Ana Ruiz"]), ("ANA RUIZ, MONTHLY", ["ANA RUIZ"]), ("ana ruiz, monthly", ["ana ruiz"]),
        ("Ana Ruiz, designer at Nordlicht, lives in Berlin", ["Ana Ruiz"]),
        ("Ana Ruiz and Ben Okafor", ["Ana Ruiz", "Ben Okafor"]),
        ("Ana Ruiz\nBen Okafor", ["Ana Ruiz", "Ben Okafor"]),
        ("My friends:\nAna Ruiz\nBen Okafor", ["Ana Ruiz", "Ben Okafor"]),
        ("李小龙, 王明", ["李小龙", "王明"]), ("محمد علي, monthly", ["محمد علي"]),
    ],
)  # fmt: skip
def test_an_explicit_add_a_fact_or_several_full_names_are_strong(text: str, people: list[str]) -> None:
    assert (names(text), read(text).evidence) == (people, "strong")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ana Ruiz", ["Ana Ruiz"]), ("Ana", ["Ana"]), ("ana", ["ana"]), ("Ana and Ben", ["Ana", "Ben"]),
        ("Ana & Ben", ["Ana", "Ben"]),
        ("Ana; Ben; Grace", ["Ana", "Ben", "Grace"]), ("ana, ben, grace", ["ana", "ben", "grace"]),
        ("1. Ana\n2. Ben", ["Ana", "Ben"]),
        ("O'Neil", ["O'Neil"]), ("Jean-Luc", ["Jean-Luc"]), ("van der Berg", ["van der Berg"]), ("李小龙", ["李小龙"]),
        ("Ana 2", ["Ana 2"]), ("Ana 🎉 Ruiz", ["Ana 🎉 Ruiz"]), ("Ana Ruiz, nice guy", ["Ana Ruiz"]),
    ],
)  # fmt: skip
def test_bare_names_are_weak(text: str, people: list[str]) -> None:
    assert (names(text), read(text).evidence) == (people, "weak")


@pytest.mark.parametrize(
    "text",
    [
        "", "  \n ", "Good morning, how are you?", "What can you do?",
        "I need to think about this, maybe tomorrow", "hello", "Thanks",
        "Thank you!", "Done", "done", "12345", "https://example.org", "@anaruiz", "ana@example.org",
        "+34 600 123 456", "😀", "monthly",
        "every week", "met at PyCon", "he does logistics", "Ana is great", "Ana, how are you?", "Hi Ana, thanks "
                                                                                                "for the coffee",
        "Let's meet, Ana", "Who is Ana Ruiz", "I am sad", "talked to Ben yesterday", "pause until 7 January",
        "add", "add a note",
        "The quick brown fox jumps over the lazy dog.", "call mom, weekly", "Product Manager at Acme",
        "a" * 4096, "I need to think about it\nAna",
    ],
)  # fmt: skip
def test_ordinary_sentences_add_nobody(text: str) -> None:
    assert read(text) == PeopleReading((), "none")


def test_what_is_not_recognised_becomes_a_note() -> None:
    [draft] = read("Мария Иванова, ежемесячно?").drafts
    assert draft == Draft(name="Мария Иванова", notes=("ежемесячно?",))


def test_a_birthday_there_never_was_stays_as_it_was_typed() -> None:
    assert read("Ana, birthday 31 Feb").drafts == (Draft(name="Ana", notes=("birthday 31 Feb",)),)


def test_lines_without_a_name_belong_to_the_person_above() -> None:
    text = "Ana Ruiz\nmonthly\nnotes: likes wine, cheese\nphone: +34 600 123 456\n\nBen Okafor\nCEO of Acme\n"
    assert read(text).drafts == (
        Draft(name="Ana Ruiz", cadence_days=30, notes=("likes wine", "cheese"), phones=("+34600123456",)),
        Draft(name="Ben Okafor", role="CEO", company="Acme"),
    )


def test_a_line_that_can_mean_two_things_gives_both_readings_of_the_whole_message() -> None:
    reading = read("Grace Lim, monthly\nAna Ruiz, Nordlicht")
    assert [draft.name for draft in reading.drafts] == ["Grace Lim", "Ana Ruiz"]
    assert [draft.name for draft in reading.alternative] == ["Grace Lim", "Ana Ruiz", "Nordlicht"]


def test_the_same_person_twice_is_one() -> None:
    assert names("Ana Ruiz\nana@example.org\nBen Okafor\nBen Okafor") == ["Ana Ruiz", "Ben Okafor"]


def test_no_more_than_a_hundred_people_are_read_and_the_rest_is_counted() -> None:
    reading = read("\n".join(f"Ana Ruiz {number}" for number in range(130)))
    assert len(reading.drafts) == MOST_PEOPLE
    assert reading.left_out == 30


def test_a_name_over_two_hundred_characters_is_none() -> None:
    assert names("add " + "Ana" * 66 + "Xy") == ["Ana" * 66 + "Xy"]
    assert names("add " + "Ana" * 67) == []


def test_what_cannot_be_seen_is_not_kept() -> None:
    assert names("add \u202eAna\x00 Ruiz\u200b") == ["Ana Ruiz"]


_WORDS = st.sampled_from(
    ["Ana", "Ruiz", "ben", ",", ";", " and ", "(", ")", " - ", "\n", "met ", "at ", "PyCon", "yesterday",
     "monthly", "every 2 weeks", "#x",
     "@ana", "+34 600 123 456", "a@example.org", "needs ", "birthday ", "12 May", "?", ":", "1. ", "'s ",
     " from ", "Berlin", "add ", "李小龙"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=4096), st.lists(_WORDS, max_size=60).map("".join)))
def test_any_text_is_taken_and_every_draft_has_a_name(text: str) -> None:
    reading = read(text)
    assert (reading.evidence == "none") == (not reading.drafts)
    for draft in (*reading.drafts, *reading.alternative):
        assert 0 < len(draft.name) <= 200
        assert any(char.isalpha() for char in draft.name)


_NOTES = st.lists(st.sampled_from(["zebra", "quartz", "violet", "gadget", "walnut"]), unique=True, min_size=1)


@settings(deadline=None)  # the first example may load a table
@given(_NOTES)
def test_nothing_that_was_typed_is_dropped(words: list[str]) -> None:
    [draft] = read("Ana Ruiz, monthly, " + ", ".join(f"likes {word}" for word in words)).drafts
    assert draft.notes == (", ".join(f"likes {word}" for word in words),)


@pytest.mark.parametrize(
    "unit",
    ["Ana ", "Ana, ", "Ana. ", "Ana Ruiz, b. ", "Ana / ", "stay in touch with ",
     "best ", "a ", "(", "Ana(", "met ", "met Joe at ", "and ", "Ana\n", "every ", "hi ", "1. ", ":",
     "@a ", "Ana, needs ", "a.", "的"]
)  # fmt: skip
def test_the_longest_message_is_read_at_once(unit: str) -> None:
    started = time.perf_counter()
    read((unit * 4096)[:4096])
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ana Ruiz, monthly. Ben Okafor, weekly. Grace Lim, yearly.", ["Ana Ruiz", "Ben Okafor", "Grace Lim"]),
        ("Ana, monthly. Ben, weekly.", ["Ana", "Ben"]), ("friends: Leo Day, Mia Day", ["Leo Day", "Mia Day"]),
        ("I'd like to stay in touch with Ana Ruiz", ["Ana Ruiz"]),
        ("Keep in touch with Grandad every week", ["Grandad"]),
        ("add sarah k", ["sarah k"]), ("aunt Grace, monthly", ["aunt Grace"]), ("my dad, weekly", ["dad"]),
        ("ana <ana@example.org>, weekly", ["ana"]), ("ana 07700900123 weekly", ["ana"]),
        ("Best regards,\nGrace Lim\nHead of Data, Acme\ngrace@example.org", ["Grace Lim"]),
        ("Name: Ana Ruiz\nPhone: +34 600 123 456\nName: Ben Okafor\nEmail: ben@example.org",
         ["Ana Ruiz", "Ben Okafor"]),
    ],
)  # fmt: skip
def test_natural_wordings_that_name_people_are_strong(text: str, people: list[str]) -> None:
    assert (names(text), read(text).evidence) == (people, "strong")


@pytest.mark.parametrize(
    "text",
    ["meeting ana at 5", "weekends at 10", "Ana at night", "annna lee mothly", "keep in touch with everyone",
     "Forwarded from Ana Ruiz\nhey, it's Ana, my new number is +34 600 123 456",
     "want to keep in touch with colleagues"],
)  # fmt: skip
def test_plans_wishes_and_slips_add_nobody(text: str) -> None:
    assert names(text) == []


def test_what_somebody_loves_is_a_note() -> None:
    assert read("sarah k - met at the gym, loves climbing, has 2 kids").drafts == (
        Draft(name="sarah k", met="at the gym", notes=("loves climbing, has 2 kids",)),
    )
