"""What they have before them or behind them; and coming back from somewhere."""

from bot.texts.openers.writing import CASUAL, FORMAL, WARM, openings, wholes

EVENTS = (
    *openings(
        "event_ahead",
        {
            "crossed": "I'm keeping my fingers crossed for {event}.",
            "thinking": "I'm thinking of you, with {event} coming up.",
            "day": "I remembered that {event} is {event_day}.",
            "best": "all the best for {event}.",
        },
        tones=CASUAL,
    ),
    *openings(
        "event_ahead",
        {
            "best-formal": "I wish you all the best for {event}.",
            "day-formal": "I remembered that {event} is {event_day}, and I wish you all the best.",
            "ahead-formal": "I am thinking of you, with {event} coming up.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "event_ahead",
        {
            "feeling": "how are you feeling about {event}?",
            "all-set": "are you all set for {event}?",
            "preparing": "how are the preparations for {event} going?",
            "day-ready": "{event} is {event_day}, isn't it? How are you feeling about it?",
            "something": "you have something big coming up. How are you feeling about it?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "event_ahead",
        {
            "help": "is there anything I can do to help before {event}?",
            "nerves": "if it helps to talk before {event}, I'm around. How are you feeling?",
            "hand": "with {event} so close, can I take anything off your hands?",
        },
        offer="share",
        tones=WARM,
    ),
    *wholes(
        "event_ahead",
        {
            "feeling-formal": "how are you feeling about {event}?",
            "looking-formal": "I wish you all the best for {event}. Are you looking forward to it?",
            "something-formal": "I understand that something important is coming up for you. How are you feeling "
            "about it?",
        },
        tones=FORMAL,
    ),
    *wholes(
        "event_ahead",
        {
            "help-formal": "is there anything I could do to help before {event}?",
        },
        offer="share",
        tones=FORMAL,
    ),
    *openings(
        "event_past",
        {
            "hope": "I hope {event} went well.",
            "thought": "I thought of you because of {event}.",
            "behind": "now that {event} is behind you, I wanted to say hello.",
        },
        tones=CASUAL,
    ),
    *openings(
        "event_past",
        {
            "hope-formal": "I hope {event} went well.",
            "thought-formal": "I thought of you because of {event}.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "event_past",
        {
            "how": "how did {event} go?",
            "was": "how was {event}?",
            "tell": "so, {event}: how was it?",
            "like-hoped": "did {event} go the way you hoped?",
            "something": "I hope what you had coming up went well. How was it?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "event_past",
        {
            "how-formal": "may I ask how {event} went?",
            "hoped-formal": "did {event} go as you had hoped?",
            "content-formal": "I hope {event} went well. Are you pleased with it?",
            "something-formal": "I hope that what you had before you went well. How was it?",
        },
        tones=FORMAL,
    ),
    *openings(
        "back_ahead",
        {
            "soon": "you'll be back before long.",
            "forward": "it will be good to have you back.",
            "close": "your break is coming to an end.",
        },
        tones=CASUAL,
    ),
    *openings(
        "back_ahead",
        {
            "soon-formal": "I understand that you will be back before long.",
            "forward-formal": "it will be good to have you back.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "back_ahead",
        {
            "feeling": "you'll be back soon. How do you feel about it?",
            "coffee": "you'll be back soon. Shall we have a coffee once you've landed?",
            "last": "you'll be back soon. What will you do with the rest of your time off?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "back_ahead",
        {
            "feeling-formal": "I understand that you will be back before long. Are you looking forward to it?",
            "meet-formal": "I understand that you will be back before long. Would you have time for a coffee then?",
        },
        tones=FORMAL,
    ),
    *openings(
        "back_past",
        {
            "welcome": "welcome back.",
            "good": "it's good to have you back.",
            "landed": "I hope you've landed softly.",
        },
        tones=CASUAL,
    ),
    *openings(
        "back_past",
        {
            "welcome-formal": "welcome back.",
            "start-formal": "I hope you have had a gentle start back.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "back_past",
        {
            "start": "welcome back. How has the start been?",
            "missed": "welcome back. What did you miss least?",
            "catch-up": "welcome back. Shall we catch up over a coffee?",
            "well": "welcome back. Did the time away do you good?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "back_past",
        {
            "start-formal": "welcome back. How have the first days been?",
            "well-formal": "welcome back. Did the time away do you good?",
        },
        tones=FORMAL,
    ),
)
