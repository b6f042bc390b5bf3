import pytest

from bot.rules.meanings import Asked, Command, Greeted, Paused, Resumed, Unclear
from bot.rules.phrases import read_phrase


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("help", "help"),
        ("Can you help me, please?", "help"),
        ("?", "help"),
        ("settings", "settings"),
        ("change the time", "settings"),
        ("set the time to 8am", "settings"),
        ("who's next?", "next"),
        ("next", "next"),
        ("who should I contact", "next"),
        ("someone else", "else"),
        ("another opener", "another"),
        ("show my people", "people"),
        ("list", "people"),
        ("please show me my contacts", "people"),
        ("export my data", "export"),
        ("I want to export my data", "export"),
        ("undo", "undo"),
        ("oops undo that", "undo"),
        ("Oops, undo!", "undo"),
        ("delete everything", "erase"),
        ("erase my data", "erase"),
        ("cancel", "cancel"),
        ("never mind", "cancel"),
        ("no thanks", "cancel"),
        ("add", "add"),
        ("add someone", "add"),
        ("later", "later"),
        ("not this week", "skip"),
        ("skip", "skip"),
        ("note", "note"),
        ("start over", "start"),
        ("stats", "stats"),
        ("show me my stats", "stats"),
        ("import my contacts", "import"),
        ("sort my inbox", "sort"),
        ("my inbox", "sort"),
        ("tags", "tags"),
        ("show me my tags", "tags"),
        ("which tags do I have?", "tags"),
        ("find doubles", "merge"),
        ("duplicates", "merge"),
        ("merge doubles", "merge"),
        ("are there any duplicates?", "merge"),
        ("import", "import"),
        ("import from LinkedIn", "import"),
        ("how do I import from linkedin?", "import"),
        ("how can I bring my contacts in from my phone?", "import"),
        ("what did I promise?", "promise"),
        ("introduce two people", "intro"),
        ("how many people do I have?", "people"),
        ("who's overdue", "people"),
    ],
)
def test_a_command_in_plain_words_is_asked_for(text: str, command: Command) -> None:
    assert read_phrase(text) == Asked(command)


@pytest.mark.parametrize("text", ["hi", "Good morning!", "thanks", "ok thanks", "🙏", "Hello Dotty"])
def test_a_greeting_is_a_greeting(text: str) -> None:
    assert read_phrase(text) == Greeted()


@pytest.mark.parametrize("text", ["resume", "I'm back!", "unpause please"])
def test_coming_back_resumes(text: str) -> None:
    assert read_phrase(text) == Resumed()


def test_stop_is_asked_about() -> None:
    assert read_phrase("Stop!") == Unclear((Paused(None), Asked("cancel")))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "help Ana",
        "next to me sat Ana",
        "delete Ana",
        "add Ana Ruiz",
        "please",
        "list " * 100,
    ],
)
def test_a_phrase_with_more_to_it_is_left_to_others(text: str) -> None:
    assert read_phrase(text) is None
