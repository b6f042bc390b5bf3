"""Openers for an occasion: a birthday, news the user noted, a first meeting, what they talked about last."""

from bot.texts.openers.writing import patterns

BIRTHDAYS = (
    *patterns(
        "birthday_today",
        {
            "cooking": "Happy birthday, {first}. I hope it's a good day and that somebody else is doing the cooking.",
            "kind-year": "Hi {first}, happy birthday. I hope the year ahead is kind to you.",
            "looking-forward": "Happy birthday, {first}. What are you looking forward to most this year?",
            "list": "All the best on your birthday, {first}. I hope it's a good one.",
            "cake": "Happy birthday, {first}. The cake is on me the next time we're in the same place.",
            "enjoy": "Hi {first}, a very happy birthday to you. There's no need to reply, just enjoy the day.",
            "surprises": "A happy birthday to you, {first}. May the coming year bring a few good surprises.",
            "returns": "Many happy returns, {first}. How are you spending the day?",
            "city": "Happy birthday, {first}. I hope {city} is treating you to a good one.",
            "company": "Happy birthday, {first}. I hope {company} lets you go home early today.",
            "met": "Happy birthday, {first}. I'm glad we met {met}. Have a lovely day.",
        },
    ),
    *patterns(
        "birthday_soon",
        {
            "day-off": "Hi {first}, your birthday is coming up. May I buy you lunch around then?",
            "planned": "Hi {first}, your birthday is coming up. I hope there's something nice planned.",
            "corner": "Hi {first}, your birthday is just around the corner. Any plans?",
            "small": "Hello {first}, your birthday is coming up. Is there anything you're wishing for?",
            "coffee": "Hi {first}, your birthday is coming up. Can I buy you a coffee to mark it?",
            "before-the-crowd": "Hi {first}, your birthday is coming up, and it made me think of you. How are you?",
            "wish": "Hi {first}, your birthday is coming up. What would you wish for this year?",
            "celebrating": "Hello {first}, your birthday is coming up. Are you celebrating, or keeping it quiet?",
            "city": "Hi {first}, your birthday is coming up. Are you celebrating in {city}?",
            "company": "Hi {first}, your birthday is coming up. I hope {company} gives you the day off, or at least a "
            "cake.",
        },
    ),
    *patterns(
        "birthday_past",
        {
            "hope-good": "Hi {first}, a belated happy birthday. I hope it was a good day.",
            "late-but": "Happy birthday, {first}, a little late but warmly meant. How was it?",
            "celebrated": "Hi {first}, happy belated birthday. Did you celebrate?",
            "missed": "Hi {first}, I missed your birthday by a whisker. All the best for the year ahead.",
            "cake-left": "Happy belated birthday, {first}. Is there any cake left?",
            "coffee": "Hi {first}, happy birthday, a little late. Can I buy you a coffee to make up for it?",
            "year": "Hello {first}, belated birthday wishes from me. I hope the year has started well.",
        },
    ),
)

