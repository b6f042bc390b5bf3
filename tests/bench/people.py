"""Made-up people by the ten thousand, as a big network has them: many share a first name, few a whole one."""

import csv
import io
import random
from datetime import date, timedelta

_FIRST_NAMES = """
    Ana Ben Chloé Dmitri Esra Fei Grace Hiro Ingrid Joe Kemi Lena Mateo Noor Otto Priya Quinn Rosa Sam Tomás Uma Viktor
    Wanjiru Ximena Yusuf Zoë Amina Björn Carla Diego Emeka Fatima Gabor Hanna Igor Julia
"""
_STARTS = "ba ber dal den fel gar hol jen kal kow lan lin mar men nor okt pet quil rin ros san ski son tan val ver win"
_ENDINGS = "a an berg e er ez i in ka man o off or ov sen ski son stein u va wicz"
_NAMED = "Nordlicht Fjord Accra Atlas Beacon Cedar Delta Ember Falcon Granite Harbor Indigo Juniper"
_KINDS = "Data Labs Health Bank Studio Energy Foods Motors Games Press"
_TOWNS = "Berlin Lisbon Accra Madrid Oslo Warsaw Tokyo Boston Lagos Zürich Paris Porto"
_POSITIONS = (
    "Head of Data, Clinical Research Lead, Product Designer, Staff Engineer, Founder, Partner, Nurse, Teacher, "
    "Account Manager, Recruiter, Data Scientist, UX Designer, Lawyer, Journalist"
)
FIRST, SYLLABLES, ENDS, CITIES = _FIRST_NAMES.split(), _STARTS.split(), _ENDINGS.split(), _TOWNS.split()
COMPANIES = [f"{name} {kind}" for name in _NAMED.split() for kind in _KINDS.split()] + ["Roche"]
ROLES = _POSITIONS.split(", ")


def last_name(rng: random.Random) -> str:
    return (rng.choice(SYLLABLES) + rng.choice(SYLLABLES) + rng.choice(ENDS)).capitalize()


def connections_csv(count: int, seed: int = 7) -> bytes:
    """LinkedIn's Connections.csv, with a third of the emails and a name in ten thousand that is restricted."""
    rng = random.Random(seed)
    out = io.StringIO()
    out.write('Notes:\n"When exporting your connection data, you may notice that some emails are missing."\n\n')
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"])
    for number in range(count):
        first, last = rng.choice(FIRST), last_name(rng)
        url = f"https://www.linkedin.com/in/{first}-{last}-{number:x}".lower()
        email = f"p{number}@example.org" if rng.random() < 0.33 else ""
        met = date(2009, 1, 1) + timedelta(days=rng.randrange(6500))
        writer.writerow([first, last, url, email, rng.choice(COMPANIES), rng.choice(ROLES), f"{met:%d %b %Y}"])
    return out.getvalue().encode()


def newer_connections(content: bytes, share: int) -> bytes:
    """The same export some months later: every so-manieth has another position."""
    head, *rows = list(csv.reader(io.StringIO(content.decode())))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    people = 0
    for cells in (head, *rows):
        if len(cells) == 7 and cells[0] != "First Name":
            people += 1
            cells[5] = f"Senior {cells[5]}" if people % share == 0 else cells[5]
        writer.writerow(cells)
    return out.getvalue().encode()
