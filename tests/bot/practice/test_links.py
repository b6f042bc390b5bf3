"""Which links Telegram takes."""

import pytest

from bot.practice.links import WrongLinkError, check_link


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://t.me/anaruiz?text=Hi%20Ana", "https://t.me/anaruiz?text=Hi%20Ana"),
        ("HTTP://example.org:8080/x", "HTTP://example.org:8080/x"),
        ("example.org", "http://example.org"),
        ("tg://user?id=7", "tg://user?id=7"),
        ("https://10.0.0.1/x", "https://10.0.0.1/x"),
    ],
)
def test_web_and_telegram_links_are_taken(given: str, kept: str) -> None:
    assert check_link(given) == kept


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("", "URL host is empty"),
        ("https://", "URL host is empty"),
        ("ftp://example.org", "Unsupported URL protocol"),
        ("tel:+34600123456", "Unsupported URL protocol"),
        ("mailto:ana@example.org", "Unsupported URL protocol"),
        ("javascript:alert(1)", "Unsupported URL protocol"),
        ("http://localhost/x", "Wrong HTTP URL"),
        ("https://example.org:port/", "Wrong HTTP URL"),
        ("https://wa.me/34 600", "Wrong HTTP URL"),
    ],
)
def test_other_links_are_refused_with_the_reason(given: str, reason: str) -> None:
    with pytest.raises(WrongLinkError, match=reason):
        check_link(given)
