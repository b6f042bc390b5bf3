"""By the last touch: over a year ago, some months ago, lately, within two weeks, or never. No days are counted."""

from bot.texts.openers.french.writing import BRIEF, TU, VOUS, WARM, openings, wholes

DORMANT = (
    *openings(
        "dormant",
        {
            "bail": "ça fait un bail.",
            "longtemps": "ça fait vraiment longtemps.",
            "eternite": "ça fait une éternité, et j'ai pensé à toi aujourd'hui.",
            "nouvelles": "ça fait un bon moment qu'on ne s'est pas donné de nouvelles.",
            "temps": "le temps file, et ça me ferait plaisir de reprendre contact.",
            "rencontre": "je repensais à notre rencontre à {met_at}, ça ne date pas d'hier.",
        },
        TU,
    ),
    *openings(
        "dormant",
        {
            "nulle-part": "je débarque un peu de nulle part, je sais, mais j'ai pensé à toi.",
            "surprise": "tu ne t'attendais sans doute pas à me lire après tout ce temps.",
            "fil": "ça fait longtemps, et j'aimerais bien reprendre le fil.",
        },
        WARM,
    ),
    *openings(
        "dormant",
        {
            "v-longtemps": "cela fait longtemps que nous ne nous sommes pas parlé.",
            "v-occasion": "voilà bien longtemps que nous n'avons pas eu l'occasion d'échanger.",
            "v-temps": "le temps a passé depuis notre dernier échange, et j'aimerais reprendre contact.",
            "v-surprise": "mon message vous surprendra peut-être, après tout ce temps.",
            "v-pense": "cela fait un long moment que nous n'avons pas échangé, et j'ai pensé à vous.",
            "v-permets": "je me permets de reprendre contact après tout ce temps.",
            "v-rencontre": "je repensais à notre rencontre à {met_at}, qui remonte déjà à quelque temps.",
        },
        VOUS,
    ),
    *wholes(
        "dormant",
        {
            "deviens": "ça fait un bail ! Tu deviens quoi ?",
            "ou-en-es": "ça fait longtemps. Qu'est-ce que tu deviens de beau ?",
            "raconte": "ça fait une éternité. Raconte-moi un peu : quoi de neuf depuis ?",
            "entreprise": "ça fait longtemps. Comment ça se passe chez {company} ?",
        },
        TU,
    ),
    *wholes(
        "dormant",
        {
            "appel": "ça fait trop longtemps qu'on ne s'est pas parlé. On s'appelle un de ces soirs ?",
            "meilleur": "il a dû s'en passer, des choses, depuis le temps. C'est quoi, la meilleure ?",
        },
        WARM,
    ),
    *wholes(
        "dormant",
        {
            "v-devenez": "cela fait bien longtemps. Que devenez-vous ?",
            "v-appel": "cela fait longtemps que nous ne nous sommes pas parlé. Auriez-vous un moment pour un appel ?",
            "v-nouvelles": "j'aimerais beaucoup avoir de vos nouvelles, après tout ce temps. Comment allez-vous ?",
            "v-entreprise": "cela fait longtemps. Comment les choses se passent-elles pour vous chez {company} ?",
        },
        VOUS,
    ),
)

STILL = (
    *wholes(
        "still",
        {
            "entreprise": "ça fait longtemps. Tu es toujours chez {company} ?",
            "entreprise-ailleurs": "ça fait un moment : toujours chez {company}, ou tu as changé d'air ?",
            "ville": "ça fait un bail. Tu vis toujours à {city} ?",
            "ville-bouge": "toujours à {city}, ou tu as bougé depuis ?",
            "les-deux": "ça fait longtemps. Toujours à {city} et chez {company} ?",
        },
        TU,
    ),
    *wholes(
        "still",
        {
            "v-entreprise": "cela fait longtemps. Travaillez-vous toujours chez {company} ?",
            "v-entreprise-route": "êtes-vous toujours chez {company}, ou avez-vous changé de maison ?",
            "v-ville": "cela fait longtemps. Vivez-vous toujours à {city} ?",
            "v-ville-appel": "êtes-vous toujours à {city} ? J'aurais plaisir à prendre de vos nouvelles.",
        },
        VOUS,
    ),
)

QUIET = (
    *openings(
        "quiet",
        {
            "moment": "ça fait un moment.",
            "petit-moment": "ça fait un petit moment qu'on ne s'est pas parlé.",
            "passe-vite": "les mois passent vite.",
            "signe": "je voulais te faire un petit signe.",
            "pense": "j'ai pensé à toi tout à l'heure.",
            "rencontre": "j'ai repensé l'autre jour à notre rencontre à {met_at}.",
        },
        TU,
    ),
    *openings(
        "quiet",
        {
            "reprendre": "ça fait un petit moment, et j'ai eu une pensée pour toi.",
            "manque": "ça commence à faire un moment, et j'aimerais bien qu'on se reparle.",
        },
        WARM,
    ),
    *openings(
        "quiet",
        {
            "v-moment": "cela fait quelque temps que nous n'avons pas échangé.",
            "v-parle": "nous ne nous sommes pas parlé depuis un petit moment.",
            "v-mois": "les mois passent vite, et j'ai pensé à vous.",
            "v-signe": "je me permets de prendre de vos nouvelles.",
            "v-rencontre": "je repensais récemment à notre rencontre à {met_at}.",
        },
        VOUS,
    ),
    *wholes(
        "quiet",
        {
            "quoi-de-neuf": "ça fait un moment. Quoi de neuf de ton côté ?",
            "vas": "ça fait un petit moment. Comment tu vas ?",
            "entreprise": "ça fait un moment. Ça se passe bien chez {company} ?",
        },
        TU,
    ),
    *wholes("quiet", {"vite": "un petit bonjour : la forme ?"}, BRIEF),
    *wholes(
        "quiet",
        {
            "v-allez": "je voulais prendre de vos nouvelles. Comment allez-vous ?",
            "v-portez": "cela fait quelque temps que nous n'avons pas échangé. Tout va bien de votre côté ?",
        },
        VOUS,
    ),
)

