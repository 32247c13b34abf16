"""Cuts the icons this site uses from the lucide package in `static/vendor` into one sprite a size, `static/icons/`, and says in the
styles on which row of it each stands; a test of the house compares.

A page only names its icons (`i-map-pin`): what draws them is in the styles, which a browser keeps. A size has a stroke of its own, and
a file of its own, because a browser paints all of a sprite for each icon it shows.
"""

import re
from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent / "static"
SOURCES = sorted((STATIC / "vendor" / "lucide").glob("*.svg"))
SIDE = 24
STROKES = {"s": 2, "m": 1.75, "l": 1.5}


def shapes(source: Path) -> str:
    body = re.search(r"<svg.*?>(.*)</svg>", source.read_text(), flags=re.S)
    if body is None:
        raise SystemExit(f"{source.name} is not an icon")
    return re.sub(r"\s+", " ", body.group(1)).strip()


def sprite(stroke: float) -> str:
    high = SIDE * len(SOURCES)
    drawn = "\n".join(
        f'<g id="{source.stem}" transform="translate(0 {row * SIDE})">{shapes(source)}</g>'
        for row, source in enumerate(SOURCES)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE}" height="{high}" viewBox="0 0 {SIDE} {high}" fill="none"'
        f' stroke="#000" stroke-width="{stroke}" stroke-linecap="round" stroke-linejoin="round">\n{drawn}\n</svg>\n'
    )


def rows() -> str:
    places = "".join(f".i-{source.stem} {{ --row: {row}; }}\n" for row, source in enumerate(SOURCES))
    return f"/* Written by scripts/icons.py. */\n:root {{ --last-row: {len(SOURCES) - 1}; }}\n{places}"


def files() -> dict[Path, str]:
    sprites = {STATIC / "icons" / f"{size}.svg": sprite(stroke) for size, stroke in STROKES.items()}
    return sprites | {STATIC / "css" / "components" / "icon_rows.css": rows()}


if __name__ == "__main__":
    for file, wanted in files().items():
        file.write_text(wanted)
        print(f"{file.name}: {len(SOURCES)} icons")
