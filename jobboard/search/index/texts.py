"""What can be typed: the words of every live posting in a tantivy index on disk, which may be thrown away at any time."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import tantivy
from pyroaring import BitMap

from jobboard.domain.codes.wording import words
from jobboard.search.index.documents import Document
from jobboard.search.index.stemming import stems
from jobboard.search.index.telling import Names, told
from jobboard.search.reading import Term

# Where a word may stand, and how much each place tells.
WEIGHTS = {
    "title": 8.0,
    "specialty": 5.0,
    "family": 2.0,
    "also": 1.5,
    "credential": 4.0,
    "employer": 3.0,
    "tool": 3.0,
    "duty": 6.0,
    "term": 4.0,
    "body": 1.0,
}
SHORTEST_BEGINNING, MOST_ENDINGS, PART_OF_A_WORD = 4, 12, 0.3
# A word that so many postings hold, and one in so many, is a whole one: nobody means the beginning of another.
WHOLE, ONE_IN = 3, 1000
ANOTHER_WAY, CALLED = 0.6, 0.7
HEAP = 64_000_000
ANALYZER = "board"
# What no reader sees is no answer to words in quotes, and no reason to keep a job out.
UNSEEN = "also"
DECLARED = ("title", "specialty", "duty", "term")
# The words of titles and names as they are written: what was typed wrong may be one of them.
WRITTEN = "written"


def analyzer() -> Any:
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()


def schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", indexed=True, fast=True)
    builder.add_text_field("id", tokenizer_name="raw", index_option="basic")
    for name in WEIGHTS:
        builder.add_text_field(name, tokenizer_name=ANALYZER, index_option="position")
    builder.add_text_field(WRITTEN, tokenizer_name=ANALYZER, index_option="basic")
    return builder.build()


class Texts:
    """The index in a folder. Raises ValueError when what lies there is no index of ours."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.schema = schema()
        self.index = tantivy.Index(self.schema, path=str(folder))
        self.index.register_tokenizer(ANALYZER, analyzer())

    # ---- writing

    def write(self, documents: Iterable[Document], names: Names, gone: Sequence[str] = ()) -> None:
        """Put these postings in, in the place of what was said of them, take `gone` out, and make both lasting.

        Raises ValueError when another process is writing.
        """
        writer = self.index.writer(HEAP, 1)
        try:
            for id in gone:
                writer.delete_documents_by_term("id", id)
            for document in documents:
                writer.delete_documents_by_term("id", document.id)
                writer.add_document(self._entry(document, names))
            writer.commit()
        finally:
            writer.wait_merging_threads()
        self.index.reload()

    def _entry(self, document: Document, names: Names) -> Any:
        entry = tantivy.Document()
        entry.add_unsigned("number", document.number)
        entry.add_text("id", document.id)
        for name, texts in told(document, names).items():
            entry.add_text(name, " ".join(stems(" ".join(texts))))
        entry.add_text(WRITTEN, " ".join(words(f"{document.title} {document.employer_name}")))
        return entry

    def reload(self) -> None:
        """See what other processes have written."""
        self.index.reload()

    # ---- reading

    def saying(self, terms: Sequence[Term], titled: Sequence[str] = ()) -> Any:
        """A question: each term has to stand somewhere, in one of its ways; None when there is no term.

        Those that have one of the words of `titled` in their title answer it better."""
        groups = [(tantivy.Occur.Must, self.any_way(term)) for term in terms]
        groups += [(tantivy.Occur.Should, self._in("title", stems(word), CALLED)) for word in titled if terms]
        return tantivy.Query.boolean_query(groups) if groups else None

    def saying_some(self, loose: Sequence[Term], least: int, strict: Sequence[Term]) -> Any:
        """A question: at least so many of the loose terms have to stand somewhere, and every strict one."""
        some = [(tantivy.Occur.Should, self.any_way(term)) for term in loose]
        groups = [(tantivy.Occur.Must, tantivy.Query.boolean_query(some, minimum_number_should_match=least))]
        groups += [(tantivy.Occur.Must, self.any_way(term)) for term in strict]
        return tantivy.Query.boolean_query(groups)

    def mentioning(self, code: str) -> Any:
        """A question: the code stands in the title or the text."""
        return self.said(code, ("title", "body"))

    def said(self, text: str, names: Iterable[str]) -> Any:
        """A question: those very words stand in one of these parts."""
        tokens = stems(text)
        ways = [(tantivy.Occur.Should, self._in(name, tokens)) for name in names] if tokens else []
        return tantivy.Query.boolean_query(ways) if ways else tantivy.Query.empty_query()

    def any_way(self, term: Term, among: Iterable[str] = tuple(WEIGHTS)) -> Any:
        """What was typed tells most; another way of saying it a little less, the beginning of a longer word less still."""
        ways = []
        fields = [name for name in among if _counts(name, term)]
        for place, said in enumerate(term.ways):
            tokens = stems(said)
            share = ANOTHER_WAY if place else 1.0
            if tokens:
                ways += [(tantivy.Occur.Should, self._in(name, tokens, share)) for name in fields]
        if not (term.exact or term.minus):
            ways += [(tantivy.Occur.Should, longer) for longer in self._longer(words(term.ways[0]), fields)]
        return tantivy.Query.boolean_query(ways) if ways else tantivy.Query.empty_query()

    def holds(self, word: str) -> bool:
        """Whether a posting says the word, or one that begins so."""
        searcher = self.index.searcher()
        return all(
            any(searcher.doc_freq(name, stem) for name in WEIGHTS)
            or any(searcher.terms_with_prefix(name, each, limit=1) for name in WEIGHTS)
            for each, stem in zip(words(word), stems(word), strict=True)
        )

    def _longer(self, typed: Sequence[str], names: Sequence[str]) -> Iterator[Any]:
        """The commonest words that begin with the one that was typed, unless it is whole: half a word finds what the whole
        one would, and tells less."""
        if len(typed) != 1 or len(typed[0]) < SHORTEST_BEGINNING or self._is_whole(typed[0]):
            return
        searcher = self.index.searcher()
        for name in names:
            for term, _ in searcher.terms_with_prefix(name, typed[0], limit=MOST_ENDINGS):
                longer = tantivy.Query.term_query(self.schema, name, term)
                yield tantivy.Query.boost_query(longer, WEIGHTS[name] * PART_OF_A_WORD)

    def _is_whole(self, word: str) -> bool:
        searcher = self.index.searcher()
        held = sum(searcher.doc_freq(name, stem) for name in WEIGHTS for stem in stems(word))
        return bool(held >= max(WHOLE, searcher.num_docs // ONE_IN))

    def _in(self, name: str, tokens: list[str], share: float = 1.0) -> Any:
        if len(tokens) == 1:
            found = tantivy.Query.term_query(self.schema, name, tokens[0])
        else:
            found = tantivy.Query.phrase_query(self.schema, name, list(tokens))
        return tantivy.Query.boost_query(found, WEIGHTS[name] * share)

    def holding(self, question: Any, only: BitMap | None = None) -> BitMap:
        """The numbers of all postings that answer the question; of `only` those few when they are asked for."""
        if only is not None:
            these = tantivy.Query.term_set_query(self.schema, "number", list(only))
            question = tantivy.Query.boolean_query(
                [(tantivy.Occur.Must, question), (tantivy.Occur.Must, these)]
            )
        searcher = self.index.searcher()
        most = max(1, searcher.num_docs)
        hits = searcher.search(question, limit=most, count=False, order_by_field="number").hits
        return BitMap([number for number, _ in hits])

    def best(self, question: Any, among: BitMap, count: int) -> list[int]:
        """The best `count` answers among the given postings, best first."""
        searcher = self.index.searcher()
        most = max(1, searcher.num_docs)
        reach = min(most, 4 * count)
        while True:
            hits = searcher.search(question, limit=reach, count=False).hits
            numbers = searcher.fast_field_values("number", [address for _, address in hits])
            found = [int(number) for number in numbers if number is not None and int(number) in among]
            if len(found) >= count or len(hits) < reach or reach >= most:
                return found[:count]
            reach = min(most, 8 * reach)

    def scores(self, question: Any, among: Sequence[int]) -> dict[int, float]:
        """Number -> the score of its answer, of a few postings."""
        numbers = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self.schema, "number", one)) for one in among
        ]
        few = tantivy.Query.const_score_query(tantivy.Query.boolean_query(numbers), 0.0)
        both = tantivy.Query.boolean_query([(tantivy.Occur.Must, few), (tantivy.Occur.Should, question)])
        searcher = self.index.searcher()
        hits = searcher.search(both, limit=max(1, len(among)), count=False).hits
        found = searcher.fast_field_values("number", [address for _, address in hits])
        return {
            int(number): score for number, (score, _) in zip(found, hits, strict=True) if number is not None
        }


def _counts(name: str, term: Term) -> bool:
    """Whether what stands in this part counts for the term."""
    if term.declared:
        return name in DECLARED
    return name != UNSEEN or not (term.exact or term.minus)
