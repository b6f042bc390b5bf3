"""Dotty's questions where a sentence can mean several things: pressed, typed, too late, twice, and after a crash."""

import pytest

from tests.chat import Chat

TWO_ANAS = "Ana Ruiz, works at Nordlicht, monthly\nAna Lopez, monthly\nBen Okafor, monthly"
NONSENSE = "blue seventeen over the moon quietly"


@pytest.fixture
def known(chat: Chat) -> Chat:
    chat.say(TWO_ANAS)
    return chat


def touches(chat: Chat, name: str) -> list[str]:
    return [touch["on"] for touch in chat.person(name)["touches"]]


def everything(chat: Chat) -> list[object]:
    """All that is recorded of people, as it stands."""
    people: list[object] = chat.export()["contacts"]
    return people


# Whom is meant


def test_when_two_fit_dotty_asks_which_and_tells_them_apart(known: Chat) -> None:
    said = known.say("called Ana yesterday")
    assert "Which Ana do you mean?" in said
    assert "[Ana Lopez] [Ana Ruiz (Nordlicht)]" in said
    assert touches(known, "Ana Ruiz") == touches(known, "Ana Lopez") == []
    assert "In touch with Ana Lopez yesterday ✓" in known.press("Ana Lopez")
    assert touches(known, "Ana Lopez") == ["2026-11-22"]


@pytest.mark.parametrize("text", ["Ana moved to Berlin", "note on Ana: plays chess", "archive Ana", "Ana"])
def test_every_kind_of_sentence_asks_which(known: Chat, text: str) -> None:
    before = everything(known)
    assert "Which Ana do you mean?" in known.say(text)
    assert everything(known) == before
    assert "Ana Lopez" in known.press("Ana Lopez")


@pytest.mark.parametrize("typed", ["Lopez", "ana lopez", "Ana Lopez"])
def test_the_answer_may_be_typed(known: Chat, typed: str) -> None:
    known.say("called Ana yesterday")
    assert "In touch with Ana Lopez yesterday ✓" in known.say(typed)


def test_two_names_that_each_fit_two_are_asked_about_one_after_the_other(known: Chat) -> None:
    known.say("Ben Adams, monthly")
    assert "Which Ana" in known.say("had coffee with Ana and Ben on Friday")
    assert "Which Ben" in known.press("Ana Ruiz")
    assert "In touch with Ana Ruiz and Ben Adams on Friday 20 November ✓" in known.press("Ben Adams")
    assert touches(known, "Ana Ruiz") == touches(known, "Ben Adams") == ["2026-11-20"]
    assert touches(known, "Ben Okafor") == []


def test_it_may_be_somebody_new(known: Chat) -> None:
    known.say("called Ana yesterday")
    known.press("Add Ana")
    assert touches(known, "Ana") == ["2026-11-22"]
    assert touches(known, "Ana Ruiz") == []


@pytest.mark.parametrize("no", ["None", None])
def test_none_of_them_records_nothing(known: Chat, no: str | None) -> None:
    before = everything(known)
    known.say("called Ana yesterday")
    said = known.press(no) if no else known.say("neither")
    assert "Nothing was changed" in said
    assert everything(known) == before


def test_something_else_may_be_said_instead(known: Chat) -> None:
    known.say("called Ana yesterday")
    question = known.last
    assert "In touch with Ben Okafor" in known.say("called Ben yesterday")
    assert "type it again" in known.press("Ana Lopez", question)
    assert touches(known, "Ana Lopez") == []


# Which reading


def test_a_sentence_with_two_readings_offers_both_as_buttons(known: Chat) -> None:
    before = everything(known)
    said = known.say("Ben and Ana Lopez")
    assert "[Open Ben] [Open Ana Lopez] [I was in touch with Ben and Ana Lopez]" in said
    assert everything(known) == before
    assert "In touch with Ben Okafor and Ana Lopez today ✓" in known.press("I was in touch")


def test_a_reading_may_lead_to_the_next_question(known: Chat) -> None:
    known.say("Ben and Ana")
    assert "Which Ana" in known.press("I was in touch")
    assert "In touch with Ben Okafor and Ana Ruiz today ✓" in known.press("Ana Ruiz")


# What an unrecognised text is for


