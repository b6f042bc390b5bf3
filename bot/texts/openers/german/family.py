"""German openers to one's own family: warm and plain. A few families keep to "Sie" with the in-laws."""

from bot.texts.openers.german.forms import DU, SIE, WARM, wholes

FAMILY = (
    *wholes(
        "kin",
        {
            "how": "wie geht's dir?",
            "thinking": "ich hab gerade an dich gedacht. Wie geht's dir?",
            "week": "wie war deine Woche?",
            "call": "hast du in den nächsten Tagen mal Zeit zum Telefonieren?",
            "hello": "nur ein kurzer Gruß von mir. Alles gut bei dir?",
            "lunch": "wollen wir bald mal zusammen essen?",
            "visit": "wann sehen wir uns mal wieder?",
            "help": "kann ich dir diese Woche bei irgendetwas helfen?",
            "weekend": "was machst du am Wochenende?",
        },
        tones=DU,
    ),
    *wholes(
        "kin",
        {
            "news": "was gibt's Neues bei dir? Ruf gern mal durch.",
            "hug": "fühl dich gedrückt. Wie geht's dir?",
            "nice": "was war in letzter Zeit schön bei dir?",
        },
        tones=WARM,
    ),
    *wholes(
        "kin",
        {
            "how-formal": "ich habe an Sie gedacht. Wie geht es Ihnen?",
            "call-formal": "darf ich Sie in den nächsten Tagen einmal anrufen?",
            "visit-formal": "wann wäre Ihnen ein Besuch recht?",
            "help-formal": "kann ich diese Woche etwas für Sie erledigen?",
            "news-formal": "was gibt es bei Ihnen Neues?",
            "lunch-formal": "darf ich Sie demnächst zum Essen einladen?",
            "week-formal": "hatten Sie eine gute Woche?",
        },
        tones=SIE,
    ),
    *wholes(
        "kin_birthday_today",
        {
            "call": "alles Liebe zum Geburtstag, {first}. Wann kann ich dich heute anrufen?",
            "plans": "alles, alles Gute zum Geburtstag. Was hast du heute Schönes vor?",
            "hug": "herzlichen Glückwunsch und eine dicke Umarmung von mir. Wie feierst du?",
        },
        offer="congrats",
        tones=DU,
    ),
    *wholes(
        "kin_birthday_today",
        {
            "call-formal": "alles Gute zum Geburtstag. Wann darf ich Sie heute anrufen?",
            "plans-formal": "herzlichen Glückwunsch zum Geburtstag. Haben Sie heute etwas Schönes vor?",
            "visit-formal": "von Herzen alles Gute zum Geburtstag. Wann darf ich auf einen Kaffee vorbeikommen?",
        },
        offer="congrats",
        tones=SIE,
    ),
    *wholes(
        "kin_birthday_soon",
        {
            "plans": "bald hast du Geburtstag. Wie möchtest du feiern?",
            "wish": "bald hast du Geburtstag. Was wünschst du dir?",
            "together": "dein Geburtstag steht vor der Tür. Wollen wir etwas Schönes zusammen machen?",
        },
        tones=DU,
    ),
    *wholes(
        "kin_birthday_soon",
        {
            "plans-formal": "bald haben Sie Geburtstag. Wie möchten Sie feiern?",
            "wish-formal": "bald haben Sie Geburtstag. Womit kann ich Ihnen eine Freude machen?",
            "call-formal": "Ihr Geburtstag steht vor der Tür. Wann darf ich Sie an dem Tag anrufen?",
        },
        tones=SIE,
    ),
    *wholes(
        "kin_birthday_past",
        {
            "how": "alles Liebe nachträglich zum Geburtstag. Wie war dein Tag?",
            "make-up": "nachträglich alles Gute zum Geburtstag. Darf ich dich zum Essen einladen?",
            "call": "nachträglich eine dicke Umarmung zum Geburtstag. Wann kann ich dich anrufen?",
        },
        offer="congrats",
        tones=DU,
    ),
    *wholes(
        "kin_birthday_past",
        {
            "how-formal": "nachträglich alles Gute zum Geburtstag. Hatten Sie einen schönen Tag?",
            "make-up-formal": "nachträglich von Herzen alles Gute zum Geburtstag. Darf ich Sie zum Essen einladen?",
            "call-formal": "nachträglich herzlichen Glückwunsch zum Geburtstag. Wann darf ich Sie anrufen?",
        },
        offer="congrats",
        tones=SIE,
    ),
)
