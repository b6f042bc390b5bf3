"""Twelve weeks with twenty people, as typed in docs/twelve-weeks.txt: what Dotty says, and when."""

import asyncio
import io
import re
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from telegram.request import BaseRequest

from bot.practice.commands import Press, read_command
from bot.practice.request import PracticeRequest
from bot.practice.terminal import USER_ID, run_practice
from bot.practising import PracticeBot
from storage import Store, migrate
from tests.engines import open_file

LINES = (Path(__file__).parent.parent / "docs" / "twelve-weeks.txt").read_text(encoding="utf-8").splitlines()
#: A Monday.
BEGINS = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
#: After this line the second half begins, in another process with nothing but the database and the clock.
HALF = LINES.index("pause until 3 January") + 6
#: What each press is meant for: the number of its line, and the button's label.
PRESSES = [
    (51, "✓ Done"),
    (53, "Yes"),
    (55, "Ask them both"),
    (56, "They said yes"),
    (57, "They said yes"),
    (58, "Sent"),
    (61, "Tomorrow"),
    (63, "Done"),
    (65, "✓ Done"),
    (69, "✓ Done"),
    (74, "Not yet"),
    (79, "Done"),
    (80, "They talked"),
    (82, "Yes"),
    (86, "✓ Done"),
    (90, "Rosa first"),
    (91, "Undo"),
    (93, "Someone else"),
    (94, "✓ Done"),
    (98, "✓ Done"),
    (104, "Done"),
    (106, "No answer"),
    (107, "Not these two"),
    (110, "✓ Done"),
    (114, "They said yes"),
    (115, "They said yes"),
    (116, "Sent"),
    (120, "Tom Baker"),
    (121, "Who could they meet?"),
    (123, "Nina Holm"),
    (125, "✓ Done"),
    (128, "Not now"),
    (129, "No answer"),
    (131, "✓ Done"),
    (134, "Someone else"),
    (135, "Not Lucía…"),
    (136, "Somebody else keeps in touch"),
    (137, "Someone else"),
    (138, "Not this week"),
    (140, "Too soon"),
    (144, "✓ Done"),
    (147, "Nothing yet"),
    (149, "✓ Done"),
    (152, "No answer"),
    (153, "Leave for a year"),
    (155, "✓ Done"),
    (158, "✓ Done"),
    (161, "✓ Done"),
    (165, "✓ Done"),
]
#: Whom the nudge of each week names.
OF_WEEK = {
    date(2026, 11, 30): "Zed Quill",
    date(2026, 12, 7): "Chloé Martin",
    date(2026, 12, 14): "Ben Okafor",
    date(2026, 12, 21): "Grace Lim",
    date(2026, 12, 28): "Hugo Lind",
    date(2027, 1, 4): "Rosa Diaz",
    date(2027, 1, 11): "Hugo Lind",
    date(2027, 1, 18): "Nina Holm",
    date(2027, 1, 25): "Hugo Lind",
    date(2027, 2, 1): "Jonas Weber",
    date(2027, 2, 8): "Ana Ruiz",
    date(2027, 2, 15): "Kay Lund",
}
_HEADING = re.compile(r"Dotty #(\d+)(, changed)?")
_CLOCK = re.compile(r"It is now \w+ (\d{4}-\d\d-\d\d) ")


@dataclass(frozen=True)
class Said:
    """One message, or how one reads after a change, in answer to a line or by itself. A button is "[" and its label."""

    line: int
    on: date
    text: str
    changed: bool = False


