#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What pandoc made of the pages is a man page: mandoc finds no error in it."""

import argparse
import pathlib
import subprocess
import sys

import pages


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mandoc", required=True)
    parser.add_argument("folder", type=pathlib.Path, help="where the build leaves the pages")
    arguments = parser.parse_args()

    failed = 0
    for name in pages.names():
        made = arguments.folder / f"{name}.{5 if name in pages.FORMATS else 1}"
        if not made.is_file():
            print(f"{made.name} was not built")
            failed += 1
            continue
        done = subprocess.run([arguments.mandoc, "-T", "lint", "-W", "error", made],
                              capture_output=True, text=True, timeout=60, check=False)
        if done.returncode != 0:
            print(done.stdout + done.stderr, end="")
            failed += 1
    print(f"{len(pages.names())} pages, {failed} with errors")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
