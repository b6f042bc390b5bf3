"""Many users with their networks, made inside the database: a statement a table, whatever their number."""

from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, text

#: Monday 09:00 UTC, at which everybody's nudge is due who was made due.
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CONTACTS = 100
_GIVEN = ("Ana", "Ben", "Grace", "Joe", "Zed", "Ida", "Sam", "Lea", "Max", "Eva")
_FAMILY = ("Ruiz", "Okafor", "Lim", "Park", "Quill", "Novak", "Moreau", "Haddad", "Sato", "Berg", "Costa")
_NOTES = (
    "likes tea and long walks", "collects old maps", "met her team over lunch", "thinks of a bigger flat",
    "plays the cello", "two cats, Mo and Tilda", "walked the coast path last summer", "sends postcards",
    "knows the people at Example 7", "reads a lot", "bakes bread", "likes to cook",
    "driving exam on 28 November", "starts at Example Ltd in March", "exam on 12 June", "sent the photos",
    "speaks Portuguese", "asked about the garden", "sails on Sundays", "always on the phone", "runs early", "likes jazz",
)  # fmt: skip
_ROLES = ("Designer", "Nurse", "Teacher", "Director of sales", "Engineer")
_RHYTHMS = (7, 30, 30, 91, 91, 182, 182, 365)
#: What was shown in the last weeks.
_KEYS = ("dormant.o.ages+interest.c.new", "dormant.o.no-speak+interest.c.up-to", "dormant.call")
#: What is made of one number, so that it looks drawn: a multiplication by a prime, and a remainder.
_TABLES = {
    "users": """INSERT INTO users (id, timezone, timezone_known, nudge_weekday, nudge_time, people_per_week, every_weeks,
        reminder_on, next_nudge_at, unanswered, model_on, model_asks, step_data, created_at)
        SELECT n, 'UTC', {true}, 0, '09:00:00{fraction}', 1, 1, {true}, {later}, 0, {false}, 0, '{{}}', {long_ago}
        FROM {series}""",
    "tags": """INSERT INTO tags (id, user_id, name, key)
        SELECT n * 3 + t, n, {pick_tag}, {pick_tag}
        FROM {series} CROSS JOIN (SELECT 0 AS t UNION SELECT 1 UNION SELECT 2) t""",
    "contacts": """INSERT INTO contacts (id, user_id, name, name_key, status, cadence_days, company, role, birthday,
        last_touch_on, next_due_on, source, added_on, created_at)
        SELECT id, user_id, name, lower(name), 'active', cadence, company, role, birthday, touched,
            CASE WHEN cadence IS NULL THEN NULL WHEN touched IS NULL THEN added ELSE {due} END, 'chat', added, {long_ago}
        FROM (SELECT n AS id, (n - 1) / 100 + 1 AS user_id, {given} || ' ' || {family} AS name,
            CASE WHEN n * 7919 % 5 = 0 THEN NULL ELSE {rhythm} END AS cadence,
            CASE WHEN n % 4 = 0 THEN 'Example ' || n % 50 END AS company,
            CASE WHEN n % 4 = 0 THEN {role} END AS role,
            CASE WHEN n * 104729 % 6 = 0 THEN '--' || substr(CAST(101 + n * 7907 % 12 AS text), 2) || '-'
                || substr(CAST(101 + n * 7877 % 28 AS text), 2) END AS birthday,
            CASE WHEN n * 6857 % 10 < 9 THEN {touched} END AS touched, {added} AS added FROM {series}) made""",
    "touches": """INSERT INTO touches (user_id, contact_id, touched_on, channel, note, reply, created_at)
        SELECT user_id, id, last_touch_on, 'message', CASE WHEN id % 7 = 0 THEN {note} END,
            CASE WHEN id % 29 = 0 THEN 'no' END, {long_ago}
        FROM contacts WHERE last_touch_on IS NOT NULL AND {range}""",
    "notes": """INSERT INTO notes (user_id, contact_id, noted_on, text, created_at)
        SELECT user_id, id, {noted}, {note}, {long_ago} FROM contacts WHERE id % 5 = 0 AND {range}""",
    "promises": """INSERT INTO promises (user_id, contact_id, text, due_on, created_at)
        SELECT user_id, id, 'send the photos', {promised}, {long_ago} FROM contacts WHERE id % 499 = 0 AND {range}""",
    "contact_tags": """INSERT INTO contact_tags (user_id, contact_id, tag_id)
        SELECT user_id, id, user_id * 3 + id % 3 FROM contacts WHERE id % 4 = 0 AND {range}""",
    "nudges": """INSERT INTO nudges (user_id, contact_id, kind, status, reason_kind, reason, opener, opener_keys,
        created_at, sent_at, message_id)
        SELECT n, n * 100 - w * 13, 'contact', CASE WHEN n % 3 = 0 THEN 'expired' ELSE 'done' END, 'overdue', 'It is time.',
            'Hi, how are you?', {keys}, {weeks_ago}, {weeks_ago}, n * 10 + w
        FROM {series} CROSS JOIN (SELECT 1 AS w UNION SELECT 2 UNION SELECT 3 UNION SELECT 4) weeks""",
    "contact_points": """INSERT INTO contact_points (user_id, contact_id, kind, value)
        SELECT user_id, id, 'phone', '+346' || id FROM contacts WHERE id % 3 = 0 AND {range}""",
}