@dataclass(frozen=True)
class Story:
    said: list[Said]
    presses: list[tuple[int, str]]

    def on(self, day: date) -> str:
        """All that is read on a day."""
        return "\n".join(each.text for each in self.said if each.on == day)

    def after(self, line: str) -> str:
        """All that is read in answer to the only line that begins so."""
        numbers = [number for number, typed in enumerate(LINES, start=1) if typed.startswith(line)]
        assert len(numbers) == 1, line
        return "\n".join(each.text for each in self.said if each.line == numbers[0])

    def then(self, line: str, label: str) -> str:
        """All that is read after the first press of a button with this label behind the line."""
        start = next(number for number, typed in enumerate(LINES, start=1) if typed.startswith(line))
        pressed = next(number for number, text in self.presses if number > start and text == label)
        return "\n".join(each.text for each in self.said if each.line == pressed)

    def days_of(self, words: str) -> list[date]:
        """The days on which a new message has these words."""
        return [each.on for each in self.said if words in each.text and not each.changed]

    def named(self) -> list[tuple[date, str]]:
        """Whom the nudges name, with the day."""
        heads = ((each, re.match(r"How about (.+)\?", each.text)) for each in self.said if not each.changed)
        return [(each.on, found[1]) for each, found in heads if found]

    def nudge(self, name: str, day: date) -> str:
        """A nudge as it came."""
        return next(
            each.text for each in self.said
            if each.on == day and not each.changed and each.text.startswith(f"How about {name}?")
        )  # fmt: skip


def opener(nudge: str) -> str:
    return nudge.split("You could write:\n│ ")[1].split("\n")[0]


def live(lines: list[str], folder: Path, *, first: int = 1, half: Path | None = None) -> Story:
    """Type the lines in the practice chat whose data is in this folder. `first` is the number of the first line; `half`
    gets a copy of the folder as it is, with everything running, when the second half begins."""
    engine = open_file(folder / "practice.db")
    migrate(engine)
    out, apis, presses = io.StringIO(), [], list[tuple[int, str]]()

    def make(request: BaseRequest, clock: Callable[[], datetime]) -> PracticeBot:
        assert isinstance(request, PracticeRequest)
        apis.append(request.api)
        return PracticeBot(Store(engine), request, clock)

    async def typed() -> AsyncIterator[str]:
        for number, line in enumerate(lines, start=first):
            if isinstance(press := read_command(line), Press):
                chat = apis[0].chat(USER_ID)
                message = chat.with_buttons() if press.message is None else chat.find(press.message)
                buttons = message.labels if message else []
                presses.append((number, buttons[press.number - 1] if press.number <= len(buttons) else "(no button)"))
            if half is not None and number == HALF + 1:
                shutil.copytree(folder, half)
            yield line

    asyncio.run(
        run_practice(make, typed(), database=folder / "practice.db", out=out, echo=True, real_now=BEGINS)
    )  # fmt: skip
    engine.dispose()
    sent = {each.id: datetime.fromtimestamp(each.json["date"], UTC).date() for each in apis[0].chat(USER_ID).sent()}
    return Story(list(_read(out.getvalue(), sent, first)), presses)


def _read(printed: str, sent: dict[int, date], first: int) -> Iterator[Said]:
    """What is on the screen, message by message."""
    number, today = first - 1, BEGINS.date()
    heading: re.Match[str] | None = None
    block: list[str] = []
    for line in [*printed.splitlines(), "> "]:
        if line.startswith("  ") and heading:
            block.append(re.sub(r"\[\d+\] ", "[", line[2:]))
            continue
        if heading:
            today = today if heading[2] else sent[int(heading[1])]
            yield Said(number, today, "\n".join(block), bool(heading[2]))
        heading, block = _HEADING.fullmatch(line), []
        if found := _CLOCK.match(line):
            today = date.fromisoformat(found[1])
        number += line.startswith("> ")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("twelve-weeks")


@pytest.fixture(scope="module")
def story(folder: Path) -> Story:
    (folder / "whole").mkdir()
    return live(LINES, folder / "whole", half=folder / "half")


def test_every_press_is_of_the_button_that_was_meant(story: Story) -> None:
    moved = [
        f"line {number} {LINES[number - 1]!r} presses {found!r}, not {meant!r}"
        for (number, found), (_, meant) in zip(story.presses, PRESSES, strict=True) if found != meant
    ]  # fmt: skip
    assert moved == []
    assert [number for number, _ in story.presses] == [number for number, _ in PRESSES]


def test_everything_typed_is_understood(story: Story) -> None:
    lost = "not sure I understand|can mean two things|Who was it with|There is no button|That's settled|too old"
    assert [(LINES[each.line - 1], each.text) for each in story.said if re.search(lost, each.text)] == []


