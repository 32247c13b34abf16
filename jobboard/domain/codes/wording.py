"""How labels, synonyms and what people type are cut into words, so that `E/M`, `e&m` and `EM` meet."""

import re
from functools import lru_cache

INSIDE = re.compile(r"(?<=\w)[/&.'’](?=\w)")
WORD = re.compile(r"[a-z0-9]+")
SMALL = frozenset({"a", "and", "for", "in", "of", "on", "or", "the", "to", "with"})


def words(text: str) -> list[str]:
    """Lower-case words; marks inside a short form are dropped: `PT/INR` is `ptinr`, `T&A` is `ta`."""
    return WORD.findall(INSIDE.sub("", text.lower()))


def telling_words(text: str) -> list[str]:
    """The words that tell something; all of them when none does."""
    found = words(text)
    return [word for word in found if word not in SMALL] or found


def words_of(*texts: str) -> str:
    """The words of all texts, each text fenced by ` | `: ` | enterostomy and stoma | ileostomy | `."""
    return " | " + "".join(" ".join(words(text)) + " | " for text in texts)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The word without its plural: `fractures` and `fracture` meet, `diabetes` and `pelvis` stay."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "etes")):
        return word[:-1]
    return word


def stems(text: str) -> list[str]:
    """The telling words of a text, each as its stem."""
    return [stem(word) for word in telling_words(text)]
