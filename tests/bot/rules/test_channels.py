import pytest

from bot.rules.channels import channel_of
from storage.models import ContactPoint


def point(kind: str, value: str = "x") -> ContactPoint:
    return ContactPoint(user_id=1, contact_id=1, kind=kind, value=value)


@pytest.mark.parametrize(
    ("kinds", "channel"),
    [
        ([], "chat"),
        (["telegram"], "chat"),
        (["email", "phone"], "chat"),
        (["email", "link"], "email"),
        (["link"], "linkedin"),
    ],
)
def test_a_chat_comes_before_an_email_and_that_before_linkedin(kinds: list[str], channel: str) -> None:
    assert channel_of([point(kind, "https://www.linkedin.com/in/example") for kind in kinds]) == channel


def test_a_link_to_somewhere_else_is_no_way_to_write() -> None:
    assert channel_of([point("link", "https://example.org/ana")]) == "chat"
