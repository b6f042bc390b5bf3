"""Somebody just met, and what was talked about last."""

from bot.texts.openers.writing import CASUAL, FORMAL, WARM, openings, wholes

MEETINGS = (
    *wholes(
        "lately",
        {
            "met": "it was good to meet you {met}. If there's anything I can help with, just say.",
        },
        offer="share",
        tones=WARM,
    ),
    *wholes(
        "lately",
        {
            "met-busy": "I'm glad we met {met}. How has your week been since?",
            "keep": "I was glad to meet you, and I'd like to keep in touch. How are you?",
            "continue": "it was nice meeting you. Would you be up for a coffee sometime?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "lately",
        {
            "met-coffee": "I enjoyed meeting you {met}. Would you be up for a coffee or a short call one of these "
            "weeks?",
            "met-company": "it was good to meet you {met}. I'd like to hear more about what you do at {company}, "
            "whenever it suits.",
            "company": "it was good to meet you. I'd like to hear more about {company}, whenever it suits.",
        },
        tones=WARM,
    ),
    *wholes(
        "lately",
        {
            "met-need": "it was good to meet you {met}. If you still need {need}, shall I ask around?",
            "need": "it was good to meet you. If you still need {need}, shall I ask around?",
        },
        offer="need",
    ),
    *wholes(
        "lately",
        {
            "good": "it was good to meet you. Is there anything I can help you with?",
        },
        offer="share",
    ),
    *wholes(
        "topic",
        {
            "since": "last time we talked about {topic}. How has that gone since?",
            "end-up": "we talked about {topic} last time. Where did that end up?",
        },
    ),
    *wholes(
        "topic",
        {
            "stand": "I'm curious where things stand with {topic}. Is there anything I can do to help?",
            "news": "is there any news about {topic}? If it helps to talk it over again, I'm around.",
            "left-off": "if you'd like to pick up where we left off about {topic}, I'm around. How are you otherwise?",
        },
        offer="share",
        tones=WARM,
    ),
    *wholes(
        "topic",
        {
            "thinking": "are you still thinking about {topic}? If it helps to think out loud, I'm happy to listen.",
        },
        tones=WARM,
    ),
    *openings(
        "lately",
        {
            "met": "it was good to meet you {met}.",
            "good": "it was good to meet you.",
            "enjoyed": "I enjoyed meeting you.",
            "glad": "I'm glad we met {met}.",
        },
        tones=CASUAL,
    ),
    *openings(
        "lately",
        {
            "pleasure-formal": "it was a pleasure to meet you.",
            "met-formal": "it was a pleasure to meet you {met}.",
            "acquaintance-formal": "I was very glad to make your acquaintance.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "lately",
        {
            "coffee-formal": "it was a pleasure to meet you. Would you have time for a coffee in the coming weeks?",
            "company-formal": "it was a pleasure to meet you. May I ask what you are working on at {company}?",
            "touch-formal": "it was a pleasure to meet you {met}. May I stay in touch?",
        },
        tones=FORMAL,
    ),
    *openings(
        "topic",
        {
            "last": "last time we talked about {topic}.",
            "remember": "I remember our talk about {topic}.",
            "mind": "our talk about {topic} came back to me.",
        },
        tones=CASUAL,
    ),
    *openings(
        "topic",
        {
            "last-formal": "when we last spoke, it was about {topic}.",
            "thought-formal": "I thought back to our conversation about {topic}.",
            "stayed-formal": "our conversation about {topic} has stayed with me.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "topic",
        {
            "gone-formal": "when we last spoke, it was about {topic}. How has that developed since?",
            "news-formal": "may I ask whether there is any news about {topic}?",
        },
        tones=FORMAL,
    ),
    *wholes(
        "topic",
        {
            "help-formal": "I have been wondering about {topic}. Is there anything I could do to help?",
        },
        offer="share",
        tones=FORMAL,
    ),
    *wholes(
        "topic",
        {
            "news-quick": "any news on {topic}?",
            "wondering": "I've been wondering about {topic}. Where do things stand?",
        },
        tones=CASUAL,
    ),
)
