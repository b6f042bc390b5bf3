"""In which words a contact is written to: out of the store, for each contact in their own language and tone."""

import re
from datetime import date
from typing import Any

import pytest

from bot.rules.lexicon import Tone
from bot.rules.openers import JOINT
from bot.wording import already_shown, another_opener, introduction_words, opener_of, reason_of, reword
from storage import Store
from tests.planned import ADDED, DAY, MONDAY, USER, WEEK, add, send, user_of


@pytest.fixture
def store(sqlite_store: Store) -> Store:
    sqlite_store.open_user(USER, language="en", timezone="UTC", next_nudge_at=MONDAY, now=ADDED)
    return sqlite_store


def opener(store: Store, contact_id: int, **wishes: Any) -> tuple[str, str]:
    card = store.card(USER, contact_id)
    assert card is not None
    reason = reason_of(store, user_of(store), card, MONDAY.date())
    user, today = user_of(store), MONDAY.date()
    return opener_of(user, card, reason, today, already_shown(store, user, card, today), **wishes)


# An opener


def test_for_a_year_nobody_reads_the_same_line_twice(store: Store) -> None:
    for number in range(5):
        add(store, f"Contact {number}", cadence_days=30)
    shown: dict[int | None, list[str]] = {}
    for number in range(52):
        now = MONDAY + number * WEEK
        nudge = send(store, now, number + 1)
        shown.setdefault(nudge.contact_id, []).extend(nudge.opener_keys)
        store.mark_done(USER, 1000 + number, nudge.id or 0, on=now.date(), now=now)
    assert len(shown) == 5
    for keys in shown.values():
        lines = [line for key in keys for line in key.split(JOINT)]
        assert len(lines) == len(set(lines))


def test_contacts_in_a_row_are_not_written_to_in_the_same_words(store: Store) -> None:
    for number in range(6):
        add(store, f"Contact {number}", cadence_days=30)
    sent = [send(store, MONDAY + number * WEEK, number + 1) for number in range(2)]
    for number in range(2, 6):
        nudge = store.open_nudge(USER)
        assert nudge is not None
        store.mark_done(USER, 1000 + number, nudge.id or 0, on=MONDAY.date(), now=MONDAY + number * WEEK)
        sent.append(send(store, MONDAY + number * WEEK, number + 1))
    for start in range(3):
        lines = [line for nudge in sent[start : start + 4] for line in nudge.opener_keys[0].split(JOINT)]
        assert len(lines) == len(set(lines))


def test_an_opener_is_in_the_contacts_language_or_else_the_users(store: Store) -> None:
    assert opener(store, add(store, "Ana Ruiz", language="Spanish"))[1].startswith("es.")
    assert opener(store, add(store, "Ben Okafor", language="de-AT"))[1].startswith("de.")
    assert opener(store, add(store, "Grace Lim", language="fi"))[0].split()[0] in ("Hi", "Hey", "Hello")
    store.change_settings(USER, 1, values={"language": "fr"}, now=MONDAY)
    assert opener(store, add(store, "Joe Park"))[1].startswith("fr.")


def test_a_language_and_a_tone_can_be_asked_for(store: Store) -> None:
    ana = add(store, "Ana Ruiz", language="de")
    assert opener(store, ana, language="es")[1].startswith("es.")
    assert "Ana Ruiz" in opener(store, ana, language="en", tone="formal")[0]
    assert opener(store, ana, language="xx")[1].startswith("de.")


def test_an_offer_and_a_moment_can_be_asked_for(store: Store) -> None:
    ana = add(store, "Ana Ruiz", needs="a designer", city="Berlin", touched_on=date(2024, 1, 1))
    assert "a designer" in opener(store, ana, offer="need")[0]
    assert "share" in opener(store, ana, offer="share", moment="dormant")[1]
    assert opener(store, ana, moment="dormant")[1].startswith("dormant")


def test_nothing_is_asked_of_somebody_one_gave_nothing_unless_it_is_wished_for(store: Store) -> None:
    ana = add(store, "Ana Ruiz", company="Nordlicht", offers="pricing advice")
    used: list[str] = []
    for _ in range(12):
        used.append(opener(store, ana, also_used=used)[1])
    assert not [key for key in used if "ask.c" in key]
    assert "ask.c" in opener(store, ana, offer="ask")[1]


def test_after_two_gives_an_ask_may_come_by_itself(store: Store) -> None:
    ana = add(store, "Ana Ruiz", company="Nordlicht", offers="pricing advice")
    for number in range(2):
        text = f"send report {number}"
        promise = store.make_promise(USER, 10 + number, ana, text, due_on=None, remind_at=None, now=MONDAY)
        assert promise is not None
        store.keep_promise(USER, 20 + number, promise.result["promise_id"], on=MONDAY.date(), now=MONDAY)
    used: list[str] = []
    for _ in range(20):
        used.append(opener(store, ana, also_used=used)[1])
    assert [key for key in used if "ask.c" in key]


def test_what_meets_a_need_is_held_out_without_a_name(store: Store) -> None:
    text, _ = opener(store, add(store, "Ana Ruiz", needs="a designer"), match="a good eye for design", offer="intro")
    assert "a good eye for design" in text or "a designer" in text


# Another one


def test_another_opener_is_never_one_of_those_shown_while_there_are_others(store: Store) -> None:
    add(store, "Ana Ruiz")
    nudge = send(store, MONDAY, 1)
    for number in range(12):
        found = another_opener(store, user_of(store), nudge, MONDAY.date())
        assert found is not None
        text, key = found
        assert key not in nudge.opener_keys
        assert "{" not in text
        store.show_opener(USER, 100 + number, nudge.id or 0, opener=text, key=key, now=MONDAY)
        kept = store.nudge(USER, nudge.id or 0)
        assert kept is not None
        nudge = kept
    assert len(set(nudge.opener_keys)) == 13


