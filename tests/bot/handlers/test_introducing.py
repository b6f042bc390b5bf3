"""Introductions through the chat: proposed, asked on each side, made, and what came of them."""

from collections.abc import Callable

import pytest

from tests.chat import Chat

PEOPLE = (
    "Ana Ruiz, monthly, offers pricing advice, @anaruiz\nBen Okafor, monthly, needs help with prices, +34 600 123 456\n"
    "Kim Lee, monthly"
)


@pytest.fixture
def proposed(chat: Chat) -> Chat:
    """Thursday 3 December, after the nudge of its week: Ana and Ben were just proposed."""
    chat.say(PEOPLE)
    chat.week()
    assert "Ana Ruiz and Ben Okafor might like to know each other." in chat.days(3.1)
    return chat


@pytest.fixture
def asked(proposed: Chat) -> Chat:
    proposed.press("Ask them both")
    return proposed


@pytest.fixture
def made(asked: Chat) -> Chat:
    asked.say("Ana said yes")
    asked.say("Ben said yes")
    asked.press("Sent")
    return asked


def introduction(chat: Chat) -> dict[str, object]:
    rows = chat.export()["introductions"]
    assert len(rows) == 1
    row: dict[str, object] = rows[0]
    return row


def status(chat: Chat) -> object:
    return introduction(chat)["status"]


# Proposed


def test_a_proposal_says_why_and_comes_three_days_after_the_nudge(chat: Chat) -> None:
    chat.say(PEOPLE)
    chat.week()
    assert "know each other" not in chat.days(2.9)
    said = chat.days(0.2)
    assert "Ana offers pricing advice, which Ben could use.\n[Ask them both] [Not these two] [Not now]" in said


def test_it_is_proposed_once_and_while_it_waits_nothing_else_is(proposed: Chat) -> None:
    proposed.say("Grace Lim, needs a designer, monthly\nJoe Park, designer, monthly")
    said = "\n".join(proposed.days(7) for _ in range(3))
    assert "know each other" not in said


def test_after_an_answer_the_next_one_comes_the_week_after(proposed: Chat) -> None:
    proposed.say("Grace Lim, needs a designer, monthly\nJoe Park, designer, monthly")
    proposed.press("Not these two")
    said = proposed.days(10)
    assert "Grace Lim and Joe Park might like to know each other.\nGrace needs a designer; Joe is one." in said
    assert "Ana Ruiz and Ben Okafor might" not in said


