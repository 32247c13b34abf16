"""How texts and questions are cut into stems, so that `audits` and `auditing` meet and short forms stay what they are."""

import tantivy

from jobboard.domain.codes.wording import stem, words

SHORTEST, MOST_KEPT = 4, 200_000
WHO_DOES = {
    "auditor": "audit",
    "biller": "bill",
}  # what else the trade calls by the work is cut so by its ending
ENGLISH = (
    tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    .filter(tantivy.Filter.stemmer("english"))
    .build()
)


class _Stems(dict[str, str]):
    """Each word's stem, worked out once."""

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_KEPT:
            self.clear()
        self[word] = found = _stem_of(word)
        return found


def _stem_of(word: str) -> str:
    """`EMS` and `obs` are short forms, no plurals, and `once` is no `onc`; `clinical` is not said of a clinic."""
    if len(word) < SHORTEST:
        return word
    single = stem(word)
    if single.endswith("al"):
        return single
    found = "".join(ENGLISH.analyze(word))
    return WHO_DOES.get(single) or (found if len(found) >= SHORTEST else single)


KEPT = _Stems()


def stems(text: str) -> list[str]:
    """The stem of each word, in their order."""
    return [KEPT[word] for word in words(text)]
