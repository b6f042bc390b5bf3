"""How much one user may ask: as a rule, and in the chat."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.limits import Limits, Rate, rates
from tests.chat import Chat

TOO_FAST = "That's faster than I can keep up with"
MINUTE = rates(60)


class Seconds:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def limits(clock: Seconds, **more: int) -> Limits:
    return Limits(MINUTE, clock, **more)


def let_in(made: Limits, count: int, *, user_id: int = 7, first: int = 1) -> list[str]:
    return [made.let_in(user_id, first + number, can_be_told=True) for number in range(count)]


def test_a_minutes_updates_may_come_at_once_and_then_they_are_told_once() -> None:
    made = limits(Seconds())
    assert let_in(made, 65) == ["in"] * 60 + ["tell"] + ["out"] * 4


def test_fifty_forwards_ten_contacts_and_a_tap_a_second_for_an_hour_pass() -> None:
    clock = Seconds()
    made = limits(clock)
    assert set(let_in(made, 60)) == {"in"}
    for number in range(3_600):
        clock.now += 1
        assert let_in(made, 1, first=100 + number) == ["in"]


def test_one_user_who_floods_takes_nothing_from_another() -> None:
    made = limits(Seconds())
    let_in(made, 500)
    assert let_in(made, 60, user_id=8, first=1000) == ["in"] * 60


def test_an_update_delivered_again_counts_once() -> None:
    made = limits(Seconds())
    assert [made.let_in(7, 1, can_be_told=True) for _ in range(200)] == ["in"] * 200
    assert let_in(made, 60, first=2) == ["in"] * 59 + ["tell"]


def test_whoever_keeps_flooding_is_told_once_a_minute_and_served_once_a_second() -> None:
    clock, said = Seconds(), []
    made = limits(clock)
    for number in range(1_800):
        said += let_in(made, 1, first=number)
        clock.now += 0.1
    assert said.count("tell") == 3
    assert 60 + 178 <= said.count("in") <= 60 + 181


def test_what_cannot_be_told_leaves_the_telling_for_later() -> None:
    made = limits(Seconds())
    let_in(made, 60)
    assert made.let_in(7, 100, can_be_told=False) == "out"
    assert made.let_in(7, 101, can_be_told=True) == "tell"


def test_many_writes_within_an_hour_leave_no_room_for_more_until_time_has_passed() -> None:
    clock = Seconds()
    made = limits(clock)
    for _ in range(3_001):
        made.charge("writes", 7)
    assert let_in(made, 1) == ["tell"]
    assert let_in(made, 1, user_id=8, first=5) == ["in"]
    clock.now += 10
    assert let_in(made, 1, first=10) == ["in"]


def test_it_remembers_no_more_than_it_is_given_room_for() -> None:
    clock = Seconds()
    made = limits(clock, most_users=100, most_updates=50)
    for number in range(5_000):
        made.let_in(number, number, can_be_told=True)
        made.take("files", number)
        made.charge("writes", number)
    assert len(made) <= 5 * 100 + 50


def test_whoever_keeps_writing_is_not_forgotten_for_a_crowd() -> None:
    made = limits(Seconds(), most_users=100, most_updates=50)
    let_in(made, 60)
    for number in range(1_000):
        made.let_in(1_000 + number, 10_000 + 2 * number, can_be_told=True)
        if number % 50 == 0:
            made.take("updates", 7)
            made.charge("updates", 7)
    assert made.is_spent("updates", 7)


@given(st.lists(st.floats(0, 5), max_size=80), st.integers(1, 20), st.floats(0.05, 3))
def test_no_more_pass_in_any_span_than_the_burst_and_what_came_back(
    gaps: list[float], burst: int, seconds: float
) -> None:
    clock = Seconds()
    made = Limits({"files": Rate(burst, seconds)}, clock)
    passed: list[float] = []
    for gap in gaps:
        clock.now += gap
        if made.take("files", 7):
            passed.append(clock.now)
    for start, first in enumerate(passed):
        for end, last in enumerate(passed[start:], start):
            assert end - start + 1 <= burst + (last - first) / seconds + 1e-6


def test_without_a_rate_there_is_no_limit() -> None:
    made = Limits({})
    assert set(let_in(made, 1_000)) == {"in"}
    assert all(made.take("files", 7) for _ in range(100))
    assert len(made) <= 4_096


# In the chat


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def limited(chat: Chat, clock: Seconds) -> Chat:
    chat.bot.application.bot_data.limits = Limits({**rates(5), "files": Rate(2, 180.0), "exports": Rate(1, 360)}, clock)
    return chat


def test_a_flood_gets_one_kind_line_and_then_silence_and_no_look_at_the_database(limited: Chat) -> None:
    for number in range(5):
        assert limited.say(f"Ana Ruiz {number}, monthly")
    limited.store.engine.dispose()
    (limited.folder / "dotty.db").rename(limited.folder / "away.db")
    said = [limited.say(f"Ben Okafor {number}, monthly") for number in range(20)]
    (limited.folder / "away.db").rename(limited.folder / "dotty.db")
    assert TOO_FAST in said[0]
    assert "send it again" in said[0]
    assert said[1:] == [""] * 19


def test_after_a_minute_they_are_heard_again(limited: Chat, clock: Seconds) -> None:
    for number in range(7):
        limited.say(f"note {number}")
    clock.now += 60
    assert "Added Ana Ruiz" in limited.say("Ana Ruiz, monthly")


def test_a_button_pressed_too_fast_says_so_in_passing_once(limited: Chat) -> None:
    limited.say("Ana Ruiz, monthly")
    said = [limited.give(limited.user.tap("card:1", limited.last)) for _ in range(6)]
    assert said[4] == f"({TOO_FAST}, so I left the last of it out. Give me a minute, then send it again.)"
    assert said[5] == ""


def test_blocking_dotty_in_the_middle_of_a_flood_is_not_answered(limited: Chat) -> None:
    for _ in range(6):
        limited.say("hello")
    assert limited.give(limited.user.block()) == ""


def test_a_third_file_waits_for_its_time_and_one_delivered_again_counts_once(limited: Chat, clock: Seconds) -> None:
    assert "Joe Park" in limited.drop("a.csv", "Name,Email\nJoe Park,joe@example.org\n")
    limited.again()
    assert "Zed Quill" in limited.drop("b.csv", "Name,Email\nZed Quill,zed@example.org\n")
    assert "Send this one again in a few minutes" in limited.drop("c.csv", "Name\nGrace Lim\n")
    clock.now += 180
    assert "Grace Lim" in limited.drop("c.csv", "Name\nGrace Lim\n")


def test_a_long_list_typed_counts_as_a_file_does(limited: Chat) -> None:
    for name in ("a.csv", "b.csv"):
        limited.drop(name, "Name\nJoe Park\n")
    typed = "\n".join(f"Zed{chr(97 + number)} Quill, zed{number}@example.org" for number in range(25))
    assert "as many lists as I can read" in limited.say(typed)


def test_copies_of_everything_are_made_at_a_pace(limited: Chat) -> None:
    limited.say("Ana Ruiz, monthly")
    assert "<dotty-" in limited.say("/export")
    assert limited.say("/export") == "You've just had several copies of everything. Ask again in a few minutes."


def test_a_crowd_of_strangers_is_told_at_a_pace(chat: Chat) -> None:
    services = chat.bot.application.bot_data
    services.allowed_user_ids, services.limits = frozenset({7}), Limits(MINUTE, Seconds())
    strangers = [chat.api.user(1_000 + number) for number in range(50)]
    for stranger in strangers:
        chat.give(stranger.text("hi"))
    assert sum(len(stranger.chat.sent()) for stranger in strangers) == 30


def test_each_change_counts_among_the_writes(limited: Chat) -> None:
    services = limited.bot.application.bot_data
    services.limits = Limits({"writes": Rate(2, 3.0)}, Seconds())
    assert "Added" in limited.say("Ana Ruiz, monthly")
    assert "Ana Ruiz" in limited.say("/people")
    assert "Added" in limited.say("Ben Okafor, monthly")
    assert TOO_FAST in limited.say("/people")
