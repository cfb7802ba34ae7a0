"""Credentials: from the environment, the system keyring or a command; never from ``config.toml``, never shown.

Where a computer has no keyring, what ``warroom login`` earns is kept in a file of the data folder that its owner alone
can read.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from warroom.domain.errors import CredentialError
from warroom.domain.model import Platform
from warroom.redaction import REDACTOR
from warroom.settings import Settings

if TYPE_CHECKING:
    from warroom.ports import Sessions

#: The parts of each platform's login, by the name that the environment, the keyring and the settings give them.
PARTS: Final[Mapping[Platform, tuple[str, ...]]] = {
    Platform.REDDIT: ("client_id", "client_secret", "refresh_token", "username", "password"),
    Platform.MASTODON: ("access_token", "client_id", "client_secret"),
    Platform.BLUESKY: ("identifier", "app_password"),
}
#: Parts that are names and no secrets.
NAMES: Final = frozenset({"client_id", "username", "identifier"})
_SERVICE: Final = "warroom"
_FILE: Final = "credentials.json"
#: Seconds that a command may take: it may ask a person to touch a key.
_PATIENCE: Final = 60.0


def variable(platform: Platform, part: str) -> str:
    """The environment variable of a part of a login: ``WARROOM_REDDIT_CLIENT_SECRET``."""
    return f"WARROOM_{platform}_{part}".upper()


#: Every variable that holds a part of a login.
VARIABLES: Final = frozenset(variable(platform, part) for platform, parts in PARTS.items() for part in parts)


class Secrets(Protocol):
    """Where adapters' logins come from. Every method may read a file or run a command: call it in a thread."""

    def get(self, platform: Platform, part: str) -> str:
        """One part of a login (see ``PARTS``), "" where there is none. Raises CredentialError where a look fails."""
        ...

    def sessions(self, platform: Platform, account: str) -> Sessions:
        """Where the sessions of one account ("handle at server") on a platform are kept."""
        ...

    def digest(self, platform: Platform) -> str:
        """A fingerprint of the parts of a platform's login that were asked for so far."""
        ...


class Vault:
    """The credentials of one user of this computer (see :class:`Secrets`).

    The environment beats the keyring (or the file that stands in for it), which beats a command of the settings, which
    beats a plain setting (names only: a secret is refused there). A value is asked for once and then remembered.
    """

    def __init__(self, settings: Settings, *, environ: Mapping[str, str] | None = None) -> None:
        self._settings = settings
        self._environ = os.environ if environ is None else environ
        self._known: dict[str, str] = {}
        self._one_at_a_time = threading.RLock()
        self._shelf: _Shelf | None = None

    def get(self, platform: Platform, part: str) -> str:
        """One part of a login, "" where there is none. Raises CredentialError where a command or the keyring fails."""
        if part not in PARTS[platform]:
            raise ValueError(f"{platform} has no {part}")
        with self._one_at_a_time:
            name = f"{platform}.{part}"
            if name not in self._known:
                self._known[name] = self._found(platform, part)
                if part not in NAMES:
                    REDACTOR.hide(self._known[name])
            return self._known[name]

    def origin(self, platform: Platform, part: str) -> str:
        """Where a part comes from, in words, "" where there is none; the part itself is not in them."""
        if self._environ.get(variable(platform, part)):
            return f"env {variable(platform, part)}"
        if self._kept.get(f"{platform}.{part}"):
            return self._kept.name
        account = getattr(self._settings.accounts, platform)
        if getattr(account, f"{part}_command", ""):
            return f"accounts.{platform}.{part}_command"
        return f"accounts.{platform}.{part}" if getattr(account, part, "") else ""

    @property
    def place(self) -> str:
        """Where logins are kept on this computer, in words."""
        return self._kept.name

    def put(self, platform: Platform, part: str, value: str) -> str:
        """Keep a part of a login, "" to forget it; tells where it is kept, in words."""
        with self._one_at_a_time:
            self._known.pop(f"{platform}.{part}", None)
            return self._kept.put(f"{platform}.{part}", value)

    def sessions(self, platform: Platform, account: str) -> Sessions:
        """Where the sessions of one account on a platform are kept."""
        return _Session(self, f"{platform}.session {account}")

    def digest(self, platform: Platform) -> str:
        """A fingerprint of the parts of a platform's login that were asked for so far."""
        with self._one_at_a_time:
            known = sorted(item for item in self._known.items() if item[0].startswith(f"{platform}."))
        return hashlib.sha256(repr(known).encode()).hexdigest()

    def _found(self, platform: Platform, part: str) -> str:
        if value := self._environ.get(variable(platform, part), ""):
            return value
        if value := self._kept.get(f"{platform}.{part}"):
            return value
        account = getattr(self._settings.accounts, platform)
        if command := getattr(account, f"{part}_command", ""):
            return _told(command, f"accounts.{platform}.{part}_command")
        return str(getattr(account, part, ""))

    @property
    def _kept(self) -> _Shelf:
        with self._one_at_a_time:
            if self._shelf is None:
                file = _File(self._settings.data_dir / _FILE)
                ring = _ring() if self._settings.accounts.keyring else None
                self._shelf = _Keyring(ring, file) if ring is not None else file
            return self._shelf

    def load_session(self, name: str) -> str | None:
        """A session by its name, None where there is none."""
        with self._one_at_a_time:
            session = self._kept.get(name)
        REDACTOR.hide(session)
        return session or None

    def save_session(self, name: str, session: str) -> None:
        """Keep a session, "" to forget it."""
        REDACTOR.hide(session)
        with self._one_at_a_time:
            self._kept.put(name, session)
            # A keyring cannot be asked for all that it holds.
            platform = name.partition(".")[0]
            names = {*self._sessions(platform), name} if session else self._sessions(platform) - {name}
            self._kept.put(f"{platform}.sessions", json.dumps(sorted(names)) if names else "")

    def forget(self, platform: Platform) -> None:
        """Forget all that is kept of a platform's login; the environment and the settings stay as they are."""
        with self._one_at_a_time:
            for name in (*self._sessions(platform), f"{platform}.sessions"):
                self._kept.put(name, "")
            for part in PARTS[platform]:
                self.put(platform, part, "")

    def _sessions(self, platform: str) -> set[str]:
        try:
            names = json.loads(self._kept.get(f"{platform}.sessions") or "[]")
        except ValueError:
            return set()
        return {name for name in names if isinstance(name, str)} if isinstance(names, list) else set()


