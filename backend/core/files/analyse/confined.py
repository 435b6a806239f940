"""`python -m backend.core.files.analyse.confined MEMORY CPU_SECONDS FILE_SIZE PROGRAM [ARGUMENT …]`

Sets the limits (bytes, seconds, bytes) on itself and becomes the program. A server with threads cannot
safely set them between fork and exec, so this small step does.
"""

from __future__ import annotations

import os
import resource
import sys


def main() -> None:
    memory, cpu, size = (int(argument) for argument in sys.argv[1:4])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.execv(sys.argv[4], sys.argv[4:])  # noqa: S606


if __name__ == "__main__":
    main()
