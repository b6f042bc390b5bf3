"""Whatever is typed: what is not understood is asked about, and never written down as a guess."""

import random

import pytest

from tests.chat import Chat

NOT_UNDERSTOOD = "I can add people, note things about them, and log that you were in touch. What was that?"
LIKELY = "[Add someone] [Note it about someone] [I was in touch] [Help]"
RTL, NUL = "\u202e", "\x00"


def noise(seed: int, length: int, letters: str) -> str:
    rng = random.Random(seed)
    return "".join(rng.choice(letters) for _ in range(length))


NONSENSE = {
    "keys": "asdf qwer zxcv asdf", "sentence": "the quick brown fox jumps over the lazy dog", "number": "42",
    "sum": "12 * 7 =", "date": "12 May", "dots": "...", "emoji": "🐙🦑", "one emoji": "🐙",
    "html": "<b>bold</b> & <script>",
    "open tag": "<a href='x", "braces": "{name} {0} %s ${x}", "format": "%(name)s {user.id!r}",
    "bidi": f"{RTL}abc def ghi",
    "zero width": "\u200b\u200d\u2060", "combining": "a" + "\u0301" * 300,
    "newlines": "\n".join("xy" for _ in range(50)),
    "markdown": "*a* _b_ `c` [d](e)", "path": "../../etc/passwd", "sql": "'; DROP TABLE users; --", "url": "https://example.org/?a=b",
    "long": noise(1, 4096, "abcdefghijklmnop qrstuvwxyz,.;:!?\n"), "long signs": noise(2, 4096, "<>&{}%'\"\\/|"),
    "long commas": "a," * 2048, "long digits": noise(3, 4096, "0123456789 +-"), "long emoji": "😀" * 2048,
    "long cjk": noise(4, 4096, "的一是不了人我在有他这中大来上"), "long blank": "x" + " " * 4000 + "y",
    "nul": f"a{NUL}b{NUL}c d e f",
    "json": '{"a": [1, 2, {"b": null}]}', "question": "what is the weather like tomorrow?",
    "command like": "a /start b",
    "complaint": "this is not working at all",
}  # fmt: skip


@pytest.mark.parametrize("name", NONSENSE)
def test_nonsense_is_answered_kindly_and_written_nowhere(chat: Chat, name: str) -> None:
    chat.say("Zora Novak, monthly")
    before = chat.kept()
    said = chat.say(NONSENSE[name])
    assert said
    assert "my fault" not in said
    assert "[" in said
    assert chat.kept() == before


@pytest.mark.parametrize("text", ["asdf qwer zxcv asdf", "12 * 7 =", "<b>bold</b> & <script>", "{name} {0} %s"])
def test_what_is_not_understood_gets_one_line_and_the_likely_meanings(chat: Chat, text: str) -> None:
    said = chat.say(text)
    assert said.startswith(NOT_UNDERSTOOD)
    assert "[Note it about someone] [I was in touch]" in said
    assert said.endswith("[Help]")


def test_it_can_be_somebody_to_add(chat: Chat) -> None:
    chat.say("asdf qwer zxcv asdf")
    chat.restart()
    said = chat.press("Add someone")
    assert "asdf qwer zxcv asdf" in said
    if "Added" not in said:
        said = chat.press("Add")
    assert chat.names() == ["asdf qwer zxcv asdf"]


@pytest.mark.parametrize("how", ["press", "note"])
def test_it_can_be_a_note(chat: Chat, how: str) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("<b>bold</b> & {x}")
    chat.restart()
    assert "About whom?" in (chat.press("Note it") if how == "press" else chat.say("note"))
    chat.restart()
    said = chat.press("Ana Ruiz") if how == "press" else chat.say("ana")
    assert "Noted about Ana Ruiz: <b>bold</b> & {x}" in said
    assert chat.person("Ana Ruiz")["notes"] == [{"on": "2026-11-23", "text": "<b>bold</b> & {x}"}]


@pytest.mark.parametrize("how", ["press", "type"])
def test_it_can_be_a_touch(chat: Chat, how: str) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("sailed round the bay")
    assert "Who was it with?" in chat.press("I was in touch")
    chat.restart()
    said = chat.press("Ana Ruiz") if how == "press" else chat.say("Ana")
    assert "In touch with Ana Ruiz today ✓" in said
    assert chat.person("Ana Ruiz")["touches"] == [
        {
            "on": "2026-11-23",
            "channel": None,
            "note": "sailed round the bay",
            "started_by": None,
            "reply": None,
            "favour": None,
        }
    ]


@pytest.mark.parametrize("purpose", ["Note it", "I was in touch"])
def test_it_can_be_about_somebody_new(chat: Chat, purpose: str) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("sailed round the bay")
    chat.press(purpose)
    assert "I don't know Zora Novak yet. Add?" in chat.say("Zora Novak")
    chat.restart()
    assert "Added Zora Novak" in chat.press("Add")
    zora = chat.person("Zora Novak")
    assert zora["notes"] == [{"on": "2026-11-23", "text": "sailed round the bay"}]
    assert len(zora["touches"]) == (purpose == "I was in touch")


