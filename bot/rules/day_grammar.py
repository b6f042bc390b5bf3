"""The grammar of day phrases: one verbose pattern whose named groups `bot.rules.day_phrases` turns into dates.

Every repetition is bounded, so that looking for a phrase at each place of a long text stays linear. Short forms that
are words of their own ("sat", "sun", "may") only count after a preposition.
"""

from bot.rules.vocabulary import NUMERALS

WEEKDAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
#: "a few" is three, "several" four: a day near enough for people who don't say it closer.
NUMBERS = {**NUMERALS, "a": 1, "an": 1, "a couple": 2, "couple": 2, "a few": 3, "few": 3, "several": 4}

NUMBER = (
    r"\d{1,3}|a\ couple(?:\ of)?|couple(?:\ of)?|a\ few|few|several|an?|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve"
)
UNIT = r"(?:day|night|week|fortnight|month|year)s?"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SHORT_WEEKDAY = rf"{WEEKDAY}|mon|tues?|wed|thur?s?|fri|sat|sun"
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\.(?=\ ))?"
)
_NTH = r"(?:st|nd|rd|th)"
_PART = r"(?:\ (?:morning|afternoon|evening|night|lunchtime))?"
_YEAR = r"(?:19|20)\d\d"

DAY = rf"""
    (?P<today> (?:earlier\ |later\ )?today(?:'s\ morning)? | (?:earlier\ )?this\ (?:morning|afternoon|evening|week)
      | tonight | just\ now | right\ now | a\ (?:minute|moment|second|few\ minutes)\ ago
      | (?:\d{{1,2}}|an?|one|two|three|a\ few|half\ an)\ (?:minutes?|hours?)\ ago )
  | (?P<back> (?:the\ )?day\ before\ yesterday | yesterday{_PART} | last\ (?:night|evening) )
  | (?P<ahead> (?:the\ )?day\ after\ tomorrow | tomorrow{_PART} )
  | (?P<other_day> the\ other\ day )
  | (?P<vague> a\ (?:long\ )?(?:while|time)\ (?:ago|back) | (?:long|ages|months|weeks|years)\ ago | recently | lately
      | the\ other\ (?:week|month) )
  | (?P<season> (?:back\ )?(?:in|last|this|over|during|at|on)\ (?:(?:last|this|the|early|late)\ ){{0,2}}
      (?:spring|summer|autumn|fall|winter|new\ year(?:'?s)?(?:\ (?:eve|day))?|christmas(?:\ (?:eve|day))?|xmas|easter
      |thanksgiving|halloween) | (?:new\ year'?s|christmas)\ (?:eve|day) )
  | (?:about\ |around\ |like\ |some\ )?(?P<ago_n> {NUMBER} )\ (?P<ago_unit> {UNIT} )\ (?:ago|back)
  | in\ (?:about\ )?(?P<in_n> {NUMBER} )\ (?P<in_unit> {UNIT} )(?:\ time)?
  | (?:earlier\ )?last\ (?P<last> week|month|year )
  | next\ (?P<next> week|month|year )
  | (?P<weekend> (?:on|at|over|during|this|last|next|this\ past|past)(?:\ the)?(?:\ last|\ past)?\ weekend )
  | (?:on\ )?(?:the\ )?(?:(?:{_SHORT_WEEKDAY}),?\ )?(?:the\ )?(?P<date_day> \d{{1,2}} ){_NTH}?\ (?:of\ )?
      (?P<date_month> {MONTH} )(?!\w)(?:,?\ (?P<date_year> {_YEAR} ))?
  | (?:on\ )?(?:(?:{_SHORT_WEEKDAY}),?\ )?(?P<month_date> {MONTH} )\ (?:the\ )?(?P<month_day> \d{{1,2}} )
      {_NTH}?(?![\w:])(?:,?\ (?P<month_year> {_YEAR} ))?
  | (?:on\ )?(?P<iso> {_YEAR}-\d\d-\d\d )
  | (?:on\ )?(?P<numeric> \d{{1,2}}(?P<dot> [./-] )\d{{1,2}}(?P=dot)(?:{_YEAR}|\d\d) )
  | on\ (?P<short_numeric> \d{{1,2}}[./]\d{{1,2}}\.? )
  | (?:on\ the|on|the)\ (?P<nth> \d{{1,2}} ){_NTH}
  | (?P<which> on\ last|on|last|past|this\ past|this|next )\ (?P<short_weekday> {_SHORT_WEEKDAY} ){_PART}
  | (?P<weekday> {WEEKDAY} ){_PART}
  | (?:in|since|back\ in)\ (?P<month_which> last\ )?(?P<month> {MONTH} )
  | in\ (?P<year> {_YEAR} )
"""
