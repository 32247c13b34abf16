"""The figures that the search has reached. They are in one file a set and may only be raised."""

import json
from pathlib import Path

from tests.search.judged.grading import HERE
from tests.search.judged.judging import Figures

FILE = "floor.json"
HELD = ("ndcg", "recall_20")
SLACK = 0.005  # less than this is the toss of a tie


def reached(folder: Path = HERE) -> dict[str, float]:
    return dict(json.loads((folder / FILE).read_text(encoding="utf-8")))


def fallen(now: Figures, folder: Path = HERE) -> list[str]:
    """The figures that have fallen below the floor, each in words."""
    lower = {name: was for name, was in reached(folder).items() if getattr(now, name) < was - SLACK}
    return [f"{name} is {getattr(now, name):.4f} and was {was:.4f}" for name, was in lower.items()]


def raise_to(now: Figures, folder: Path = HERE) -> str:
    """Write each figure down that is higher than before, and say so."""
    before = reached(folder) if (folder / FILE).exists() else dict.fromkeys(HELD, 0.0)
    higher = {name: max(before[name], round(getattr(now, name), 4)) for name in HELD}
    (folder / FILE).write_text(json.dumps(higher, indent=2) + "\n", encoding="utf-8")
    return "The floor is raised." if higher != before else "The floor stays as it was."