def test_twenty_people_are_there_and_each_monday_of_twelve_weeks_names_one(story: Story) -> None:
    assert sum("Added " in each.text for each in story.said) == 20
    mondays = [(day, name) for day, name in story.named() if day.weekday() == 0 and OF_WEEK[day] == name]
    assert mondays == list(OF_WEEK.items())


def test_nobody_is_named_twice_in_a_row(story: Story) -> None:
    names = [name for _, name in story.named()]
    assert [name for name, after in pairwise(names) if name == after] == []


# Whom, and why now


def test_a_dormant_tie_is_named_with_how_long_it_has_been_and_why_tells_the_facts(story: Story) -> None:
    assert "about two years since you and Zed were in touch" in story.nudge("Zed Quill", date(2026, 11, 30))
    assert "last in touch on 12 March 2025 · once a year · due on 12 March" in story.on(date(2026, 11, 30))


def test_an_event_is_told_of_when_it_is_coming(story: Story) -> None:
    assert "Chloé has an exam coming up on Saturday 12 December." in story.nudge("Chloé Martin", date(2026, 12, 7))
    assert "Priya is due to be back from leave in January." in story.nudge("Priya Nair", date(2026, 12, 23))
    assert "Jonas starts at Siemens this month" in story.nudge("Jonas Weber", date(2027, 2, 1))


def test_an_event_is_told_of_when_it_is_just_past(story: Story) -> None:
    assert "Chloé had an exam on Saturday 12 December" in story.nudge("Chloé Martin", date(2026, 12, 24))
    assert "Ana had a talk on Thursday 4 February" in story.nudge("Ana Ruiz", date(2027, 2, 8))
    assert "Priya was to be back from leave in January" in story.nudge("Priya Nair", date(2027, 2, 8))


def test_who_is_overdue_and_who_was_never_touched_get_their_turn(story: Story) -> None:
    assert "about six months since you and Mia were in touch" in story.nudge("Mia Stone", date(2026, 12, 7))
    assert "This could be the week for a first hello." in story.nudge("Omar Haddad", date(2027, 1, 15))


def test_a_promise_due_this_week_comes_before_everything_else(story: Story) -> None:
    told = "You told Ben you'd do this by Wednesday 16 December: send the price list."
    assert told in story.nudge("Ben Okafor", date(2026, 12, 14))


def test_a_birthday_is_told_of_within_the_days_set_for_each_and_on_the_day(story: Story) -> None:
    assert "Grace Lim's birthday and yearly dates up to three days before" in story.after("remind me 3 days")
    assert story.days_of("Grace's birthday today") == [date(2026, 12, 21)]
    assert "up to ten days before" in story.after("remind me 10 days")
    assert story.days_of("it's on Thursday 28 January") == [date(2027, 1, 18)]


def test_a_yearly_date_is_told_of_in_the_week_before(story: Story) -> None:
    told = "Rosa's wedding anniversary is on Friday 8 January"
    assert told in story.nudge("Rosa Diaz", date(2027, 1, 4))
    assert "wedding anniversary on Friday 8 January." in story.after("why Rosa?")


def test_who_was_introduced_is_asked_after(story: Story) -> None:
    told = story.nudge("Kay Lund", date(2027, 2, 15))
    assert "You introduced Kay to Leo Brandt on 5 January" in told
    assert "Leo Brandt" in opener(told)


def test_the_outlook_shows_three_weeks_and_swaps_two_of_them(story: Story) -> None:
    shown = story.on(date(2026, 12, 23))
    assert "This week Priya Nair. After that, probably Hugo Lind (your wish) and Rosa Diaz" in shown
    assert "After that, probably Rosa Diaz (your wish) and Hugo Lind (your wish)." in shown
    assert "Taken back: whose turn it is." in shown


def test_not_them_in_two_taps_does_something_lasting_and_says_what(story: Story) -> None:
    assert "[Somebody else keeps in touch" in story.then("pause until", "Not Lucía…")
    done = story.then("pause until", "Somebody else keeps in touch")
    assert "Good that Lucía Vega is looked after. I won't name them before 15 January 2028." in done
    assert "What is it? I'll go by that from now on." in story.after("not Ivy")
    assert "Ivy Chen every two months from now on, and not before" in story.then("not Ivy", "Too soon")


