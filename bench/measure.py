# SPDX-License-Identifier: Apache-2.0
"""Whole processes, one after the other and in turn: wall clock, processor time and memory of each."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass, field


@dataclass
class Runs:
    """What one command took in all its rounds."""
    wall: list = field(default_factory=list)       # milliseconds
    processor: list = field(default_factory=list)  # milliseconds
    memory: int = 0                                # KiB at the most
    output: str = ""                               # of the last round

    def middle(self):
        return statistics.median(self.wall)

    def quartiles(self):
        if len(self.wall) < 2:
            return self.wall[0], self.wall[0]
        parts = statistics.quantiles(self.wall, n=4)
        return parts[0], parts[2]


def run_once(command, runs, folder):
    begun = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          text=True) as process:
        output = process.stdout.read()
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0  # already waited for
    runs.wall.append((time.perf_counter() - begun) * 1000)
    runs.processor.append((usage.ru_utime + usage.ru_stime) * 1000)
    runs.memory = max(runs.memory, usage.ru_maxrss)
    runs.output = output


def in_turn(commands, rounds, folder):
    """A B C A B C …: a slow moment of the machine then strikes all alike."""
    measured = {name: Runs() for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            run_once(command, measured[name], folder)
    return measured


def table(measured, base, first="process"):
    """Rows of medians, spread and ratio to the run called `base`."""
    floor = measured[base].middle()
    lines = [f"| {first} | median ms | quartiles | times {base} | processor ms | memory MiB |",
             "|---|---|---|---|---|---|"]
    for name, runs in measured.items():
        low, high = runs.quartiles()
        lines.append(f"| {name} | {runs.middle():.1f} | {low:.1f}–{high:.1f} "
                     f"| {runs.middle() / floor:.2f} | {statistics.median(runs.processor):.1f} "
                     f"| {runs.memory / 1024:.1f} |")
    return lines
