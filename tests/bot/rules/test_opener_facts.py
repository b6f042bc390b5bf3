from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.rules.events import Event, EventKind
from bot.rules.opener_facts import OpenerFacts, facts_of
from bot.rules.picking import Reason
from bot.texts.openers import LEXICONS
from storage.models import Contact, ContactPoint, Note, Promise, Touch
from tests.made_up import Person

TODAY = date(2026, 6, 15)
NOW = datetime(2026, 6, 15, tzinfo=UTC)
DAY = timedelta(days=1)


def known(
    *,
    notes: Sequence[tuple[str, int]] = (),
    touched: Sequence[tuple[str | None, int]] = (),
    channel: str | None = None,
    promises: Sequence[dict[str, Any]] = (),
    reason: dict[str, Any] | None = None,
    language: str = "en",
    match: str | None = None,
    tags: Sequence[str] = (),
    points: Sequence[tuple[str, str]] = (),
    **facts: object,
) -> OpenerFacts:
    """Days of notes and touches are so many days ago."""
    contact = Contact(id=1, user_id=1, name="Ana Ruiz", name_key="", added_on=TODAY, created_at=NOW)
    for fact, value in facts.items():
        setattr(contact, fact, value)
    if touched:
        contact.last_touch_on = TODAY - touched[0][1] * DAY
    row: dict[str, Any] = {"user_id": 1, "contact_id": 1, "created_at": NOW}
    person = Person(
        contact,
        Reason("due", TODAY, contact.added_on, contact.last_touch_on, **(reason or {})),
        [ContactPoint(user_id=1, contact_id=1, kind=kind, value=value) for kind, value in points],
        tags,
        [Note(**row, noted_on=TODAY - ago * DAY, text=text) for text, ago in notes],
        [Touch(**row, touched_on=TODAY - ago * DAY, channel=channel, note=note) for note, ago in touched],
        [Promise(**row, text="send the report", **promise) for promise in promises],
        match=match,
    )
    return facts_of(person, today=TODAY, reason=person.reason, lexicon=LEXICONS[language], match=match)


def event(kind: EventKind, first: int, last: int | None = None, where: str | None = None) -> dict[str, Any]:
    """The reason of an event from so many days ahead to so many."""
    last = first if last is None else last
    return {"event": Event(kind, kind, TODAY + first * DAY, TODAY + last * DAY, where)}


def test_what_is_recorded_is_known_in_the_words_it_was_typed_in() -> None:
    values = known(
        company="Nordlicht",
        role="Head of Data",
        met="at PyCon 2023",
        city="Berlin",
        needs="a designer",
        offers="pricing advice",
        match="a good eye for design",
    ).values
    assert values == {
        "first": "Ana",
        "name": "Ana Ruiz",
        "company": "Nordlicht",
        "role": "Head of Data",
        "met": "at PyCon 2023",
        "city": "Berlin",
        "need": "a designer",
        "match": "a good eye for design",
        "field": "pricing",
    }


def test_in_another_language_only_names_and_phrases_of_that_language_are_known() -> None:
    english = known(
        language="de",
        company="Nordlicht",
        role="Head of Data",
        met="at PyCon 2023",
        needs="a designer",
        offers="pricing advice",
    )
    assert english.values == {"first": "Ana", "name": "Ana Ruiz", "company": "Nordlicht", "met_at": "PyCon 2023"}
    german = known(language="de", needs="eine Wohnung", offers="SEO").values
    assert (german["need"], german["field"]) == ("eine Wohnung", "SEO")


@pytest.mark.parametrize(
    ("days", "moment"), [(3, "recent"), (45, "recent"), (46, "quiet"), (365, "quiet"), (366, "dormant")]
)
def test_the_last_touch_tells_how_long_it_has_been(days: int, moment: str) -> None:
    assert moment in known(touched=[(None, days)]).moments


def test_without_a_touch_no_silence_is_claimed() -> None:
    assert set(known().moments) == {"plain", "fact", "topic", "never"}


