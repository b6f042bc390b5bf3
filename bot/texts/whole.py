"""Every word Dotty says, in one class."""

from bot.texts.doubles import DoubleTexts
from bot.texts.facts import FactTexts
from bot.texts.finding import FindingTexts
from bot.texts.forwards import ForwardTexts
from bot.texts.general import GeneralTexts
from bot.texts.imports import ImportTexts
from bot.texts.introductions import IntroductionTexts
from bot.texts.models import ModelTexts
from bot.texts.nudges import NudgeTexts
from bot.texts.outlook import OutlookTexts
from bot.texts.people import PeopleTexts
from bot.texts.practice import PracticeTexts
from bot.texts.promises import PromiseTexts
from bot.texts.reasons import ReasonTexts
from bot.texts.reworks import ReworkTexts
from bot.texts.settings import SettingsTexts
from bot.texts.sorting import SortingTexts
from bot.texts.startup import StartupTexts
from bot.texts.tags import TagTexts
from bot.texts.touches import TouchTexts


class Texts(
    OutlookTexts,
    IntroductionTexts,
    GeneralTexts,
    TagTexts,
    FindingTexts,
    SortingTexts,
    DoubleTexts,
    FactTexts,
    PeopleTexts,
    PromiseTexts,
    ImportTexts,
    ForwardTexts,
    ReworkTexts,
    ModelTexts,
    ReasonTexts,
    NudgeTexts,
    SettingsTexts,
    TouchTexts,
    PracticeTexts,
    StartupTexts,
):
    """All of Dotty's words in one language. A part that says what another has words for inherits from it."""
