"""For introductions. {match} is what the other one offers; {need} is what the other one looks for where one of them is
asked, what the first looks for in the message to both, and what the user looks for where an introduction is sought.
The message to both says "vous" in every tone, for it is to two people."""

from bot.texts.openers.french.writing import TU, VOUS, wholes

ASKS = (
    *wholes(
        "intro_ask",
        {
            "besoin": "{other} cherche {need}, et j'ai pensé à toi. Je fais les présentations ?",
            "offre": "je connais {other}, qui propose {match}. Ça t'intéresserait que je te mette en contact ?",
            "courant": "j'aimerais te présenter {other}, je pense que le courant passerait. Ça te dit ?",
            "entreprise": "ça te dirait que je te présente {other}, de chez {other_company} ? Rien ne presse.",
            "parler": "j'ai pensé à te présenter {other} : à mon avis, il y aurait de quoi discuter. Tu en penses "
            "quoi ?",
            "avant": "avant de proposer quoi que ce soit à {other}, je voulais ton avis : je te mets en contact ?",
        },
        TU,
        offer="intro",
    ),
    *wholes(
        "intro_ask",
        {
            "v-besoin": "{other} cherche {need}, et j'ai pensé à vous. Accepteriez-vous que je fasse les "
            "présentations ?",
            "v-offre": "je connais {other}, qui propose {match}. Souhaitez-vous que je vous mette en relation ?",
            "v-presente": "j'aimerais vous présenter {other}, avec qui l'échange pourrait vous plaire. Cela vous "
            "conviendrait-il ?",
            "v-entreprise": "me permettez-vous de vous présenter {other}, de chez {other_company} ? Rien ne presse.",
            "v-avant": "avant d'en parler à {other}, je voulais vous demander : accepteriez-vous que je vous mette "
            "en relation ?",
        },
        VOUS,
        offer="intro",
    ),
)

BOTH = (
    *wholes(
        "intro_both",
        {
            "comme-promis": "bonjour {first}, bonjour {other_first} ! Comme promis, je vous mets en contact. Je "
            "vous laisse faire connaissance : qui propose un moment pour s'appeler ?",
            "convenu": "comme convenu, je vous mets en contact. Je vous laisse faire connaissance : qui propose un "
            "moment ?",
            "discuter": "{first}, voici {other}. {other_first}, voici {first}. Je crois que vous avez de quoi "
            "discuter : un café ou un appel cette semaine ?",
            "besoin": "{first}, {other_first}, je vous mets en contact comme convenu. {first} cherche {need} : qui "
            "propose un moment pour en parler ?",
            "offre": "bonjour {first}, bonjour {other_first} ! {first} cherche {need}, {other_first} propose "
            "{match}. Je vous laisse la suite : un petit appel pour commencer ?",
        },
        TU,
        offer="intro",
    ),
    *wholes(
        "intro_both",
        {
            "v-comme-convenu": "bonjour {first}, bonjour {other_first}. Comme convenu, je vous mets en relation. Je "
            "vous laisse faire connaissance : qui souhaite proposer un moment ?",
            "v-convenu": "comme convenu, je vous mets en relation. Je vous laisse faire connaissance : qui souhaite "
            "proposer un moment ?",
            "v-presente": "{first}, {other_first}, j'ai le plaisir de faire les présentations. Seriez-vous "
            "disponibles pour un premier échange ces prochains jours ?",
            "v-besoin": "{first}, {other_first}, je vous mets en relation comme convenu. {first} cherche {need} : "
            "un premier échange vous conviendrait-il ?",
            "v-offre": "bonjour {first}, bonjour {other_first}. {first} cherche {need}, {other_first} propose "
            "{match}. Je vous laisse convenir d'un premier échange : quand seriez-vous disponibles ?",
        },
        VOUS,
        offer="intro",
    ),
)

SEEKS = (
    *wholes(
        "intro_seek",
        {
            "connais": "je crois que tu connais {other}. Tu pourrais nous mettre en contact ? Si ça te gêne, aucun "
            "souci.",
            "la-bas": "je crois que tu connais {other}, de chez {other_company}. Tu pourrais nous présenter ?",
            "presente": "j'aimerais beaucoup parler à {other}. Tu serais d'accord pour faire les présentations ?",
            "entreprise": "tu connaîtrais quelqu'un chez {other_company} avec qui je pourrais discuter ?",
            "entreprise-qui": "j'aimerais entrer en contact avec quelqu'un chez {other_company}. À qui je devrais "
            "parler, à ton avis ?",
            "besoin": "je cherche {need}. Tu connaîtrais quelqu'un à me présenter ?",
            "court": "je peux t'envoyer deux lignes à transmettre à {other} ? Et si ça t'embête, on n'en parle plus.",
        },
        TU,
        offer="ask",
    ),
    *wholes(
        "intro_seek",
        {
            "v-connaissez": "je crois que vous connaissez {other}. Accepteriez-vous de nous mettre en relation ? Je "
            "comprendrais tout à fait que non.",
            "v-la-bas": "je crois que vous connaissez {other}, de chez {other_company}. Accepteriez-vous de nous "
            "présenter ?",
            "v-presente": "j'aimerais beaucoup échanger avec {other}. Accepteriez-vous de faire les présentations ?",
            "v-entreprise": "connaîtriez-vous quelqu'un chez {other_company} avec qui je pourrais échanger ?",
            "v-entreprise-qui": "je souhaiterais entrer en contact avec quelqu'un chez {other_company}. À qui me "
            "conseilleriez-vous de m'adresser ?",
            "v-besoin": "je cherche {need}. Connaîtriez-vous une personne à me recommander ?",
            "v-court": "puis-je vous envoyer deux lignes à transmettre à {other} ? N'hésitez pas à me dire non.",
        },
        VOUS,
        offer="ask",
    ),
)

DECLINES = (
    *wholes(
        "intro_decline",
        {
            "evoquee": "la mise en relation dont je te parlais ne se fera pas cette fois. Je cherche quelqu'un "
            "d'autre ?",
            "moment": "pour {other}, ça ne se fera pas pour l'instant. Je cherche quelqu'un d'autre pour toi ?",
            "autre": "finalement, ce n'est pas le bon moment pour {other}. Tu veux que je pense à quelqu'un d'autre ?",
            "suite": "la mise en relation avec {other} ne se fera pas cette fois. Je peux t'aider autrement ?",
        },
        TU,
    ),
    *wholes(
        "intro_decline",
        {
            "v-evoquee": "la mise en relation que j'avais évoquée ne se fera pas pour l'instant. Puis-je chercher "
            "une autre personne ?",
            "v-moment": "la mise en relation avec {other} ne pourra pas se faire pour l'instant. Puis-je vous aider "
            "autrement ?",
            "v-autre": "ce n'est malheureusement pas le bon moment pour {other}. Souhaitez-vous que je pense à "
            "quelqu'un d'autre ?",
            "v-suite": "pour {other}, cela ne se fera pas cette fois-ci. Souhaitez-vous que je cherche une autre "
            "personne ?",
        },
        VOUS,
    ),
)

INTRODUCTIONS = (*ASKS, *BOTH, *SEEKS, *DECLINES)