def test_somebody_just_met_is_not_somebody_out_of_touch() -> None:
    met_on = TODAY - 5 * DAY
    assert "lately" in known(met_on=met_on).moments
    assert "lately" in known(met_on=met_on, touched=[(None, 5)]).moments
    assert "lately" not in known(met_on=met_on, touched=[(None, 2)]).moments
    assert "lately" not in known(met_on=met_on, touched=[(None, 5), (None, 400)]).moments


@pytest.mark.parametrize(("away", "moment"), [(0, "birthday_today"), (5, "birthday_soon"), (-2, "birthday_past")])
def test_a_birthday_is_the_one_the_reason_tells_of_and_leads(away: int, moment: str) -> None:
    facts = known(reason={"birthday_on": TODAY + away * DAY})
    assert facts.leading == {moment}
    assert moment in facts.moments
    assert not known(birthday="--06-15").leading


@pytest.mark.parametrize(
    ("called", "moment"),
    [
        ("wedding anniversary", "anniversary"),
        ("anniversary", "anniversary"),
        ("Hochzeitstag", "anniversary"),
        ("work anniversary", "work_anniversary"),
        ("name day", "name_day"),
        ("Namenstag", "name_day"),
        ("adoption day", None),
    ],
)
def test_a_yearly_date_is_spoken_of_where_there_are_words_for_its_kind(called: str, moment: str | None) -> None:
    facts = known(reason={"yearly": called, "yearly_on": TODAY})
    assert facts.leading == ({moment} if moment else set())


@pytest.mark.parametrize(
    ("reason", "moment"),
    [
        (event("exam", 3), "event_ahead"),
        (event("exam", 0), "event_ahead"),
        (event("exam", -1), "event_past"),
        (event("exam", -2, 5), None),
        (event("back", 4), "back_ahead"),
        (event("back", -3), "back_past"),
        (event("job", 3, where="Stripe"), "job_ahead"),
        (event("job", -3, 3), "job_open"),
        (event("move", -30, -3, "Lisbon"), "move_past"),
    ],
)
def test_an_event_is_ahead_or_past_and_unspoken_while_it_may_be_either(
    reason: dict[str, Any], moment: str | None
) -> None:
    assert known(reason=reason).leading == ({moment} if moment else set())


def test_an_event_has_the_languages_words_and_its_day_while_it_is_ahead() -> None:
    values = known(reason=event("exam", 3)).values
    assert (values["event"], values["event_day"]) == ("your exam", "on Thursday")
    assert "event_day" not in known(reason=event("exam", 0)).values
    assert "event_day" not in known(reason=event("exam", 3, 5)).values
    assert known(language="de", reason=event("exam", 3)).values["event_day"] == "am Donnerstag"
    assert known(language="de", reason=event("exam", 13)).values["event_day"] == "am 28. Juni"


def test_an_event_that_changes_their_work_or_home_drops_what_was_known_of_it() -> None:
    values = known(
        company="Nordlicht", role="Head of Data", city="Berlin", reason=event("job", 3, where="Stripe")
    ).values
    assert values == {"first": "Ana", "name": "Ana Ruiz", "city": "Berlin", "employer": "Stripe"}


def test_a_promise_counts_while_it_is_open_and_its_day_is_near() -> None:
    assert "promise_due" in known(promises=[{"due_on": TODAY + 7 * DAY}]).moments
    assert "promise_due" in known(promises=[{"due_on": TODAY - 30 * DAY}]).moments
    for other in ({"due_on": TODAY + 8 * DAY}, {"due_on": None}, {"due_on": TODAY, "dropped_on": TODAY}):
        assert "promise_due" not in known(promises=[other]).moments


def test_a_promise_kept_counts_until_they_are_in_touch_again() -> None:
    kept = {"due_on": TODAY, "kept_on": TODAY - 3 * DAY}
    assert "promise_kept" in known(promises=[kept]).moments
    assert "promise_kept" in known(promises=[kept], touched=[(None, 10)]).moments
    assert "promise_kept" not in known(promises=[kept], touched=[(None, 2)]).moments
    assert "promise_kept" not in known(promises=[{"kept_on": TODAY - 31 * DAY}]).moments