class _Session:
    """One account's session in the vault (see ``ports.Sessions``)."""

    def __init__(self, vault: Vault, name: str) -> None:
        self._vault = vault
        self._name = name

    def load(self) -> str | None:
        return self._vault.load_session(self._name)

    def save(self, session: str) -> None:
        self._vault.save_session(self._name, session)


class _Shelf(Protocol):
    @property
    def name(self) -> str: ...

    def get(self, name: str) -> str: ...

    def put(self, name: str, value: str) -> str: ...


class _Ring(Protocol):
    """What we use of a backend of the ``keyring`` library."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


class _Keyring:
    """The system keyring; what it does not take (some have a limit of length) goes into the file."""

    name = "the system keyring"

    def __init__(self, ring: _Ring, file: _File) -> None:
        self._ring = ring
        self._file = file

    def get(self, name: str) -> str:
        from keyring.errors import KeyringError

        try:
            return self._ring.get_password(_SERVICE, name) or self._file.get(name)
        except KeyringError as error:
            _warn("the keyring does not answer", error)
            return self._file.get(name)

    def put(self, name: str, value: str) -> str:
        from keyring.errors import KeyringError, PasswordDeleteError

        if not value:
            with contextlib.suppress(PasswordDeleteError):  # it was not there
                self._ring.delete_password(_SERVICE, name)
            self._file.put(name, "")
            return self.name
        try:
            self._ring.set_password(_SERVICE, name, value)
        except (KeyringError, OSError) as error:
            _warn("the keyring did not take a value", error)
            return self._file.put(name, value)
        return self.name


class _File:
    """A file that its owner alone can read, where a computer has no keyring."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.name = str(path)

    def get(self, name: str) -> str:
        return self._all().get(name, "")

    def put(self, name: str, value: str) -> str:
        values = self._all()
        if value == values.get(name, ""):
            return self.name
        values.pop(name, None)
        if value:
            values[name] = value
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = self._path.with_name(f".{self._path.name}.{os.getpid()}")
        try:
            # Never for a moment readable by others: the mode is given when the file is made.
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
                json.dump(values, out)
                out.flush()
                os.fsync(out.fileno())
            part.replace(self._path)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise CredentialError("The login cannot be kept.", reason=f"{self._path}: {error.strerror}.",
                                  hint="Free some space, or give yourself permission to write there.") from error
        return self.name

    def _all(self) -> dict[str, str]:
        try:
            raw = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise CredentialError(f"{self._path} cannot be read.", reason=f"{type(error).__name__}.",
                                  hint="Move it away and log in again.") from None
        return {name: value for name, value in raw.items() if isinstance(value, str)} if isinstance(raw, dict) else {}


def _ring() -> _Ring | None:
    """The system's keyring, None where this computer has none that works."""
    import keyring
    from keyring.errors import KeyringError

    ring = keyring.get_keyring()
    try:
        usable = ring.priority > 0
    except (KeyringError, RuntimeError):
        usable = False
    return ring if usable else None


def _told(command: str, setting: str) -> str:
    """What a command prints on its first line; neither its output nor its words stand in an error."""
    import shlex
    import subprocess

    try:
        words = shlex.split(command)
        done = subprocess.run(  # noqa: S603 - the user's own command, without a shell
            words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, timeout=_PATIENCE,
            check=False,
        )
    except (OSError, ValueError) as error:
        raise CredentialError(f"The command of {setting} cannot be run.", reason=f"{type(error).__name__}.",
                              hint="Run it by hand; it is started without a shell.") from None
    except subprocess.TimeoutExpired:
        raise CredentialError(f"The command of {setting} did not answer within {_PATIENCE:.0f} s.",
                              hint="Run it by hand; it must not ask questions.") from None
    said = done.stdout.decode("utf-8", "replace").partition("\n")[0].strip()
    if done.returncode or not said:
        how = f"It ended with {done.returncode}." if done.returncode else "It printed nothing."
        raise CredentialError(f"The command of {setting} gave no value.", reason=how, hint="Run it by hand.")
    return said


def _warn(what: str, error: Exception) -> None:
    import logging  # the settings know this module's variables, and reading them needs no log

    logging.getLogger(__name__).warning("%s: %s", what, type(error).__name__)