def test_not_them_in_words_does_something_lasting_and_says_what(story: Story) -> None:
    assert "Max Reed once a year is enough, and not before 1 November 2027." in story.after("not Max")
    assert "I'll leave Tom Baker alone until Monday 15 February; the rhythm stays" in story.after("not Tom")
    assert not {"Max Reed", "Ivy Chen", "Tom Baker"} & {name for _, name in story.named()}


# What to say


def test_an_opener_is_reworked_by_a_word(story: Story) -> None:
    first = opener(story.nudge("Zed Quill", date(2026, 11, 30)))
    shorter, warmer = opener(story.after("shorter")), opener(story.after("warmer"))
    assert len(shorter) < len(first)
    assert len({first, shorter, warmer, opener(story.after("in Spanish")), opener(story.after("another opener"))}) == 5
    assert re.search(r"Zed.*¿.+\?", opener(story.after("in Spanish")))


def test_an_opener_comes_in_the_contacts_language_by_itself(story: Story) -> None:
    assert "examen" in opener(story.nudge("Chloé Martin", date(2026, 12, 7)))
    assert opener(story.nudge("Lucía Vega", date(2027, 1, 15))).startswith("¡")
    assert re.search(r"Siemens.* du ", opener(story.nudge("Jonas Weber", date(2027, 2, 1))))


def test_words_typed_in_reply_are_the_opener_and_its_buttons_carry_them(story: Story) -> None:
    own = "Hi Ben, the price list comes tomorrow. Is the old format fine?"
    answer = story.after(":reply")
    assert opener(answer) == own
    assert f"(copies “{own}”)" in answer


def test_the_opener_asks_for_an_introduction_when_told_to(story: Story) -> None:
    assert "somebody at Roche" in opener(story.after("ask for an intro"))


# What came of it


def test_a_promise_in_the_words_after_done_is_caught_and_reminded_of_on_its_day_and_the_next(story: Story) -> None:
    assert "Shall I remind you to send him the old class photo on Friday 4 December?" in story.after("we met at his")
    reminder = "You promised Zed Quill: send him the old class photo.\nToday's the day."
    assert story.days_of(reminder) == [date(2026, 12, 4), date(2026, 12, 5)]
    assert "Zed Quill: send him the old class photo ✓" in story.on(date(2026, 12, 5))


def test_what_is_promised_is_listed_and_its_reminder_comes_once(story: Story) -> None:
    assert "One promise is open:\n• Ben Okafor: send the price list" in story.after("/promise")
    assert story.days_of("You promised Ben Okafor: send the price list.\nToday's the day.") == [date(2026, 12, 16)]


def test_heard_back_is_asked_four_days_later_and_only_once(story: Story) -> None:
    assert story.days_of("Did you hear back from Ben Okafor?") == [date(2026, 12, 18)]
    assert "How did it go with Ben Okafor?" in story.on(date(2026, 12, 18))
    assert "Kept, for the next time you write to Ben Okafor." in story.after("he likes the format")
    # What was said after "done" told of an answer.
    assert not {*story.days_of("hear back from Zed"), *story.days_of("hear back from Grace")}


def test_not_yet_is_fine(story: Story) -> None:
    assert "no answer yet, and that's fine" in story.then("I promised Ben", "Not yet")


def test_after_three_without_an_answer_it_is_asked_what_to_do(story: Story) -> None:
    assert story.days_of("The last few to Hugo Lind stayed without an answer.") == [date(2027, 1, 29)]
    assert "I'll leave Hugo Lind in peace until 29 January 2028." in story.on(date(2027, 1, 29))


def test_next_time_is_as_it_was_wished(story: Story) -> None:
    assert "You put Hugo next yourself." in story.nudge("Hugo Lind", date(2026, 12, 28))
    assert "You wanted Hugo named from today on." in story.nudge("Hugo Lind", date(2027, 1, 11))
    assert "You wanted Hugo named from today on." in story.nudge("Hugo Lind", date(2027, 1, 25))
    assert "not before 1 June" in story.after("not before summer")


