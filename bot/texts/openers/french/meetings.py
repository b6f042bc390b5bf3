"""What goes by something between the two: a promise, an introduction, a first meeting, what was talked about last."""

from bot.texts.openers.french.writing import TU, VOUS, WARM, openings, wholes

PROMISES = (
    *wholes(
        "promise_due",
        {
            "oublie": "je n'ai pas oublié ce que je t'ai promis. Tout va bien de ton côté ?",
            "arrive": "ce que je t'ai promis arrive bientôt. Tu vas bien ?",
            "toujours": "je n'ai pas oublié ce que je t'avais promis. Ça t'est toujours utile ?",
            "quand": "je m'occupe de ce que je t'ai promis. Tu en as besoin pour quand ?",
            "entre-temps": "je m'occupe de ce que je t'ai promis. Rien n'a changé de ton côté entre-temps ?",
        },
        TU,
    ),
    *wholes(
        "promise_due",
        {
            "v-oublie": "je n'ai pas oublié ce que je vous ai promis. Comment allez-vous ?",
            "v-arrive": "ce que je vous ai promis arrive bientôt. Tout va bien de votre côté ?",
            "v-toujours": "je n'ai pas oublié ce que je vous avais promis. Cela vous est-il toujours utile ?",
            "v-quand": "je m'occupe de ce que je vous ai promis. Pour quand en avez-vous besoin ?",
            "v-change": "je m'occupe de ce que je vous ai promis. Rien n'a changé entre-temps de votre côté ?",
        },
        VOUS,
    ),
    *wholes(
        "promise_kept",
        {
            "arrive": "tu as bien eu ce que je t'avais promis ?",
            "utile": "ce que je t'avais promis, ça t'a servi ?",
            "autre": "j'espère que ce que je t'avais promis t'a été utile. Je peux faire autre chose pour toi ?",
            "manque": "pour ce que je t'avais promis, tu as tout ce qu'il te fallait ?",
        },
        TU,
    ),
    *wholes(
        "promise_kept",
        {
            "v-arrive": "avez-vous bien eu ce que je vous avais promis ?",
            "v-utile": "ce que je vous avais promis vous a-t-il été utile ?",
            "v-autre": "j'espère que ce que je vous avais promis vous a servi. Puis-je faire autre chose pour vous ?",
            "v-manque": "pour ce que je vous avais promis, avez-vous tout ce qu'il vous fallait ?",
        },
        VOUS,
    ),
)

INTRODUCED = (
    *wholes(
        "introduced",
        {
            "alors": "alors, ça a donné quelque chose avec {other} ?",
            "parle": "tu as pu parler avec {other} ? J'espère que le courant est passé.",
            "espere": "j'espère que le courant est bien passé avec {other}. Tu me racontes ?",
            "contact": "tu as eu le temps d'échanger avec {other} ? Raconte-moi.",
        },
        TU,
    ),
    *wholes(
        "introduced",
        {
            "v-alors": "avez-vous pu échanger avec {other} ?",
            "v-autre": "j'espère que le contact avec {other} vous a été utile. Puis-je faire autre chose pour vous ?",
            "v-utile": "la mise en relation avec {other} vous a-t-elle été utile ?",
            "v-espere": "j'espère que le contact avec {other} est agréable. Avez-vous pu vous parler ?",
        },
        VOUS,
    ),
)

LATELY = (
    *openings(
        "lately",
        {
            "plaisir": "ça m'a fait plaisir de faire ta connaissance.",
            "chouette": "c'était chouette de te rencontrer.",
            "discuter": "c'était sympa de discuter avec toi.",
            "rencontre": "c'était chouette de faire connaissance à {met_at}.",
        },
        TU,
    ),
    *wholes(
        "lately",
        {
            "cafe": "c'était sympa de faire connaissance. On poursuit autour d'un café ?",
            "entreprise": "c'était sympa de faire connaissance. J'aimerais bien en savoir plus sur ce que tu fais chez "
            "{company}, tu me racontes ?",
        },
        TU,
    ),
    *openings(
        "lately",
        {
            "v-plaisir": "j'ai eu plaisir à faire votre connaissance.",
            "v-rencontre": "notre rencontre à {met_at} m'a fait grand plaisir.",
            "v-merci": "merci encore pour notre échange.",
        },
        VOUS,
    ),
    *wholes(
        "lately",
        {
            "v-cafe": "j'ai eu plaisir à faire votre connaissance. Que diriez-vous de poursuivre autour d'un café ?",
            "v-entreprise": "j'ai eu plaisir à faire votre connaissance. J'aimerais en savoir plus sur ce que vous faites "
            "chez {company} : auriez-vous un moment ?",
        },
        VOUS,
    ),
)

TOPIC = (
    *wholes(
        "topic",
        {
            "derniere": "la dernière fois, on avait parlé {topic}. Tu en es où maintenant ?",
            "alors": "alors, côté {topic}, ça en est où ?",
            "nouveau": "du nouveau côté {topic} ?",
            "avance": "la dernière fois, on avait parlé {topic}. Ça a avancé depuis ?",
            "aide": "tu en es où, côté {topic} ? Si je peux t'aider, dis-moi.",
        },
        TU,
    ),
    *wholes("topic", {"parler": "côté {topic}, ça va comme tu veux ? Si tu as envie d'en reparler, je suis là."}, WARM),
    *wholes(
        "topic",
        {
            "v-avance": "lors de notre dernier échange, nous avions évoqué {topic}. Où en êtes-vous ?",
            "v-derniere": "j'ai repensé à notre dernier échange. Comment les choses avancent-elles, côté {topic} ?",
            "v-nouveau": "y a-t-il du nouveau côté {topic} ?",
            "v-aide": "où en êtes-vous côté {topic} ? Je vous aiderai volontiers si je le peux.",
        },
        VOUS,
    ),
)

MEETINGS = (*PROMISES, *INTRODUCED, *LATELY, *TOPIC)
