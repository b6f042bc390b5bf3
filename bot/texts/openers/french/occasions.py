"""Days that come round: birthdays, wedding anniversaries, another year in a job, name days."""

from bot.texts.openers.french.writing import TU, VOUS, WARM, wholes

BIRTHDAYS = (
    *wholes(
        "birthday_today",
        {
            "joyeux": "joyeux anniversaire, {first} ! Tu fais quoi de beau aujourd'hui ?",
            "bon": "bon anniversaire, {first} ! Comment tu fêtes ça ?",
            "belle-annee": "très joyeux anniversaire ! Qu'est-ce qu'on peut te souhaiter pour cette année ?",
            "verre": "bon anniversaire, {first} ! On trinque à ta santé un de ces jours ?",
        },
        TU,
        offer="congrats",
    ),
    *wholes(
        "birthday_today",
        {
            "gateau": "joyeux anniversaire, {first} ! Il y a du gâteau, j'espère ?",
            "journee": "bon anniversaire ! J'espère que la journée est douce. Tu es dispo pour un appel ce soir ?",
        },
        WARM,
        offer="congrats",
    ),
    *wholes(
        "birthday_today",
        {
            "v-joyeux": "très bon anniversaire, {first} ! Avez-vous prévu de le fêter ?",
            "v-belle": "je vous souhaite un très bel anniversaire. Quels sont vos projets pour cette nouvelle année ?",
            "v-voeux": "tous mes vœux pour votre anniversaire. Que puis-je vous souhaiter pour l'année qui s'ouvre ?",
            "v-dejeuner": "bon anniversaire, {first} ! Me permettrez-vous de vous inviter à déjeuner un de ces jours ?",
        },
        VOUS,
        offer="congrats",
    ),
    *wholes(
        "birthday_soon",
        {
            "prevu": "ton anniversaire approche. Tu as prévu quelque chose ?",
            "dejeuner": "c'est bientôt ton anniversaire : je t'invite à déjeuner pour l'occasion ?",
            "fete": "ton anniversaire arrive à grands pas. Grande fête ou petit comité ?",
            "pense": "c'est bientôt ton anniversaire, et ça m'a fait penser à toi. Comment tu vas ?",
            "envie": "c'est bientôt ton anniversaire. Il y a quelque chose qui te ferait plaisir ?",
        },
        TU,
    ),
    *wholes(
        "birthday_soon",
        {
            "v-prevu": "votre anniversaire approche. Avez-vous prévu de le fêter ?",
            "v-dejeuner": "votre anniversaire approche : puis-je vous inviter à déjeuner pour l'occasion ?",
            "v-comment": "votre anniversaire approche, et cela m'a fait penser à vous. Comment allez-vous ?",
        },
        VOUS,
    ),
    *wholes(
        "birthday_past",
        {
            "retard": "joyeux anniversaire avec un peu de retard ! C'était bien ?",
            "fete": "bon anniversaire, un peu en retard. Tu as fêté ça comment ?",
            "verre": "bon anniversaire avec un peu de retard ! Je t'offre un verre pour me rattraper ?",
            "gateau": "joyeux anniversaire, mieux vaut tard que jamais ! Il reste du gâteau ?",
        },
        TU,
        offer="congrats",
    ),
    *wholes(
        "birthday_past",
        {
            "v-retard": "permettez-moi de vous souhaiter un bon anniversaire, avec un peu de retard. L'avez-vous fêté ?",
            "v-belle": "bon anniversaire, un peu en retard. J'espère que la journée a été belle. Comment allez-vous ?",
            "v-dejeuner": "bon anniversaire avec un peu de retard. Puis-je vous inviter à déjeuner pour me rattraper ?",
        },
        VOUS,
        offer="congrats",
    ),
)

ANNIVERSARIES = (
    *wholes(
        "anniversary",
        {
            "voeux": "tous mes vœux pour ton anniversaire de mariage ! Comment tu vas ?",
            "fete": "un anniversaire de mariage, ça se fête. Tu fais quelque chose pour l'occasion ?",
            "pense": "j'ai pensé à toi pour ton anniversaire de mariage. Tout va bien chez toi ?",
            "secret": "bel anniversaire de mariage ! C'est quoi, le secret ?",
            "verre": "je lève mon verre à ton anniversaire de mariage. On trinque en vrai un de ces jours ?",
        },
        TU,
        offer="congrats",
    ),
    *wholes(
        "anniversary",
        {
            "v-voeux": "tous mes vœux pour votre anniversaire de mariage. Comment allez-vous ?",
            "v-fete": "je vous souhaite un très bel anniversaire de mariage. Avez-vous prévu de le fêter ?",
            "v-pense": "j'ai une pensée pour vous à l'occasion de votre anniversaire de mariage. Tout va bien ?",
        },
        VOUS,
        offer="congrats",
    ),
    *wholes(
        "work_anniversary",
        {
            "entreprise": "une année de plus chez {company}, chapeau ! Qu'est-ce qui te plaît le plus là-bas ?",
            "compteur": "une année de plus au compteur côté boulot, ça se fête. Le métier te plaît toujours autant ?",
            "prochaine": "encore une année de boulot derrière toi, bravo ! Tu vois la prochaine comment ?",
            "verre": "une année de plus à ton poste, bravo ! On prend un verre pour marquer le coup ?",
        },
        TU,
        offer="congrats",
    ),
    *wholes(
        "work_anniversary",
        {
            "v-entreprise": "une année de plus chez {company}, félicitations ! Qu'est-ce qui vous y plaît le plus ?",
            "v-etape": "félicitations pour cette nouvelle année à votre poste. Comment voyez-vous la suite ?",
            "v-retenez": "voilà une année de plus à votre poste, bravo. Que retenez-vous de celle qui s'achève ?",
        },
        VOUS,
        offer="congrats",
    ),
    *wholes(
        "name_day",
        {
            "bonne": "bonne fête, {first} ! Comment ça va ?",
            "toi": "c'est ta fête, alors bonne fête ! Tout va bien de ton côté ?",
            "calendrier": "bonne fête, {first} ! L'occasion de prendre de tes nouvelles : quoi de neuf ?",
        },
        TU,
        offer="congrats",
    ),
    *wholes(
        "name_day",
        {
            "v-bonne": "bonne fête, {first} ! Comment allez-vous ?",
            "v-souhaite": "je vous souhaite une bonne fête. Tout va bien de votre côté ?",
            "v-occasion": "bonne fête, {first} ! J'en profite pour prendre de vos nouvelles : comment allez-vous ?",
        },
        VOUS,
        offer="congrats",
    ),
)

OCCASIONS = (*BIRTHDAYS, *ANNIVERSARIES)
