"""Openers to one's own family: warm and plain."""

from bot.texts.openers.writing import patterns

FAMILY = (
    *patterns(
        "kin",
        {
            "how-are-you": "Hi {first}, how are you?",
            "thinking": "Hi {first}, I was just thinking of you. How are you?",
            "week": "Hi {first}, how has your week been?",
            "call": "Hi {first}, do you have time for a call one of these days?",
            "hello": "Hello {first}, just a quick hello from me. All well with you?",
            "news": "Hi {first}, what's new with you? I'd love to hear.",
            "lunch": "Hi {first}, shall we have lunch together soon?",
            "help": "Hi {first}, is there anything I can help you with this week?",
            "visit": "Hi {first}, when would be a good time to see you?",
            "good-lately": "Hi {first}, what has been nice lately?",
            "feeling": "Hi {first}, how are you feeling these days?",
            "hug": "Hello {first}, sending you a hug. How's everything?",
            "memory": "Hi {first}, you came to mind today, and it made me smile. How are you?",
            "weekend": "Hi {first}, what are you up to at the weekend?",
            "catch-up": "Hi {first}, I'd love to catch up. When suits you?",
        },
    ),
    *patterns(
        "kin_birthday_today",
        {
            "lovely-day": "Happy birthday, {first}. I hope you have a lovely day.",
            "all-the-best": "All the best on your birthday, {first}. I'm thinking of you.",
            "call": "Happy birthday, {first}. When can I call you today?",
            "love": "Happy birthday, {first}. Lots of love from me.",
            "cake": "A very happy birthday, {first}. Have a big piece of cake for me too.",
        },
    ),
    *patterns(
        "kin_birthday_soon",
        {
            "plans": "Hi {first}, your birthday is coming up. How would you like to spend it?",
            "wish": "Hi {first}, your birthday is coming up. Is there anything you'd like?",
            "together": "Hi {first}, your birthday is coming up. Shall we do something nice together?",
            "free": "Hi {first}, when may I call you on your birthday?",
        },
    ),
    *patterns(
        "kin_birthday_past",
        {
            "belated": "Hi {first}, a belated happy birthday. I hope it was a lovely day.",
            "tell": "Hi {first}, happy birthday, a little late. Tell me how you spent it?",
            "make-up": "Happy belated birthday, {first}. Can I make up for it with lunch?",
        },
    ),
)
