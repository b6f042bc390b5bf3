"""German openers after hard news: never naming it, never cheerful, asking for nothing. They may be all one writes for
months, so there are a dozen for each form of address."""

from bot.texts.openers.german.forms import DU, SIE, WARM, wholes

GENTLE = (
    *wholes(
        "gentle",
        {
            "thinking": "ich denke an dich. Du musst nicht antworten.",
            "here": "ich denke an dich. Wenn du reden magst, bin ich da.",
            "how": "wie geht es dir heute? Antworte nur, wenn dir danach ist.",
            "call": "soll ich dich in den nächsten Tagen einmal anrufen? Es ist auch völlig in Ordnung, wenn nicht.",
            "practical": "wenn ich dir etwas abnehmen kann, sag es mir. Auch Kleinigkeiten.",
            "whenever": "ein leiser Gruß von mir. Melde dich, wann immer du magst, oder auch gar nicht.",
            "walk": "wenn dir ein Spaziergang oder ein stiller Kaffee guttun würde, komme ich gern mit.",
            "errand": "kann ich dir diese Woche etwas besorgen oder erledigen? Ein Wort genügt.",
            "listen": "wenn du jemanden zum Zuhören brauchst, ruf mich jederzeit an.",
            "no-words": "mir fehlen die richtigen Worte, aber ich bin für dich da. Du musst nichts zurückschreiben.",
            "weeks": "ich wollte dir nur sagen, dass ich an dich denke. Wenn du etwas brauchst, melde dich.",
        },
        tones=DU,
    ),
    *wholes(
        "gentle",
        {
            "come-by": "wenn du magst, komme ich in den nächsten Tagen auf einen Tee vorbei. Sag einfach, ob es passt.",
            "people": "ich hoffe, du hast gute Menschen um dich. Wenn du Gesellschaft möchtest, bin ich da.",
            "time": "ich schicke dir einen lieben Gruß. Nimm dir alle Zeit, die du brauchst.",
            "ear": "ich bin da, wenn du jemanden zum Reden oder zum Schweigen brauchst.",
        },
        tones=WARM,
    ),
    *wholes(
        "gentle",
        {
            "thinking-formal": "ich denke an Sie. Sie müssen nicht antworten.",
            "here-formal": "ich denke an Sie. Wenn Sie sprechen möchten, bin ich gern für Sie da.",
            "practical-formal": "wenn ich Ihnen etwas abnehmen kann, lassen Sie es mich bitte wissen.",
            "strength-formal": "ich wünsche Ihnen viel Kraft. Eine Antwort ist nicht nötig.",
            "call-formal": "darf ich Sie in den nächsten Tagen einmal anrufen? Nur, wenn es Ihnen recht ist.",
            "how-formal": "wie geht es Ihnen heute? Bitte antworten Sie nur, wenn Ihnen danach ist.",
            "whenever-formal": "ich sende Ihnen einen stillen Gruß. Melden Sie sich, wann immer Sie möchten.",
            "time-formal": "nehmen Sie sich alle Zeit, die Sie brauchen. Ich bin da, wenn ich etwas tun kann.",
            "errand-formal": "kann ich in dieser Woche etwas für Sie erledigen? Ein kurzes Wort genügt.",
            "people-formal": "ich hoffe, Sie haben gute Menschen um sich. Wenn ich etwas tun kann, bin ich gern für Sie da.",
            "no-words-formal": "mir fehlen die richtigen Worte, aber ich denke an Sie. Sie müssen nicht antworten.",
            "wait-formal": "alles andere kann warten. Wenn ich Sie irgendwie entlasten kann, sagen Sie es mir bitte.",
        },
        tones=SIE,
    ),
)
