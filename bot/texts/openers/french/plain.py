"""What is known of them, or nothing but the name; neither claims anything about how long it has been."""

from bot.texts.openers.french.writing import BRIEF, TU, VOUS, WARM, openings, wholes

FACTS = (
    *openings("fact", {"rencontre": "je repensais à notre rencontre à {met_at}."}),
    *openings(
        "fact",
        {
            "entreprise": "j'espère que ça se passe bien pour toi chez {company}.",
            "ville": "j'espère que la vie est belle à {city}.",
            "rencontre-fil": "j'ai repensé à {met_at}, où on avait fait connaissance.",
        },
        TU,
    ),
    *wholes(
        "fact",
        {
            "entreprise-quoi": "tu travailles sur quoi en ce moment chez {company} ?",
            "entreprise-forme": "ça se passe toujours bien chez {company} ?",
            "ville-bon": "qu'est-ce qu'il y a de bien à {city} en ce moment ?",
            "ville-vie": "comment va la vie à {city} ?",
            "domaine": "qu'est-ce qui bouge côté {field} en ce moment ?",
            "domaine-lire": "tu as vu passer quelque chose d'intéressant côté {field} ces derniers temps ?",
        },
        TU,
    ),
    *wholes(
        "fact",
        {
            "besoin": "tu cherches toujours {need} ? Je peux demander autour de moi.",
            "besoin-trouve": "tu as fini par trouver {need} ? Sinon, je peux en parler autour de moi.",
        },
        TU,
        offer="need",
    ),
    *openings(
        "fact",
        {
            "v-entreprise": "j'espère que les choses se passent bien pour vous chez {company}.",
            "v-ville": "j'espère que vous vous plaisez toujours à {city}.",
        },
        VOUS,
    ),
    *wholes(
        "fact",
        {
            "v-entreprise-quoi": "qu'est-ce qui vous occupe en ce moment chez {company} ?",
            "v-ville-vie": "comment se passe la vie à {city} ?",
            "v-domaine": "que voyez-vous changer en ce moment côté {field} ?",
            "v-domaine-lire": "avez-vous lu quelque chose d'intéressant côté {field} ces derniers temps ?",
        },
        VOUS,
    ),
    *wholes(
        "fact",
        {
            "v-besoin": "cherchez-vous encore {need} ? Je peux me renseigner autour de moi.",
            "v-besoin-trouve": "avez-vous fini par trouver {need} ? Sinon, je peux en parler autour de moi.",
        },
        VOUS,
        offer="need",
    ),
)

PLAIN = (
    *openings(
        "plain",
        {
            "pense": "je pensais à toi.",
            "tete": "ton nom m'est passé par la tête.",
            "coucou": "un petit coucou en passant.",
            "bien": "j'espère que tout va bien pour toi.",
        },
        TU,
    ),
    *openings(
        "plain",
        {
            "sourire": "j'ai pensé à toi aujourd'hui, et ça m'a fait sourire.",
            "message": "ça faisait un petit moment que j'avais envie de t'écrire.",
        },
        WARM,
    ),
    *wholes(
        "plain",
        {
            "comment": "alors, comment ça va ?",
            "envie": "j'avais envie de prendre de tes nouvelles. Comment tu vas ?",
            "raison": "je t'écris sans raison particulière, juste pour savoir comment tu vas. Tout roule ?",
            "neuf": "quoi de neuf de ton côté ?",
            "occupe": "qu'est-ce qui t'occupe ces temps-ci ?",
            "semaine": "ta semaine se passe bien ?",
            "cafe": "ça te dit, un café un de ces jours ?",
        },
        TU,
    ),
    *wholes(
        "plain",
        {
            "bonne-nouvelle": "raconte-moi une bonne nouvelle, et je t'en donne une en échange. Ça marche ?",
            "deux-lignes": "tu me donnes de tes nouvelles ? Deux lignes suffisent.",
            "aide": "j'espère que tout va bien pour toi. Je peux t'aider pour quelque chose en ce moment ?",
        },
        WARM,
    ),
    *wholes("plain", {"forme": "tu tiens la forme ?", "roule": "tout roule ?"}, BRIEF),
    *openings(
        "plain",
        {
            "v-pense": "j'ai pensé à vous aujourd'hui.",
            "v-bien": "j'espère que vous allez bien.",
            "v-cote": "j'espère que tout se passe bien de votre côté.",
            "v-message": "cela faisait quelque temps que je voulais vous écrire.",
        },
        VOUS,
    ),
    *wholes(
        "plain",
        {
            "v-comment": "comment vous portez-vous ?",
            "v-nouvelles": "je souhaitais prendre de vos nouvelles. Tout va bien de votre côté ?",
            "v-raison": "je vous écris simplement pour prendre de vos nouvelles. Comment allez-vous ?",
            "v-occupe": "qu'est-ce qui vous occupe ces temps-ci ?",
            "v-cafe": "auriez-vous le temps pour un café un de ces jours ?",
            "v-aide": "j'espère que vous allez bien. Puis-je vous être utile en quoi que ce soit ?",
        },
        VOUS,
    ),
)
