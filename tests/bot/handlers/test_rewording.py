"""Other words for a nudge: the user's own, and Dotty's in another tone, language or as an ask."""

import re
from datetime import timedelta

import pytest

from tests.chat import Chat


@pytest.fixture
def nudged(chat: Chat) -> Chat:
    """Ana is named, who can be reached by Telegram and WhatsApp."""
    chat.say("Ana Ruiz, monthly, at Nordlicht, needs a designer, @ana_ruiz, +49 30 901820")
    chat.say("/next")
    return chat


def links(chat: Chat) -> str:
    return " ".join(button.url or "" for button in chat.nudge().buttons)


OWN = "Hi Ana, how is the new flat? Shall we have a coffee on Friday?"


def test_words_typed_in_reply_are_kept_as_the_opener(nudged: Chat) -> None:
    said = nudged.say(OWN, nudged.nudge())
    assert "Your own words to Ana Ruiz, then" in said
    assert nudged.opener() == OWN
    assert nudged.export()["nudges"][-1]["opener"] == OWN


def test_every_button_carries_the_own_words(nudged: Chat) -> None:
    nudged.say(OWN, nudged.nudge())
    assert "t.me/ana_ruiz?text=Hi%20Ana%2C%20how%20is%20the%20new%20flat" in links(nudged)
    assert "wa.me/4930901820?text=Hi%20Ana%2C%20how%20is" in links(nudged)
    copies = [button.value for button in nudged.nudge().buttons if button.does == "copy_text"]
    assert copies == [{"text": OWN}]


def test_own_words_can_be_taken_back(nudged: Chat) -> None:
    before = nudged.opener()
    nudged.say(OWN, nudged.nudge())
    nudged.press("Undo")
    assert nudged.opener() == before


def test_the_same_reply_delivered_twice_is_kept_once(nudged: Chat) -> None:
    nudged.say(OWN, nudged.nudge())
    nudged.again()
    assert nudged.opener() == OWN
    assert "Taken back: your words" in nudged.say("undo")
    assert nudged.opener() != OWN


def test_markup_in_own_words_is_shown_as_typed(nudged: Chat) -> None:
    words = "Hi Ana, is <b>5 < 6</b> & {name} still your favourite?"
    nudged.say(words, nudged.nudge())
    assert nudged.opener() == words


def test_words_that_may_be_for_dotty_are_asked_about(nudged: Chat) -> None:
    assert "Is that what you'd like to write to Ana Ruiz" in nudged.say(
        "I was thinking of you the other day", nudged.nudge()
    )
    nudged.restart()
    nudged.press("Use it as the opener")
    assert nudged.opener() == "I was thinking of you the other day"


def test_and_may_be_kept_as_a_note(nudged: Chat) -> None:
    nudged.say("I was thinking of you the other day", nudged.nudge())
    before = nudged.opener()
    nudged.press("Remember it")
    assert nudged.opener() == before
    assert nudged.export()["contacts"][0]["notes"][0]["text"] == "I was thinking of you the other day"


def test_a_letter_is_too_long_for_the_buttons_and_nothing_is_lost(nudged: Chat) -> None:
    before = nudged.opener()
    assert "Up to 1000 characters" in nudged.say("Hi Ana, how are you? " + "I have much to tell. " * 60, nudged.nudge())
    assert nudged.opener() == before


@pytest.mark.parametrize("text", ["done", "later", "thanks", "talked to her yesterday, all is well"])
def test_what_a_reply_meant_before_it_means_still(nudged: Chat, text: str) -> None:
    before = nudged.opener()
    nudged.say(text, nudged.nudge())
    assert "Your own words" not in "\n".join(message.text for message in nudged.newest())
    assert nudged.export()["nudges"][-1]["opener"] == before


def test_a_done_nudge_takes_no_words_any_more(nudged: Chat) -> None:
    message = nudged.nudge()
    nudged.press("✓ Done")
    nudged.press("Skip")
    nudged.say(OWN, message)
    assert nudged.export()["nudges"][-1]["opener"] != OWN


