"""Joins the style sources into `static/css/site.css`, each in its cascade layer; a test of the house compares.

One request instead of forty, with no build tool: the sources are plain CSS and the order of the layers,
not the order of the files, decides who wins. What only pages with code facts and charts show is a second sheet,
`codes.css`, so that nobody else waits for it.
"""

import re
from pathlib import Path

CSS = Path(__file__).resolve().parent.parent / "static" / "css"
LAYERS = ["reset", "tokens", "base", "layout", "components", "utilities", "print"]
# Sheet -> its sources, each a file or a folder of them, and the layer they belong to.
SHEETS = {"site": {layer: layer for layer in LAYERS}, "codes": {"codes": "components"}}
# What stands in quotes is kept as it is; elsewhere a blank beside one of these signs says nothing.
QUOTED = re.compile(r"(\"[^\"]*\")|([^\"]+)")
MEANINGLESS = re.compile(r" *([{};,]|:(?= )) *")


def stylesheet(sheet: str) -> str:
    parts = [f"@layer {', '.join(LAYERS)};\n"]
    for place, layer in SHEETS[sheet].items():
        for source in sources(place):
            parts.append(f"@layer {layer} {{\n{tidied(source.read_text())}\n}}\n")
    return "".join(parts)


def sources(place: str) -> list[Path]:
    return sorted((CSS / place).glob("*.css")) if (CSS / place).is_dir() else [CSS / f"{place}.css"]


def tidied(css: str) -> str:
    """The same rules without comments, indentation and blanks, which are for readers of the sources."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    lines = "\n".join(line.strip() for line in css.splitlines() if line.strip())
    return QUOTED.sub(lambda found: found[1] or MEANINGLESS.sub(r"\1", found[2]).replace(";}", "}"), lines)


if __name__ == "__main__":
    for sheet in SHEETS:
        wanted = stylesheet(sheet)
        (CSS / f"{sheet}.css").write_text(wanted)
        print(f"static/css/{sheet}.css: {len(wanted) / 1024:.1f} KB")
