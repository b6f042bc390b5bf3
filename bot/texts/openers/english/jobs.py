"""A new job: ahead, begun or not, behind them."""

from bot.texts.openers.writing import CASUAL, FORMAL, WARM, openings, wholes

JOBS = (
    *wholes(
        "job_ahead",
        {
            "luck": "good luck with the new job. If there's anything I can help with before you start, tell me.",
            "lucky": "{employer} is lucky to get you. Is there anything I can do to help before you start?",
        },
        offer="share",
        tones=WARM,
    ),
    *wholes(
        "job_ahead",
        {
            "feeling": "the new job is getting close. How are you feeling about it?",
            "calm": "I hope the last weeks before the new job are calm ones. Can I do anything to make the start "
            "easier?",
        },
    ),
    *wholes(
        "job_ahead",
        {
            "employer": "good luck with the start at {employer}. I'd love to hear how the first weeks go.",
        },
        tones=WARM,
    ),
    *wholes(
        "job_open",
        {
            "congratulations": "congratulations on the new job. How did it come about?",
            "glad": "I was glad to hear about your new job. What are you most curious about there?",
            "employer": "congratulations on the job at {employer}. What drew you there?",
        },
    ),
    *wholes(
        "job_open",
        {
            "around": "Congratulations on the new job, {first}. If it helps to talk anything through, I'm around.",
            "employer-help": "Congratulations on joining {employer}, {first}. If I can help with anything around the "
            "start, tell me.",
        },
        offer="share",
        tones=WARM,
    ),
    *wholes(
        "job_past",
        {
            "surprised": "how is the new job? I'd love to hear what surprised you.",
        },
        tones=CASUAL,
    ),
    *wholes(
        "job_past",
        {
            "hoped": "is the new job turning out the way you hoped?",
            "so-far": "how is life at {employer} so far?",
        },
    ),
    *wholes(
        "job_past",
        {
            "some-time": "now that you've had some time in the new job: how is it? If I can help with anything, tell "
            "me.",
        },
        offer="share",
        tones=WARM,
    ),
    *wholes(
        "job_past",
        {
            "settling": "how are you settling in at {employer}? If there's anybody it would help to meet, I'm happy "
            "to ask around.",
        },
        offer="intro",
        tones=WARM,
    ),
    *openings(
        "job_ahead",
        {
            "luck": "good luck with the new job.",
            "employer": "good luck with the start at {employer}.",
            "close": "the new job is getting close.",
        },
        tones=CASUAL,
    ),
    *openings(
        "job_ahead",
        {
            "start-formal": "I wish you a good start in the new position.",
            "employer-formal": "I wish you every success at {employer}.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "job_ahead",
        {
            "forward-formal": "the new position is getting close. What are you looking forward to most?",
        },
        tones=FORMAL,
    ),
    *wholes(
        "job_ahead",
        {
            "help-formal": "I wish you a good start at {employer}. Is there anything I could do to help?",
        },
        offer="share",
        tones=FORMAL,
    ),
    *openings(
        "job_open",
        {
            "glad": "I was glad to hear about your new job.",
            "employer": "I was glad to hear about you and {employer}.",
            "step": "a new job: what a good step.",
        },
        tones=CASUAL,
    ),
    *openings(
        "job_open",
        {
            "pleased-formal": "I was pleased to hear about your new position.",
            "employer-formal": "I was pleased to hear that you are joining {employer}.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "job_open",
        {
            "drew-formal": "my congratulations on the new position. What drew you to it?",
        },
        offer="congrats",
        tones=FORMAL,
    ),
    *wholes(
        "job_open",
        {
            "start": "congratulations on the new job. How is the start?",
            "happy": "congratulations on the new job. What are you happiest about?",
        },
        offer="congrats",
        tones=CASUAL,
    ),
    *openings(
        "job_past",
        {
            "treating": "I hope the new job is treating you well.",
            "settling": "I hope you're settling in well at {employer}.",
            "thought": "I thought of you and the new job.",
        },
        tones=CASUAL,
    ),
    *openings(
        "job_past",
        {
            "settled-formal": "I hope you have settled in well in the new position.",
            "employer-formal": "I hope that {employer} is proving a good place for you.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "job_past",
        {
            "find-formal": "how are you finding the new position?",
            "surprised-formal": "what has surprised you most in the new position?",
        },
        tones=FORMAL,
    ),
)