def make(engine: Engine, users: int) -> None:
    """So many users with 100 contacts each, nobody's nudge due. The database is new, migrated, and need not survive."""
    sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        indexes = _take_indexes(connection, sqlite)
        for table, statement in _TABLES.items():
            many = users * CONTACTS if table == "contacts" else users
            made = statement.format_map(_words(sqlite, many, users))
            connection.exec_driver_sql(made if sqlite else made.replace("%", "%%"))
        for statement in indexes:
            connection.exec_driver_sql(statement)
        if not sqlite:
            for table in ("users", *_TABLES):
                if table != "users":
                    connection.execute(
                        text(f"SELECT setval('{table}_id_seq', (SELECT coalesce(max(id), 1) FROM {table}))")
                    )
        connection.commit()
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")


def make_strangers(engine: Engine, users: int) -> None:
    """Fill up to so many users, with nobody in their networks and nobody's nudge due."""
    sqlite = engine.dialect.name == "sqlite"
    with engine.begin() as connection:
        there = connection.execute(text("SELECT max(id) FROM users")).scalar_one() or 0
        series = _words(sqlite, users, users)
        made = _TABLES["users"].format_map(series) + f" WHERE n > {there}"
        connection.exec_driver_sql(made if sqlite else made.replace("%", "%%"))


def make_due(engine: Engine, first: int, many: int) -> None:
    """The nudges of so many users, from an id on, are due; those before them were answered."""
    due = text("UPDATE users SET next_nudge_at = :now, unanswered = 0 WHERE id BETWEEN :first AND :last")
    answered = text(
        "UPDATE nudges SET status = 'done', push_at = NULL WHERE user_id BETWEEN :first AND :last AND status <> 'done'"
    )
    with engine.begin() as connection:
        connection.execute(answered, {"first": first, "last": first + many - 1})
        now = NOW if engine.dialect.name == "postgresql" else f"{NOW:%Y-%m-%d %H:%M:%S.%f}"
        connection.execute(due, {"now": now, "first": first, "last": first + many - 1})


def _take_indexes(connection: Connection, sqlite: bool) -> list[str]:
    """Drop what is kept of rows beside the rows, which is made several times as fast at the end; how to make it anew."""
    if sqlite:
        found = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        ).all()
    else:
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")  # no look at what is referred to
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        connection.exec_driver_sql("SET LOCAL maintenance_work_mem = '512MB'")
        found = connection.exec_driver_sql(
            "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND starts_with(indexname, 'ix_')"
        ).all()
    for name, _ in found:
        connection.exec_driver_sql(f"DROP INDEX {name}")
    return [statement for _, statement in found]


def _words(sqlite: bool, many: int, users: int) -> dict[str, str]:
    """The two databases' own ways to say these."""

    def day(offset: str) -> str:
        return f"date('2026-11-23', '-' || ({offset}) || ' days')" if sqlite else f"date '2026-11-23' - ({offset})::int"

    def one_of(values: tuple[object, ...], number: str) -> str:
        cases = " ".join(f"WHEN {place} THEN {value!r}" for place, value in enumerate(values))
        return f"CASE {number} % {len(values)} {cases} END"

    def instant(of: str) -> str:
        return f"'{of} 09:00:00.000000'" if sqlite else f"timestamptz '{of} 09:00:00+00'"

    series = f"generate_series(1::bigint, {many}) AS made(n)"
    if sqlite:
        series = (
            f"(WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {many}) SELECT n FROM s) made"
        )
    return {
        "series": series, "true": "1" if sqlite else "true", "false": "0" if sqlite else "false",
        "fraction": ".000000" if sqlite else "", "later": instant("2026-11-30"), "long_ago": instant("2024-01-01"),
        "pick_tag": one_of(("pycon", "family", "sailing"), "t"), "given": one_of(_GIVEN, "(n * 7919)"),
        "family": one_of(_FAMILY, "(n * 6841)"), "role": one_of(_ROLES, "n"), "rhythm": one_of(_RHYTHMS, "(n * 6991)"),
        "note": one_of(_NOTES, "(id / 5 * 7013)"), "touched": day("n * 7853 % 500"), "added": day("500 + n * 7829 % 400"),
        "due": "date(touched, '+' || cadence || ' days')" if sqlite else "touched + cadence",
        "weeks_ago": (
            "strftime('%Y-%m-%d 09:00:00.000000', '2026-11-23', '-' || (w * 7) || ' days')" if sqlite
            else "timestamptz '2026-11-23 09:00:00+00' - make_interval(weeks => w)"
        ),
        "keys": "(" + one_of(tuple(f'["{key}"]' for key in _KEYS), "(n + w)") + (")" if sqlite else ")::json"),
        "noted": day("id * 7841 % 500"), "promised": day("id * 7841 % 90 - 60"), "range": f"user_id <= {users}",
    }  # fmt: skip
