"""Those who follow the rhythm of a tag: nudged like anybody else, and told apart on their card."""

import pytest

from tests.chat import Chat


@pytest.fixture
def tagged(chat: Chat) -> Chat:
    """Grace has a tag that asks for a touch every year, and no rhythm of her own."""
    chat.say("Grace Lim #pycon")
    pace(chat, "pycon", 365)
    return chat


def pace(chat: Chat, name: str, days: int | None) -> None:
    tag = chat.store.find_tag(chat.user.id, name)
    assert tag is not None
    update_id = -1000 - (days or 0)
    assert chat.store.set_tag_cadence(chat.user.id, update_id, tag.id or 0, days, now=chat.now, wake=False)


def test_the_card_says_which_tag_the_rhythm_is_from(tagged: Chat) -> None:
    card = tagged.say("Grace")
    assert "Rhythm: yearly (from #pycon)" in card
    assert "Next: now" in card


def test_a_rhythm_of_their_own_wins_until_it_is_taken_away(tagged: Chat) -> None:
    tagged.say("Grace: monthly")
    card = tagged.say("Grace")
    assert "Rhythm: monthly\n" in card
    tagged.press("Rhythm")
    said = tagged.press("None")
    assert "no rhythm of their own now, so yearly, as their tag says" in said
    assert "Rhythm: yearly (from #pycon)" in tagged.say("Grace")


def test_they_are_nudged_with_the_tag_s_rhythm_as_the_reason(tagged: Chat) -> None:
    nudge = tagged.say("/next")
    assert "Grace Lim" in nudge
    assert "once a year" in nudge


def test_after_a_touch_the_tag_s_rhythm_names_the_next_day(tagged: Chat) -> None:
    tagged.say("had coffee with Grace")
    assert "yearly, next 23 November 2027" in tagged.say("/people")


def test_whoever_is_due_by_a_tag_comes_before_those_who_are_not(tagged: Chat) -> None:
    tagged.say("had coffee with Grace 13 months ago")
    tagged.say("Ben Okafor, quarterly")
    tagged.say("had coffee with Ben last week")
    assert "Grace Lim" in tagged.week()


def test_somebody_added_with_such_a_tag_is_not_asked_how_often(tagged: Chat) -> None:
    said = tagged.say("Joe Park #pycon")
    assert "Rhythm: yearly (from #pycon)" in said
    assert "How often" not in said


def test_without_the_tag_there_is_no_rhythm(tagged: Chat) -> None:
    pace(tagged, "pycon", None)
    card = tagged.say("Grace")
    assert "Rhythm:" not in card
    assert "Next:" not in card
