"""The account that PostgreSQL runs under.

PostgreSQL refuses to run as root, because whoever breaks it would own the machine. As an ordinary user we run it as
ourselves. As root (containers, build machines) it gets an account of its own, made once, and the folders above its
data and its programs are opened for passing through, no more (``chmod o+x``).
"""

from __future__ import annotations

import os
import pwd
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from infra.dev.console import Problem, say

NAME = "pgserver"


@dataclass(frozen=True)
class Account:
    """Who runs PostgreSQL; ``switch`` says whether we must become somebody else for it."""

    uid: int
    gid: int
    switch: bool

    @property
    def popen(self) -> dict[str, Any]:
        """Arguments of ``subprocess`` calls that run as this account."""
        if not self.switch:
            return {}
        # HOME of root cannot be read by the account; nothing that PostgreSQL does needs one.
        env = {**os.environ, "HOME": "/"}
        return {"user": self.uid, "group": self.gid, "extra_groups": [], "env": env, "umask": 0o077}

    def give(self, path: Path) -> None:
        """Make the folder ``path`` this account's own and nobody else's."""
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        owner = path.stat().st_uid
        if owner not in (self.uid, os.getuid()):
            name = _name_of(owner)
            raise Problem(
                f"{path} belongs to the user {name}: run this command as {name}, or delete that folder "
                "(its data goes with it)."
            )
        if self.switch and owner != self.uid:
            os.chown(path, self.uid, self.gid)
        path.chmod(0o700)

    def open_way(self, path: Path) -> None:
        """Let this account pass through the folders above ``path``."""
        if not self.switch:
            return
        for folder in path.resolve().parents:
            mode = stat.S_IMODE(folder.stat().st_mode)
            if not mode & stat.S_IXOTH and folder.stat().st_uid != self.uid:
                say(
                    f"  opening {folder} for passing through (chmod o+x), so that PostgreSQL gets to its files"
                )
                folder.chmod(mode | stat.S_IXOTH)


def _name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"with id {uid}"


def account_for(data: Path) -> Account:
    """The account for the PostgreSQL whose data is in ``data``: the data's owner, else ours, else one made for it."""
    uid = os.getuid()
    if uid != 0:
        return Account(uid, os.getgid(), switch=False)
    version = data / "PG_VERSION"
    if version.exists() and version.stat().st_uid != 0:
        owner = version.stat()
        return Account(owner.st_uid, owner.st_gid, switch=True)
    try:
        entry = pwd.getpwnam(NAME)
    except KeyError:
        entry = _make_account()
    return Account(entry.pw_uid, entry.pw_gid, switch=True)


def _make_account() -> pwd.struct_passwd:
    useradd = shutil.which("useradd") or shutil.which("useradd", path="/usr/sbin:/sbin")
    if useradd is None:
        raise Problem(
            "PostgreSQL does not run as root, and this machine has no useradd to make an account for it: "
            "run as an ordinary user, or set DATABASE_URL to a PostgreSQL that runs elsewhere."
        )
    done = subprocess.run(
        [useradd, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        return pwd.getpwnam(NAME)
    except KeyError:
        raise Problem(
            f"PostgreSQL does not run as root, and the account {NAME} could not be made for it "
            f"({done.stderr.strip()}): run as an ordinary user, or set DATABASE_URL."
        ) from None


def open_programs(folder: Path, account: Account) -> None:
    """Let ``account`` run the programs in ``folder``, which an installation under a strict umask may have closed."""
    if not account.switch:
        return
    account.open_way(folder / "x")
    for path in (folder, *folder.rglob("*")):
        if path.is_symlink():
            continue
        mode = stat.S_IMODE(path.stat().st_mode)
        wanted = mode | stat.S_IROTH
        if path.is_dir() or mode & stat.S_IXUSR:
            wanted |= stat.S_IXOTH
        if wanted != mode:
            path.chmod(wanted)
