"""Cuts the icons this site uses from the lucide package in `static/vendor` into one sprite, `static/icons.svg`."""

import re
from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent / "static"


def symbol(source: Path) -> str:
    body = re.search(r"<svg.*?>(.*)</svg>", source.read_text(), flags=re.S)
    if body is None:
        raise SystemExit(f"{source.name} is not an icon")
    shapes = re.sub(r"\s+", " ", body.group(1)).strip()
    return f'<symbol id="{source.stem}" viewBox="0 0 24 24">{shapes}</symbol>'


def main() -> None:
    icons = sorted((STATIC / "vendor" / "lucide").glob("*.svg"))
    lines = "\n".join(symbol(icon) for icon in icons)
    (STATIC / "icons.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg">\n{lines}\n</svg>\n')
    print(f"static/icons.svg: {len(icons)} icons")


if __name__ == "__main__":
    main()
