"""German openers for a birthday, an anniversary, a name day.

Nobody is congratulated before the day, which brings bad luck. All are whole lines: small talk behind good wishes jars.
"""

from bot.texts.openers.german.forms import ALL, DU, SIE, WARM, openings, wholes

BIRTHDAYS = (
    *wholes(
        "birthday_today",
        {
            "celebrate": "alles Gute zum Geburtstag, {first}. Wie feierst du?",
            "year": "herzlichen Glückwunsch, {first}. Worauf freust du dich im neuen Lebensjahr?",
            "coffee": "alles Gute zum Geburtstag. Darf ich dich demnächst auf einen Kaffee einladen?",
            "cake": "herzlichen Glückwunsch zum Geburtstag, {first}. Gibt es heute Kuchen?",
        },
        offer="congrats",
        tones=DU,
    ),
    *wholes(
        "birthday_today",
        {
            "day": "ich wünsche dir alles Gute zum Geburtstag und einen richtig schönen Tag. Wann stoßen wir an?",
            "city": "alles Liebe zum Geburtstag nach {city}. Hast du heute etwas Schönes vor?",
            "met": "alles Gute zum Geburtstag. Wie gut, dass wir uns bei {met_at} kennengelernt haben. Wie feierst du?",
        },
        offer="congrats",
        tones=WARM,
    ),
    *wholes(
        "birthday_today",
        {
            "coffee-formal": "herzlichen Glückwunsch zum Geburtstag. Darf ich Sie demnächst auf einen Kaffee einladen?",
            "day-formal": "alles Gute zum Geburtstag und einen schönen Tag. Haben Sie heute ein wenig Zeit zum Feiern?",
            "year-formal": "zum Geburtstag wünsche ich Ihnen alles Gute. Worauf freuen Sie sich im neuen Lebensjahr?",
        },
        offer="congrats",
        tones=SIE,
    ),
    *wholes(
        "birthday_soon",
        {
            "plans": "bald hast du Geburtstag. Hast du schon etwas vor?",
            "celebrating": "dein Geburtstag steht vor der Tür. Feierst du, oder machst du es dir ruhig?",
            "wish": "bald hast du Geburtstag. Gibt es etwas, worüber du dich freuen würdest?",
            "lunch": "du hast ja bald Geburtstag. Darf ich dich rund um den Tag zum Essen einladen?",
            "city": "bald hast du Geburtstag. Feierst du in {city}?",
        },
        tones=DU,
    ),
    *wholes(
        "birthday_soon",
        {
            "plans-formal": "Ihr Geburtstag steht vor der Tür. Haben Sie schon etwas Schönes geplant?",
            "lunch-formal": "bald haben Sie Geburtstag. Darf ich Sie aus diesem Anlass auf einen Kaffee einladen?",
            "celebrating-formal": "bald haben Sie Geburtstag. Werden Sie ein wenig feiern?",
        },
        tones=SIE,
    ),
    *wholes(
        "birthday_past",
        {
            "how": "alles Gute nachträglich zum Geburtstag. Wie hast du gefeiert?",
            "cake": "nachträglich herzlichen Glückwunsch, {first}. Ist noch Kuchen da?",
            "coffee": "etwas spät, aber von Herzen: alles Gute zum Geburtstag. Darf ich dich auf einen Kaffee einladen?",
            "year": "nachträglich alles Gute zum Geburtstag. Wie fängt das neue Lebensjahr an?",
        },
        offer="congrats",
        tones=DU,
    ),
    *wholes(
        "birthday_past",
        {
            "how-formal": "nachträglich herzlichen Glückwunsch zum Geburtstag. Hatten Sie einen schönen Tag?",
            "coffee-formal": "nachträglich alles Gute zum Geburtstag. Darf ich Sie demnächst auf einen Kaffee einladen?",
            "year-formal": "nachträglich die besten Wünsche zum Geburtstag. Wie hat Ihr neues Lebensjahr begonnen?",
        },
        offer="congrats",
        tones=SIE,
    ),
)

ANNIVERSARIES = (
    # Their day may be some days off yet, or just past.
    *wholes(
        "anniversary",
        {
            "greetings": "zum Jahrestag schicke ich dir viele Grüße. Wie geht's dir?",
            "thinking": "alles Liebe rund um den Jahrestag. Gibt es etwas Schönes zu feiern?",
            "coffee": "alles Gute rund um den Jahrestag. Darf ich dich demnächst auf einen Kaffee einladen?",
        },
        offer="congrats",
        tones=DU,
    ),
    *wholes(
        "anniversary",
        {
            "greetings-formal": "zum Jahrestag sende ich Ihnen herzliche Grüße. Wie geht es Ihnen?",
            "thinking-formal": "herzliche Grüße rund um den Jahrestag. Haben Sie etwas Schönes geplant?",
            "coffee-formal": "alles Gute rund um den Jahrestag. Darf ich Sie demnächst auf einen Kaffee einladen?",
        },
        offer="congrats",
        tones=SIE,
    ),
    *openings("work_anniversary", {"wishes": "herzlichen Glückwunsch zum Jubiläum bei {company}."}, tones=ALL),
    *openings(
        "work_anniversary",
        {"job": "Glückwunsch zu deinem Arbeitsjubiläum."},
        tones=DU,
    ),
    *wholes(
        "work_anniversary",
        {
            "best": "herzlichen Glückwunsch zum Arbeitsjubiläum. Was war bisher das Beste an der Arbeit?",
            "next": "Glückwunsch zum Jubiläum im Job. Was steht als Nächstes an?",
            "company": "wieder ein Jahr bei {company}, Glückwunsch. Wie gefällt es dir dort inzwischen?",
        },
        offer="congrats",
        tones=DU,
    ),
    *openings(
        "work_anniversary",
        {"job-formal": "herzlichen Glückwunsch zu Ihrem beruflichen Jubiläum."},
        tones=SIE,
    ),
    *wholes(
        "work_anniversary",
        {
            "best-formal": "herzlichen Glückwunsch zum Dienstjubiläum. Woran denken Sie besonders gern zurück?",
            "next-formal": "ich gratuliere Ihnen zum beruflichen Jubiläum. Was steht bei Ihnen als Nächstes an?",
        },
        offer="congrats",
        tones=SIE,
    ),
    *wholes(
        "name_day",
        {
            "celebrate": "alles Gute zum Namenstag, {first}. Feierst du ihn?",
            "how": "herzliche Grüße zum Namenstag. Wie geht's dir?",
            "coffee": "alles Gute zum Namenstag. Trinken wir bald mal einen Kaffee?",
        },
        offer="congrats",
        tones=DU,
    ),
    *wholes(
        "name_day",
        {
            "celebrate-formal": "herzlichen Glückwunsch zum Namenstag. Wird er bei Ihnen gefeiert?",
            "how-formal": "herzliche Grüße zum Namenstag. Wie geht es Ihnen?",
            "coffee-formal": "alles Gute zum Namenstag. Darf ich Sie demnächst auf einen Kaffee einladen?",
        },
        offer="congrats",
        tones=SIE,
    ),
)
