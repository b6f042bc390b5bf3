"""What the user said they would do, and introductions they made. A promise goes unnamed: its words are the user's own."""

from bot.texts.openers.writing import CASUAL, FORMAL, openings, wholes

PROMISES = (
    *openings(
        "promise_due",
        {
            "not-forgotten": "I haven't forgotten what I promised you.",
            "owe": "I still owe you something, and I haven't forgotten it.",
            "mind": "what I promised you is on my mind.",
        },
        tones=CASUAL,
    ),
    *openings(
        "promise_due",
        {
            "not-forgotten-formal": "I have not forgotten what I promised you.",
            "owe-formal": "I still owe you something, and you shall have it.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "promise_due",
        {
            "still-use": "I haven't forgotten what I promised you. Is it still useful to you?",
            "week": "about what I promised you: does this week still suit you?",
            "when": "I still owe you something. When do you need it by?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "promise_due",
        {
            "still-use-formal": "I have not forgotten what I promised you. Is it still of use to you?",
            "when-formal": "I still owe you something. By when would you like to have it?",
            "week-formal": "regarding what I promised you: would this week still suit you?",
        },
        tones=FORMAL,
    ),
    *openings(
        "promise_kept",
        {
            "useful": "I hope what I promised you turned out useful.",
            "done": "I've done what I promised you.",
            "glad": "I was glad I could do something for you.",
        },
        tones=CASUAL,
    ),
    *openings(
        "promise_kept",
        {
            "useful-formal": "I hope that what I promised you has been of use.",
            "done-formal": "I have done what I promised you.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "promise_kept",
        {
            "help": "was what I promised you any help?",
            "works": "did what I promised you work out?",
            "else": "I hope what I promised you was useful. Is there anything else I can do?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "promise_kept",
        {
            "help-formal": "was what I promised you of any help?",
            "else-formal": "I hope that what I promised you was useful. Is there anything else I could do?",
        },
        tones=FORMAL,
    ),
    *openings(
        "introduced",
        {
            "hope": "I hope the introduction was a good idea.",
            "other": "I hope you and {other} had something to talk about.",
            "thought": "I was wondering about you and {other}.",
        },
        tones=CASUAL,
    ),
    *openings(
        "introduced",
        {
            "hope-formal": "I hope that the introduction was useful.",
            "other-formal": "I hope that you and {other} had a good conversation.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "introduced",
        {
            "other": "how did it go with {other}?",
            "talk": "did you and {other} find a time to talk?",
            "useful": "was it useful to talk to {other}?",
            "plain": "did anything come of the introduction?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "introduced",
        {
            "other-formal": "may I ask how it went with {other}?",
            "talk-formal": "did you and {other} find time for a conversation?",
            "plain-formal": "has anything come of the introduction so far?",
        },
        tones=FORMAL,
    ),
)
