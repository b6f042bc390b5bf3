from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.rules.openers import LONGEST, Moment, OpenerFacts, Pattern, choose, facts_of
from bot.rules.picking import reason_for
from storage.models import Contact, Note, Touch

TODAY = date(2026, 6, 15)
NOW = datetime(2026, 6, 15, tzinfo=UTC)


@dataclass
class Card:
    contact: Contact
    notes: Sequence[Note] = field(default_factory=list)
    touches: Sequence[Touch] = field(default_factory=list)


def known(
    *,
    notes: Sequence[tuple[str, int]] = (),
    touched: Sequence[tuple[str | None, int]] = (),
    channel: str | None = None,
    **facts: object,
) -> OpenerFacts:
    contact = Contact(id=1, user_id=1, name="Ana Ruiz", name_key="", added_on=TODAY, created_at=NOW)
    for fact, value in facts.items():
        setattr(contact, fact, value)
    if touched:
        contact.last_touch_on = TODAY - timedelta(days=touched[0][1])
    card = Card(
        contact,
        [
            Note(user_id=1, contact_id=1, noted_on=TODAY - timedelta(days=ago), text=text, created_at=NOW)
            for text, ago in notes
        ],
        [
            Touch(
                user_id=1,
                contact_id=1,
                touched_on=TODAY - timedelta(days=ago),
                channel=channel,
                note=note,
                created_at=NOW,
            )
            for note, ago in touched
        ],
    )
    return facts_of(card, today=TODAY, reason=reason_for(contact, today=TODAY))


def pattern(
    key: str, moment: Moment = "plain", needs: frozenset[str] = frozenset(), template: str = "Hi {first}."
) -> Pattern:
    return Pattern(key, moment, needs, template)


def test_what_is_recorded_is_known_in_the_words_it_was_typed_in() -> None:
    values = known(
        company="Nordlicht",
        role="Head of Data",
        met="at PyCon 2023",
        city="Berlin",
        needs="a designer",
        offers="pricing advice",
    ).values
    assert values == {
        "first": "Ana",
        "company": "Nordlicht",
        "role": "Head of Data",
        "met": "at PyCon 2023",
        "city": "Berlin",
        "need": "a designer",
        "field": "pricing",
    }


@pytest.mark.parametrize(
    ("days", "moment"), [(3, "recent"), (45, "recent"), (46, "quiet"), (365, "quiet"), (366, "dormant")]
)
def test_the_last_touch_tells_how_long_it_has_been(days: int, moment: str) -> None:
    assert moment in known(touched=[(None, days)]).moments


def test_without_a_touch_no_silence_is_claimed() -> None:
    assert known().moments == {"plain", "fact", "topic", "never"}


def test_somebody_just_met_is_not_somebody_out_of_touch() -> None:
    met_on = TODAY - timedelta(days=5)
    assert "lately" in known(met_on=met_on).moments
    assert "lately" in known(met_on=met_on, touched=[(None, 5)]).moments
    assert "lately" not in known(met_on=met_on, touched=[(None, 2)]).moments
    assert "lately" not in known(met_on=met_on, touched=[(None, 5), (None, 400)]).moments


def test_a_birthday_is_today_or_soon() -> None:
    assert "birthday_today" in known(birthday="--06-15").moments
    assert "birthday_soon" in known(birthday="--06-20").moments
    assert not {"birthday_today", "birthday_soon"} & known(birthday="--07-15").moments


def test_news_in_a_note_is_known_and_drops_what_it_makes_doubtful() -> None:
    facts = known(notes=[("she starts a new job at Stripe in May", 40)], company="Nordlicht", role="Head of Data")
    assert "job_past" in facts.moments
    assert facts.values == {"first": "Ana", "employer": "Stripe"}
    assert "city" not in known(notes=[("moved to Berlin", 500)], city="Madrid").values


def test_a_need_in_a_note_counts_as_a_need() -> None:
    assert known(notes=[("is looking for a designer", 10)]).values["need"] == "a designer"


def test_what_they_talked_about_last_is_known_for_a_year() -> None:
    assert known(touched=[("about the trial", 30)]).values["topic"] == "the trial"
    assert "topic" not in known(touched=[("about the trial", 400)]).values
    assert "topic" not in known(touched=[(None, 3), ("about the trial", 30)]).values


def test_an_introduction_by_a_namesake_is_not_spoken_of() -> None:
    assert "met" not in known(met="through Ana").values


