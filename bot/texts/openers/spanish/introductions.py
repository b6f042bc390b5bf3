"""Asking each side, writing to both, asking for one, and saying that it won't be.

The message to both speaks to one after the other, or leaves out who, so that it needs no plural "you".
"""

from bot.texts.openers.spanish.forms import say_all

ASKED = say_all(
    "intro_ask",
    tu={
        "need": "como necesitas {need}, pensé en {other}. ¿Te pongo en contacto?",
        "match": "pensé en presentarte a {other}, que te puede ayudar con {match}. ¿Te interesa?",
        "need-know": "sé que necesitas {need}, y {other} te puede ayudar. ¿Hago la presentación?",
        "company": "me gustaría presentarte a {other}, de {other_company}. ¿Te parece bien?",
        "plain": "me gustaría presentarte a {other}. Creo que puede salir algo bueno. ¿Te parece bien?",
        "free": "¿te gustaría conocer a {other}? Si no es buen momento, sin problema.",
        "first": "antes de hacer nada, te pregunto: ¿te parece bien que te presente a {other}?",
    },
    usted={
        "need": "como necesita {need}, pensé en {other}. ¿Le pongo en contacto?",
        "match": "me gustaría presentarle a {other}, que puede ayudarle con {match}. ¿Le interesaría?",
        "company": "me gustaría presentarle a {other}, de {other_company}. ¿Le parece bien?",
        "plain": "me gustaría presentarle a {other}. Creo que sería un contacto valioso. ¿Le parece bien?",
        "free": "¿le gustaría conocer a {other}? Si no es buen momento, lo entiendo perfectamente.",
        "first": "quería consultarle antes de nada: ¿le parece bien que le presente a {other}?",
    },
    offer="intro",
)

TO_BOTH = say_all(
    "intro_both",
    tu={
        "each": "{first}, te presento a {other}. {other_first}, te presento a {first}. ¿Quién propone un día para "
        "hablar?",
        "promised": "hola, {first}. Hola, {other_first}. Aquí va la presentación de la que hablamos. ¿Qué tal una "
        "llamada corta para empezar?",
        "match": "{first}, te presento a {other}, que te puede ayudar con {match}. ¿Quién propone un día para hablar?",
        "need": "hola, {first}. Hola, {other_first}. {first} necesita {need}, y por eso pensé en esta presentación. "
        "¿Qué tal una llamada corta esta semana?",
        "company": "{first}, te presento a {other}, de {other_company}, como hablamos. ¿Qué día va bien para una "
        "llamada?",
        "good": "hola, {first}. Hola, {other_first}. Creo que de esta conversación puede salir algo bueno. ¿Quién "
        "da el primer paso?",
    },
    usted={
        "each": "{first}, le presento a {other}. {other_first}, le presento a {first}. ¿Quién propone un día para "
        "hablar?",
        "promised": "buenos días, {first}. Buenos días, {other_first}. Aquí va la presentación de la que hablamos. "
        "¿Qué día iría bien para una llamada?",
        "match": "{first}, le presento a {other}, que puede ayudarle con {match}. ¿Quién propone un día para hablar?",
        "need": "buenos días, {first}. Buenos días, {other_first}. {first} necesita {need}, y por eso pensé en esta "
        "presentación. ¿Sería posible una llamada esta semana?",
        "company": "{first}, le presento a {other}, de {other_company}, como hablamos. ¿Sería posible una llamada "
        "esta semana?",
    },
    offer="intro",
)

SOUGHT = say_all(
    "intro_seek",
    tu={
        "other": "me gustaría conocer a {other}. ¿Me podrías presentar? Si no te viene bien, sin problema.",
        "other-know": "¿conoces bien a {other}? Si te parece bien, me ayudaría mucho que me presentaras.",
        "other-company": "quisiera hablar con {other}, de {other_company}. ¿Te importaría presentarme?",
        "company": "¿conoces a alguien en {other_company}? Me vendría muy bien un contacto ahí.",
        "company-talk": "me gustaría hablar con alguien de {other_company}. ¿Se te ocurre alguien?",
        "plain": "estoy buscando un contacto y pensé en ti. ¿Te puedo contar de qué se trata?",
    },
    usted={
        "other": "me gustaría conocer a {other}. ¿Podría usted presentarme? Si no es posible, lo entiendo.",
        "other-know": "¿conoce usted a {other}? Si le parece bien, me ayudaría mucho que me presentara.",
        "other-company": "quisiera hablar con {other}, de {other_company}. ¿Le importaría presentarme?",
        "company": "¿conoce a alguien en {other_company}? Me sería muy útil un contacto ahí.",
        "company-talk": "me gustaría hablar con alguien de {other_company}. ¿Se le ocurre alguien?",
        "plain": "estoy buscando un contacto y pensé en usted. ¿Puedo contarle de qué se trata?",
    },
    offer="ask",
)

DECLINED = say_all(
    "intro_decline",
    tu={
        "now": "al final lo de presentarte a {other} no va a poder ser por ahora. ¿Te busco otro contacto?",
        "later": "la presentación con {other} tendrá que esperar. ¿Te puedo ayudar mientras con otra cosa?",
        "plain": "al final no va a poder ser la presentación de la que hablamos. ¿Quieres que busque a otra persona?",
        "thanks": "gracias por querer conocer a {other}. Por ahora no va a poder ser. ¿Pienso en alguien más?",
    },
    usted={
        "now": "por ahora no va a ser posible presentarle a {other}. ¿Le busco otro contacto?",
        "later": "la presentación con {other} tendrá que esperar. ¿Puedo ayudarle mientras con otra cosa?",
        "plain": "finalmente no va a ser posible la presentación de la que hablamos. ¿Desea que busque a otra persona?",
        "thanks": "le agradezco su disposición para conocer a {other}. Por ahora no será posible. ¿Pienso en "
        "alguien más?",
    },
    offer="share",
)

INTRODUCTIONS = (*ASKED, *TO_BOTH, *SOUGHT, *DECLINED)