def test_keys_of_lines_that_are_no_more_still_count_and_do_no_harm(store: Store) -> None:
    add(store, "Ana Ruiz")
    nudge = send(store, MONDAY, 1)
    store.show_opener(USER, 100, nudge.id or 0, opener="Hi Ana.", key="gentle.thinking", now=MONDAY)
    kept = store.nudge(USER, nudge.id or 0)
    assert kept is not None
    assert another_opener(store, user_of(store), kept, MONDAY.date()) is not None


def test_another_opener_is_there_for_a_nudge_that_was_put_off(store: Store) -> None:
    add(store, "Ana Ruiz")
    nudge = send(store, MONDAY, 1)
    back = MONDAY + 3 * DAY
    store.answer_nudge(USER, 1, nudge.id or 0, status="later", push_at=back, snoozed_until=back.date(), now=MONDAY)
    assert another_opener(store, user_of(store), nudge, MONDAY.date()) is not None


def test_there_is_no_other_opener_for_somebody_who_is_gone(store: Store) -> None:
    add(store, "Ana Ruiz")
    nudge = send(store, MONDAY, 1)
    adding = store.change_of(USER, -1)
    assert adding is not None
    assert store.undo(USER, 5, adding.id, now=MONDAY) is not None
    assert another_opener(store, user_of(store), nudge, MONDAY.date()) is None


# Again on a later day


def test_on_its_own_day_a_nudge_keeps_its_words(store: Store) -> None:
    add(store, "Ana Ruiz", birthday="--12-01")
    assert reword(store, user_of(store), send(store, MONDAY, 1), MONDAY.date()) is None


def test_on_a_later_day_the_reason_is_that_days_and_a_good_opener_stays(store: Store) -> None:
    add(store, "Ana Ruiz", cadence_days=30, touched_on=date(2026, 8, 1))
    nudge = send(store, MONDAY, 1)
    reworded = reword(store, user_of(store), nudge, (MONDAY + 3 * DAY).date())
    assert reworded is not None
    assert (reworded.reason_kind, reworded.opener) == ("overdue", nudge.opener)


def test_a_birthday_that_went_by_takes_its_opener_with_it(store: Store) -> None:
    add(store, "Ana Ruiz", cadence_days=30, touched_on=date(2026, 8, 1), birthday="--12-01")
    nudge = send(store, MONDAY, 1)
    assert "birthday" in nudge.reason
    reworded = reword(store, user_of(store), nudge, (MONDAY + 3 * DAY).date())
    assert reworded is not None
    assert re.search("birthday (was )?on Tuesday 1 December", reworded.reason)
    assert reworded.opener_keys[-1].startswith("birthday_past")
    later = reword(store, user_of(store), nudge, (MONDAY + 5 * DAY).date())
    assert later is not None
    assert "birthday" not in f"{later.reason} {later.opener}".lower()
    assert len(reworded.opener_keys) == 2
    assert store.reword_nudge(reworded)
    kept = store.nudge(USER, nudge.id or 0)
    assert kept is not None
    assert (kept.reason, kept.opener) == (reworded.reason, reworded.opener)


def test_words_of_a_weekday_do_not_outlive_it_whatever_the_reason(store: Store) -> None:
    add(store, "Ana Ruiz", cadence_days=30, touched_on=date(2026, 8, 1))
    nudge = send(store, MONDAY, 1)
    said = "Ana, your exam is on Thursday, isn't it? How are you feeling about it?"
    store.show_opener(USER, 100, nudge.id or 0, opener=said, key="event_ahead.day-ready", now=MONDAY)
    kept = store.nudge(USER, nudge.id or 0)
    assert kept is not None
    reworded = reword(store, user_of(store), kept, (MONDAY + 7 * DAY).date())
    assert reworded is not None
    assert reworded.reason_kind == nudge.reason_kind
    assert "Thursday" not in (reworded.opener or "")


def test_the_users_own_words_stay_whatever_the_day(store: Store) -> None:
    add(store, "Ana Ruiz", cadence_days=30, touched_on=date(2026, 8, 1), birthday="--12-01")
    nudge = send(store, MONDAY, 1)
    store.show_opener(USER, 100, nudge.id or 0, opener="Ana, dinner?", key="own", now=MONDAY)
    kept = store.nudge(USER, nudge.id or 0)
    assert kept is not None
    reworded = reword(store, user_of(store), kept, (MONDAY + 3 * DAY).date())
    assert reworded is not None
    assert reworded.opener == "Ana, dinner?"


def test_a_nudge_put_off_says_who_asked_for_it(store: Store) -> None:
    add(store, "Ana Ruiz", cadence_days=30, touched_on=date(2026, 11, 20))
    nudge = send(store, MONDAY, 1)
    back = MONDAY + 3 * DAY
    store.answer_nudge(USER, 1, nudge.id or 0, status="later", push_at=back, snoozed_until=back.date(), now=MONDAY)
    put_off = store.nudge(USER, nudge.id or 0)
    assert put_off is not None
    reworded = reword(store, user_of(store), put_off, (MONDAY + 3 * DAY).date())
    assert reworded is not None
    assert reworded.reason == "You asked me to bring Ana back today."


# Introductions


@pytest.mark.parametrize("tone", ["warm", "formal"])
def test_an_introduction_falls_back_to_english(tone: Tone) -> None:
    text = introduction_words("fi", tone, "intro_ask", {"name": "Ana Ruiz", "other": "Ben Okafor"}, 1)
    assert text.startswith("H")
    assert "Ben Okafor" in text
