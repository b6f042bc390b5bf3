from datetime import date

import pytest

from bot.rules.changing import read_change
from bot.rules.drafts import Known
from bot.rules.meanings import Archived, Changed, ChangedField, Meaning, Noted, Unclear
from bot.rules.roster import Roster

MONDAY = date(2026, 11, 23)
ROSTER = Roster([Known(1, "Ana Ruiz"), Known(2, "Ben Okafor")])


def read(text: str) -> Meaning | None:
    return read_change(text, ROSTER, today=MONDAY, region="ES")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Ana's birthday is 12 May", {"birthday": "--05-12"}),
        ("Ana birthday: 12 May 1990", {"birthday": "1990-05-12"}),
        ("Ana was born on 12 May 1990", {"birthday": "1990-05-12"}),
        ("change Ana's birthday to 13 May", {"birthday": "--05-13"}),
        ("Ana moved to Berlin", {"city": "Berlin"}),
        ("Ana has just moved to Berlin.", {"city": "Berlin"}),
        ("Ana moved to Berlin last month", {"city": "Berlin"}),
        ("Ana joined Stripe in May", {"company": "Stripe"}),
        ("Ana is CTO at Nordlicht", {"role": "CTO", "company": "Nordlicht"}),
        ("Ana lives in Berlin", {"city": "Berlin"}),
        ("Ana moved to Berlin and works at Stripe", {"city": "Berlin", "company": "Stripe"}),
        (
            "Ana lives in Lisbon and works for Google as an engineer",
            {"city": "Lisbon", "company": "Google", "role": "engineer"},
        ),
        ("Ana's living in Berlin now", {"city": "Berlin"}),
        ("Ana is in Berlin now", {"city": "Berlin"}),
        ("Ana now works at Stripe", {"company": "Stripe"}),
        ("Ana joined Stripe", {"company": "Stripe"}),
        ("Ana left Stripe for Adyen", {"company": "Adyen"}),
        ("Ana works at Stripe as a designer", {"company": "Stripe", "role": "designer"}),
        ("Ana works as a nurse", {"role": "nurse"}),
        ("Ana is now Head of Data at Stripe", {"role": "Head of Data", "company": "Stripe"}),
        ("Ana's company is Stripe", {"company": "Stripe"}),
        ("Ana's email is Ana@Example.org", {"email": "ana@example.org"}),
        ("Ana ana@example.org", {"email": "ana@example.org"}),
        ("Ana's number is 600 123 456", {"phone": "+34600123456"}),
        ("Ana's telegram is @anaruiz", {"telegram": "anaruiz"}),
        ("Ana speaks German", {"language": "de"}),
        ("Ana needs a designer", {"needs": "a designer"}),
        ("Ana offers intros", {"offers": "intros"}),
        ("Ana monthly", {"cadence": "30"}),
        ("Ana: monthly", {"cadence": "30"}),
        ("contact Ana every 2 weeks", {"cadence": "14"}),
        ("remind me about Ana quarterly", {"cadence": "91"}),
        ("set Ana to monthly", {"cadence": "30"}),
        ("rename Ana to Ana María Ruiz", {"name": "Ana María Ruiz"}),
        ("Ana's name is Ana María", {"name": "Ana María"}),
        ("tag Ana #pycon", {"tag": "pycon"}),
        ("tag Ana as pycon and berlin", {"tag": "pycon,berlin"}),
        ("Ana #pycon", {"tag": "pycon"}),
        ("remove #pycon from Ana", {"untag": "pycon"}),
        ("take the tag pycon off Ana.", {"untag": "pycon"}),
        ("untag Ana #pycon", {"untag": "pycon"}),
    ],
)
def test_a_sentence_about_somebody_known_changes_a_fact(text: str, facts: dict[ChangedField, str]) -> None:
    assert read(text) == Changed("Ana", facts)


