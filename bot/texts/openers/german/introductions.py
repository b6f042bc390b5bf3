"""German words for introductions: asking one of the two, writing to both, asking somebody for one, and calling it off.

{need} is what the one written to is looking for, and {match} what the other one could give. The message to both greets
both, and says that they were asked before.
"""

from bot.texts.openers.german.forms import DU, SIE, wholes

ASKS = (
    *wholes(
        "intro_ask",
        {
            "need": "du suchst ja {need}, und da musste ich an {other} denken. Soll ich euch bekannt machen?",
            "match": "{other} hat {match} zu bieten, und da habe ich an dich gedacht. Soll ich euch bekannt machen?",
            "offers": "ich glaube, {other} könnte dir weiterhelfen und hat {match} zu bieten. Soll ich euch "
            "vorstellen?",
            "company": "darf ich dich mit {other} von {other_company} bekannt machen?",
            "plain": "ich würde dich gern mit {other} bekannt machen. Hättest du Interesse?",
            "fit": "ich glaube, du und {other} würdet euch gut verstehen. Darf ich euch miteinander bekannt machen?",
            "first": "bevor ich etwas in die Wege leite: Möchtest du {other} kennenlernen? Ein Nein ist völlig in "
            "Ordnung.",
        },
        offer="intro",
        tones=DU,
    ),
    *wholes(
        "intro_ask",
        {
            "need-formal": "Sie suchen {need}, und da musste ich an {other} denken. Darf ich Sie bekannt machen?",
            "offers-formal": "ich glaube, {other} könnte Ihnen weiterhelfen und hat {match} zu bieten. Soll ich "
            "vermitteln?",
            "company-formal": "darf ich Sie mit {other} von {other_company} bekannt machen?",
            "plain-formal": "ich würde Sie gern mit {other} bekannt machen. Wäre das in Ihrem Sinne?",
            "fit-formal": "ein Gespräch mit {other} könnte für Sie interessant sein. Darf ich den Kontakt herstellen?",
            "first-formal": "vorab eine Frage: Möchten Sie {other} kennenlernen? Wenn nicht, ist das völlig in "
            "Ordnung.",
        },
        offer="intro",
        tones=SIE,
    ),
)

BOTH = (
    *wholes(
        "intro_both",
        {
            "as-agreed": "hallo {first}, hallo {other_first}, wie besprochen bringe ich euch hiermit zusammen. Mögt "
            "ihr einen Termin für ein erstes Gespräch ausmachen?",
            "over": "hallo {first}, hallo {other_first}, ihr habt beide Ja gesagt, deshalb mache ich euch hiermit "
            "bekannt. Wer von euch schlägt einen Termin vor?",
            "need": "hallo {first}, hallo {other_first}, schön, dass ich euch bekannt machen darf. {first} sucht "
            "{need}, und {other_first} kann vielleicht helfen. Wann passt euch ein kurzes Gespräch?",
            "match": "hallo {first}, hallo {other_first}, hiermit stelle ich euch einander vor. {other_first} "
            "bringt {match} mit. Mögt ihr euch direkt austauschen?",
            "fit": "hallo {first}, hallo {other_first}, ich freue mich, dass ihr euch kennenlernen wollt. Alles "
            "Weitere überlasse ich gern euch. Wann passt es euch?",
        },
        offer="intro",
        tones=DU,
    ),
    *wholes(
        "intro_both",
        {
            "as-agreed-formal": "guten Tag {name}, guten Tag {other}, wie besprochen mache ich Sie hiermit "
            "miteinander bekannt. Möchten Sie einen Termin für ein erstes Gespräch vereinbaren?",
            "over-formal": "guten Tag {name}, guten Tag {other}, gern stelle ich Sie einander vor. Alles Weitere "
            "überlasse ich Ihnen. Wann passt Ihnen ein erstes Gespräch?",
            "need-formal": "guten Tag {name}, guten Tag {other}, schön, dass ich Sie bekannt machen darf. Es geht "
            "um {need}. Wann passt Ihnen ein kurzes Gespräch?",
            "match-formal": "guten Tag {name}, guten Tag {other}, hiermit stelle ich den Kontakt zwischen Ihnen "
            "her. Es geht um {match}. Möchten Sie sich direkt austauschen?",
            "fit-formal": "guten Tag {name}, guten Tag {other}, es freut mich, dass Sie einander kennenlernen "
            "möchten. Wer von Ihnen schlägt einen Termin vor?",
        },
        offer="intro",
        tones=SIE,
    ),
)

SEEKS = (
    *wholes(
        "intro_seek",
        {
            "company": "kennst du jemanden bei {other_company}, mit dem du mich bekannt machen könntest?",
            "company-small": "ich suche gerade Kontakt zu {other_company}. Fällt dir jemand ein, den ich ansprechen "
            "könnte?",
            "other": "du kennst doch {other}. Könntest du uns bekannt machen? Ein Nein ist völlig in Ordnung.",
            "other-company": "ich würde gern mit {other} von {other_company} sprechen. Würdest du uns bekannt machen?",
            "other-words": "ich würde gern {other} kennenlernen. Magst du uns vorstellen? Ich schicke dir gern "
            "einen Text.",
            "company-free": "hast du noch Kontakte zu {other_company}? Ich würde dort gern jemanden kennenlernen.",
        },
        offer="ask",
        tones=DU,
    ),
    *wholes(
        "intro_seek",
        {
            "company-formal": "kennen Sie jemanden bei {other_company}, mit dem Sie mich bekannt machen könnten?",
            "company-small-formal": "ich suche Kontakt zu {other_company}. Wüssten Sie, an wen ich mich dort wenden "
            "könnte?",
            "other-formal": "Sie kennen {other}. Wären Sie bereit, uns bekannt zu machen? Ein Nein ist völlig in "
            "Ordnung.",
            "other-company-formal": "ich würde gern mit {other} von {other_company} sprechen. Könnten Sie uns "
            "vorstellen?",
            "other-words-formal": "ich würde gern {other} kennenlernen. Würden Sie uns vorstellen? Einen kurzen "
            "Text dafür schicke ich Ihnen gern.",
        },
        offer="ask",
        tones=SIE,
    ),
)

DECLINES = (
    *wholes(
        "intro_decline",
        {
            "not-now": "aus dem Kontakt zu {other} wird im Moment leider nichts. Kann ich dir anders weiterhelfen?",
            "timing": "bei {other} passt es gerade nicht. Soll ich an dich denken, wenn mir jemand anderes einfällt?",
            "thanks": "danke, dass du offen dafür warst. Mit {other} klappt es gerade nicht. Soll ich mich weiter "
            "umhören?",
        },
        offer="share",
        tones=DU,
    ),
    *wholes(
        "intro_decline",
        {
            "not-now-formal": "aus dem Kontakt zu {other} wird derzeit leider nichts. Kann ich Ihnen anders "
            "weiterhelfen?",
            "timing-formal": "bei {other} passt es gerade nicht. Darf ich mich melden, wenn sich etwas anderes ergibt?",
            "thanks-formal": "vielen Dank für Ihre Offenheit. Mit {other} ergibt sich gerade leider nichts. Soll "
            "ich mich weiter umhören?",
        },
        offer="share",
        tones=SIE,
    ),
)

INTRODUCTIONS = (*ASKS, *BOTH, *SEEKS, *DECLINES)
