# SPDX-License-Identifier: Apache-2.0
"""Made-up packs of any size: chains of facts, each given by some alternatives, on some calendars."""

SOURCE = '''[[source]]
id = "growth-made-up"
says = "made up to be measured"
seen = 2026-11-01
kind = "estimate"
'''


def title(words):
    return f'title = {{ nl = "{words}", en = "{words}" }}'


def step(chain, place, way, calendars):
    """The way number `way` to a fact; the next ways are longer and cheaper."""
    name = f"{chain}-{place}"
    lines = ["[[step]]", f'id = "growth.step-{name}-{way}"', title(f"Step {name} way {way}"),
             'by = "school"']
    if place > 0:
        lines.append(f'needs = [{{ id = "before", is = "growth.fact-{chain}-{place - 1}", '
                     'source = "growth-made-up" }]')
    if calendars:
        lines.append(f'calendar = "growth.calendar-{(chain + place + way) % calendars}"')
        lines.append(f'duration = {{ value = "{3 + way} weeks", source = "growth-made-up" }}')
    else:
        lines.append(f'effort = {{ value = "{40 + 10 * way} hours", source = "growth-made-up" }}')
        lines.append('pace = ["8 hours/week"]')
    lines.append(f'cost = [{{ id = "fee", amount = "EUR {500 - 40 * min(way, 10)}", '
                 'source = "growth-made-up" }]')
    lines.append(f'gives = ["growth.fact-{name}"]')
    return "\n".join(lines)


def calendar(number):
    days = ", ".join(f'"{1 + (number + 3 * k) % 12:02}-{1 + (7 * number) % 28:02}"' for k in range(4))
    return (f'[[calendar]]\nid = "growth.calendar-{number}"\n{title(f"Calendar {number}")}\n'
            f'yearly = [{days}]\nlead = "1 week"\nsource = "growth-made-up"')


def pack(chains, length, alternatives, calendars):
    """`chains` chains of `length` facts each; the goal asks the last of every chain."""
    parts = [f'[pack]\nid = "growth"\nversion = "1"\n{title("Growth")}\nuses = ["common"]', SOURCE]
    parts += [calendar(number) for number in range(calendars)]
    for chain in range(chains):
        for place in range(length):
            name = f"{chain}-{place}"
            parts.append(f'[[credential]]\nid = "growth.fact-{name}"\n{title(f"Fact {name}")}')
            parts += [step(chain, place, way, calendars) for way in range(alternatives)]
    ends = " and ".join(f"growth.fact-{chain}-{length - 1}" for chain in range(chains))
    parts.append(f'[[goal]]\nid = "growth.goal"\n{title("Goal")}\nreach = "{ends}"')
    return "\n\n".join(parts) + "\n"


def profile(hours):
    return ('birth = 1990-01-01\nnationality = "NL"\nlearner = "usual"\n'
            f"hours_per_week = {hours}\n")
