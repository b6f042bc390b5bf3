"""Birthdays of friends and acquaintances."""

from bot.texts.openers.writing import CASUAL, FORMAL, WARM, openings, wholes

BIRTHDAYS = (
    *wholes(
        "birthday_today",
        {
            "slice": "Happy birthday, {first}. May I buy you a slice of cake, the next time we're in the same place?",
        },
        tones=WARM,
    ),
    *wholes(
        "birthday_today",
        {
            "looking-forward": "Happy birthday, {first}. What are you looking forward to most this year?",
            "returns": "Many happy returns, {first}. How are you spending the day?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "birthday_soon",
        {
            "day-off": "your birthday is coming up. May I buy you lunch around then?",
            "coffee": "your birthday is coming up. Can I buy you a coffee to mark it?",
        },
        offer="share",
        tones=CASUAL,
    ),
    *wholes(
        "birthday_soon",
        {
            "corner": "your birthday is just around the corner. Any plans?",
            "small": "your birthday is coming up. Is there anything you're wishing for?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "birthday_soon",
        {
            "before-the-crowd": "your birthday is coming up, and it made me think of you. How are you?",
            "wish": "your birthday is coming up. What would you wish for this year?",
            "celebrating": "your birthday is coming up. Are you celebrating, or keeping it quiet?",
            "city": "your birthday is coming up. Are you celebrating in {city}?",
        },
    ),
    *wholes(
        "birthday_past",
        {
            "celebrated": "happy belated birthday. Did you celebrate?",
        },
    ),
    *wholes(
        "birthday_past",
        {
            "late-but": "Happy birthday, {first}, a little late but warmly meant. How was it?",
            "cake-left": "Happy belated birthday, {first}. Is there any cake left?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "birthday_past",
        {
            "coffee": "happy birthday, a little late. Can I buy you a coffee to make up for it?",
        },
        offer="share",
        tones=CASUAL,
    ),
    *openings(
        "birthday_today",
        {
            "cooking": "Happy birthday, {first}. I hope it's a good day and that somebody else is doing the cooking.",
            "kind-year": "happy birthday. I hope the year ahead is kind to you.",
            "all-the-best": "All the best on your birthday, {first}.",
            "met": "Happy birthday, {first}. I'm glad we met {met}.",
            "surprises": "A happy birthday to you, {first}. May the year bring a few good surprises.",
        },
        tones=CASUAL,
    ),
    *wholes(
        "birthday_today",
        {
            "drink": "Happy birthday, {first}. May I buy you a drink to mark it, the next time we meet?",
            "lunch": "Happy birthday, {first}. Lunch is on me, whenever you like. When suits you?",
        },
        offer="share",
        tones=WARM,
    ),
    *wholes(
        "birthday_today",
        {
            "city": "Happy birthday, {first}. Are you celebrating in {city}?",
            "day-off": "Happy birthday, {first}. Does {company} let you go home early today?",
            "highlight": "Happy birthday, {first}. What was the best thing about the last year?",
            "plans": "Happy birthday, {first}. Any plans for today?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "birthday_today",
        {
            "returns-formal": "many happy returns of the day. How will you be spending it?",
            "wishes-formal": "my best wishes on your birthday. Do you have something pleasant planned?",
            "ahead-formal": "I wish you a very happy birthday. What are you looking forward to most this year?",
            "city-formal": "I wish you a very happy birthday. Will you be celebrating in {city}?",
            "celebrate-formal": "Happy birthday, {name}. Will there be time to celebrate?",
        },
        tones=FORMAL,
    ),
    *openings(
        "birthday_today",
        {
            "wish-formal": "I wish you a very happy birthday and a good year ahead.",
            "all-best-formal": "all the best on your birthday.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "birthday_soon",
        {
            "formal-plans": "your birthday is coming up. Do you have something pleasant planned?",
            "formal-coffee": "your birthday is coming up. May I invite you for a coffee to mark it?",
            "formal-time": "your birthday is coming up. Will there be time to celebrate?",
        },
        tones=FORMAL,
    ),
    *wholes(
        "birthday_soon",
        {
            "planned-what": "your birthday is coming up. Is there something nice planned?",
            "company-day": "your birthday is coming up. Does {company} give you the day off?",
            "how-spend": "your birthday is coming up. How will you spend the day?",
        },
        tones=CASUAL,
    ),
    *openings(
        "birthday_soon",
        {
            "coming": "your birthday is coming up, and it made me think of you.",
        },
    ),
    *openings(
        "birthday_past",
        {
            "hope-good": "happy belated birthday. I hope it was a good day.",
            "whisker": "I missed your birthday by a whisker. All the best for the year ahead.",
        },
        tones=CASUAL,
    ),
    *openings(
        "birthday_past",
        {
            "belated-formal": "please accept my belated birthday wishes.",
            "year-formal": "belated birthday wishes from me. I hope the year has started well.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "birthday_past",
        {
            "day": "happy belated birthday. Did you have a good day?",
            "celebrate": "happy birthday, a little late. How did you spend the day?",
        },
    ),
    *wholes(
        "birthday_past",
        {
            "day-formal": "please accept my belated birthday wishes. Was it a good day?",
            "ahead-formal": "belated wishes for your birthday. What are you looking forward to this year?",
        },
        tones=FORMAL,
    ),
)
