"""German openers about a new job or a move: before it, about the time of it, and after it."""

from bot.texts.openers.german.forms import DU, SIE, openings, wholes

JOBS = (
    *openings(
        "job_ahead",
        {
            "luck": "alles Gute für den neuen Job.",
            "employer": "viel Erfolg für den Start bei {employer}.",
            "soon": "bald geht es ja los mit dem neuen Job.",
        },
        tones=DU,
    ),
    *wholes(
        "job_ahead",
        {
            "feeling": "bald fängt der neue Job an. Freust du dich schon?",
            "help": "alles Gute für den neuen Job. Kann ich dir vor dem Start noch bei etwas helfen?",
            "employer-first": "bald geht es bei {employer} los. Worauf freust du dich am meisten?",
        },
        tones=DU,
    ),
    *openings(
        "job_ahead",
        {
            "luck-formal": "für Ihre neue Stelle wünsche ich Ihnen alles Gute.",
            "employer-formal": "ich wünsche Ihnen einen guten Start bei {employer}.",
            "soon-formal": "bald beginnt Ihre neue Aufgabe, und ich wünsche Ihnen dafür viel Erfolg.",
        },
        tones=SIE,
    ),
    *wholes(
        "job_ahead",
        {"help-formal": "alles Gute für die neue Stelle. Kann ich Ihnen den Einstieg irgendwie erleichtern?"},
        tones=SIE,
    ),
    *openings(
        "job_open",
        {
            "congratulations": "herzlichen Glückwunsch zum neuen Job.",
            "glad": "dein neuer Job freut mich sehr.",
            "employer": "Glückwunsch zum neuen Job bei {employer}.",
        },
        tones=DU,
    ),
    *wholes(
        "job_open",
        {
            "how-come": "Glückwunsch zum neuen Job. Wie kam es dazu?",
            "employer-why": "Glückwunsch, dass es mit {employer} geklappt hat. Was wirst du dort machen?",
            "talk": "herzlichen Glückwunsch zum neuen Job. Wollen wir bald mal darauf anstoßen?",
        },
        offer="congrats",
        tones=DU,
    ),
    *openings(
        "job_open",
        {
            "congratulations-formal": "herzlichen Glückwunsch zur neuen Stelle.",
            "glad-formal": "zu Ihrer neuen Stelle gratuliere ich Ihnen sehr herzlich.",
            "employer-formal": "herzlichen Glückwunsch zu Ihrer neuen Aufgabe bei {employer}.",
        },
        tones=SIE,
    ),
    *wholes(
        "job_open",
        {"role-formal": "herzlichen Glückwunsch zur neuen Stelle. Was werden Ihre ersten Aufgaben sein?"},
        offer="congrats",
        tones=SIE,
    ),
    *openings(
        "job_past",
        {
            "hope": "ich hoffe, im neuen Job läuft es gut für dich.",
            "employer": "ich hoffe, du hast dich bei {employer} gut eingelebt.",
            "settled": "inzwischen kennst du dich im neuen Job bestimmt schon aus.",
        },
        tones=DU,
    ),
    *wholes(
        "job_past",
        {
            "surprised": "wie ist der neue Job? Hat dich etwas überrascht?",
            "hoped": "ist der neue Job so, wie du ihn dir vorgestellt hast?",
            "employer-far": "wie gefällt es dir bisher bei {employer}?",
        },
        tones=DU,
    ),
    *openings(
        "job_past",
        {
            "hope-formal": "ich hoffe, Sie hatten einen guten Start in Ihrer neuen Position.",
            "employer-formal": "ich hoffe, Sie haben sich bei {employer} gut eingelebt.",
        },
        tones=SIE,
    ),
    *wholes(
        "job_past",
        {
            "how-formal": "wie gefällt Ihnen die neue Stelle?",
            "employer-far-formal": "wie sind Ihre ersten Eindrücke bei {employer}?",
        },
        tones=SIE,
    ),
)

MOVES = (
    *openings(
        "move_ahead",
        {
            "luck": "alles Gute für den Umzug nach {place}.",
            "soon": "bald geht es für dich nach {place}.",
            "nerves": "ich wünsche dir gute Nerven für den Umzug nach {place}.",
        },
        tones=DU,
    ),
    *wholes(
        "move_ahead",
        {
            "plans": "wie laufen die Vorbereitungen für {place}?",
            "forward": "bald ziehst du nach {place}. Worauf freust du dich am meisten?",
            "who": "bald geht es nach {place}. Soll ich mich umhören, ob jemand dort dir beim Ankommen helfen kann?",
        },
        tones=DU,
    ),
    *openings(
        "move_ahead",
        {
            "luck-formal": "für Ihren Umzug nach {place} wünsche ich Ihnen alles Gute.",
            "soon-formal": "bald steht Ihr Umzug nach {place} an.",
        },
        tones=SIE,
    ),
    *wholes(
        "move_ahead",
        {
            "plans-formal": "wie laufen die Vorbereitungen für Ihren Umzug nach {place}?",
            "who-formal": "alles Gute für den Umzug nach {place}. Kann ich Sie dabei mit Kontakten unterstützen?",
        },
        tones=SIE,
    ),
    *openings(
        "move_open",
        {
            "smooth": "ich hoffe, mit dem Umzug nach {place} klappt alles.",
            "step": "ich bin gespannt, wie dir {place} gefällt.",
            "moving": "der Umzug nach {place} hält dich sicher auf Trab.",
        },
        tones=DU,
    ),
    *wholes(
        "move_open",
        {
            "going": "wie geht es mit dem Umzug nach {place} voran?",
            "choose": "wie kam es eigentlich dazu, dass du nach {place} ziehst?",
            "people": "würde es dir helfen, in {place} ein paar Leute zu kennen? Ich höre mich gern um.",
        },
        tones=DU,
    ),
    *openings(
        "move_open",
        {
            "smooth-formal": "ich hoffe, Ihr Umzug nach {place} verläuft reibungslos.",
            "best-formal": "für den Neuanfang in {place} wünsche ich Ihnen alles Gute.",
        },
        tones=SIE,
    ),
    *wholes(
        "move_open",
        {
            "going-formal": "wie geht es mit Ihrem Umzug nach {place} voran?",
            "people-formal": "wären Kontakte in {place} für Sie hilfreich? Ich höre mich gern um.",
        },
        tones=SIE,
    ),
    *openings(
        "move_past",
        {
            "settled": "ich hoffe, du bist gut in {place} angekommen.",
            "home": "ich hoffe, {place} fühlt sich schon ein bisschen nach Zuhause an.",
        },
        tones=DU,
    ),
    *wholes(
        "move_past",
        {
            "best": "was gefällt dir bisher am besten in {place}?",
            "home-yet": "fühlst du dich in {place} schon zu Hause?",
            "people": "wie ist es in {place}? Wenn du dort Anschluss suchst, höre ich mich gern um.",
        },
        tones=DU,
    ),
    *openings(
        "move_past",
        {
            "settled-formal": "ich hoffe, Sie sind gut in {place} angekommen.",
            "home-formal": "ich hoffe, Sie fühlen sich in {place} schon etwas zu Hause.",
        },
        tones=SIE,
    ),
    *wholes(
        "move_past",
        {
            "best-formal": "wie gefällt es Ihnen in {place}?",
            "people-formal": "haben Sie sich in {place} schon gut eingelebt? Mit Kontakten dort helfe ich gern.",
        },
        tones=SIE,
    ),
)