def test_a_birthday_comes_before_all_else() -> None:
    facts = known(birthday="--06-15", needs="a designer")
    patterns = [pattern("need", "fact", frozenset({"need"})), pattern("birthday", "birthday_today")]
    assert choose(facts, patterns, used=(), seed=1).key == "birthday"


def test_the_more_telling_fact_comes_first() -> None:
    facts = known(needs="a designer", city="Berlin")
    patterns = [
        pattern("plain"),
        pattern("city", "fact", frozenset({"city"})),
        pattern("need", "fact", frozenset({"need"})),
    ]
    order: list[str] = []
    for _ in patterns:
        order.append(choose(facts, patterns, used=order, seed=1).key)
    assert order == ["need", "city", "plain"]


def test_another_choice_turns_to_another_side_before_it_comes_back() -> None:
    facts = known(needs="a designer")
    need = frozenset({"need"})
    patterns = [pattern("need-1", "fact", need), pattern("need-2", "fact", need), pattern("plain")]
    first = choose(facts, patterns, used=(), seed=1).key
    assert first.startswith("need")
    assert choose(facts, patterns, used=[first], seed=1).key == "plain"


def test_a_used_pattern_does_not_come_again_while_another_fits() -> None:
    patterns = [pattern("a"), pattern("b"), pattern("unfit", needs=frozenset({"city"}))]
    assert choose(known(), patterns, used={"a"}, seed=1).key == "b"


def test_when_all_are_used_the_one_shown_longest_ago_comes_again() -> None:
    patterns = [pattern("a"), pattern("b"), pattern("c")]
    assert choose(known(), patterns, used=["b", "a", "c", "b"], seed=1).key == "a"


def test_what_others_were_just_sent_is_avoided_where_there_is_a_choice() -> None:
    patterns = [pattern("a"), pattern("b")]
    assert {choose(known(), patterns, used=(), recent=["a"], seed=seed).key for seed in range(20)} == {"b"}
    assert choose(known(), patterns[:1], used=(), recent=["a"], seed=1).key == "a"


def test_the_seed_decides_ties_and_always_alike() -> None:
    patterns = [pattern(str(number)) for number in range(10)]
    chosen = [choose(known(), patterns, used=(), seed=seed).key for seed in range(30)]
    assert len(set(chosen)) > 4
    assert chosen == [choose(known(), patterns[::-1], used=(), seed=seed).key for seed in range(30)]


def test_a_pattern_that_would_come_out_too_long_gives_way() -> None:
    long = pattern("long", "fact", frozenset({"company"}), "x" * (LONGEST - 20) + "{company}")
    assert choose(known(company="N" * 40), [long, pattern("plain")], used=(), seed=1).key == "plain"


def test_braces_in_a_value_are_not_slots() -> None:
    assert pattern("a", template="Hi {first}").fill({"first": "{city}"}) == "Hi {city}"


@pytest.mark.parametrize("ago", [0, 182])
def test_after_hard_news_only_gentle_words_fit_and_no_fact(ago: int) -> None:
    facts = known(notes=[("likes tea", 0), ("her father died", ago)], birthday="--06-15", company="Nordlicht")
    assert facts.moments == {"gentle"}
    assert facts.values == {"first": "Ana"}
    assert known(touched=[("she lost her job", ago)]).moments == {"gentle"}
    assert "gentle" not in known(notes=[("her father died", 183)]).moments


def test_ones_own_family_is_spoken_to_warmly_and_plainly() -> None:
    facts = known(name="Mum", birthday="--06-15", company="Nordlicht", needs="a designer")
    assert facts.moments == {"kin", "kin_birthday_today"}
    assert facts.values == {"first": "Mum"}


def test_whether_something_is_still_so_is_asked_after_half_a_year_only() -> None:
    assert "still" in known(touched=[(None, 400)], added_on=TODAY - timedelta(days=183)).moments
    assert "still" not in known(touched=[(None, 400)], added_on=TODAY - timedelta(days=7)).moments


@pytest.mark.parametrize(
    ("channel", "ago", "fresh"),
    [
        ("call", 2, True),
        ("meeting", 14, True),
        ("call", 1, False),
        ("call", 15, False),
        ("message", 5, False),
    ],
)
def test_the_other_day_is_a_talk_of_the_last_two_weeks(channel: str, ago: int, fresh: bool) -> None:
    assert ("fresh" in known(touched=[(None, ago)], channel=channel).moments) is fresh