def test_among_several_of_the_name_what_it_was_is_not_forgotten(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("Ana Lopez, monthly")
    chat.say("Ben Okafor, monthly")
    chat.say("sailed round the bay")
    chat.press("I was in touch")
    said = chat.say("Ana")
    assert "[Ana Lopez] [Ana Ruiz] [None]" in said
    assert "In touch with Ana Lopez today" in chat.say("Lopez")


def test_small_words_that_may_be_a_name_may_be_something_else(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    assert chat.say("buy milk").endswith("[Add buy milk] [No] [Something else]")
    assert NOT_UNDERSTOOD in chat.press("Something else")
    chat.press("Note it")
    assert "Noted about Ana Ruiz: buy milk" in chat.press("Ana Ruiz")
    assert "[Something else]" not in chat.say("Zora Novak")


def test_a_wish_is_not_written_down(chat: Chat) -> None:
    before = chat.kept()
    assert NOT_UNDERSTOOD in chat.say("I should really call my mother more often")
    assert chat.kept() == before


@pytest.mark.parametrize(
    "text",
    [
        "remind me to call Ana on friday",
        "called Ana, no answer",
        "bumped into Ana's wife",
        "Ana found a designer",
        "saw Ana last summer",
    ],
)
def test_what_is_no_sure_fact_or_touch_is_a_note_by_one_tap(chat: Chat, text: str) -> None:
    chat.say("Ana Ruiz, Head of Data at Nordlicht, monthly")
    before = chat.kept()
    assert "[Keep it as a note on Ana] [None]" in chat.say(text)
    assert chat.kept() == before
    assert "Noted about Ana Ruiz" in chat.press("Keep it")


def test_a_death_at_a_nudge_is_noted_or_archives_whom_it_names(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.week()
    assert "[Keep it as a note] [Archive them] [None]" in chat.say("she died")
    assert "Ana Ruiz" in chat.press("Archive")


def test_settings_can_be_said_in_ones_own_words(chat: Chat) -> None:
    assert "Friday 08:30" in chat.say("move my nudges to friday 8:30")
    assert "2 people a week" in chat.say("2 nudges per week")
    assert "Paris time" in chat.say("i live in Paris")
    assert "08:30" in chat.say("when is the next one?")


def test_someone_else_typed_swaps_the_open_nudge(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("Ben Okafor, monthly")
    first = "Ana" if "Ana" in chat.week() else "Ben"
    said = chat.say("someone else")
    assert ("How about Ben" if first == "Ana" else "How about Ana") in said
    assert "You could write" in chat.say("another opener")


def test_who_lives_somewhere_is_searched_for(chat: Chat) -> None:
    chat.say("Ana Ruiz, lives in Berlin, monthly")
    assert "Ana Ruiz" in chat.say("who lives in Berlin?")


def test_it_can_be_nothing(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    before = chat.kept()
    chat.say("asdf qwer zxcv asdf")
    assert "Nothing was changed" in chat.say("no")
    assert chat.kept() == before


def test_help_is_a_tap_away_and_leaves_the_question_open(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("sailed round the bay")
    question = chat.newest()[0]
    assert "Just type" in chat.press("Help")
    assert "About whom?" in chat.press("Note it", question)


def test_with_nobody_there_yet_it_says_how_to_begin(chat: Chat) -> None:
    chat.say("sailed round the bay")
    assert "I don't know anybody yet." in chat.press("Note it")


@pytest.mark.parametrize(("text", "labels", "press", "answer"), [
    ("stop", ["Pause the nudges", "Never mind"], "Pause the nudges", "Paused."),
    ("Ana works in finance", ["Ana's role: finance", "Keep it as a note on Ana"], "Ana's role", "finance"),
    ("Ana and Ben", ["Open Ana", "Open Ben", "I was in touch with Ana and Ben"], "I was", "In touch with Ana Ruiz"),
])  # fmt: skip
def test_a_sentence_that_can_mean_two_things_is_offered_as_both(
    chat: Chat, text: str, labels: list[str], press: str, answer: str
) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("Ben Okafor, monthly")
    before = chat.kept()
    said = chat.say(text)
    assert " ".join(f"[{label}]" for label in [*labels, "None"]) in said
    assert chat.kept() == before
    chat.restart()
    said = chat.press(press)
    assert answer in said
    assert said.endswith(chat.again())


def test_the_meaning_may_be_typed(chat: Chat) -> None:
    chat.say("stop")
    assert "Paused." in chat.say("Pause the nudges")


def test_a_question_of_before_says_that_it_is_old(chat: Chat) -> None:
    chat.say("asdf qwer zxcv asdf")
    older = chat.newest()[0]
    chat.say("stop")
    assert (
        chat.press("Note it", older) == "(That question is settled, or from a while ago. If not, just type it again.)"
    )


def test_a_question_lapses_after_a_day(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("asdf qwer zxcv asdf")
    question = chat.newest()[0]
    chat.days(1.1)
    assert (
        chat.press("Note it", question)
        == "(That question is settled, or from a while ago. If not, just type it again.)"
    )


@pytest.mark.parametrize("text", ["Will", "Hi", "Done Smith", "May", "Mark"])
def test_people_with_words_for_names_are_found_by_them(chat: Chat, text: str) -> None:
    chat.share_contact(text, "+34 600 123 456")
    assert chat.say(text).startswith(f"{text}\n")


def test_in_a_long_message_of_people_nobody_is_lost(chat: Chat) -> None:
    people = "\n".join(
        f"Person{noise(n, 5, 'abcdefgh')} Sample{noise(n + 500, 5, 'abcdefgh')}, monthly" for n in range(90)
    )
    assert len(people) < 4096
    said = chat.say(people)
    assert "Added 90 people:" in said
    assert "… and 70 more" in said
    assert len(chat.names()) == 90
    assert "Taken back: adding 90 people." in chat.press("Undo")
    assert chat.names() == []
