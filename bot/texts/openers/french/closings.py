"""Questions and offers that are easy to answer; each fits behind any opening, so none points back at it."""

from bot.texts.openers.french.writing import BRIEF, TU, VOUS, WARM, closings

GIVING = (
    *closings(
        "need",
        {
            "toujours": "tu cherches toujours {need} ? Je peux en parler autour de moi.",
            "encore": "si tu cherches encore {need}, dis-moi, je demanderai autour de moi.",
            "oeil": "si tu cherches toujours {need}, dis-moi, et je garde l'œil ouvert.",
        },
        TU,
    ),
    *closings(
        "need", {"trouve": "au fait, tu as trouvé {need} ? Sinon, je peux demander à deux ou trois personnes."}, WARM
    ),
    *closings("need", {"court": "tu cherches encore {need} ? Je demande autour de moi, si tu veux."}, BRIEF),
    *closings(
        "need",
        {
            "v-toujours": "cherchez-vous toujours {need} ? J'en parlerais volontiers autour de moi.",
            "v-encore": "si vous cherchez encore {need}, dites-le-moi, je me renseignerai volontiers.",
            "v-trouve": "avez-vous trouvé {need} ? Sinon, je peux interroger quelques personnes autour de moi.",
            "v-aide": "cherchez-vous toujours {need} ? Je peux peut-être vous aider.",
        },
        VOUS,
    ),
    *closings(
        "intro",
        {
            "propose": "au fait, je connais quelqu'un qui propose {match}. Je fais les présentations ?",
            "besoin": "tu cherches toujours {need} ? Je connais peut-être quelqu'un qui pourrait t'aider.",
            "besoin-presente": "si tu cherches encore {need}, j'ai peut-être quelqu'un à te présenter. Ça te dit ?",
            "besoin-lien": "si tu cherches toujours {need}, j'ai peut-être une idée de contact. Je me renseigne ?",
        },
        TU,
    ),
    *closings(
        "intro",
        {"pourrait": "au fait, j'ai autour de moi quelqu'un qui pourrait te proposer {match}. Ça t'intéresse ?"},
        WARM,
    ),
    *closings("intro", {"court": "je connais quelqu'un qui propose {match}. Ça t'intéresse ?"}, BRIEF),
    *closings(
        "intro",
        {
            "v-propose": "je connais quelqu'un qui propose {match}. Souhaitez-vous que je fasse les présentations ?",
            "v-pourrait": "je connais une personne qui pourrait vous proposer {match}. Cela vous intéresserait-il ?",
            "v-besoin": "cherchez-vous toujours {need} ? Je connais peut-être une personne qui pourrait vous aider.",
            "v-besoin-relation": "si vous cherchez toujours {need}, j'ai peut-être un contact. Puis-je me renseigner ?",
        },
        VOUS,
    ),
    *closings(
        "share",
        {
            "contact": "si je peux te passer un contact ou un bon plan, fais-moi signe.",
            "domaine": "tu veux que je te fasse suivre ce que je vois passer côté {field} ?",
            "reseau": "si je peux t'être utile pour quoi que ce soit, dis-moi.",
        },
        TU,
    ),
    *closings(
        "share",
        {
            "sujet": "il y a un sujet qui t'occupe en ce moment ? Je te ferai suivre ce que je vois passer.",
            "lecture": "si tu as envie d'une bonne lecture, dis-moi, j'en ai peut-être une pour toi.",
        },
        WARM,
    ),
    *closings(
        "share",
        {
            "v-contact": "si un contact ou une lecture peut vous être utile en ce moment, dites-le-moi.",
            "v-sujet": "y a-t-il un sujet qui vous occupe en ce moment ? Je vous ferai suivre ce que je vois passer "
            "à ce propos.",
            "v-domaine": "souhaitez-vous que je vous fasse suivre ce que je vois passer côté {field} ?",
            "v-reseau": "si je peux vous être utile pour quoi que ce soit, dites-le-moi.",
        },
        VOUS,
    ),
    *closings(
        "congrats",
        {
            "arrose": "ça s'arrose : on prend un verre bientôt ?",
            "raconte": "bravo, et raconte-moi dès que tu as cinq minutes !",
            "feter": "félicitations ! On fête ça un de ces jours ?",
            "chapeau": "chapeau ! Tu me racontes autour d'un café ?",
        },
        TU,
    ),
    *closings(
        "congrats",
        {
            "v-felicitations": "toutes mes félicitations. Avez-vous prévu de fêter l'événement ?",
            "v-bravo": "félicitations ! Me raconterez-vous tout cela autour d'un café ?",
            "v-voeux": "je vous adresse toutes mes félicitations. Comment vous sentez-vous ?",
        },
        VOUS,
    ),
)