def test_an_unrecognised_text_is_never_written_down_unasked(known: Chat) -> None:
    before = everything(known)
    said = known.say(NONSENSE)
    assert "[Note it about someone] [I was in touch]" in said
    assert everything(known) == before


def test_it_may_be_a_note(known: Chat) -> None:
    known.say(NONSENSE)
    assert "About whom?" in known.press("Note it")
    known.press("Ben Okafor")
    assert [note["text"] for note in known.person("Ben Okafor")["notes"]] == [NONSENSE]


def test_it_may_be_a_touch_and_the_name_typed(known: Chat) -> None:
    known.say(NONSENSE)
    known.press("I was in touch")
    known.say("Ben")
    (touch,) = known.person("Ben Okafor")["touches"]
    assert (touch["on"], touch["note"]) == ("2026-11-23", NONSENSE)


def test_it_may_be_somebodys_name(chat: Chat) -> None:
    chat.say("Wolfeschlegelsteinhausenbergerdorff !")
    if "[Add someone]" in chat.last.labels:
        chat.press("Add someone")
    else:
        chat.press("Add")
    assert len(chat.names()) == 1


# Late, twice, after a crash


def ask_which(chat: Chat) -> None:
    chat.say("called Ana yesterday")


def test_a_double_tap_counts_once(known: Chat) -> None:
    ask_which(known)
    question = known.last
    taps = [known.user.press(label, question) for label in ("Ana Lopez", "Ana Lopez", "Ana Ruiz")]
    known.give(taps[0])
    for tap in taps[1:]:
        said = known.give(tap)
        assert "✓" not in said
        assert said
    assert (touches(known, "Ana Lopez"), touches(known, "Ana Ruiz")) == (["2026-11-22"], [])


def test_a_retried_tap_counts_once_also_after_a_crash(known: Chat) -> None:
    ask_which(known)
    known.restart()
    first = known.press("Ana Lopez")
    known.restart()
    assert known.last.text in known.again()
    assert "✓" in first
    assert touches(known, "Ana Lopez") == ["2026-11-22"]


def test_a_retried_question_is_asked_again_and_its_buttons_work(known: Chat) -> None:
    first = known.say("called Ana yesterday")
    known.restart()
    assert known.again() == first
    known.press("Ana Lopez")
    assert touches(known, "Ana Lopez") == ["2026-11-22"]


def test_the_buttons_go_when_the_question_is_answered(known: Chat) -> None:
    ask_which(known)
    question = known.last
    known.press("Ana Lopez")
    assert question.buttons == []


def test_a_question_of_the_day_before_yesterday_has_lapsed(known: Chat) -> None:
    ask_which(known)
    known.days(2)
    assert "type it again" in known.press("Ana Lopez")
    assert touches(known, "Ana Lopez") == []


@pytest.mark.parametrize("text", ["called Ana", "note on Ana: plays chess", "archive Ana", "Ana moved to Bonn", "Ana"])
def test_a_made_up_person_is_said_not_to_be_there(known: Chat, text: str) -> None:
    known.say(text)
    before = everything(known)
    known.say(text)
    assert "isn't in your list any more" in known.give(known.user.tap(f"pick:99:{known.updates[-1]['update_id']}"))
    assert everything(known) == before


@pytest.mark.parametrize("data", ["same:99", "mean:99", "do:0", "skip:0", "do:0:add", "do:0:x.1", "add:0", "pick:1:²"])
def test_made_up_answers_change_nothing(known: Chat, data: str) -> None:
    ask_which(known)
    token = known.updates[-1]["update_id"]
    before = everything(known)
    for made_up in (data, f"{data}:{token}"):
        said = known.give(known.user.tap(made_up))
        assert said
        assert "my fault" not in said
    assert everything(known) == before


def test_another_users_contact_is_not_to_be_had_by_a_made_up_answer(known: Chat) -> None:
    stranger = known.api.user(8, first_name="Kim")
    stranger.start_chat()
    known.give(stranger.text("Ana Berg, monthly\nAna Holm, monthly"))
    asking = stranger.text("called Ana yesterday")
    known.give(asking)
    before = everything(known)
    known.give(stranger.tap(f"pick:1:{asking['update_id']}"))
    assert "isn't in your list any more" in stranger.chat.last().text
    assert everything(known) == before