def test_who_was_introduced_to_somebody_is_asked_about_them_by_name() -> None:
    facts = known(reason={"introduced_to": "Ben Okafor", "introduced_on": TODAY - 20 * DAY})
    assert "introduced" in facts.moments
    assert facts.values["other"] == "Ben Okafor"


def test_news_in_a_note_is_known_and_drops_what_it_makes_doubtful() -> None:
    facts = known(notes=[("she starts a new job at Stripe in May", 40)], company="Nordlicht", role="Head of Data")
    assert "job_past" in facts.moments
    assert facts.values == {"first": "Ana", "name": "Ana Ruiz", "employer": "Stripe"}
    assert "city" not in known(notes=[("moved to Berlin", 500)], city="Madrid").values


def test_a_place_or_an_employer_that_would_be_declined_goes_unnamed() -> None:
    assert "place" not in known(language="fr", reason=event("move", 3, where="Le Havre")).values
    assert "employer" not in known(language="de", reason=event("job", 3, where="Deutsche Beispiel AG")).values
    assert known(language="en", reason=event("move", 3, where="Le Havre")).values["place"] == "Le Havre"


def test_a_wedding_is_a_feast() -> None:
    assert known(reason=event("wedding", 3)).feast
    assert not known(reason=event("exam", 3)).feast


def test_a_friend_filed_with_a_title_has_no_first_name_in_familiar_words() -> None:
    assert known(name="Mr Park", voice="warm").values == {"name": "Mr Park"}
    assert known(name="Mr Park").tone == "formal"


def test_a_need_in_a_note_counts_as_a_need() -> None:
    assert known(notes=[("is looking for a designer", 10)]).values["need"] == "a designer"


def test_what_they_talked_about_last_is_known_for_a_year() -> None:
    assert known(touched=[("about the trial", 30)]).values["topic"] == "the trial"
    assert "topic" not in known(touched=[("about the trial", 400)]).values
    assert "topic" not in known(touched=[(None, 3), ("about the trial", 30)]).values


def test_an_introduction_by_a_namesake_is_not_spoken_of() -> None:
    assert "met" not in known(met="through Ana").values


@pytest.mark.parametrize("ago", [0, 182])
@pytest.mark.parametrize(
    "news", ["her father died", "su padre murió", "sein Vater ist gestorben", "son père est décédé"]
)
def test_after_hard_news_only_gentle_words_fit_and_no_fact(ago: int, news: str) -> None:
    facts = known(notes=[("likes tea", 0), (news, ago)], company="Nordlicht", reason={"birthday_on": TODAY})
    assert set(facts.moments) == {"gentle"}
    assert facts.values == {"first": "Ana", "name": "Ana Ruiz"}
    assert set(known(touched=[(news, ago)]).moments) == {"gentle"}
    assert "gentle" not in known(notes=[(news, 183)]).moments


def test_ones_own_family_is_spoken_to_warmly_and_plainly() -> None:
    facts = known(name="Mum", company="Nordlicht", needs="a designer", reason={"birthday_on": TODAY})
    assert set(facts.moments) == {"kin", "kin_birthday_today"}
    assert facts.values == {"first": "Mum", "name": "Mum"}


def test_whether_something_is_still_so_is_asked_after_half_a_year_only() -> None:
    assert "still" in known(touched=[(None, 400)], added_on=TODAY - 183 * DAY).moments
    assert "still" not in known(touched=[(None, 400)], added_on=TODAY - 7 * DAY).moments


@pytest.mark.parametrize(
    ("channel", "ago", "fresh"),
    [("call", 2, True), ("meeting", 14, True), ("call", 1, False), ("call", 15, False), ("message", 5, False)],
)
def test_the_other_day_is_a_talk_of_the_last_two_weeks(channel: str, ago: int, fresh: bool) -> None:
    assert ("fresh" in known(touched=[(None, ago)], channel=channel).moments) is fresh


def test_tone_and_channel_come_from_what_is_known() -> None:
    facts = known(name="Dr. Ana Ruiz", points=[("email", "a@example.org")])
    assert (facts.tone, facts.channel, facts.values["name"]) == ("formal", "email", "Dr. Ana Ruiz")