def test_what_somebody_could_use_is_asked_once_a_week_at_most_and_kept(story: Story) -> None:
    days = story.days_of("Is there something you could help")
    assert len(days) >= 4
    assert min((after - day).days for day, after in pairwise(days)) >= 7
    assert "Chloé Martin could use: a quiet place to study." in story.after("a quiet place")


def test_before_an_ask_the_ledger_speaks_up_and_a_give_is_offered(story: Story) -> None:
    assert "So far you've only asked Tom Baker for things." in story.then(
        "who could introduce me to somebody at Fj", "Tom Baker"
    )
    give = story.then("who could introduce me to somebody at Fj", "Who could they meet?")
    assert "Tom needs a photographer; Kay is one." in give


def test_two_who_should_meet_are_proposed_once_and_asked_one_by_one(story: Story) -> None:
    assert story.days_of("Sam offers pricing advice, which Ben could use.") == [date(2026, 12, 3)]
    told = story.on(date(2026, 12, 3))
    assert "To Ben Okafor:\n│ " in told
    assert "To Sam Eze:\n│ " in told
    assert "Both said yes. For Ben Okafor and Sam Eze together:\n│ Ben, meet Sam Eze." in told
    assert "I'll ask on 17 December what came of it." in told


def test_an_introduction_is_asked_after_two_weeks_later_and_gives_credit(story: Story) -> None:
    assert story.days_of("You introduced Ben Okafor and Sam Eze on 3 December. What came of it?") == [
        date(2026, 12, 17)
    ]
    assert story.days_of("You introduced Kay Lund and Leo Brandt on 5 January. What came of it?") == [date(2027, 1, 19)]
    assert "Ben Okafor and Sam Eze have you to thank." in story.on(date(2026, 12, 17))
    assert "You gave twice.\nIntroduced to Leo Brandt today." in story.after("kay")


def test_at_most_one_pair_a_week_is_proposed_and_none_twice(story: Story) -> None:
    pushed = [
        (each.on, each.text.split("\n")[0]) for each in story.said
        if "might like to know each other" in each.text and "[Not now" in each.text and not each.changed
    ]  # fmt: skip
    assert [day for day, _ in pushed] == [date(2026, 12, 3), date(2026, 12, 10), date(2027, 1, 14)]
    assert len({pair for _, pair in pushed}) == 3
    assert "I won't bring it up again" in story.then("Tom needs", "Not now")
    assert "All right, not Ana Ruiz and Grace Lim." in story.then("/promise", "Not these two")


def test_an_introduction_begins_by_hand(story: Story) -> None:
    told = story.after("/intro Kay Leo")
    assert "Let's ask Kay Lund and Leo Brandt first, one by one." in told
    assert "Kay Lund is looking for a lawyer" in told


def test_who_could_introduce_one_is_found_and_the_ask_drafted(story: Story) -> None:
    assert "• Nina Holm: works there: buyer, BMW" in story.after("who could introduce me to somebody at BMW")
    assert "To Nina Holm, if you like:\n│ " in story.then("who could introduce me to somebody at BMW", "Nina Holm")


def test_while_paused_nothing_comes_but_what_was_promised(story: Story) -> None:
    paused = next(number for number, line in enumerate(LINES, start=1) if line.startswith("pause"))
    came = [each.text for each in story.said if each.line > paused and each.on < date(2027, 1, 3) and not each.changed]
    assert came[0] == ("You promised Kay Lund: send the print.\nToday's the day.\n[Done  [Tomorrow  [Next week  [Drop")
    assert "send the print ✓" in came[1]
    assert len(came) == 2


def test_a_restart_in_the_middle_changes_nothing_that_comes_after_it(story: Story, folder: Path) -> None:
    second = live(LINES[HALF:], folder / "half", first=HALF + 1)

    def new(said: list[Said]) -> list[Said]:
        return [each for each in said if each.line > HALF and not each.changed]

    assert new(second.said) == new(story.said)
