import pytest

from bot.rules.change_phrases import FIELDS, MOVED, POSSESSIVE


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("'s e-mail is x@example.org", "email", "x@example.org"),
        (" birthday: 12 May", "birthday", "12 May"),
        ("'s telegram is @x", "telegram", "@x"),
        ("'s telephone is 1", "phone", "1"),
        ("'s job title is CEO", "role", "CEO"),
    ],
)
def test_the_word_after_the_name_tells_the_field(text: str, field: str, value: str) -> None:
    found = POSSESSIVE.match(text)
    assert found is not None
    words = found["field"].lower().replace("-", "")
    assert next(name for start, name in FIELDS.items() if words.startswith(start)) == field
    assert text[found.end() :] == value


def test_moving_on_is_not_moving_to() -> None:
    assert MOVED.match(" has recently moved to Berlin")
    assert not MOVED.match(" moved on")