def test_who_types_all_in_small_letters_means_the_company() -> None:
    assert read("ana works at stripe") == Changed("ana", {"company": "stripe"})


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("note on Ana: loves sailing", "loves sailing"),
        ("Note about Ana: loves\nsailing", "loves\nsailing"),
        ("add a note to Ana: x", "x"),
        ("remember that Ana likes tea", "Ana likes tea"),
        ("Ana: loves sailing", "loves sailing"),
        ("note on Ana", ""),
    ],
)
def test_a_note_is_kept_in_the_users_words(text: str, note: str) -> None:
    assert read(text) == Noted("Ana", note)


@pytest.mark.parametrize(
    "text",
    [
        "archive Ana",
        "forget Ana",
        "delete Ana!",
        "remove Ana",
        "stop reminding me about Ana",
    ],
)
def test_somebody_known_can_be_put_away(text: str) -> None:
    assert read(text) == Archived("Ana")


@pytest.mark.parametrize(
    "text",
    [
        "Ana is ill",
        "Ana is moving to Berlin in May",
        "Ana is at home",
        "Ana's daughter is called Mia",
        "Ana needs to rest",
        "Ana works from home",
        "Ana left Stripe",
        "Ana started a new job",
        "Ana's birthday is soon",
    ],
)
def test_what_is_no_fact_is_offered_as_a_note(text: str) -> None:
    assert read(text) == Unclear((Noted("Ana", text),))


@pytest.mark.parametrize(
    "text",
    [
        "Ana found a designer",
        "Ana hates her manager",
        "Ana likes a good driver",
        "Ana no longer needs a designer",
        "Ana works nights",
        "Ana works at night",
        "Ana works with Ben",
        "Ana works for Ben",
        "Ana met a chef",
        "Ana wants me to call her",
        "Ana moved in with Tom",
        "Ana moved to a new flat",
        "Ana moved to marketing",
        "Ana is in Berlin this week",
        "Ana got fired",
        "Ana joined us for dinner",
        "Ana speaks too fast",
        "Ana is now married",
        "Ana's phone is broken",
        "Ana's telegram is broken",
    ],
)
def test_ordinary_words_overwrite_no_fact(text: str) -> None:
    meaning = read(text)
    assert isinstance(meaning, Unclear)
    assert meaning.readings[-1] == Noted("Ana", text)
    assert all(isinstance(each, Noted) or "telegram" in each.facts for each in meaning.readings
               if isinstance(each, Noted | Changed))  # fmt: skip


def test_of_the_dead_a_note_or_the_archive_is_offered() -> None:
    text = "Ana died last week"
    assert read(text) == Unclear((Noted("Ana", text), Archived("Ana")))


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Ana moved to Berlin and loves it", {"city": "Berlin"}),
        ("Ana moved to Berlin with her kids", {"city": "Berlin"}),
        ("Ana is now Ana Lopez", {"name": "Ana Lopez"}),
        ("Ana worked at Stripe", {"company": "Stripe"}),
        ("Ana's job is stressful", {"role": "stressful"}),
        ("Ana is a designer", {"role": "designer"}),
        ("Ana works in Berlin", {"city": "Berlin"}),
        ("Ana works in finance", {"role": "finance"}),
    ],
)
def test_what_may_be_a_fact_or_a_note_is_asked_about(text: str, facts: dict[ChangedField, str]) -> None:
    assert read(text) == Unclear((Changed("Ana", facts), Noted("Ana", text)))


@pytest.mark.parametrize(
    "text",
    [
        "Zed moved to Berlin",
        "archive Zed",
        "note on Zed: x",
        "rename Zed to Ana",
        "Ana",
        "Ana Ruiz, monthly",
        "Ana and Ben",
        "",
        "rename Ana",
        "delete Ana Ruiz and Ben",
    ],
)
def test_strangers_and_bare_names_are_left_to_others(text: str) -> None:
    assert read(text) is None
