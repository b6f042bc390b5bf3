"""What somebody types where it is asked what a column of their file is."""

_OUT = ("leave it out", "leave out", "skip", "skip it", "no", "none", "nothing", "ignore", "ignore it")
_REST = ("leave out the rest", "leave the rest out", "skip the rest", "ignore the rest", "skip all", "no more")
_SAID = {
    "name": "name|names|full name|the name|their name",
    "first": "first|first name|given name",
    "last": "last|last name|surname|family name",
    "company": "company|employer|firm|organisation|organization|where they work",
    "role": "role|job|job title|title|position|what they do",
    "email": "email|e-mail|mail|email address",
    "phone": "phone|telephone|mobile|number|phone number",
    "city": "city|town|place|location|where they live",
    "notes": "note|notes|comment|comments|a note",
    "tags": "tag|tags|label|labels|group|groups",
    "met": "how we met|met|when we met|where we met",
    "birthday": "birthday|birthdate|date of birth",
    "out": "|".join(_OUT),
    "rest": "|".join(_REST),
}
_FIELD_OF = {word: field for field, words in _SAID.items() for word in words.split("|")}
_LONGEST = 30


def read_column(text: str) -> str | None:
    """The field that the whole text names, "out" or "rest" where columns are to be left out; None for anything else."""
    if len(text) > _LONGEST:
        return None
    return _FIELD_OF.get(" ".join(text.lower().replace("’", "'").split()).strip(" .!\"'#“”"))
