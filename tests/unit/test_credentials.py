from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, PasswordDeleteError

from warroom import config
from warroom.credentials import PARTS, VARIABLES, Vault
from warroom.domain.errors import CredentialError
from warroom.domain.model import Platform
from warroom.redaction import Redactor
from warroom.settings import Accounts, BlueskyAccount, MastodonAccount, Settings

TOKEN_VARIABLE = "WARROOM_MASTODON_ACCESS_TOKEN"


class Ring(KeyringBackend):
    """A keyring in memory; what is longer than ``most`` it does not take."""

    priority = 5  # type: ignore[assignment]

    def __init__(self, most: int = 10_000) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}
        self.most = most

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if len(password) > self.most:
            raise KeyringError("too long")
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.held:
            raise PasswordDeleteError("not there")
        del self.held[service, username]


@pytest.fixture
def ring() -> Iterator[Ring]:
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def settings_in(folder: Path, *, ring: bool = False, command: str = "") -> Settings:
    return Settings(data_dir=folder, accounts=Accounts(
        keyring=ring, mastodon=MastodonAccount(access_token_command=command),
        bluesky=BlueskyAccount(identifier="acme.example")))


def token(settings: Settings, **environ: str) -> str:
    return Vault(settings, environ=environ).get(Platform.MASTODON, "access_token")


def test_the_environment_beats_what_is_kept_which_beats_a_command(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, command=f"{sys.executable} -c 'print(\"of the command\")'")
    assert token(settings) == "of the command"
    Vault(settings, environ={}).put(Platform.MASTODON, "access_token", "kept")
    assert token(settings) == "kept"
    assert token(settings, **{TOKEN_VARIABLE: "of the environment"}) == "of the environment"


def test_a_name_may_stand_in_the_settings(tmp_path: Path) -> None:
    assert Vault(settings_in(tmp_path), environ={}).get(Platform.BLUESKY, "identifier") == "acme.example"


def test_where_a_part_comes_from_is_told_without_the_part(tmp_path: Path) -> None:
    vault = Vault(settings_in(tmp_path, command="pass show x"), environ={"WARROOM_BLUESKY_APP_PASSWORD": "hunter2!"})
    assert vault.origin(Platform.BLUESKY, "app_password") == "env WARROOM_BLUESKY_APP_PASSWORD"
    assert vault.origin(Platform.MASTODON, "access_token") == "accounts.mastodon.access_token_command"
    assert vault.origin(Platform.REDDIT, "password") == ""


