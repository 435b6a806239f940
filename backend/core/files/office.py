"""LibreOffice, where it is installed: the only counter of physical pages of a Word document that is right.

It runs as a process of its own with limits on memory, processor and wall time, a profile that is made for
this one conversion, no macros, and no way to the network that it would honour (a document may not make our
server fetch an address). Documents that refer to anything outside are not converted at all.
"""

from __future__ import annotations

import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from backend.core.files.kinds import FILE_TYPES, FileKind
from backend.core.files.sandbox import ROOT

logger = logging.getLogger(__name__)

_MEMORY = 4 * 1024 * 1024 * 1024  # LibreOffice maps far more than it uses
_OUTPUT = 256 * 1024 * 1024
_DEAD_PROXY = "http://127.0.0.1:9"

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent"
 oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def find(program: str) -> str | None:
    """The path of LibreOffice's program, None where it is not installed (or `program` is empty)."""
    return shutil.which(program) if program else None


def convert_to_pdf(source: Path, kind: FileKind, folder: Path, *, program: str, seconds: int) -> Path | None:
    """A PDF of the document in `folder`, or None where the conversion failed or took longer than `seconds`.

    A failure is logged and is not the caller's end: the estimate stands in.
    """
    with tempfile.TemporaryDirectory(prefix="guildhall-office-") as home:
        work = Path(home)
        # A name and an ending of our own: LibreOffice chooses its import filter by the ending.
        document = work / f"document.{FILE_TYPES[kind].extensions[0]}"
        shutil.copyfile(source, document)
        profile = work / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        command = [
            *(sys.executable, "-E", "-s", "-m", "backend.core.files.analyse.confined"),
            *(str(_MEMORY), str(seconds), str(_OUTPUT), program),
            *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
            f"-env:UserInstallation=file://{work / 'profile'}",
            *("--convert-to", "pdf", "--outdir", str(work / "out"), str(document)),
        ]
        environment = {
            "HOME": home,
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "LANG": "C.UTF-8",
            "http_proxy": _DEAD_PROXY,
            "https_proxy": _DEAD_PROXY,
        }
        status = _run(command, environment, seconds)
        result = work / "out" / "document.pdf"
        if status != 0 or not result.is_file():
            logger.warning("LibreOffice did not convert a %s (status %s)", kind.value, status)
            return None
        return Path(shutil.move(result, folder / "converted.pdf"))


def _run(command: list[str], environment: dict[str, str], seconds: int) -> int | str:
    # LibreOffice's starter leaves a second process behind when killed alone, so it gets a group.
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return "timeout"
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
