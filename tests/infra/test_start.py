"""What stands in the way of a start is told as a sentence: ports, secrets, a second run, the installation."""

from __future__ import annotations

import os
import re
import shutil
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from infra.dev import ports
from infra.dev.catalogues import compile_catalogues, outdated
from infra.dev.console import Problem
from infra.dev.layout import ROOT, Local, Lock
from infra.dev.run import Options, bot_environment, run
from infra.dev.secrets import development_secrets
from infra.dev.stack import Stack


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server((ports.LOOPBACK, 0)) as server:
        yield server.getsockname()[1]


def test_a_taken_port_is_named_with_its_variable(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("API_PORT", str(taken))
    with pytest.raises(Problem, match=rf"Port {taken}.*API.*taken.*API_PORT={taken + 100}"):
        ports.chosen_port("API_PORT", 8000, "API")


@pytest.mark.parametrize("text", ["eighty", "-1", "70000", "80.5"])
def test_what_is_no_port_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("API_PORT", text)
    with pytest.raises(Problem, match=r"API_PORT is .* not a port"):
        ports.chosen_port("API_PORT", 8000, "API")


def test_a_default_and_any_free_port(monkeypatch: pytest.MonkeyPatch) -> None:
    free = ports.free_port()
    assert ports.chosen_port("API_PORT", free, "API") == free
    monkeypatch.setenv("API_PORT", "0")
    assert ports.is_free(ports.chosen_port("API_PORT", free, "API"))


def test_secrets_are_made_once_and_kept_private(local: Local) -> None:
    made = development_secrets(local)
    assert len(made["GUILDHALL_SECRET_KEY"]) >= 50
    assert stat.S_IMODE(local.env_file.stat().st_mode) == 0o600
    with open(local.env_file, "a") as file:
        file.write("# mine\nSENTRY_DSN = https://key@sentry.example/1\n")
    assert development_secrets(local) == made | {"SENTRY_DSN": "https://key@sentry.example/1"}
    assert development_secrets(Local.at(local.path / "other")) != made


def test_a_broken_secrets_file_is_told_by_line(local: Local) -> None:
    local.env_file.write_text("GOOD=1\nthis is not a setting\n")
    with pytest.raises(Problem, match=r"Line 2 of .*dev\.env is not NAME=value"):
        development_secrets(local)


def test_a_second_run_in_the_same_folder_is_refused(local: Local) -> None:
    lock = Lock(local.lock_file)
    assert lock.try_exclusive()
    try:
        with pytest.raises(Problem, match="already runs from"):
            run(local, Options())
    finally:
        lock.release()


def test_nothing_is_found_where_nothing_runs(local: Local) -> None:
    assert Stack.find(local) is None


def test_catalogues_are_compiled_when_they_change(tmp_path: Path) -> None:
    source = tmp_path / "uz" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    source.write_text(head + 'msgid "Order"\nmsgstr "Buyurtma"\n')
    assert compile_catalogues(tmp_path) == 1
    assert b"Buyurtma" in source.with_suffix(".mo").read_bytes()
    assert outdated(tmp_path) == []
    source.write_text('msgid "Order\n')
    os.utime(source, (2**31, 2**31))
    with pytest.raises(Problem, match=r"django\.po cannot be read"):
        compile_catalogues(tmp_path)


LOGINS = """{"businesses": [
    {"slug": "one", "bot": {"client_id": "usr_1", "secret": "s1"}},
    {"slug": "two", "bot": {"client_id": "usr_2", "secret": "s2"}}
]}"""


def test_the_bot_serves_a_demo_business_or_the_one_named(
    local: Local, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TELEGRAM_BOT_TOKEN", "GUILDHALL_TENANT", "GUILDHALL_BOT_CLIENT_ID", "GUILDHALL_BOT_SECRET"):
        monkeypatch.delenv(name, raising=False)
    assert bot_environment(local, "http://api") is None
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:x")
    with pytest.raises(Problem, match="GUILDHALL_TENANT, GUILDHALL_BOT_CLIENT_ID, GUILDHALL_BOT_SECRET"):
        bot_environment(local, "http://api")
    local.demo_logins.write_text(LOGINS)
    first = bot_environment(local, "http://api")
    assert first is not None
    assert (first["GUILDHALL_API"], first["GUILDHALL_TENANT"], first["GUILDHALL_BOT_SECRET"]) == (
        "http://api",
        "one",
        "s1",
    )
    monkeypatch.setenv("GUILDHALL_TENANT", "two")
    second = bot_environment(local, "http://api")
    assert second is not None
    assert (second["GUILDHALL_TENANT"], second["GUILDHALL_BOT_CLIENT_ID"]) == ("two", "usr_2")
    monkeypatch.setenv("GUILDHALL_BOT_SECRET", "mine")
    named = bot_environment(local, "http://api")
    assert named is not None
    assert named["GUILDHALL_BOT_SECRET"] == "mine"


# -- the installation ------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def uv(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of a uv: the machine's, the repository's, else one that is fetched for these tests."""
    for candidate in (shutil.which("uv"), ROOT / ".local" / "uv" / "bin" / "uv"):
        if candidate and Path(candidate).exists():
            return str(Path(candidate).parent)
    folder = tmp_path_factory.mktemp("uv")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    subprocess.run([folder / "bin" / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
    return str(folder / "bin")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A working copy that has the installer and nothing else."""
    folder = tmp_path / "copy"
    (folder / "infra" / "dev").mkdir(parents=True)
    shutil.copy(ROOT / "infra" / "dev" / "install.sh", folder / "infra" / "dev")
    return folder


def install(copy: Path, path: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": path, "HOME": os.environ.get("HOME", "/"), "UV_OFFLINE": "1", **more}
    return subprocess.run(
        [str(copy / "infra" / "dev" / "install.sh")],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def lock(copy: Path, text: str) -> None:
    (copy / "infra" / "dev" / "requirements.lock").write_text(text)


def path_with(uv: str) -> str:
    return os.pathsep.join([uv, str(Path(sys.executable).parent), "/usr/bin", "/bin"])


EMPTY_LOCK = "# nothing to install\n"


def test_an_installation_is_made_once(copy: Path, uv: str) -> None:
    lock(copy, EMPTY_LOCK)
    first = install(copy, path_with(uv))
    assert first.returncode == 0, first.stderr
    assert (copy / ".venv" / "bin" / "python").exists()
    assert "installed" in first.stderr
    again = install(copy, path_with(uv))
    assert (again.returncode, again.stderr) == (0, "")
    lock(copy, EMPTY_LOCK + "# changed\n")
    assert "installed" in install(copy, path_with(uv)).stderr


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", r"is missing or empty: .*git checkout"),
        ("<<<<<<< HEAD\nattrs==23.1.0\n", r"cannot be read: .*git checkout"),
        ("attrs==23.1.0\n", r"differs from what infra/dev/requirements\.lock promises.*git checkout"),
    ],
)
def test_a_broken_lock_is_a_sentence(copy: Path, uv: str, text: str, sentence: str) -> None:
    lock(copy, text)
    done = install(copy, path_with(uv))
    assert done.returncode == 1
    assert re.search(sentence, done.stderr), done.stderr
    assert not (copy / ".venv" / ".guildhall-lock").exists()


def test_a_registry_out_of_reach_is_a_sentence(copy: Path, uv: str) -> None:
    lock(copy, f"no-such-package-of-guildhall==1.0 --hash=sha256:{'0' * 64}\n")
    done = install(copy, path_with(uv))
    assert done.returncode == 1
    assert "registry could not be reached" in done.stderr


def test_an_unfit_python_is_a_sentence(copy: Path, tmp_path: Path) -> None:
    lock(copy, EMPTY_LOCK)
    folder = tmp_path / "bin"
    folder.mkdir()
    old = folder / "python3"
    old.write_text('#!/bin/sh\ncase "$2" in *platform*) echo 3.9.2 ;; *) exit 1 ;; esac\n')
    old.chmod(0o755)
    for tool in ("bash", "dirname", "sha256sum", "cut", "cat"):
        found = shutil.which(tool)
        assert found is not None
        (folder / tool).symlink_to(found)
    done = install(copy, str(folder))
    assert done.returncode == 1
    assert "needs Python 3.11, 3.12 or 3.13, and this machine has Python 3.9.2" in done.stderr
    named = install(copy, str(folder), PYTHON=str(old))
    assert named.returncode == 1
    assert f"PYTHON={old} is 3.9.2" in named.stderr