NEWS = (
    *patterns(
        "job_ahead",
        {
            "luck": "Hi {first}, good luck with the new job. If there's anything I can help with before you start, tell "
            "me.",
            "feeling": "Hi {first}, the new job is getting close. How are you feeling about it?",
            "calm": "Hi {first}, I hope the last weeks before the new job are calm ones. Can I do anything to make the "
            "start easier?",
            "employer": "Hi {first}, good luck with the start at {employer}. I'd love to hear how the first weeks go.",
            "lucky": "Hi {first}, {employer} is lucky to get you. Is there anything I can do to help before you start?",
        },
    ),
    *patterns(
        "job_open",
        {
            "congratulations": "Hi {first}, congratulations on the new job. How did it come about?",
            "glad": "Hi {first}, I was glad to hear about your new job. What are you most curious about there?",
            "around": "Congratulations on the new job, {first}. If it helps to talk anything through, I'm around.",
            "employer": "Hi {first}, congratulations on the job at {employer}. What drew you there?",
            "employer-help": "Congratulations on joining {employer}, {first}. If I can help with anything around the "
            "start, tell me.",
        },
    ),
    *patterns(
        "job_past",
        {
            "surprised": "Hi {first}, how is the new job? I'd love to hear what surprised you.",
            "hoped": "Hi {first}, is the new job turning out the way you hoped?",
            "some-time": "Hi {first}, now that you've had some time in the new job: how is it? If I can help with "
            "anything, tell me.",
            "settling": "Hi {first}, how are you settling in at {employer}? If there's anybody it would help to meet, I'm "
            "happy to ask around.",
            "so-far": "Hi {first}, how is life at {employer} so far?",
        },
    ),
    *patterns(
        "move_ahead",
        {
            "plans": "Hi {first}, how are the plans for {place} coming along? If a contact there would help, I'll ask "
            "around.",
            "packing": "Hi {first}, I hope the packing is bearable. What are you looking forward to in {place}?",
            "luck": "Hi {first}, good luck with the move to {place}. Shall I think about who I know there?",
            "close": "Hi {first}, {place} is getting close. How are you feeling about the move?",
        },
    ),
    *patterns(
        "move_open",
        {
            "going": "Hi {first}, how is the move to {place} going? If I can help with any of it, tell me.",
            "smoothly": "Hi {first}, I hope the move to {place} goes smoothly. Can I take anything off your hands?",
            "choose": "Hi {first}, {place} is quite a step. What made you choose it?",
            "people": "Hi {first}, would it help to know a few people in {place}? I'm happy to ask around for you.",
        },
    ),
    *patterns(
        "move_past",
        {
            "treating": "Hi {first}, how is {place} treating you? I hope you've found a favourite café by now.",
            "home": "Hi {first}, does {place} feel like home yet?",
            "people": "Hi {first}, how is {place}? If you'd like to meet people there, I'm happy to ask around.",
            "best": "Hello {first}, what do you like best about {place} so far?",
        },
    ),
)

MEETINGS = (
    *patterns(
        "lately",
        {
            "met": "Hi {first}, it was good to meet you {met}. If there's anything I can help with, just say.",
            "met-busy": "Hi {first}, I'm glad we met {met}. How has your week been since?",
            "met-coffee": "Hello {first}, I enjoyed meeting you {met}. Would you be up for a coffee or a short call one "
            "of these weeks?",
            "met-need": "Hi {first}, it was good to meet you {met}. If you still need {need}, shall I ask around?",
            "met-company": "Hi {first}, it was good to meet you {met}. I'd like to hear more about what you do at "
            "{company}, whenever it suits.",
            "need": "Hi {first}, it was good to meet you. If you still need {need}, shall I ask around?",
            "company": "Hi {first}, it was good to meet you. I'd like to hear more about {company}, whenever it suits.",
            "good": "Hi {first}, it was good to meet you. Is there anything I can help you with?",
            "keep": "Hello {first}, I was glad to meet you, and I'd like to keep in touch. How are you?",
            "continue": "Hi {first}, it was nice meeting you. Would you be up for a coffee sometime?",
        },
    ),
    *patterns(
        "topic",
        {
            "since": "Hi {first}, last time we talked about {topic}. How has that gone since?",
            "end-up": "Hi {first}, we talked about {topic} the last time. Where did that end up?",
            "stand": "Hi {first}, I'm curious where things stand with {topic}. Is there anything I can do to help?",
            "news": "Hi {first}, is there any news about {topic}? If it helps to talk it over again, I'm around.",
            "thinking": "Hello {first}, are you still thinking about {topic}? If it helps to think out loud, I'm happy to "
            "listen.",
            "left-off": "Hi {first}, if you'd like to pick up where we left off about {topic}, I'm around. How are you "
            "otherwise?",
        },
    ),
)
