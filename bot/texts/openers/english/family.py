"""Lines to one's own family: warm and plain."""

from bot.texts.openers.writing import CASUAL, FORMAL, openings, wholes

FAMILY = (
    *wholes(
        "kin",
        {
            "how-are-you": "how are you?",
            "thinking": "I was just thinking of you. How are you?",
            "week": "how has your week been?",
            "call": "do you have time for a call one of these days?",
            "hello": "just a quick hello from me. All well with you?",
            "visit": "when would be a good time to see you?",
            "good-lately": "what has been nice lately?",
            "feeling": "how are you feeling these days?",
            "memory": "you came to mind today, and it made me smile. How are you?",
            "weekend": "what are you up to at the weekend?",
        },
    ),
    *wholes(
        "kin",
        {
            "news": "what's new with you? I'd love to hear.",
            "lunch": "shall we have lunch together soon?",
            "hug": "sending you a hug. How's everything?",
            "catch-up": "I'd love to catch up. When suits you?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "kin",
        {
            "help": "is there anything I can help you with this week?",
        },
        offer="share",
    ),
    *wholes(
        "kin_birthday_today",
        {
            "call": "Happy birthday, {first}. When can I call you today?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "kin_birthday_soon",
        {
            "plans": "your birthday is coming up. How would you like to spend it?",
            "together": "your birthday is coming up. Shall we do something nice together?",
            "free": "when may I call you on your birthday?",
        },
    ),
    *wholes(
        "kin_birthday_soon",
        {
            "wish": "your birthday is coming up. Is there anything you'd like?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "kin_birthday_past",
        {
            "tell": "happy birthday, a little late. How did you spend it?",
            "make-up": "Happy belated birthday, {first}. Can I make up for it with lunch?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "kin",
        {
            "lunch-formal": "shall we have lunch together soon?",
            "news-formal": "what is new with you? I would love to hear.",
            "catch-formal": "I would love to catch up. When would suit you?",
        },
        tones=FORMAL,
    ),
    *openings(
        "kin",
        {
            "thinking": "I was just thinking of you.",
            "hello": "just a quick hello from me.",
        },
    ),
    *wholes(
        "kin_birthday_today",
        {
            "love-call": "Happy birthday, {first}. Lots of love from me. When can I call you?",
            "day": "Happy birthday, {first}. Are you having a lovely day?",
            "best-visit": "All the best on your birthday, {first}. When may I come by?",
            "cake-left": "A very happy birthday, {first}. Will you keep a piece of cake for me?",
            "plans": "Happy birthday, {first}. How are you spending the day?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "kin_birthday_today",
        {
            "call-formal": "Happy birthday, {first}. When may I call you today?",
            "day-formal": "I wish you a very happy birthday. How are you spending the day?",
            "visit-formal": "All the best on your birthday, {first}. When may I come by?",
        },
        tones=FORMAL,
    ),
    *wholes(
        "kin_birthday_past",
        {
            "belated-day": "happy belated birthday. Was it a lovely day?",
            "together": "happy birthday, a little late. Shall we do something nice together soon?",
        },
    ),
)
