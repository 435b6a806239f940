"""The child process: `python -m backend.core.files.analyse '<request as JSON>'`.

The request is `{"path", "kind", "limits"}`. It answers one JSON line on standard output, either
`{"counts": {…}}` or `{"rejected": {"code", "params"}}`, with exit status 0. Status 3 means that a parser
raised what it should not; a signal, that a limit was hit or a parser fell; anything else, that the child
could not start.
"""

from __future__ import annotations

import json
import resource
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from backend.core.files.analyse.options import Counts, Limits
from backend.core.files.kinds import FileKind, Rejected

PARSER_FELL = 3
_OUTPUT_BYTES = 64 * 1024


def confine(limits: Limits) -> None:
    """Give up what analysing does not need, before any untrusted byte is read.

    No file may grow past the size of an answer, no core is dumped, and memory and processor time end.
    """
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_OUTPUT_BYTES, _OUTPUT_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))


def load(kind: FileKind) -> Callable[[Path, Limits], Counts]:
    """The analyser of a kind. Imports its parser, and only that, so that importing (our own code, which may
    write byte code) is over before the limits fall."""
    match kind:
        case FileKind.PDF:
            from backend.core.files.analyse.pdf import analyse_pdf

            return analyse_pdf
        case FileKind.DOCX:
            from backend.core.files.analyse.docx import analyse_docx

            return analyse_docx
        case FileKind.DOC:
            from backend.core.files.analyse.doc import analyse_doc

            return analyse_doc
        case FileKind.JPEG | FileKind.PNG | FileKind.HEIC:
            from backend.core.files.analyse.images import image_analyser

            return image_analyser(kind)
        case FileKind.TXT:
            from backend.core.files.analyse.text import analyse_text

            return analyse_text


def main() -> int:
    request = json.loads(sys.argv[1])
    limits = Limits(**request["limits"])
    analyse = load(FileKind(request["kind"]))
    confine(limits)
    answer: dict[str, object]
    try:
        answer = {"counts": analyse(Path(request["path"]), limits).as_dict()}
    except Rejected as rejected:
        answer = {"rejected": {"code": rejected.code, "params": rejected.params}}
    except MemoryError:
        answer = {"rejected": {"code": "analysis_limit_exceeded", "params": {"resource": "memory"}}}
    except Exception:  # noqa: BLE001
        # A parser met something that it does not expect: the file's fault, told apart from a child that
        # could not start.
        traceback.print_exc()
        return PARSER_FELL
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
