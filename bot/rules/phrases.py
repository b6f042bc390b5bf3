"""Fixed phrases: the commands in plain words, greetings and thanks. The whole message has to be one of them."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from bot.rules.meanings import Asked, Command, Greeted, Meaning, NotDone, Paused, Resumed, Unclear

_PHRASE_LENGTH = 80
_EDGES = " .,!?:;–-…\"'()"
_POLITE = re.compile(
    r"(?:please|pls|plz|can you|could you|would you|can i(?: please)?|could i|may i|i want to|i'd like to"
    r"|i would like to|i want"
    r"|i need|let's|let me|dotty|hey|hi|hello|ok|okay|oops|whoops|ups|oh no|oh|sorry|argh|hm+|so|and|just|now"
    r"|please show me|show me|show"
    r"|give me|tell me|open|see|go to|what about|how about|the|my|do) (?=\S)"
)
_IMPORT = re.compile(
    r"(?:how (?:do|can|to|would|should) (?:(?:i|we|you) )?)?(?:import|bring(?: in)?|upload|load|get|export)"
    r"(?: (?:my|the|all|people|contacts?|connections?|friends|file|data|network|them|in)){0,4} (?:in )?(?:from|out of)"
    r" (?:my |the )?(?:linkedin|google|gmail|google contacts|phone|telegram|whatsapp|outlook|icloud|apple|iphone|android"
    r"|excel|facebook|xing|csv)"
    r"(?: (?:contacts|account|app|export|archive))?"
)
_SETTING = re.compile(
    r"(?:set|change|update|switch|move)(?: the| my| dotty's)? (?:time ?zone|time|hour|day|weekday|schedule"
    r"|settings?|zone)(?: to .{1,40})?"
    r"|what(?:'s| is) my (?:schedule|time ?zone|time zone|settings)"
)
_POLITE_END = re.compile(r",? (?:please|pls|plz|thanks|thank you|dotty|now|for me|to me|again|then|here)\Z")

_COMMANDS: Mapping[Command, str] = MappingProxyType(
    {
        "help": "help|help me|how does this work|how does it work|what can you do|what can i do|what do you do"
        "|what now|commands"
        "|instructions|manual|how do i use this|how do you work|i'm lost|i don't understand|?|info|about|menu",
        "settings": "settings|setting|preferences|options|config|configuration|change settings|change time"
        "|change the time|change day"
        "|change the day|change hour|change the hour|change time zone|change timezone"
        "|change my time zone|time zone|timezone"
        "|change my timezone|change the weekday|change weekday|turn off reminders|turn off the reminder"
        "|no reminders"
        "|reminders off|turn reminders off|reminder off|turn on reminders|reminders on"
        "|change my settings|change schedule"
        "|change the schedule|schedule|change when you write|more people per week|fewer people per week"
        "|slow down|slower|when is the next one|when's the next one|when is the next nudge"
        "|when's the next nudge"
        "|when is next|when do you write|when do you come|when will you write|when is my next nudge",
        "next": "next|next one|next person|who's next|whos next|who is next|who should i contact"
        "|who should i contact next|who should i call"
        "|who should i write to|who should i write to next|who should i call next|who should i message next"
        "|who should i reach out to|who should i talk to|who should i message"
        "|who to contact|who now|who"
        "|who's up|who is up|another one|another|one more"
        "|give me someone|someone"
        "|nudge me|nudge|who do i contact|who do i contact next|who next|suggest someone|suggest somebody"
        "|contact someone",
        "people": "people|list|list people|contacts|list contacts|all people|everyone|everybody|all contacts"
        "|network|who do i have"
        "|who's there|who is there|who do you know|who do i know|list everyone|list all|all|the list"
        "|people list|all my people"
        "|all my contacts|how many people do i have|how many people do i know|how many contacts do i have|how many people"
        "|how many contacts|how many do i have|how many are there|how big is my network|who is due|who's due|whos due"
        "|who is overdue|who's overdue|whos overdue|overdue|who is due next|who is due this week|who's due this week"
        "|who is in my network|who's in my network|list my people|list my contacts",
        "export": "export|export data|export everything|export my data|download data|download my data"
        "|download everything|backup|back up"
        "|data export|get my data|data|export contacts|export my contacts|send me my data|save my data",
        "undo": "undo|undo that|undo it|undo this|undo last|undo the last one|take that back|take it back|revert"
        "|revert that|go back|that was wrong"
        "|that's wrong|wrong|my mistake|mistake|that was a mistake|not that|no undo|undo please",
        "erase": "erase|erase data|erase my data|erase everything|erase all|delete everything|delete my data"
        "|delete data|delete all|delete account"
        "|delete my account|erase my account|erase account|wipe everything|wipe my data|wipe data"
        "|forget everything|forget me"
        "|remove everything|remove my data|delete all my data|delete all data|erase all my data|delete me"
        "|forget all|close my account"
        "|delete all my contacts|delete all contacts|delete everyone",
        "cancel": "cancel|cancel that|cancel it|cancel this|never mind|nevermind|nvm|forget it|leave it|no thanks"
        "|no thank you|abort|quit|exit|drop it",
        "add": "add|add someone|add somebody|add a person|add person|add people|add contact|add a contact"
        "|add contacts|new contact|new person"
        "|add someone new|add new|new|add new contact|add a new contact|add a friend|add friend|add another"
        "|add another one|add more people"
        "|add more",
        "done": "log a touch|log touch|log|log a contact|log it",
        "note": "note|add note|add a note|new note|write a note|take a note|make a note|notes",
        "start": "start|start over|start again|begin|restart|get started|let's start|set up|setup",
        "later": "later|not now|remind me later|ask me later|ask me tomorrow|remind me tomorrow|tomorrow|snooze"
        "|maybe later|another time|next week"
        "|in three days|in a few days|ask again later|ask me again later|remind me next week"
        "|ask me next week|postpone",
        "skip": "skip|skip it|skip this|skip this one|skip this week|not this week|pass|skip her|skip him|skip them"
        "|not this one|not him|not her"
        "|not interested|skip this person",
        "resume": "resume|unpause|i'm back|im back|i am back|back|continue|go on|carry on|start nudging again"
        "|wake up|we're back|i'm home"
        "|back from holiday|i'm back from holiday|back from vacation|i'm back from vacation|resume nudges"
        "|end pause|end the pause"
        "|stop the pause|restart nudges|back to work|back again|i'm here again",
        "promise": "promise|promises|my promises|what did i promise|what have i promised|i promised|make a promise"
        "|add a promise|open promises|my open promises|what promises are open|which promises are open|list my promises"
        "|show my promises|show promises|list promises|what do i owe|what did i promise to do|what did i say i'd do"
        "|what have i promised people|all promises|any promises|any open promises",
        "intro": "intro|intros|introduce|introduction|introductions|make an introduction|make an intro|introduce someone"
        "|introduce two people|introduce people|connect people|connect two people|connect the dots",
        "import": "import|import contacts|import my contacts|import data|import people|import a file"
        "|import from a file|upload|upload contacts|upload a file|import from linkedin|import linkedin|import from google"
        "|import from google contacts|import google contacts|import from my phone|import from telegram|import from whatsapp"
        "|import from outlook|import from icloud|import from apple|import from excel|import a csv|import csv|import a vcard"
        "|import vcard|import linkedin contacts|import linkedin connections"
        "|import my linkedin|import my linkedin connections"
        "|import my linkedin contacts|import my google contacts|import phone contacts|import my phone contacts"
        "|import from linkedin and google|add my linkedin|connect linkedin|connect my linkedin|how do i import"
        "|how do i import contacts|how do i import my contacts|how can i import|how to import|how do i import people"
        "|how do i import a file|bring my contacts|bring my network|bring my people|import my network|import everyone"
        "|how do i add my contacts|how do i add many people|import again|import another file|import files",
        "sort": "sort|sort contacts|sort inbox|sort my inbox|sort my contacts|sort people|inbox|my inbox|the inbox"
        "|clean up|tidy up|sort the inbox|go through my inbox|go through the inbox|start sorting|keep sorting|go on sorting"
        "|sort them|sort the rest|sort everyone|empty my inbox",
        "merge": "merge|merge doubles|merge duplicates|merge contacts|merge people|find doubles|find duplicates|doubles"
        "|duplicates|duplicate contacts|double contacts|find duplicate contacts|check for duplicates|check for doubles"
        "|any duplicates|any doubles|are there duplicates|are there any duplicates|are there doubles|remove duplicates"
        "|clean up duplicates|dedupe|deduplicate|look for duplicates|look for doubles|do i have duplicates",
        "tags": "tags|tag|all tags|list tags|list my tags|list the tags|list all tags|which tags do i have"
        "|what tags do i have|what tags are there|which tags are there|labels|hashtags"
        "|edit tags|manage tags|rename tags|tag list|all my tags",
        "stats": "stats|statistics|how am i doing|numbers|progress|streak|report|show stats|summary",
        "pause": "",
        "else": "someone else|somebody else|another person|give me someone else|someone else please|someone different"
        "|not her someone else|not him someone else",
        "another": "another opener|another text|another message|another suggestion|other words|different words"
        "|different opener|another line|a different opener|another wording",
    }
)
_GREETING_PHRASES = (
    "hi|hello|hey|hey there|hi there|hello there|hi dotty|hello dotty|hey dotty|good morning|good evening"
    "|good afternoon|good night|morning"
    "|evening|goodnight|thanks|thank you|thx|ty|cheers|thanks a lot|many thanks|thank you so much"
    "|thanks so much|thank you very much|great"
    "|great thanks|cool|nice|ok|okay|ok thanks|okay thanks|perfect|awesome|lovely|wonderful|good|super|yo|howdy"
    "|hola|how are you|what's up"
    "|bye|goodbye|see you|good bot|love it|i love you|well done|amazing|sounds good|alright|all right|got it|k"
    "|kk|welcome|sup|good day"
    "|nice to meet you|👋|🙏|❤️|❤|😊|🙂|😀|👌|🎉|💯|👏|😍|🥰|💪|😄|ok cool|haha|lol|thanks dotty"
    "|thank you dotty|brilliant|excellent"
)
_GREETINGS = frozenset(_GREETING_PHRASES.split("|"))
_BY_PHRASE: Mapping[str, Command] = MappingProxyType(
    {phrase: command for command, phrases in _COMMANDS.items() for phrase in phrases.split("|") if phrase}
)


def read_phrase(text: str) -> Meaning | None:
    """Asked, Greeted, Resumed or NotDone for a message that is a fixed phrase, politeness aside; None otherwise.

    "stop" is Unclear: it may end what Dotty is asking, or all nudges; only the user knows, and both can be undone.
    """
    phrase = " ".join(text.lower().split()) if len(text) <= _PHRASE_LENGTH else ""
    if not phrase:
        return None
    plain = phrase if phrase == "?" else phrase.strip(_EDGES).replace(",", "")
    if plain in _GREETINGS:
        return Greeted()
    for candidate in _without_politeness(plain):
        if meaning := _meaning(candidate):
            return meaning
    return None


def _meaning(phrase: str) -> Meaning | None:
    if phrase in {"stop", "stop it", "stop that", "stop this", "enough"}:
        return Unclear((Paused(None), Asked("cancel")))
    if phrase in {"will do", "on it"}:
        return NotDone()
    command = "settings" if _SETTING.fullmatch(phrase) else _BY_PHRASE.get(phrase)
    if command is None and _IMPORT.fullmatch(phrase):
        command = "import"
    if command == "resume":
        return Resumed()
    return Asked(command) if command else None


def _without_politeness(phrase: str) -> list[str]:
    """The phrase, and what is left of it as the polite words come off, one after the other."""
    candidates = [phrase]
    for _ in range(6):
        shorter = _POLITE.sub("", phrase, count=1) if _POLITE.match(phrase) else _POLITE_END.sub("", phrase)
        shorter = shorter.lstrip(" ,!.")
        if shorter == phrase:
            break
        phrase = shorter
        candidates.append(phrase)
    return candidates
