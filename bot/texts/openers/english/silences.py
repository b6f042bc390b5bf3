"""Lines that go by a last touch within a year: some months ago, lately, the other day; or by there being none."""

from bot.texts.openers.writing import CASUAL, FORMAL, WARM, openings, wholes

SILENCES = (
    *wholes(
        "quiet",
        {
            "a-while": "it's been a while. How are you doing?",
            "going": "we haven't been in touch for a bit. How has everything been going?",
            "about-time": "I've been meaning to ask: how are you?",
            "been-good": "it's been a while, so tell me: what has been good lately?",
            "sign-of-life": "a small wave from over here. How are things with you?",
            "company": "it's been a while. What's been happening at {company}?",
            "company-role": "it's been a while. How are things at {company} these days?",
            "role": "it's been a while. How is life as {role}?",
            "city": "it's been a while. How is life in {city}?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "quiet",
        {
            "whats-new": "it's been a little while since we were in touch. What's new on your side?",
            "catch-up": "we haven't caught up for some time. Would a quick call or a coffee suit you soon?",
            "met": "it's been a while, and I was reminded of how we met {met}. How are you these days?",
        },
        tones=WARM,
    ),
    *wholes(
        "quiet",
        {
            "help": "it's been a while. Is there anything I can help with at the moment?",
        },
        offer="share",
        tones=CASUAL,
    ),
    *wholes(
        "quiet",
        {
            "need": "it's been a while. If you still need {need}, I'd be glad to ask around.",
        },
        offer="need",
        tones=CASUAL,
    ),
    *wholes(
        "quiet",
        {
            "need-now": "it's been a while, so I wanted to ask: do you still need {need}? I can ask around.",
        },
        offer="need",
        tones=WARM,
    ),
    *wholes(
        "recent",
        {
            "week": "how is your week going? If I can help with anything, just say.",
        },
        offer="share",
    ),
    *wholes(
        "recent",
        {
            "anything-new": "just a quick hello. Is there anything new since we were last in touch?",
            "since": "how have things been going since we were last in touch?",
            "company": "just a quick hello. How is everything at {company} at the moment?",
        },
    ),
    *wholes(
        "recent",
        {
            "on-your-mind": "a small hello from me. What's on your mind these days?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "recent",
        {
            "need": "a quick question: do you still need {need}? If so, I'll keep an eye out.",
        },
        offer="need",
        tones=CASUAL,
    ),
    *wholes(
        "fresh",
        {
            "help": "it was good to talk the other day. Anything I can help with?",
        },
        offer="share",
    ),
    *wholes(
        "fresh",
        {
            "thought-back": "I thought back to our talk the other day. How have you been since?",
        },
    ),
    *wholes(
        "fresh",
        {
            "enjoyed": "I enjoyed talking to you the other day. How's your week going?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "never",
        {
            "met-touch": "we met {met}, and I'd like to keep in touch. How are you doing?",
            "company": "I'd love to hear how things are at {company}. How are you?",
            "bit-more": "I thought I'd say hello. How are you doing?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "never",
        {
            "met-working-on": "we met {met}, and I'd like to stay in touch. What are you up to at the moment?",
        },
        tones=WARM,
    ),
    *wholes(
        "never",
        {
            "hear-more": "a quick hello from me. What are you busy with these days?",
        },
    ),
    *openings(
        "quiet",
        {
            "a-while": "it's been a while.",
            "little-while": "it's been a little while since we were in touch.",
            "bit": "we haven't been in touch for a bit.",
            "wave": "a small wave from over here.",
            "hello": "time for a hello from me.",
        },
        tones=CASUAL,
    ),
    *openings(
        "quiet",
        {
            "catch-up": "we haven't caught up for some time, and I'd love to.",
            "met": "it's been a while, and I was reminded of how we met {met}.",
            "mind": "it's been a while, and you crossed my mind.",
        },
        tones=WARM,
    ),
    *openings(
        "quiet",
        {
            "while-formal": "it has been a while since we were in touch.",
            "time-formal": "some time has passed since we were last in touch.",
            "again-formal": "I wanted to be in touch again.",
            "good-formal": "it has been a while, and I hope all is well with you.",
            "met-formal": "it has been a while, and I was reminded of how we met {met}.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "quiet",
        {
            "been-formal": "it has been a while. How have you been?",
            "side-formal": "it has been a while since we were in touch. What is new on your side?",
            "call-formal": "it has been a while. Would you have time for a short call?",
        },
        tones=FORMAL,
    ),
    *openings(
        "recent",
        {
            "quick": "just a quick hello.",
            "small": "a small hello from me.",
            "short": "I'll keep it short.",
            "on-my-mind": "you were on my mind again.",
            "hope-week": "I hope your week is a good one.",
        },
        tones=CASUAL,
    ),
    *openings(
        "recent",
        {
            "brief-formal": "I thought I would send you a line.",
            "week-formal": "I hope your week is going well.",
            "since-formal": "I hope all has been well since we were last in touch.",
            "again-formal": "I just wanted to say hello again.",
        },
        tones=FORMAL,
    ),
    *openings(
        "fresh",
        {
            "good": "it was good to talk the other day.",
            "enjoyed": "I enjoyed talking to you the other day.",
            "thought": "I thought back to our talk the other day.",
            "thanks": "thanks for the chat the other day.",
        },
        tones=CASUAL,
    ),
    *openings(
        "fresh",
        {
            "thanks-formal": "thank you for our conversation the other day.",
            "enjoyed-formal": "I enjoyed our conversation the other day.",
            "stayed-formal": "our conversation the other day has stayed with me.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "fresh",
        {
            "since-formal": "it was good to talk the other day. How have you been since?",
        },
        tones=FORMAL,
    ),
    *openings(
        "never",
        {
            "met-touch": "we met {met}, and I'd like to keep in touch.",
            "say-hello": "I thought I'd say hello.",
            "hello": "a quick hello from me.",
            "wanted": "I've been wanting to say hello.",
            "glad": "I'd be glad to be in touch.",
        },
        tones=CASUAL,
    ),
    *openings(
        "never",
        {
            "met-glad": "I'm glad we met {met}.",
            "write": "I've had it in mind to write to you.",
        },
        tones=WARM,
    ),
    *openings(
        "never",
        {
            "greeting-formal": "I wanted to send you a short note.",
            "touch-formal": "I would like to be in touch.",
            "met-formal": "we met {met}, and I would be glad to stay in touch.",
            "mind-formal": "I have had it in mind to write to you.",
            "glad-formal": "I would be glad to hear from you.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "never",
        {
            "doing-formal": "I thought I would write to you. How are you?",
            "company-formal": "I would be interested to hear how things are at {company}. How are you?",
            "busy-formal": "a greeting from me. What are you working on at the moment?",
        },
        tones=FORMAL,
    ),
)