#: The last touch may have been a message without an answer, so no line says that they talked.
RECENT = (
    *openings(
        "recent",
        {
            "coucou": "juste un petit mot en passant.",
            "pense": "je pensais justement à toi.",
            "passe": "je passe te dire un petit bonjour.",
            "message": "je pensais à toi et je voulais te dire bonjour.",
            "semaine": "j'espère que ta semaine n'est pas trop chargée.",
        },
        TU,
    ),
    *openings(
        "recent",
        {
            "v-pensee": "j'ai eu une pensée pour vous.",
            "v-justement": "je pensais justement à vous.",
            "v-semaine": "j'espère que votre semaine n'est pas trop chargée.",
            "v-mot": "je voulais simplement vous envoyer un petit mot.",
        },
        VOUS,
    ),
    *wholes(
        "recent",
        {
            "depuis": "du nouveau depuis la dernière fois ?",
            "nouvelles": "je viens aux nouvelles : quoi de beau ?",
            "avance": "alors, comment ça va depuis la dernière fois ?",
            "entreprise": "petit mot en passant : tout roule chez {company} ?",
        },
        TU,
    ),
    *wholes(
        "recent",
        {
            "v-depuis": "comment allez-vous depuis la dernière fois ?",
            "v-nouveau": "y a-t-il du nouveau de votre côté depuis la dernière fois ?",
            "v-entreprise": "un petit mot en passant : tout se passe-t-il bien chez {company} ?",
        },
        VOUS,
    ),
)

FRESH = (
    *openings("fresh", {"repense": "j'ai repensé à notre conversation de l'autre jour."}),
    *openings(
        "fresh",
        {
            "plaisir": "ça m'a fait plaisir de te parler l'autre jour.",
            "chouette": "c'était sympa de discuter l'autre jour.",
        },
        TU,
    ),
    *openings(
        "fresh",
        {
            "v-plaisir": "notre échange de l'autre jour m'a fait plaisir.",
            "v-merci": "merci encore pour notre échange de l'autre jour.",
        },
        VOUS,
    ),
    *wholes("fresh", {"depuis": "c'était bien de se parler l'autre jour. Ça va toujours depuis ?"}, TU),
    *wholes(
        "fresh", {"v-depuis": "notre échange de l'autre jour m'a fait plaisir. Comment se passe votre semaine ?"}, VOUS
    ),
)

NEVER = (
    *openings(
        "never",
        {
            "contact": "j'aimerais bien garder le contact.",
            "bonjour": "je me décide enfin à t'écrire.",
            "pense": "ton nom m'est revenu en tête aujourd'hui.",
            "occasion": "ça fait un moment que je voulais t'écrire.",
            "rencontre": "notre rencontre à {met_at} m'est revenue en tête.",
            "rencontre-fil": "depuis notre rencontre à {met_at}, j'avais envie de garder le contact.",
        },
        TU,
    ),
    *openings(
        "never",
        {
            "v-contact": "j'aimerais beaucoup rester en contact avec vous.",
            "v-mot": "je prends un moment pour vous écrire.",
            "v-pense": "votre nom m'est revenu en tête aujourd'hui.",
            "v-occasion": "cela fait quelque temps que je souhaitais vous écrire.",
            "v-rencontre": "notre rencontre à {met_at} m'est revenue en mémoire.",
            "v-rencontre-fil": "depuis notre rencontre à {met_at}, je souhaitais garder le contact.",
        },
        VOUS,
    ),
    *wholes(
        "never",
        {
            "quoi": "je voulais prendre de tes nouvelles. Qu'est-ce qui t'occupe en ce moment ?",
            "entreprise": "je me demandais comment ça se passe pour toi chez {company}. Tu me racontes ?",
            "ville": "je me demandais comment ça va pour toi à {city}. Tout se passe bien ?",
        },
        TU,
    ),
    *wholes(
        "never",
        {
            "v-quoi": "je souhaitais prendre de vos nouvelles. Qu'est-ce qui vous occupe en ce moment ?",
            "v-entreprise": "j'aimerais en savoir plus sur ce que vous faites chez {company}. Auriez-vous un moment ?",
            "v-ville": "je me demandais comment les choses se passent pour vous à {city}. Tout va bien ?",
        },
        VOUS,
    ),
)

SILENCES = (*DORMANT, *STILL, *QUIET, *RECENT, *FRESH, *NEVER)