ASKING = (
    *closings(
        "ask",
        {
            "avis": "ton avis m'aiderait sur une petite question. Je peux t'appeler dix minutes un de ces jours ?",
            "question": "j'ai une petite question pour toi. Je peux te l'envoyer ici ?",
            "domaine": "qui est-ce que je devrais lire ou suivre côté {field}, à ton avis ?",
            "domaine-question": "j'ai une petite question côté {field}. Je peux te la poser ?",
            "entreprise": "je cherche à mieux comprendre comment on travaille chez {company}. Tu aurais dix minutes ?",
        },
        TU,
    ),
    *closings(
        "ask",
        {
            "v-avis": "votre avis sur une question me serait précieux. Auriez-vous dix minutes pour un appel ?",
            "v-question": "j'aurais une petite question à vous poser. Puis-je vous l'envoyer ici ?",
            "v-domaine": "me conseilleriez-vous une lecture côté {field} ?",
            "v-domaine-question": "j'aurais une question côté {field}. Puis-je vous la poser ?",
            "v-entreprise": "je cherche à mieux comprendre comment on travaille chez {company}. Auriez-vous dix "
            "minutes ?",
        },
        VOUS,
    ),
)

INTEREST = (
    *closings("interest", {"ville": "tout va bien à {city} ?"}),
    *closings(
        "interest",
        {
            "comment": "comment ça va ?",
            "tu-vas": "comment tu vas ?",
            "cote": "comment ça se passe de ton côté ?",
            "neuf": "quoi de neuf chez toi ?",
            "occupe": "qu'est-ce qui t'occupe en ce moment ?",
            "cafe": "un café ou un appel un de ces jours, ça te dit ?",
            "raconte": "raconte-moi un peu : quoi de beau ?",
            "entreprise": "tout se passe bien chez {company} ?",
            "domaine": "qu'est-ce qui bouge côté {field} ?",
        },
        TU,
    ),
    *closings(
        "interest",
        {
            "appel": "on s'appelle un de ces quatre ?",
            "semaines": "comment s'annoncent les prochaines semaines pour toi ?",
            "plaisir": "qu'est-ce qui te fait plaisir en ce moment ?",
            "projets": "tu as de beaux projets en ce moment ?",
            "dejeuner": "on déjeune ensemble un de ces jours ?",
        },
        WARM,
    ),
    *closings("interest", {"va": "ça va ?", "forme": "la forme ?", "appel-court": "on s'appelle ?"}, BRIEF),
    *closings(
        "interest",
        {
            "v-allez": "comment allez-vous ?",
            "v-cote": "comment les choses se passent-elles de votre côté ?",
            "v-occupe": "qu'est-ce qui vous occupe en ce moment ?",
            "v-projets": "avez-vous de beaux projets en ce moment ?",
            "v-semaines": "comment s'annoncent les prochaines semaines pour vous ?",
            "v-cafe": "auriez-vous le temps pour un café ou un appel un de ces jours ?",
            "v-dejeuner": "seriez-vous disponible pour un déjeuner prochainement ?",
            "v-entreprise": "tout se passe-t-il bien chez {company} ?",
            "v-domaine": "qu'est-ce qui évolue côté {field} ?",
        },
        VOUS,
    ),
)

CLOSINGS = (*GIVING, *ASKING, *INTEREST)
