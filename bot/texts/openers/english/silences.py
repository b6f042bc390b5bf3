"""Openers that go by the last touch: over a year ago, some months ago, lately, or never. No days are counted."""

from bot.texts.openers.writing import patterns

DORMANT = patterns(
    "dormant",
    {
        "long-time": "Hi {first}, it's been a long time, and you came to mind. How are you?",
        "change-that": "Hi {first}, it's been ages. What's new with you?",
        "out-of-the-blue": "Hello {first}, a message out of the blue: how have you been? No rush at all to answer.",
        "these-days": "Hi {first}, it's been a long while. I'd love to hear what you're up to these days.",
        "call": "Hi {first}, it's been a long time. Would a short call to catch up suit you, whenever you have the time?",
        "help": "Hi {first}, this comes out of the blue, I know. How are you, and what are you up to?",
        "best-of-it": "Hi {first}, a lot must have happened since we were last in touch. What's the best of it?",
        "silence": "Hi {first}, I've been quiet for a long time, and I'd like to hear how you are. How is life?",
        "no-speak": "Hello {first}, long time no speak. What are you up to these days?",
        "coffee": "Hi {first}, it's been ages. If you feel like a coffee or a call, I'd be very glad to catch up.",
        "need": "Hi {first}, it's been a long time. Do you still need {need}? I'd be happy to ask around.",
        "need-still": "Hello {first}, it's been ages. I remember that you needed {need}. Has that worked out, or can I "
        "help?",
        "met": "Hi {first}, it's been a long time since we met {met}. I'd love to hear what you're doing now.",
        "met-call": "Hi {first}, we met {met}, and that's a good while ago now. Would you be up for a short call to catch "
        "up?",
        "met-remember": "Hello {first}, I was reminded of how we met {met}. So much time has passed; how have you been?",
        "company-good": "Hello {first}, it's been ages. How are you, and how are things at {company}?",
    },
)

STILL = patterns(
    "still",
    {
        "company": "Hi {first}, it's been a long time. Are you still at {company}, or have you moved on?",
        "role": "Hi {first}, it's been ages. Are you still working as {role}?",
        "city": "Hi {first}, it's been a long time. Are you still in {city}? I'd be glad to hear how you are.",
        "met-company": "Hi {first}, we met {met}, long enough ago that I should ask: are you still at {company}?",
    },
)

QUIET = patterns(
    "quiet",
    {
        "a-while": "Hi {first}, it's been a while. How are you doing?",
        "whats-new": "Hi {first}, it's been a little while since we were in touch. What's new on your side?",
        "catch-up": "Hi {first}, we haven't caught up for some time. Would a quick call or a coffee suit you soon?",
        "going": "Hi {first}, we haven't been in touch for a bit. How has everything been going?",
        "about-time": "Hello {first}, I've been meaning to ask: how are you?",
        "been-good": "Hi {first}, it's been a while, so tell me: what has been good lately?",
        "help": "Hi {first}, it's been a while. Is there anything I can help with at the moment?",
        "sign-of-life": "Hi {first}, a small wave from over here. How are things with you?",
        "need": "Hi {first}, it's been a while. If you still need {need}, I'd be glad to ask around.",
        "need-now": "Hello {first}, it's been a while, so I wanted to ask: do you still need {need}? I can ask around.",
        "company": "Hi {first}, it's been a while. What's been happening at {company}?",
        "company-role": "Hi {first}, it's been a while. How are things at {company} these days?",
        "role": "Hi {first}, it's been a while. How is life as {role}?",
        "met": "Hi {first}, it's been a while, and I was reminded of how we met {met}. How are you these days?",
        "city": "Hi {first}, it's been a while. How is life in {city}?",
    },
)

RECENT = patterns(
    "recent",
    {
        "week": "Hi {first}, how is your week going? If I can help with anything, just say.",
        "anything-new": "Hi {first}, just a quick hello. Is there anything new since we were last in touch?",
        "on-your-mind": "Hi {first}, a small hello from me. What's on your mind these days?",
        "since": "Hello {first}, how have things been going since we were last in touch?",
        "company": "Hi {first}, just a quick hello. How is everything at {company} at the moment?",
        "need": "Hi {first}, a quick question: do you still need {need}? If so, I'll keep an eye out.",
    },
)

FRESH = patterns(
    "fresh",
    {
        "help": "Hi {first}, it was good to talk the other day. Anything I can help with?",
        "thought-back": "Hi {first}, I thought back to our talk the other day. How have you been since?",
        "enjoyed": "Hi {first}, I enjoyed talking to you the other day. How's your week going?",
    },
)

NEVER = patterns(
    "never",
    {
        "met-touch": "Hi {first}, we met {met}, and I'd like to keep in touch. How are you doing?",
        "met-working-on": "Hello {first}, we met {met}, and I'd like to stay in touch. What are you up to at the moment?",
        "company": "Hi {first}, I'd love to hear how things are at {company}. How are you?",
        "bit-more": "Hi {first}, I thought I'd say hello. How are you doing?",
        "hear-more": "Hi {first}, a quick hello from me. What are you busy with these days?",
    },
)
