"""German openers about what somebody has before them or behind them, and about coming back to work."""

from bot.texts.openers.german.forms import ALL, DU, SIE, openings, wholes

EVENTS_AHEAD = (
    *openings(
        "event_ahead",
        {
            "good": "alles Gute für {event_acc}.",
            "good-day": "alles Gute für {event_acc} {event_day}.",
        },
        tones=ALL,
    ),
    *openings(
        "event_ahead",
        {
            "soon": "bald ist es so weit mit {event_dat}.",
            "thumbs": "ich drücke dir die Daumen für {event_task_acc}.",
            "thumbs-day": "für {event_task_acc} {event_day} drücke ich dir fest die Daumen.",
        },
        tones=DU,
    ),
    *wholes("event_ahead", {"prepare": "wie laufen die Vorbereitungen für {event_acc}?"}, tones=ALL),
    *wholes(
        "event_ahead",
        {
            "feeling": "wie geht es dir vor {event_dat}?",
            "soon-ready": "bald steht {event} an. Bist du gut vorbereitet?",
            "ready": "ich drücke dir die Daumen für {event_task_acc}. Wie fühlst du dich?",
            "ready-day": "{event_day} steht ja {event} an. Wie fühlst du dich?",
        },
        tones=DU,
    ),
    *wholes(
        "event_ahead",
        {"help": "bald steht {event} an. Kann ich dir vorher noch etwas abnehmen?"},
        offer="share",
        tones=DU,
    ),
    *openings(
        "event_ahead",
        {
            "success-formal": "ich wünsche Ihnen viel Erfolg bei {event_task_dat}.",
            "soon-formal": "für {event_acc} wünsche ich Ihnen schon jetzt alles Gute.",
            "success-day-formal": "für {event_task_acc} {event_day} wünsche ich Ihnen viel Erfolg.",
        },
        tones=SIE,
    ),
    *wholes(
        "event_ahead",
        {
            "ready-formal": "bald steht {event} an. Kommen Sie mit den Vorbereitungen gut voran?",
        },
        tones=SIE,
    ),
    *wholes(
        "event_ahead",
        {"help-formal": "alles Gute für {event_acc}. Kann ich Sie vorher noch bei etwas unterstützen?"},
        offer="share",
        tones=SIE,
    ),
)

EVENTS_PAST = (
    *openings(
        "event_past",
        {"hope": "ich hoffe, {event} war so, wie du es dir gewünscht hast."},
        tones=DU,
    ),
    *openings(
        "event_past",
        {
            "thought": "ich habe an {event_acc} gedacht und hoffe, alles hat gut geklappt.",
            "went": "ich hoffe, mit {event_dat} ist alles gut gegangen.",
        },
        tones=ALL,
    ),
    *wholes("event_past", {"how": "wie war {event}?"}, tones=ALL),
    *wholes(
        "event_past",
        {
            "tell": "{event} liegt jetzt hinter dir. Magst du erzählen, wie es war?",
            "went-well": "wie ist es mit {event_task_dat} gelaufen?",
        },
        tones=DU,
    ),
    *openings(
        "event_past",
        {"hope-formal": "ich hoffe, {event} war so, wie Sie es sich gewünscht haben."},
        tones=SIE,
    ),
    *wholes(
        "event_past",
        {
            "look-back-formal": "{event} liegt nun hinter Ihnen. Wie blicken Sie darauf zurück?",
            "tell-formal": "ich hoffe, mit {event_dat} ist alles gut gegangen. Möchten Sie mir davon erzählen?",
        },
        tones=SIE,
    ),
)

BACK = (
    *openings(
        "back_ahead",
        {
            "soon": "bald bist du ja wieder da.",
            "easy": "ich wünsche dir einen sanften Wiedereinstieg.",
            "glad": "schön, dass du bald wieder zurück bist.",
        },
        tones=DU,
    ),
    *wholes(
        "back_ahead",
        {
            "forward": "bald bist du wieder zurück. Freust du dich schon?",
            "coffee": "wollen wir einen Kaffee trinken, wenn du wieder da bist?",
            "help": "bald geht es für dich wieder los. Kann ich dir den Einstieg irgendwie leichter machen?",
        },
        tones=DU,
    ),
    *openings(
        "back_ahead",
        {
            "soon-formal": "bald sind Sie wieder zurück, und das freut mich.",
            "easy-formal": "ich wünsche Ihnen einen guten Wiedereinstieg.",
        },
        tones=SIE,
    ),
    *wholes(
        "back_ahead",
        {"coffee-formal": "darf ich Sie auf einen Kaffee einladen, wenn Sie wieder zurück sind?"},
        tones=SIE,
    ),
    *openings(
        "back_past",
        {
            "welcome": "schön, dass du wieder da bist.",
            "landed": "ich hoffe, du bist gut wieder angekommen.",
            "rest": "ich hoffe, der Wiedereinstieg ist dir leichtgefallen.",
        },
        tones=DU,
    ),
    *wholes(
        "back_past",
        {
            "how": "du bist ja wieder zurück. Wie war der Einstieg?",
            "catch-up": "willkommen zurück. Wann erzählst du mir bei einem Kaffee, wie es war?",
            "help": "schön, dass du wieder da bist. Kann ich dir beim Ankommen etwas abnehmen?",
        },
        tones=DU,
    ),
    *openings(
        "back_past",
        {
            "welcome-formal": "schön, dass Sie wieder zurück sind.",
            "landed-formal": "ich hoffe, Sie sind gut wieder angekommen.",
        },
        tones=SIE,
    ),
    *wholes(
        "back_past",
        {"how-formal": "willkommen zurück. Wie war der Wiedereinstieg für Sie?"},
        tones=SIE,
    ),
)