def test_without_a_keyring_a_login_is_kept_in_a_file_for_its_owner_alone(tmp_path: Path) -> None:
    where = Vault(settings_in(tmp_path), environ={}).put(Platform.MASTODON, "access_token", "kept")
    file = tmp_path / "credentials.json"
    assert where == str(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert token(settings_in(tmp_path)) == "kept"


def test_with_a_keyring_nothing_is_written_to_a_file(tmp_path: Path, ring: Ring) -> None:
    vault = Vault(settings_in(tmp_path, ring=True), environ={})
    assert vault.put(Platform.MASTODON, "access_token", "kept") == "the system keyring"
    vault.sessions(Platform.BLUESKY, "acme at x").save("a session")
    assert token(settings_in(tmp_path, ring=True)) == "kept"
    assert not (tmp_path / "credentials.json").exists()
    vault.forget(Platform.MASTODON)
    vault.forget(Platform.BLUESKY)
    assert ring.held == {}


def test_what_a_keyring_does_not_take_goes_into_the_file(tmp_path: Path, ring: Ring) -> None:
    ring.most = 20
    vault = Vault(settings_in(tmp_path, ring=True), environ={})
    vault.sessions(Platform.BLUESKY, "acme at x").save("s" * 2_000)
    again = Vault(settings_in(tmp_path, ring=True), environ={})
    assert again.sessions(Platform.BLUESKY, "acme at x").load() == "s" * 2_000


def test_a_session_is_that_of_one_account_at_one_server(tmp_path: Path) -> None:
    vault = Vault(settings_in(tmp_path), environ={})
    vault.sessions(Platform.BLUESKY, "acme at x").save("session")
    assert vault.sessions(Platform.BLUESKY, "acme at y").load() is None
    vault.sessions(Platform.BLUESKY, "acme at x").save("")
    assert vault.sessions(Platform.BLUESKY, "acme at x").load() is None


def test_forgetting_takes_tokens_and_sessions_of_that_platform_and_no_other(tmp_path: Path) -> None:
    vault = Vault(settings_in(tmp_path), environ={})
    vault.put(Platform.MASTODON, "access_token", "kept")
    vault.put(Platform.BLUESKY, "app_password", "kept too")
    vault.sessions(Platform.BLUESKY, "acme at x").save("session")
    vault.forget(Platform.BLUESKY)
    assert vault.get(Platform.BLUESKY, "app_password") == ""
    assert vault.sessions(Platform.BLUESKY, "acme at x").load() is None
    assert vault.get(Platform.MASTODON, "access_token") == "kept"


@pytest.mark.parametrize("code", [
    "import sys; print('s3cret on the way'); sys.exit(3)", "print()", "import sys; sys.exit('s3cret s3cret')",
])
def test_a_command_that_fails_is_named_and_its_output_is_not_shown(tmp_path: Path, code: str) -> None:
    with pytest.raises(CredentialError) as caught:
        token(settings_in(tmp_path, command=f'{sys.executable} -c "{code}"'))
    assert "accounts.mastodon.access_token_command" in str(caught.value)
    assert "s3cret" not in str(caught.value)


def test_a_command_that_is_not_there_is_an_error_in_words(tmp_path: Path) -> None:
    with pytest.raises(CredentialError, match="cannot be run"):
        token(settings_in(tmp_path, command="no-such-program --token"))


def test_a_command_is_run_once(tmp_path: Path) -> None:
    count = tmp_path / "count"
    code = f"open(r'{count}', 'a').write('x'); print('value')"
    vault = Vault(settings_in(tmp_path, command=f'{sys.executable} -c "{code}"'), environ={})
    for _ in range(3):
        assert vault.get(Platform.MASTODON, "access_token") == "value"
    assert count.read_text() == "x"


def test_a_damaged_file_is_an_error_in_words_and_stays(tmp_path: Path) -> None:
    (tmp_path / "credentials.json").write_text("{broken s3cret")
    with pytest.raises(CredentialError) as caught:
        token(settings_in(tmp_path))
    assert "s3cret" not in str(caught.value)
    assert (tmp_path / "credentials.json").read_text() == "{broken s3cret"


def test_every_part_has_a_variable_that_the_settings_let_pass(tmp_path: Path) -> None:
    environ = dict.fromkeys(VARIABLES, "x")
    assert len(VARIABLES) == sum(map(len, PARTS.values()))
    loaded = config.load(config=None, data_dir=tmp_path, environ=environ)
    assert loaded.accounts == Accounts()
    assert "x" not in [value for name, value, _ in config.listing(loaded) if name.startswith("accounts.")]
    assert replace(loaded, origins={}).origins == {}


@pytest.mark.parametrize("text", [
    "Authorization: Bearer abcdef.123456", "https://me:hunter22@example.org/x", '{"refresh_token": "zzzz-yyyy"}',
    "GET /stream?access_token=zzzz-yyyy&x=1", "client_secret=zzzz-yyyy", "accessJwt='zzzz-yyyy'",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkaWQ6In0.c2lnbmF0dXJl",
])
def test_what_looks_like_a_secret_is_taken_out(text: str) -> None:
    scrubbed = Redactor().scrub(text)
    for secret in ("abcdef", "hunter22", "zzzz-yyyy", "c2lnbmF0"):
        assert secret not in scrubbed
    assert "•••" in scrubbed


def test_what_was_given_as_a_secret_is_taken_out_wherever_it_stands() -> None:
    redactor = Redactor()
    redactor.hide("correct horse/battery", "tiny")
    assert redactor.scrub("a correct horse/battery b") == "a ••• b"
    assert "horse" not in redactor.scrub("?p=correct%20horse%2Fbattery")
    assert redactor.scrub("a tiny word") == "a tiny word"


@pytest.mark.parametrize("text", [
    "Mastodon does not answer: 503 Service Unavailable.", "Your password is wrong.", "the token expired at 12:00",
    "https://mastodon.example/@acme/1?x=2", "at://did:plc:abc/app.bsky.feed.post/3k",
])
def test_ordinary_words_stay(text: str) -> None:
    assert Redactor().scrub(text) == text
