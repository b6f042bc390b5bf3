"""What a typed line asks for."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.practice.commands import (
    Command,
    Contact,
    Days,
    Edit,
    Forward,
    Help,
    Location,
    Pick,
    Press,
    Quit,
    React,
    Say,
    SendFile,
    Week,
    Wrong,
    read_command,
)


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("done, she moves in May", Say("done, she moves in May")),
        (" :) ", Say(":)")),
        ("9:30", Say("9:30")),
        (":1", Press(1)),
        (":2 #12", Press(2, 12)),
        (":week", Week()),
        (":WEEK ", Week()),
        (":days 3", Days(3)),
        (":contact Ana Ruiz, +34 600 123 456", Contact("Ana Ruiz", "+34 600 123 456")),
        (":contact Ruiz, Ana, 600123456", Contact("Ruiz, Ana", "600123456")),
        (":file 'my people.csv'", SendFile(Path("my people.csv"))),
        (":react 👍", React("👍")),
        (":react 👍 12", React("👍", 12)),
        (":location 40.4, -3.7", Location(40.4, -3.7)),
        (":reply 3 done\nyesterday", Say("done\nyesterday", 3)),
        (":edit Ana Ruiz", Edit("Ana Ruiz")),
        (":help", Help()),
        (":quit", Quit()),
        (":dance", Wrong("dance")),
        (":1234567", Wrong("1234567")),
        (":1 x", Wrong("1")),
        (":days", Wrong("days")),
        (":days 0", Wrong("days")),
        (":days 99999", Wrong("days")),
        (":pick Ana Ruiz @anaruiz, Ben Okafor", Pick((("Ana Ruiz", "anaruiz"), ("Ben Okafor", "")))),
        (":pick", Wrong("pick")),
        (":forward Ana Ruiz: I start: in May", Forward("Ana Ruiz", "I start: in May")),
        (":forward Ana", Wrong("forward")),
        (":contact Ana", Wrong("contact")),
        (":contact Ana, none", Wrong("contact")),
        (":location 91,0", Wrong("location")),
        (":location nan,0", Wrong("location")),
        (":reply 3", Wrong("reply")),
        (":react", Wrong("react")),
        (":file", Wrong("file")),
        (":edit", Wrong("edit")),
    ],
)
def test_each_line_is_read(line: str, command: Command) -> None:
    assert read_command(line) == command


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(": #,0123456789daysfilereplyreact"))))
def test_no_line_breaks_it(line: str) -> None:
    assert read_command(line) is not None
    assert read_command(":" + line) is not None
