"""Lines to somebody out of touch for over a year. No days are counted."""

from bot.texts.openers.writing import CASUAL, FORMAL, WARM, openings, wholes

DORMANT = (
    *wholes(
        "dormant",
        {
            "long-time": "it's been a long time, and you came to mind. How are you?",
            "change-that": "it's been ages. What's new with you?",
            "out-of-the-blue": "a message out of the blue: how have you been? No rush at all to answer.",
            "these-days": "it's been a long while. I'd love to hear what you're up to these days.",
            "help": "this comes out of the blue, I know. How are you, and what are you up to?",
            "no-speak": "long time no speak. What are you up to these days?",
            "company-good": "it's been ages. How are you, and how are things at {company}?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "dormant",
        {
            "call": "it's been a long time. Would a short call to catch up suit you, whenever you have the time?",
            "best-of-it": "a lot must have happened since we were last in touch. What's the best of it?",
            "silence": "I've been quiet for a long time, and I'd like to hear how you are. How is life?",
            "coffee": "it's been ages. If you feel like a coffee or a call, I'd be very glad to catch up.",
            "met": "it's been a long time since we met {met}. I'd love to hear what you're doing now.",
            "met-call": "we met {met}, and that was quite a while ago. Would you be up for a short call to catch up?",
        },
        tones=WARM,
    ),
    *wholes(
        "dormant",
        {
            "need": "it's been a long time. Do you still need {need}? I'd be happy to ask around.",
            "need-still": "it's been ages. I remember that you needed {need}. Has that worked out, or can I help?",
        },
        offer="need",
        tones=WARM,
    ),
    *wholes(
        "dormant",
        {
            "met-remember": "I was reminded of how we met {met}. So much time has passed; how have you been?",
        },
    ),
    *wholes(
        "still",
        {
            "company": "it's been a long time. Are you still at {company}, or have you moved on?",
            "role": "it's been ages. Are you still working as {role}?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "still",
        {
            "city": "it's been a long time. Are you still in {city}? I'd be glad to hear how you are.",
        },
        tones=WARM,
    ),
    *wholes(
        "still",
        {
            "met-company": "we met {met}, long enough ago that I should ask: are you still at {company}?",
        },
    ),
    *openings(
        "dormant",
        {
            "long-time": "it's been a long time, and you came to mind.",
            "ages": "it's been ages.",
            "out-of-the-blue": "a message out of the blue.",
            "no-speak": "long time no speak.",
            "i-know": "this comes out of the blue, I know.",
            "long-while": "it's been a long while.",
        },
        tones=CASUAL,
    ),
    *openings(
        "dormant",
        {
            "happened": "a lot must have happened since we were last in touch.",
            "met": "we met {met}, and that was quite a while ago.",
            "reminded": "I was reminded of how we met {met}.",
            "back-in-touch": "it's been a long time, and I'd love to be back in touch.",
            "old-times": "I was thinking of you, after all this time.",
        },
        tones=WARM,
    ),
    *openings(
        "dormant",
        {
            "long-formal": "it has been a long time, and I would be glad to be back in touch.",
            "some-time-formal": "it has been quite some time since we were in touch.",
            "thought-formal": "it has been a long time, and you came to mind.",
            "met-formal": "it has been a long time since we met {met}.",
            "much-formal": "much must have happened since we were last in touch.",
            "while-formal": "it has been a long while, and I hope this finds you well.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "dormant",
        {
            "doing-formal": "it has been a long time. How have you been?",
            "days-formal": "it has been a long while. May I ask what you are working on these days?",
            "call-formal": "it has been a long time, and I would be glad to catch up. Would a short call suit you?",
            "company-formal": "it has been a long time. How are you, and how are things at {company}?",
        },
        tones=FORMAL,
    ),
    *openings(
        "still",
        {
            "wondered": "it's been a long time, and I wondered where life has taken you.",
            "changed": "it's been ages, and much may have changed.",
            "years": "so much can change in the time since we were in touch.",
        },
        tones=CASUAL,
    ),
    *openings(
        "still",
        {
            "changed-formal": "it has been a long time, and much may have changed for you.",
            "wondered-formal": "it has been a long time, and I have wondered how you are.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "still",
        {
            "company-formal": "it has been a long time. Are you still with {company}?",
            "role-formal": "may I ask whether you are still working as {role}?",
            "city-formal": "it has been a long time. Are you still in {city}?",
        },
        tones=FORMAL,
    ),
)
