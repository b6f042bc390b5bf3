"""The processes of the bot, and the databases under them: started, killed, restarted, filled up."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import warnings
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import make_url, text

from storage import open_engine
from tests.chaos.waiting import until
from tests.processes import ROOT, environment

SERVER = "TEST_POSTGRES_URL"
#: What a server of one's own need not wait for: nothing cuts its power. Its commits have to survive a kill, though.
WITHOUT_THE_DISK = ("fsync = off", "full_page_writes = off")
PAGE = resource.getpagesize()


@dataclass
class Life:
    """One run of a process, from its start to its end (monotonic). `code` is None where we killed it."""

    began: float
    ended: float | None = None
    killed: bool = False
    code: int | None = None


class Machine:
    """One process of the bot, begun anew by whoever keeps it. `out_of_order`: its database is away."""

    def __init__(self, name: str, folder: Path, tick: float, settings: dict[str, str]) -> None:
        """`tick`: seconds between two. The file "offset" in the folder is the moved clock's."""
        self.name = name
        self.log = folder / f"{name}.log"
        self.lives: list[Life] = []
        self.memory: list[tuple[float, float]] = []
        self._folder = folder
        self._arguments = [str(folder / "offset"), str(tick)]
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    def start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.chaos.process", *self._arguments],
            cwd=self._folder, env=environment(**self._settings), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        threading.Thread(target=_copy, args=(self._process, self.log), daemon=True).start()
        self.lives.append(Life(time.monotonic()))

    def kill(self) -> bool:
        """kill -9; False where there was nothing to kill."""
        if self._process is None or self._process.poll() is not None:
            return False
        self._process.kill()
        self._process.wait()
        self.lives[-1].killed, self.lives[-1].ended = True, time.monotonic()
        return True

    def look(self) -> bool:
        """Whether it lives; if it ended by itself, that is written down, once."""
        if self._process is None:
            return False
        code = self._process.poll()
        if code is not None and self.lives[-1].ended is None:
            self.lives[-1].code, self.lives[-1].ended = code, time.monotonic()
        return code is None

    def measure(self) -> float:
        """Resident memory in MB; 0 where it doesn't live."""
        pid = self.pid
        try:
            pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) if pid else 0
        except OSError:
            return 0.0
        self.memory.append((time.monotonic(), pages * PAGE / 1e6))
        return self.memory[-1][1]

    async def stop(self, seconds: float = 20) -> int | None:
        """SIGTERM; the exit code, or None where it had to be killed."""
        if self._process is None or self._process.poll() is not None:
            return None
        self._process.send_signal(signal.SIGTERM)
        await until(lambda: not self.look(), seconds)
        code = self._process.poll()
        if code is None:
            self.kill()
        self.look()
        return code

    def fill_disk(self) -> bool:
        """From now on no file of its can grow."""
        return self._limit_files(0)

    def free_disk(self) -> bool:
        return self._limit_files(resource.RLIM_INFINITY)

    def _limit_files(self, size: int) -> bool:
        if self.pid is None or not hasattr(resource, "prlimit"):
            return False
        with suppress(ProcessLookupError):
            hard = resource.prlimit(self.pid, resource.RLIMIT_FSIZE)[1]
            resource.prlimit(self.pid, resource.RLIMIT_FSIZE, (size if hard == resource.RLIM_INFINITY else hard, hard))
            return True
        return False


def _copy(process: subprocess.Popen[bytes], log: Path) -> None:
    """What it says goes to a file of ours: its own files may have no room."""
    with log.open("ab") as file:
        for line in process.stderr or ():
            file.write(line)
            file.flush()
    if process.stderr is not None:
        process.stderr.close()


@dataclass
class Postgres:
    """A server of our own where the pgserver package is there; else a database on the one that TEST_POSTGRES_URL names,
    which is not restarted: its connections are cut and refused for a moment instead."""

    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="dotty-chaos-postgresql-")))
    url: str = ""
    outages: list[tuple[float, float]] = field(default_factory=list)
    _server: Any = None

    @staticmethod
    def there_is() -> bool:
        return bool(os.environ.get(SERVER)) or find_spec("pgserver") is not None

    def start(self) -> None:
        if find_spec("pgserver") is not None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of where its lock file goes, as in the tests' own
                from pgserver.postgres_server import get_server
            self._server = get_server(self.folder)
            server_url = self._server.get_uri()
        else:
            server_url = os.environ[SERVER]
        name = f"chaos_{os.getpid()}_{time.time_ns() % 10**6}"
        self._execute(server_url, *[f"ALTER SYSTEM SET {each}" for each in WITHOUT_THE_DISK if self._server])
        self._execute(server_url, "SELECT pg_reload_conf()", f"CREATE DATABASE {name}")
        self.url = make_url(server_url).set(database=name).render_as_string(hide_password=False)
        self._server_url = server_url

    def restart(self) -> None:
        """As after a crash of the server: nobody is asked, every connection is gone."""
        began = time.monotonic()
        if self._server is not None:
            self._control("-m", "immediate", "stop")
            self._server.ensure_postgres_running()
        else:
            name = make_url(self.url).database
            end = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
            self._execute(self._server_url, f"ALTER DATABASE {name} ALLOW_CONNECTIONS false", end, "SELECT pg_sleep(1)")
            self._execute(self._server_url, f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        self.outages.append((began, time.monotonic()))

    def stop(self) -> None:
        if self._server is not None:
            self._server.cleanup()
        elif self.url:
            self._execute(self._server_url, f"DROP DATABASE {make_url(self.url).database} WITH (FORCE)")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _control(self, *arguments: str) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pgserver._commands import POSTGRES_BIN_PATH
        command = [str(POSTGRES_BIN_PATH / "pg_ctl"), "-D", str(self.folder), "-w", *arguments]
        quiet, user = subprocess.DEVNULL, self._server.system_user
        subprocess.run(command, check=True, user=user, cwd="/", timeout=30, stdout=quiet, stderr=quiet)

    def _execute(self, url: str, *statements: str) -> None:
        engine = open_engine(url).execution_options(isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in statements:
                connection.execute(text(statement))
        engine.dispose()


def fleet_settings(index: int, port: int, database: str, telegram: str, token: str, secret: str) -> dict[str, str]:
    return {
        **_common(token, database), "TELEGRAM_API_URL": f"{telegram}/fleet{index}",
        "WEBHOOK_URL": "https://dotty.example.org/telegram", "WEBHOOK_SECRET": secret, "HOST": "127.0.0.1",
        "PORT": str(port),
    }  # fmt: skip


def home_settings(folder: Path, telegram: str, token: str) -> dict[str, str]:
    database = f"sqlite:///{folder / 'home.db'}"
    return {**_common(token, database), "TELEGRAM_API_URL": f"{telegram}/home", "LOG_LEVEL": "DEBUG"}


def _common(token: str, database: str) -> dict[str, str]:
    return {"TELEGRAM_BOT_TOKEN": token, "DATABASE_URL": database, "UPDATES_PER_MINUTE": "600", "PYTHONPATH": str(ROOT)}
