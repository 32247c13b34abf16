"""Titles as words: the runs that set one title apart from its siblings."""

Words = list[str]
Phrase = tuple[str, ...]

CUT = "|"
JOINTS = {",", "at", "of", "with", "With", "using", "into", "to", "from", "in", "on", "for", "as", CUT}
MOST_CONTEXTS = 0.6


def find(words: Words, wanted: Words) -> int | None:
    places = range(len(words) - len(wanted) + 1)
    return next((at for at in places if words[at : at + len(wanted)] == wanted), None)


def cut_last(words: Words, wanted: Words) -> Words | None:
    """The words with the last run of `wanted` cut out, whatever its capitals."""
    small = [word.lower() for word in wanted]
    for at in range(len(words) - len(wanted), -1, -1):
        if [word.lower() for word in words[at : at + len(wanted)]] == small:
            return [*words[:at], CUT, *words[at + len(wanted) :]]
    return None


def common_ends(group: list[Words]) -> tuple[int, int]:
    """How many words all of them begin with, and end with."""
    shortest, start, end = min(map(len, group)), 0, 0
    while start < shortest and len({words[start] for words in group}) == 1:
        start += 1
    while end < shortest - start and len({words[-1 - end] for words in group}) == 1:
        end += 1
    return start, end


def widened(words: Words, start: int, stop: int) -> Phrase:
    """The words that differ, as far as their phrase goes: `Right` of `of Right Hip Joint with` is `Right Hip Joint`."""
    if not trimmed(words[start:stop]):
        return ()
    while words[start] not in JOINTS and start > 0 and words[start - 1] not in JOINTS:
        start -= 1
    while words[stop - 1] not in JOINTS and stop < len(words) and words[stop] not in JOINTS:
        stop += 1
    return tuple(trimmed(words[start:stop]))


def trimmed(words: Words) -> Words:
    while words and words[0] in JOINTS:
        words = words[1:]
    while words and words[-1] in JOINTS:
        words = words[:-1]
    return words


def shared_run(phrases: set[Phrase]) -> Phrase | None:
    """The longest run of words that all of them have."""
    shortest, *others = sorted(phrases, key=lambda phrase: (len(phrase), phrase))
    for size in range(len(shortest), 0, -1):
        for at in range(len(shortest) - size + 1):
            run = list(shortest[at : at + size])
            if all(find(list(other), run) is not None for other in others) and trimmed(run):
                return tuple(trimmed(run))
    return None


def settled(contexts: dict[str, set[Phrase | None]]) -> dict[str, Phrase]:
    """The meaning where it is one in the whole table; otherwise beside each value of the place that tells them apart."""
    whole = certain(contexts, [""])
    if whole:
        return whole
    for other in "7654":
        here = [beside for beside in contexts if beside[:1] == other]
        found = certain(contexts, here)
        if len(found) > len(here) * MOST_CONTEXTS:
            return found
    return {}


def certain(contexts: dict[str, set[Phrase | None]], besides: list[str]) -> dict[str, Phrase]:
    found = {}
    for beside in besides:
        if len(contexts[beside]) == 1 and (phrase := next(iter(contexts[beside]))) is not None:
            found[beside] = phrase
    return found


def said(phrase: Phrase) -> str:
    return " ".join(phrase).replace(" ,", ",")
