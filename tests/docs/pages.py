# SPDX-License-Identifier: Apache-2.0
"""The manual's pages as the tests read them: fragments put in, sections, fenced blocks."""

import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
MAN = ROOT / "man"
FORMATS = ("wegwijzer-pack", "wegwijzer-profile", "wegwijzer-plugin")


def read(name):
    """The text of man/NAME.md as pandoc gets it."""
    text = (MAN / f"{name}.md").read_text(encoding="utf-8")
    return re.sub(r"<!-- include: ([a-z/-]+\.md) -->",
                  lambda found: (MAN / found[1]).read_text(encoding="utf-8"), text)


def names():
    return sorted(path.stem for path in MAN.glob("wegwijzer*.md"))


def section(text, heading):
    """What stands under `# heading` (or `## …`) up to the next heading of that level or above."""
    lines, level, kept = text.split("\n"), 0, []
    is_fenced = False
    for line in lines:
        is_fenced ^= line.startswith("```")
        found = None if is_fenced else re.match(r"(#+) (.*)", line)
        if found and level and len(found[1]) <= level:
            break
        if level:
            kept.append(line)
        elif found and found[2].strip() == heading:
            level = len(found[1])
    return "\n".join(kept)


class Block:
    """A fenced block: its classes and attributes, its lines and the line it begins on."""

    def __init__(self, info, line):
        self.line, self.lines = line, []
        words = re.findall(r'([\w.-]+)="?([^"\s}]*)"?|\.?([\w-]+)', info)
        self.attributes = {key: value for key, value, _ in words if key}
        self.classes = [word for _, _, word in words if word]


def blocks(text):
    found, open_block = [], None
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("```"):
            if open_block is None:
                open_block = Block(line[3:].strip(), number)
            else:
                found.append(open_block)
                open_block = None
        elif open_block is not None:
            open_block.lines.append(line)
    if open_block is not None:
        raise ValueError(f"line {open_block.line}: a block without an end")
    return found


def agrees(expected, actual):
    """Whether the lines that came out are those shown; `...` stands for any number of lines."""
    positions = {0}
    for line in expected:
        if line.strip() == "...":
            positions = set(range(min(positions), len(actual) + 1)) if positions else set()
        else:
            positions = {p + 1 for p in positions
                         if p < len(actual) and actual[p].rstrip() == line.rstrip()}
    return len(actual) in positions


def commands(block):
    """[(command, lines shown)] of a console block; a command goes on after a backslash."""
    found = []
    for line in block.lines:
        if line.startswith("$ "):
            found.append([line[2:], []])
        elif found and found[-1][0].endswith("\\") and not found[-1][1]:
            found[-1][0] = found[-1][0][:-1] + line.strip()
        elif found:
            found[-1][1].append(line)
        else:
            raise ValueError(f"line {block.line}: a console block begins with '$ '")
    for one in found:
        while one[1] and not one[1][-1].strip():
            one[1].pop()
    return found
