"""After hard news, and to one's own family: lines that stand alone."""

from bot.texts.openers.french.writing import TU, VOUS, wholes

#: Never naming what happened, never cheerful, asking for nothing.
GENTLE = (
    *wholes(
        "gentle",
        {
            "pense": "je pense à toi. Pas besoin de répondre.",
            "la": "je pense à toi. Si tu as envie de parler, je suis là.",
            "quand": "un petit mot pour te dire que je pense à toi. Tu réponds quand tu veux, ou pas du tout.",
            "comment": "comment tu te sens aujourd'hui ? Ne te force surtout pas à répondre.",
            "marche": "si ça te dit d'aller marcher un peu ou de boire un café au calme, fais-moi signe.",
            "pratique": "si je peux te décharger de quelque chose, même d'une bricole, dis-moi.",
            "entoure": "j'espère que tu as du monde autour de toi. Je suis là si tu as besoin de quoi que ce soit.",
            "ecoute": "si tu veux de la compagnie, ou juste une oreille, je suis là.",
            "appel": "tu veux que je t'appelle un de ces jours ? Et si ce n'est pas le moment, aucun souci.",
            "signe": "je voulais juste te faire signe. Rien ne t'oblige à répondre.",
            "silence": "si tu as envie d'un café, même sans parler, je suis là.",
            "coeur": "je pense fort à toi ces jours-ci. Tu me dis si je peux faire quelque chose ?",
            "temps": "je t'envoie une pensée. Prends tout le temps qu'il te faut.",
        },
        TU,
    ),
    *wholes(
        "gentle",
        {
            "v-pense": "je pense à vous. Inutile de me répondre.",
            "v-la": "je pense à vous. Si vous avez envie de parler, je suis là.",
            "v-mot": "un simple mot pour vous dire que je pense à vous. Vous répondrez quand vous le souhaiterez.",
            "v-comment": "comment vous sentez-vous ces jours-ci ? Ne me répondez que si vous en avez envie.",
            "v-pratique": "si je peux vous décharger de quoi que ce soit, même d'un détail, dites-le-moi.",
            "v-entoure": "j'espère que vous avez du monde autour de vous. Si vous avez besoin de moi, je suis là.",
            "v-appel": "souhaitez-vous que je vous appelle un de ces jours ? Rien ne presse, et rien ne vous y oblige.",
            "v-marche": "si vous avez envie d'une promenade ou d'un café au calme, faites-moi signe.",
            "v-ecoute": "si vous souhaitez de la compagnie, ou simplement une oreille, je suis là.",
            "v-signe": "je voulais simplement vous faire signe. Rien ne vous oblige à répondre.",
            "v-chose": "je pense beaucoup à vous ces jours-ci. Dites-moi si je peux faire quelque chose.",
            "v-pensees": "mes pensées vous accompagnent. Inutile de répondre.",
            "v-temps": "j'ai une pensée pour vous. Prenez tout le temps qu'il vous faut.",
        },
        VOUS,
    ),
)

KIN = (
    *wholes(
        "kin",
        {
            "comment": "tu vas bien ?",
            "pense": "je pensais à toi. Tout va bien ?",
            "semaine": "elle se passe bien, ta semaine ?",
            "appel": "tu as un moment pour qu'on s'appelle un de ces jours ?",
            "bisou": "je t'envoie un petit bisou. Comment ça va ?",
            "neuf": "quoi de neuf ? Raconte-moi !",
            "manger": "on mange ensemble bientôt ?",
            "aide": "tu as besoin d'un coup de main pour quelque chose cette semaine ?",
            "voir": "on se voit quand ?",
            "weekend": "tu fais quoi ce week-end ?",
            "passer": "quand est-ce que je peux passer te voir ?",
            "pensee": "une petite pensée pour toi. Comment se passe ta journée ?",
            "soir": "je peux t'appeler ce soir ?",
        },
        TU,
    ),
    *wholes(
        "kin",
        {
            "v-comment": "comment vous portez-vous ces jours-ci ?",
            "v-pense": "je pensais à vous. Tout va bien ?",
            "v-passer": "quand puis-je passer vous voir ?",
            "v-aide": "avez-vous besoin d'un coup de main cette semaine ?",
            "v-appel": "puis-je vous appeler un de ces jours ?",
            "v-soir": "seriez-vous disponible ce soir pour un petit appel ?",
            "v-neuf": "quelles nouvelles chez vous ?",
            "v-weekend": "avez-vous quelque chose de prévu ce week-end ?",
            "v-pensee": "une petite pensée pour vous. Votre journée se passe-t-elle bien ?",
            "v-voir": "quand aurons-nous le plaisir de nous voir ?",
            "v-maison": "j'espère que tout va bien à la maison. Puis-je faire quelque chose pour vous ?",
            "v-repas": "si nous prenions un repas ensemble bientôt ?",
            "v-embrasse": "je vous embrasse bien fort. Comment se passe votre semaine ?",
        },
        VOUS,
    ),
    *wholes(
        "kin_birthday_today",
        {
            "bisous": "joyeux anniversaire, {first} ! Plein de bisous. Je peux t'appeler quand ?",
            "gros": "bon anniversaire, {first} ! Je t'embrasse très fort. Tu fais quoi aujourd'hui ?",
            "appel": "bon anniversaire ! On s'appelle dans la journée ?",
            "gateau": "joyeux anniversaire, {first} ! Tu me gardes une part de gâteau ?",
        },
        TU,
        offer="congrats",
    ),
    *wholes(
        "kin_birthday_today",
        {
            "v-embrasse": "bon anniversaire, {first} ! Je vous embrasse bien fort. Quand puis-je vous appeler ?",
            "v-souhaite": "très joyeux anniversaire, {first} ! Comment se passe cette belle journée ?",
            "v-appel": "bon anniversaire ! Puis-je vous appeler dans la journée ?",
        },
        VOUS,
        offer="congrats",
    ),
    *wholes(
        "kin_birthday_soon",
        {
            "comment": "c'est bientôt ton anniversaire ! Tu veux le fêter comment ?",
            "plaisir": "ton anniversaire approche : qu'est-ce qui te ferait plaisir ?",
            "ensemble": "c'est bientôt ton anniversaire. On fait quelque chose ensemble ?",
        },
        TU,
    ),
    *wholes(
        "kin_birthday_soon",
        {
            "v-comment": "c'est bientôt votre anniversaire. Comment aimeriez-vous le fêter ?",
            "v-plaisir": "votre anniversaire approche : qu'est-ce qui vous ferait plaisir ?",
            "v-ensemble": "votre anniversaire approche. Si nous faisions quelque chose ensemble ?",
        },
        VOUS,
    ),
    *wholes(
        "kin_birthday_past",
        {
            "retard": "bon anniversaire avec un peu de retard ! Je t'embrasse. C'était une belle journée ?",
            "raconte": "joyeux anniversaire, mieux vaut tard que jamais ! Tu as fait quoi de beau ?",
            "rattraper": "bon anniversaire en retard ! On mange ensemble pour que je me rattrape ?",
        },
        TU,
        offer="congrats",
    ),
    *wholes(
        "kin_birthday_past",
        {
            "v-retard": "bon anniversaire avec un peu de retard ! Je vous embrasse. Était-ce une belle journée ?",
            "v-raconte": "joyeux anniversaire, mieux vaut tard que jamais ! Comment l'avez-vous fêté ?",
            "v-rattraper": "bon anniversaire en retard ! Puis-je vous inviter à déjeuner pour me rattraper ?",
        },
        VOUS,
        offer="congrats",
    ),
)

FAMILY = (*GENTLE, *KIN)