def test_without_needs_nothing_is_proposed(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly, offers pricing advice\nBen Okafor, monthly")
    chat.week()
    assert "know each other" not in chat.days(20)


def test_who_is_archived_before_it_comes_is_not_proposed(chat: Chat) -> None:
    chat.say(PEOPLE)
    chat.week()
    chat.say("archive Ben")
    assert "know each other" not in chat.days(6)
    assert "Nobody to introduce" in chat.say("/intro")


def test_hard_news_keeps_a_proposal_back(chat: Chat) -> None:
    chat.say(PEOPLE)
    chat.say("note on Ben: his mother died last week")
    chat.week()
    assert "know each other" not in chat.days(6)


def test_not_these_two_is_for_good_until_undone(proposed: Chat) -> None:
    said = proposed.press("Not these two")
    assert "All right, not Ana Ruiz and Ben Okafor." in said
    assert status(proposed) == "declined"
    assert "Nobody to introduce" in proposed.say("/intro")
    assert "Taken back" in proposed.say("undo")
    assert status(proposed) == "proposed"


def test_not_now_leaves_it_to_the_list(proposed: Chat) -> None:
    assert "I won't bring it up again" in proposed.press("Not now")
    assert "might like" not in proposed.days(30)
    assert "• Ana Ruiz · Ben Okafor: proposed\n[Ana · Ben] [Another pair]" in proposed.say("/intro")
    assert "[Ask them both] [Not these two]" in proposed.press("Ana · Ben")
    assert "Let's ask" in proposed.press("Ask them both")


@pytest.mark.parametrize(("text", "state"), [("yes", "asked"), ("no", "declined"), ("not now", "proposed")])
def test_a_reply_to_the_proposal_is_as_good_as_a_button(proposed: Chat, text: str, state: str) -> None:
    message = next(each for each in proposed.newest() if "might like to know" in each.text)
    proposed.say(text, reply_to=message)
    assert status(proposed) == state


# Asking


def test_each_side_is_asked_with_words_of_its_own(proposed: Chat) -> None:
    said = proposed.press("Ask them both")
    assert "Let's ask Ana Ruiz and Ben Okafor first, one by one." in said
    to_ana, to_ben = said.split("To Ana Ruiz:\n")[1].split("To Ben Okafor:\n")
    assert "Ben Okafor" in to_ana
    assert "[Copy] [Open Telegram] [They said yes] [They said no]" in to_ana
    assert "Ana Ruiz" in to_ben
    assert "[Copy] [Open WhatsApp] [They said yes] [They said no]" in to_ben
    assert "Let's ask" in proposed.again()
    assert status(proposed) == "asked"


def test_the_words_are_in_their_language(chat: Chat) -> None:
    chat.say("Ana Ruiz, speaks Spanish, offers pricing advice\nBen Okafor, speaks German, needs help with prices")
    said = chat.say("/intro Ana Ben")
    assert "Ben Okafor" in said
    assert not any(english in said for english in ("introduce you", "would you be up", "I know somebody"))


def test_both_yes_brings_the_message_for_both(asked: Chat) -> None:
    said = asked.press("They said yes")
    assert "Ben Okafor: yes ✓\nGood. Ben Okafor would like that; now it's up to Ana Ruiz.\n[Undo]" in said
    said = asked.say("Ana said yes")
    assert "Both said yes. For Ana Ruiz and Ben Okafor together:\nBen, meet Ana Ruiz." in said
    assert "[Copy] [Sent] [Undo]" in said
    assert asked.again() == said
    assert status(asked) == "agreed"


def test_a_no_is_a_kind_end_with_words_for_the_other(asked: Chat) -> None:
    said = asked.press("They said no")
    assert "Ben Okafor would rather not, and that's fine. It's closed." in said
    assert "Ana" in said.split("you could write:")[1]
    assert status(asked) == "declined"
    assert "To Ana Ruiz" in asked.press("Undo")
    assert status(asked) == "asked"


def test_a_double_tap_and_one_that_is_late_harm_nothing(asked: Chat) -> None:
    message = next(each for each in asked.newest() if each.text.startswith("To Ben"))
    asked.press("They said no", message)
    before = asked.kept()
    for button in ("no.2", "yes.2", "yes.1", "both", "later", "sent"):
        assert "settled already" in asked.give(asked.user.tap(f"intro:1:{button}", message))
    assert asked.kept() == before


def test_words_for_nobody_that_is_asked_stay_a_note(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    assert "Keep it as a note on Ana" in chat.say("Ana said yes")
    chat.press("Keep it")
    assert chat.person("Ana Ruiz")["notes"][0]["text"] == "Ana said yes"


def test_after_a_done_such_words_are_its_note(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.week()
    chat.say("done")
    chat.say("they talked and will work together")
    assert [note["text"] for note in chat.person("Ana Ruiz")["notes"]] == ["they talked and will work together"]


def test_they_said_yes_means_the_one_who_has_not_answered(asked: Chat) -> None:
    asked.say("Ana said yes")
    assert "Both said yes" in asked.say("they said yes")


# Made, and what came of it


def test_sent_makes_it_and_two_weeks_later_it_is_asked_what_came_of_it(made: Chat) -> None:
    assert introduction(made)["made_on"] == "2026-12-03"
    assert "What came of it" not in made.days(13)
    assert "You introduced Ana Ruiz and Ben Okafor on Thursday 3 December. What came of it?" in made.days(1.5).replace(
        "on 3 December", "on Thursday 3 December"
    )
    assert "Good to hear." in made.press("They talked")
    assert (introduction(made)["status"], introduction(made)["outcome"]) == ("closed", "yes")
    assert "What came of it" not in made.days(40)


def test_it_counts_as_being_in_touch_in_one_tap_and_only_once(made: Chat) -> None:
    said = made.press("Also counts")
    assert "In touch with Ana Ruiz and Ben Okafor" in said
    message = next(each for each in made.newest() if "Well done" in each.text)
    made.press("Also counts", message)
    assert len(made.person("Ana Ruiz")["touches"]) == len(made.person("Ben Okafor")["touches"]) == 1
    assert "What came of it" in made.days(15)


def test_the_card_says_it(made: Chat) -> None:
    assert "Introduced to Ben Okafor today." in made.say("Ana")
    made.days(5)
    assert "Introduced to Ana Ruiz on Thursday 3 December." in made.say("Ben")
    assert "Introduced" not in made.say("Kim Lee")


def test_the_outcome_is_told_in_words(made: Chat) -> None:
    made.days(14.5)
    made.press("In words")
    made.restart()
    said = made.say("Ben has new prices now, and loves them")
    assert "Kept with Ana Ruiz and Ben Okafor." in said
    assert introduction(made)["outcome"] == "Ben has new prices now, and loves them"
    made.press("Undo")
    assert (introduction(made)["status"], introduction(made)["outcome"]) == ("made", None)


@pytest.mark.parametrize(("text", "outcome"), [
    ("they talked and will work together", "they talked and will work together"), ("nothing came of it", "nothing"),
])  # fmt: skip
def test_the_outcome_is_understood_without_being_asked(made: Chat, text: str, outcome: str) -> None:
    made.say(text)
    assert introduction(made)["outcome"] == outcome


def test_what_has_nothing_to_do_with_it_is_not_taken_for_the_outcome(made: Chat) -> None:
    made.days(14.5)
    made.press("In words")
    assert "In touch with Kim Lee" in made.say("called Kim yesterday")
    assert introduction(made)["outcome"] is None


def test_they_talked_with_no_introduction_is_asked_about(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    assert "What was that?" in chat.say("they talked and will work together")


# Started by hand


@pytest.mark.parametrize(
    "text", ["/intro Ana Kim", "introduce Ana to Kim", "connect ana and kim", "/intro Ana Ruiz Kim Lee"]
)
def test_one_is_started_by_hand_with_one_light_question(chat: Chat, text: str) -> None:
    chat.say(PEOPLE)
    assert "What should Ana Ruiz and Kim Lee talk about? A few words, or skip.\n[Skip]" in chat.say(text)
    chat.restart()
    assert "Let's ask Ana Ruiz and Kim Lee" in chat.say("they both sail")
    assert "Let's ask" in chat.again()
    assert (introduction(chat)["status"], introduction(chat)["why"]) == ("asked", "they both sail")


@pytest.mark.parametrize("skip", ["skip", "no", None])
def test_the_question_can_be_skipped(chat: Chat, skip: str | None) -> None:
    chat.say(PEOPLE)
    chat.say("/intro Ana Kim")
    said = chat.press("Skip") if skip is None else chat.say(skip)
    assert "Let's ask Ana Ruiz and Kim Lee" in said
    assert introduction(chat)["why"] == ""


def test_nothing_is_asked_where_the_why_is_known(chat: Chat) -> None:
    chat.say(PEOPLE)
    assert "Let's ask Ana Ruiz and Ben Okafor" in chat.say("/intro Ana Ben")
    assert introduction(chat)["why"] == "Ana offers pricing advice, which Ben could use."


def test_another_wish_while_the_question_waits_is_done(chat: Chat) -> None:
    chat.say(PEOPLE)
    chat.say("/intro Ana Kim")
    assert "In touch with Ben Okafor" in chat.say("called Ben")
    assert chat.export()["introductions"] == []


def test_a_name_nobody_has_is_asked_about(chat: Chat) -> None:
    chat.say(PEOPLE)
    assert "I don't know Zed Quill yet. Add?" in chat.say("introduce Zed Quill to Ana")
    assert "I don't know Zed yet. Add?" in chat.say("/intro ana zed")


def test_a_name_that_several_have_is_asked_about_and_it_goes_on(chat: Chat) -> None:
    chat.say(PEOPLE)
    chat.say("add Ana Lopez")
    assert "Which Ana do you mean?" in chat.say("/intro Ana Kim")
    assert "talk about" in chat.press("Ana Ruiz")


def test_one_and_the_same_is_said(chat: Chat) -> None:
    chat.say(PEOPLE)
    assert "one and the same" in chat.say("introduce Ana to Ana Ruiz")


def test_one_that_is_under_way_is_shown_as_it_stands(asked: Chat) -> None:
    asked.say("Ana said yes")
    said = asked.say("introduce Ben to Ana")
    assert "To Ben Okafor:" in said
    assert "To Ana Ruiz:" not in said
    assert "Ana said yes" in asked.say("/intro")


def test_intro_alone_proposes_the_best_pair_without_writing_anything(chat: Chat) -> None:
    chat.say(PEOPLE)
    before = chat.kept()
    for text in ("/intro", "introduce two people", "/intro Ana"):
        assert "Ana offers pricing advice, which Ben could use.\n[Ask them both] [Not these two]" in chat.say(text)
    assert chat.kept() == before
    chat.press("Ask them both")
    assert status(chat) == "asked"


def test_intro_with_nobody_says_how_to_begin(chat: Chat) -> None:
    assert "Nobody to introduce just now." in chat.say("/intro")
    assert "Which two should know each other?" in chat.say("/intro Zed")


def test_names_and_topics_are_data(chat: Chat) -> None:
    chat.say("Ana Ruiz\nBen Okafor")
    chat.say("Ana's last name is <b>&{x}</b>")
    chat.say("/intro Ana Ben")
    assert "my fault" not in chat.say("<i>{why} & %s")
    assert introduction(chat)["why"] == "<i>{why} & %s"
    assert "my fault" not in chat.say("/intro")


# Killed between steps, and buttons that were made up


def test_nothing_is_lost_over_restarts(proposed: Chat) -> None:
    steps: list[Callable[[], str]] = [
        lambda: proposed.press("Ask them both"), lambda: proposed.press("They said yes"),
        lambda: proposed.say("Ana said yes"), lambda: proposed.press("Sent"),
        lambda: proposed.days(14.5), lambda: proposed.press("Nothing yet"),
    ]  # fmt: skip
    for step in steps:
        step()
        proposed.restart()
    assert (introduction(proposed)["status"], introduction(proposed)["outcome"]) == ("closed", "nothing")


def test_each_step_can_be_undone(made: Chat) -> None:
    states = []
    for _ in range(4):
        made.say("undo")
        states.append(
            (introduction(made)["status"], introduction(made)["first_reply"], introduction(made)["second_reply"])
        )
    assert states == [("agreed", "yes", "yes"), ("asked", "yes", None), ("asked", None, None), ("proposed", None, None)]


def test_a_contact_merged_or_archived_meanwhile_is_met_kindly(asked: Chat) -> None:
    asked.say("archive Ben")
    assert "my fault" not in asked.press("They said yes")
    asked.say("undo")
    asked.say("undo")
    assert status(asked) == "asked"


WHATS = ["both", "not", "later", "yes.1", "no.2", "yes.3", "yes", "sent", "touch", "talked", "nothing", "words", "show",
         "both.1", "not.x", "both.99999999999999999999", "seek.BMW", "anyway.BMW", "give", "", "%", "nonsense"]  # fmt: skip


def test_made_up_buttons_do_nothing(asked: Chat) -> None:
    before = asked.kept()
    stranger = asked.api.user(8, first_name="Kim")
    stranger.start_chat()
    asked.give(stranger.text("hello"))
    for what in WHATS:
        for row in (1, 999):
            asked.give(stranger.tap(f"intro:{row}:{what}"))
            assert "my fault" not in stranger.chat.last().text
            assert "Ana" not in stranger.chat.last().text
    assert asked.kept() == before


def test_no_button_at_any_time_is_a_fault(proposed: Chat) -> None:
    for what in WHATS:
        assert "my fault" not in proposed.give(proposed.user.tap(f"intro:1:{what}"))


def test_nobody_is_asked_what_came_of_it_with_somebody_who_died(made: Chat) -> None:
    made.say("Ana died")
    made.press("Keep it as a note")
    assert "What came of it" not in made.days(40)
