#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the examples of the manual and compares what comes out with what is shown.

In a page's fenced blocks

    ```{.toml file="person.toml"}      writes a file, which all pages find
    ```{.console}                      runs each line after `$ `; it ends with status 0
    ```{.console status=1}             the last command of the block ends with status 1

A command without output under it is only run. A line `...` stands for any number of lines. Every page
has a folder of its own, with the files of all pages and `pathways`, in which `wegwijzer` is on the
PATH; messages stand after the results, as in a terminal they stand between them."""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

import pages

TIMEOUT_SECONDS = 120
KEPT_VARIABLES = ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")


def all_files():
    return {block.attributes["file"]: "\n".join(block.lines) + "\n"
            for name in pages.names() for block in pages.blocks(pages.read(name))
            if "file" in block.attributes}


def lay_out(folder, files, program):
    (folder / "bin").mkdir()
    (folder / "bin" / "wegwijzer").symlink_to(program)
    (folder / "pathways").symlink_to(pages.ROOT / "pathways")
    for name, text in files.items():
        target = folder / name
        if folder not in target.resolve().parents:
            raise ValueError(f"{name} lies outside the folder of the example")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def environment(folder):
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    return {"PATH": f"{folder}/bin:/usr/local/bin:/usr/bin:/bin", "HOME": str(folder),
            "TMPDIR": str(folder), "TZ": "UTC", "LC_ALL": "C.UTF-8", "COLUMNS": "80",
            "TERM": "dumb", **kept}


def run(command, folder):
    try:
        done = subprocess.run(["bash", "--noprofile", "--norc", "-c", command], cwd=folder,
                              capture_output=True, env=environment(folder),
                              stdin=subprocess.DEVNULL, timeout=TIMEOUT_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return [f"(no end within {TIMEOUT_SECONDS} seconds)"], -1
    text = (done.stdout + done.stderr).decode("utf-8", errors="backslashreplace")
    return text.split("\n")[:-1] if text.endswith("\n") else text.split("\n"), done.returncode


def run_block(name, block, folder):
    failed, count = 0, 0
    commands = pages.commands(block)
    for number, (command, shown) in enumerate(commands):
        is_last = number + 1 == len(commands)
        wanted = int(block.attributes.get("status", 0)) if is_last else 0
        lines, status = run(command, folder)
        count += 1
        if status == wanted and (not shown or pages.agrees(shown, lines)):
            continue
        failed += 1
        print(f"man/{name}.md, block of line {block.line}: $ {command}")
        if status != wanted:
            print(f"    status {status}, where {wanted} is told")
        print("\n".join(["    it shows:"] + [f"      | {line}" for line in shown]
                        + ["    came out:"] + [f"      | {line}" for line in lines]))
    return count, failed


def main():
    parser = argparse.ArgumentParser(description="runs the examples of the manual")
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("page", nargs="*", help="pages to run (default: all)")
    arguments = parser.parse_args()
    program = arguments.program.resolve()

    files, total, failed = all_files(), 0, 0
    for name in arguments.page or pages.names():
        with tempfile.TemporaryDirectory(prefix="wegwijzer-docs-") as place:
            folder = pathlib.Path(place)
            lay_out(folder, files, program)
            for block in pages.blocks(pages.read(name)):
                if "console" in block.classes:
                    count, bad = run_block(name, block, folder)
                    total, failed = total + count, failed + bad
    print(f"{total} examples, {failed} failed")
    return 1 if failed or total == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
