"""Runs one reader of strangers' files with little processor time, little memory and no right to write.

A script, not a module of the program: `python -I confined.py <reader>`. The file comes on standard input and one word
goes to standard output. The limits stand before a byte of the file is read, and nothing of the program is loaded.
"""

import resource
import runpy
import sys

CPU_SECONDS = 5
MEMORY = 512 * 1024 * 1024
OPEN_FILES = 32


def confine() -> None:
    for what, most in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    confine()
    runpy.run_path(sys.argv[1], run_name="__main__")
