"""Yearly dates beside the birthday. They may lie some days ahead or just behind, so no line says which."""

from bot.texts.openers.writing import CASUAL, FORMAL, openings, wholes

YEARLY = (
    *openings(
        "anniversary",
        {
            "around": "it's your anniversary around now. All the best to the two of you.",
            "remembered": "I remembered your anniversary, and I hope you two are well.",
            "another": "another year together: I'm happy for you both.",
        },
        tones=CASUAL,
    ),
    *openings(
        "anniversary",
        {
            "around-formal": "I remembered that your anniversary is around this time.",
            "best-formal": "all the best to you both on your anniversary.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "anniversary",
        {
            "celebrate": "your anniversary is around now. Are you two celebrating?",
            "nice": "happy anniversary to you both. Is there something nice planned?",
            "year": "it's your anniversary around now. What was the best of the past year for the two of you?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "anniversary",
        {
            "celebrate-formal": "my best wishes to you both on your anniversary. Will you be celebrating?",
            "plans-formal": "I remembered your anniversary and wish you both well. Do you have something pleasant "
            "planned?",
        },
        tones=FORMAL,
    ),
    *openings(
        "work_anniversary",
        {
            "another": "it's your work anniversary around now.",
            "company": "another year at {company} for you: well done.",
            "time": "your work anniversary made me think of you.",
        },
        tones=CASUAL,
    ),
    *openings(
        "work_anniversary",
        {
            "another-formal": "I remembered that your work anniversary is around this time.",
            "company-formal": "it is another year at {company} for you.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "work_anniversary",
        {
            "still-fun": "it's your work anniversary around now. Is the work still fun?",
            "best": "your work anniversary is around now. What was the best of the past year?",
            "company": "another year at {company}. How does it feel?",
            "coffee": "it's your work anniversary around now. Shall we have a coffee to mark it?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "work_anniversary",
        {
            "year-formal": "my congratulations on your work anniversary. What are you looking forward to in the "
            "coming year?",
            "company-formal": "my congratulations on another year at {company}. How do you look back on it?",
        },
        tones=FORMAL,
    ),
    *openings(
        "name_day",
        {
            "around": "it's your name day around now. All the best.",
            "remembered": "I remembered your name day.",
            "thought": "your name day made me think of you.",
        },
        tones=CASUAL,
    ),
    *openings(
        "name_day",
        {
            "best-formal": "my best wishes on your name day.",
            "around-formal": "I remembered that your name day is around this time.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "name_day",
        {
            "celebrate": "happy name day. Do you celebrate it?",
            "treat": "it's your name day around now. May I buy you a coffee to mark it?",
            "cake": "all the best on your name day. Will there be cake?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "name_day",
        {
            "celebrate-formal": "all the best on your name day. Do you celebrate it?",
            "well-formal": "my best wishes on your name day. I hope you are well. How have you been?",
        },
        tones=FORMAL,
    ),
)
