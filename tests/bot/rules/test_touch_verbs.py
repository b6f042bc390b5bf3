import pytest

from bot.rules.meanings import Channel
from bot.rules.touch_verbs import OCCASION, VERBS


def channel_of(text: str) -> tuple[str, Channel | None]:
    for pattern, channel in VERBS:
        if found := pattern.match(text):
            return found[0], channel
    raise AssertionError(f"no verb in {text}")


@pytest.mark.parametrize(
    ("text", "verb", "channel"),
    [
        ("called Ana", "called", "call"),
        ("had a quick phone call with Ana", "had a quick phone call with", "call"),
        ("wrote an email to Ana", "wrote an email to", "email"),
        ("wrote to Ana", "wrote to", "message"),
        ("DM'd Ana", "DM'd", "message"),
        ("ran into Ana", "ran into", "meeting"),
        ("grabbed a beer with Ana", "grabbed a beer with", "meeting"),
        ("had a virtual coffee with Ana", "had a virtual coffee with", "call"),
        ("reached out to Ana", "reached out to", None),
    ],
)
def test_the_verb_tells_the_channel_and_ends_before_the_name(text: str, verb: str, channel: Channel | None) -> None:
    assert channel_of(text) == (verb, channel)


def test_a_word_that_only_begins_like_a_verb_is_none() -> None:
    assert not any(pattern.match("metal Ana") for pattern, _ in VERBS)


def test_an_occasion_needs_no_verb() -> None:
    found = OCCASION.match("a nice lunch with Ana")
    assert found is not None
    assert found[0] == "a nice lunch with"
