import pytest

from bot.rules.standings import is_accomplished


@pytest.mark.parametrize(
    "role", ["Founder", "co-founder & CEO", "Head of Data", "Professor of Law", "Geschäftsführerin", "Directora"]
)
def test_these_have_got_somewhere(role: str) -> None:
    assert is_accomplished(role)


@pytest.mark.parametrize("role", [None, "", "Nurse", "Teacher", "Designer", "headhunter"])
def test_of_these_no_standing_is_told(role: str | None) -> None:
    assert not is_accomplished(role)
