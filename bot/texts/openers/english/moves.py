"""A move: ahead, going on or not, behind them."""

from bot.texts.openers.writing import CASUAL, FORMAL, WARM, openings, wholes

MOVES = (
    *wholes(
        "move_ahead",
        {
            "plans": "how are the plans for {place} coming along? If a contact there would help, I'll ask around.",
        },
        offer="intro",
        tones=WARM,
    ),
    *wholes(
        "move_ahead",
        {
            "packing": "I hope the packing is bearable. What are you looking forward to in {place}?",
        },
        tones=WARM,
    ),
    *wholes(
        "move_ahead",
        {
            "luck": "good luck with the move to {place}. Shall I think about who I know there?",
        },
        offer="intro",
    ),
    *wholes(
        "move_ahead",
        {
            "close": "{place} is getting close. How are you feeling about the move?",
        },
    ),
    *wholes(
        "move_open",
        {
            "going": "how is the move to {place} going? If I can help with any of it, tell me.",
        },
        offer="share",
    ),
    *wholes(
        "move_open",
        {
            "smoothly": "I hope the move to {place} goes smoothly. Can I take anything off your hands?",
            "choose": "{place} is quite a step. What made you choose it?",
        },
    ),
    *wholes(
        "move_open",
        {
            "people": "would it help to know a few people in {place}? I'm happy to ask around for you.",
        },
        offer="intro",
        tones=WARM,
    ),
    *wholes(
        "move_past",
        {
            "treating": "how is {place} treating you? I hope you've found a favourite café by now.",
        },
        tones=WARM,
    ),
    *wholes(
        "move_past",
        {
            "home": "does {place} feel like home yet?",
            "best": "what do you like best about {place} so far?",
        },
    ),
    *wholes(
        "move_past",
        {
            "people": "how is {place}? If you'd like to meet people there, I'm happy to ask around.",
        },
        offer="intro",
        tones=WARM,
    ),
    *openings(
        "move_ahead",
        {
            "luck": "good luck with the move.",
            "place": "good luck with the move to {place}.",
            "packing": "I hope the packing is bearable.",
        },
        tones=CASUAL,
    ),
    *openings(
        "move_ahead",
        {
            "smooth-formal": "I wish you a smooth move.",
            "place-formal": "I wish you a smooth move to {place}.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "move_ahead",
        {
            "hand": "the move is getting close. Could you use a hand with anything?",
        },
        offer="share",
    ),
    *openings(
        "move_open",
        {
            "smooth": "I hope the move goes smoothly.",
            "place": "I hope the move to {place} goes smoothly.",
            "boxes": "I hope the boxes are getting fewer.",
        },
        tones=CASUAL,
    ),
    *openings(
        "move_open",
        {
            "well-formal": "I hope the move goes well.",
            "place-formal": "I hope the move to {place} goes well.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "move_open",
        {
            "coming-along": "how is the move going?",
        },
    ),
    *openings(
        "move_past",
        {
            "home": "I hope {place} already feels a bit like home.",
            "settling": "I hope you're settling in well after the move.",
            "light": "I hope the new place is good to you.",
        },
        tones=CASUAL,
    ),
    *openings(
        "move_past",
        {
            "settled-formal": "I hope you have settled in well after the move.",
            "place-formal": "I hope you have settled in well in {place}.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "move_past",
        {
            "settled": "have you settled in after the move?",
        },
    ),
    *wholes(
        "move_past",
        {
            "people-formal": "how are you finding {place}? If you would like to meet people there, I will gladly ask "
            "around.",
        },
        offer="intro",
        tones=FORMAL,
    ),
)
