"""Joins the style sources into `static/css/site.css`, each in its cascade layer; `--check` only compares.

One request instead of forty, with no build tool: the sources are plain CSS and the order of the layers,
not the order of the files, decides who wins.
"""

import re
import sys
from pathlib import Path

CSS = Path(__file__).resolve().parent.parent / "static" / "css"
LAYERS = ["reset", "tokens", "base", "layout", "components", "utilities", "print"]
# What stands in quotes is kept as it is; elsewhere a blank beside one of these signs says nothing.
QUOTED = re.compile(r"(\"[^\"]*\")|([^\"]+)")
MEANINGLESS = re.compile(r" *([{};,]|:(?= )) *")


def stylesheet() -> str:
    parts = [f"@layer {', '.join(LAYERS)};\n"]
    for layer in LAYERS:
        sources = sorted((CSS / layer).glob("*.css")) if (CSS / layer).is_dir() else [CSS / f"{layer}.css"]
        for source in sources:
            parts.append(f"@layer {layer} {{\n{tidied(source.read_text())}\n}}\n")
    return "".join(parts)


def tidied(css: str) -> str:
    """The same rules without comments, indentation and blanks, which are for readers of the sources."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    lines = "\n".join(line.strip() for line in css.splitlines() if line.strip())
    return QUOTED.sub(lambda found: found[1] or MEANINGLESS.sub(r"\1", found[2]).replace(";}", "}"), lines)


def main() -> int:
    target, wanted = CSS / "site.css", stylesheet()
    if "--check" in sys.argv:
        if target.exists() and target.read_text() == wanted:
            return 0
        print("static/css/site.css is stale: run `python scripts/stylesheet.py`", file=sys.stderr)
        return 1
    target.write_text(wanted)
    print(f"static/css/site.css: {len(wanted) / 1024:.1f} KB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
