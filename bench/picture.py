# SPDX-License-Identifier: Apache-2.0
"""A small line chart as SVG: one series against a number, the axis from zero."""

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 360, 220, 56, 40, 34


def nice_top(value):
    """The next of 1, 2, 5, 10 … at or above a value."""
    top = 1e-3
    while True:
        for factor in (1, 2, 5):
            if top * factor >= value:
                return top * factor
        top *= 10


def line_chart(title, unit, across, points):
    """@param points  pairs of the number of `across` and what was measured, in `unit`"""
    right = max(x for x, _ in points)
    top = nice_top(max(y for _, y in points))

    def place(x, y):
        return (LEFT + (WIDTH - LEFT - 16) * x / right,
                HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * y / top)

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
             f'font-family="sans-serif" font-size="11"><title>{title}</title>',
             f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
             f'<text x="{LEFT}" y="18" font-size="13">{title}</text>']
    for share in (0, 0.5, 1):
        _, y = place(0, top * share)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - 16}" stroke="#ccc"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{top * share:g}</text>')
    for x, _ in points:
        parts.append(f'<text x="{place(x, 0)[0]:.1f}" y="{HEIGHT - BOTTOM + 16}" '
                     f'text-anchor="middle">{x}</text>')
    parts.append(f'<text x="{WIDTH - 16}" y="{HEIGHT - 6}" text-anchor="end">{across}</text>')
    parts.append(f'<text x="{LEFT}" y="{TOP - 4}" fill="#555">{unit}</text>')
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(*point) for point in points))
    parts.append(f'<polyline points="{path}" fill="none" stroke="#06c" stroke-width="2"/>')
    parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="#06c"/>'
              for x, y in (place(*point) for point in points)]
    return "\n".join(parts) + "\n</svg>\n"