def test_shorter_is_shorter(nudged: Chat) -> None:
    before = nudged.opener()
    nudged.say("shorter please")
    assert len(nudged.opener()) < len(before)
    assert "Ana" in nudged.opener()


def test_own_words_are_shortened_from_themselves(nudged: Chat) -> None:
    nudged.say("Hi Ana, it's been a while. I often think of our talks in May. How are you these days?", nudged.nudge())
    nudged.say("shorter")
    assert nudged.opener() == "Hi Ana, it's been a while. How are you these days?"
    assert "can't make it any shorter" in nudged.say("shorter")


def test_formal_greets_by_the_whole_name_and_warm_by_the_first(nudged: Chat) -> None:
    nudged.say("more formal")
    assert "Ana Ruiz" in nudged.opener()
    nudged.say("warmer")
    assert "Ana Ruiz" not in nudged.opener()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("in Spanish", r"¿"),
        ("auf Deutsch", r"\b(?:du|dir|dich|dein\w*)\b"),
        ("in French please", r"\b(?:tu|toi|te|t'|ton|ta)\b"),
    ],
)
def test_another_language(nudged: Chat, typed: str, words: str) -> None:
    nudged.say(typed)
    assert re.search(words, nudged.opener(), re.IGNORECASE), nudged.opener()


def test_a_language_dotty_cannot_write_is_said_so(nudged: Chat) -> None:
    before = nudged.opener()
    said = nudged.say("in Japanese")
    assert "I can't write Japanese yet, only English, Spanish, German and French" in said
    assert nudged.opener() == before


def test_an_ask_for_an_introduction_names_whom(nudged: Chat) -> None:
    nudged.say("ask for an intro to somebody at Birkenhof")
    assert "Birkenhof" in nudged.opener()
    for _ in range(4):
        nudged.say("ask her for an introduction to Grace Lim")
        assert "Grace Lim" in nudged.opener()
        assert " at " not in nudged.opener()


def test_before_asking_whom_one_has_only_ever_asked_something_to_give_is_offered(nudged: Chat) -> None:
    nudged.say("asked Ana for feedback on my talk")
    nudged.now += timedelta(days=20)
    nudged.say("/next")
    before = nudged.opener()
    assert "only asked Ana Ruiz" in nudged.say("ask for an intro to Grace Lim")
    assert nudged.opener() == before
    nudged.press("Offer something instead")
    assert "Grace" not in nudged.opener()
    assert nudged.opener() != before


def test_and_the_ask_can_be_had_all_the_same(nudged: Chat) -> None:
    nudged.say("asked Ana for feedback on my talk")
    nudged.now += timedelta(days=20)
    nudged.say("/next")
    nudged.say("ask for an intro to Grace Lim")
    nudged.restart()
    nudged.press("Ask all the same")
    assert "Grace Lim" in nudged.opener()


def test_a_voice_is_kept_for_openers_to_come(nudged: Chat) -> None:
    assert "Openers to Ana Ruiz will be formal" in nudged.say("write to Ana formally")
    nudged.press("Another opener", nudged.nudge())
    assert "Ana Ruiz" in nudged.opener()
    nudged.press("Undo")
    assert nudged.export()["contacts"][0]["voice"] is None


def test_with_no_nudge_open_there_is_nothing_to_reword(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    for typed in ("shorter", "in Spanish", "ask for an intro to Grace"):
        assert "no nudge open" in chat.say(typed)


@pytest.mark.parametrize("data", ["own:1:opener", "own:999:opener", "rework:1:ask", "rework:999:give", "own:1:x"])
def test_made_up_buttons_harm_nothing(nudged: Chat, data: str) -> None:
    before = nudged.export()
    nudged.give(nudged.user.tap(data))
    after = nudged.export()
    assert [each["status"] for each in after["nudges"]] == [each["status"] for each in before["nudges"]]
    assert after["contacts"] == before["contacts"]


def test_words_that_something_else_came_in_between_are_asked_for_again(nudged: Chat) -> None:
    nudged.say("plays tennis on Sundays with the neighbours", nudged.nudge())
    nudged.say("called Ben")
    assert "Send it once more as a reply" in nudged.press("Use it")
