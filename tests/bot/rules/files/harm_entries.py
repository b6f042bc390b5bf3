"""JSON and vCards made to harm."""

from tests.bot.rules.files.harm_packed import MEGA


def deep_json() -> bytes:
    return b"[" * 10_000 + b"]" * 10_000


def very_deep_json() -> bytes:
    return b'{"contacts":{"list":[' + b'{"a":' * MEGA


def empty_lists() -> bytes:
    return b'{"contacts": {"list": [' + b"[]," * 6_600_000 + b"[]]}}"


def bare_lists() -> bytes:
    return b"[" + b"[]," * 6_600_000 + b"[]]"


def million_keys() -> bytes:
    keys = ",".join(f'"k{number}":1' for number in range(MEGA))
    return f'{{"contacts":{{"list":[{{"first_name":"Ana",{keys}}}]}}}}'.encode()


def wide_own() -> bytes:
    notes = ",".join('{"on":"2020-01-01","text":"Ana Ruiz"}' for _ in range(400_000))
    return f'{{"format":"dotty-export","contacts":[{{"name":"Ana Ruiz","notes":[{notes}]}}]}}'.encode()


def long_number() -> bytes:
    return b'{"contacts":{"list":[{"first_name":"Ana","user_id":' + b"9" * 5 * MEGA + b"}]}}"


def long_json_text() -> bytes:
    return b'{"contacts":{"list":[{"first_name":"' + b"Ana " * 4 * MEGA + b'"}]}}'


def broken_json() -> bytes:
    return b'{"contacts":{"list":[{"first_name":"Ana","last_name":"Ruiz"},{"first'


# vCards


def card(lines: str) -> bytes:
    return f"BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ruiz\n{lines}\nEND:VCARD\n".encode()


def long_card() -> bytes:
    return card("NOTE:" + "Ana Ruiz " * 2_200_000)


def folded_card() -> bytes:
    return card("NOTE:Ana" + "\n Ruiz" * 3 * MEGA)


def many_phones() -> bytes:
    return card("\n".join(f"TEL:+4930{number:07}" for number in range(100_000)))


def quoted_printable() -> bytes:
    return card("NOTE;ENCODING=QUOTED-PRINTABLE:" + "=41=\n" * 3 * MEGA)


def quoted_printable_equals() -> bytes:
    return card("NOTE;ENCODING=QUOTED-PRINTABLE:" + "=" * 19 * MEGA)


def semicolons() -> bytes:
    return card(
        "TEL" + ";" * 5 * MEGA + "\nN:" + ";" * 5 * MEGA + "\nADR:" + "\\;" * MEGA + "\nCATEGORIES:" + "," * MEGA
    )


def begun_cards() -> bytes:
    return b"BEGIN:VCARD\n" * 1_600_000


def many_cards() -> bytes:
    return b"".join(b"BEGIN:VCARD\nFN:Ana Ruiz %d\nEND:VCARD\n" % number for number in range(430_000))


def photo_card() -> bytes:
    return card("PHOTO;ENCODING=b;TYPE=JPEG:" + ("A" * 74 + "\n ") * 250_000)
