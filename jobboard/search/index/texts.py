"""What can be typed: the words of every live posting in a tantivy index on disk, which may be thrown away at any time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import tantivy
from pyroaring import BitMap

from jobboard.domain.codes.wording import words
from jobboard.search.index.endings import Endings
from jobboard.search.index.question import Question, Way
from jobboard.search.index.stemming import stems
from jobboard.search.index.telling import WEIGHTS, Said, parts_for
from jobboard.search.index.word_sets import WordSets
from jobboard.search.index.written import Written
from jobboard.search.reading import Term

ANOTHER_WAY, PART_OF_A_WORD = 0.6, 0.3
# One word of a title that need not be there, and two in the order they were typed.
CALLED, CALLED_SO = 4.0, 1.5
ALIKE = {"coder": ("specialist",)}
HEAP = 64_000_000
FEW = 500
# Of a longer phrase the first words are looked for: each more has to be found in its place in every posting.
MOST_STEMS, MOST_KEPT = 12, 50
ANALYZER = "board"


def analyzer() -> Any:
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()


def schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", indexed=True, fast=True)
    builder.add_text_field("id", tokenizer_name="raw", index_option="basic")
    for name in WEIGHTS:
        builder.add_text_field(name, tokenizer_name=ANALYZER, index_option="position")
    return builder.build()


class Texts:
    """The index in a folder; with none, in memory alone. Raises ValueError when what lies there is no index of ours.

    `sets` tell who says a word, `index` tells phrases and who says it best."""

    def __init__(self, folder: Path | None) -> None:
        self.schema = schema()
        if folder is not None:
            self.folder = folder
            folder.mkdir(parents=True, exist_ok=True)
        self.index = tantivy.Index(self.schema, path=str(folder) if folder else None)
        self.index.register_tokenizer(ANALYZER, analyzer())
        self.sets: WordSets | None = None
        self.written: Written | None = None
        self._endings: Endings | None = None
        # Who says a phrase there: advice asks for the same ones again, with one word less each time, and reasons do.
        self._phrases: dict[tuple[str, tuple[str, ...]], BitMap] = {}
        self._ways: dict[Term, list[Way]] = {}  # a search asks for those of a word again, for its reasons

    # ---- writing

    def write(self, said: Iterable[Said], gone: Sequence[str] = ()) -> None:
        """Put these postings in, in the place of what was said of them, take `gone` out, and make both lasting; what reads sees
        it after `reload`.

        Raises ValueError when another process is writing.
        """
        writer = self.index.writer(HEAP, 1)
        try:
            for id in gone:
                writer.delete_documents_by_term("id", id)
            for one in said:
                writer.delete_documents_by_term("id", one.document.id)
                writer.add_document(self._entry(one))
            writer.commit()
        finally:
            writer.wait_merging_threads()

    def _entry(self, said: Said) -> Any:
        entry, document = tantivy.Document(), said.document
        entry.add_unsigned("number", document.number)
        entry.add_text("id", document.id)
        for part, stems_in in said.parts.items():
            entry.add_text(part, " ".join(stems_in))
        return entry

    def reload(self) -> None:
        """See what was written, by whichever process: while nobody is reading, for what is kept is of what was seen before."""
        self.index.reload()
        self._phrases.clear()

    # ---- reading

    def heed(self, listed: BitMap) -> None:
        """From now on only what these postings say counts as said."""
        if self.sets is not None and (self.written is None or self.sets.listed is not listed):
            self.sets.heed(listed)
            self._ways.clear()
            self._endings = Endings(self.sets, tuple(WEIGHTS))
            if self.written is None or self.written.sets is not self.sets:
                self.written = Written(self.sets)
            self.written.heed()

    def saying(self, terms: Sequence[Term], titled: Sequence[str] = ()) -> Any:
        """A question: each term has to stand somewhere, in one of its ways; None when there is no term.

        Those that have one of `titled` in their title, a word or two one after the other, answer it better."""
        ways = [self.ways(term) for term in terms]
        groups = [(tantivy.Occur.Must, self._any(each)) for each in ways]
        called = [stems(said) for said in titled] if terms else []
        called = [said for said in called if len(said) == 1 or self._is_said("title", said)]
        groups += [(tantivy.Occur.Should, self._called(said)) for said in called]
        return Question(tantivy.Query.boolean_query(groups), ways) if groups else None

    def _called(self, said: Sequence[str]) -> Any:
        """Two words in a title as they were typed; of one word, which many titles have, only that it is there, or its like."""
        if len(said) > 1:
            return self._in("title", said, CALLED_SO)
        likes = [self._in("title", each, 1.0) for each in (said, *map(stems, ALIKE.get(said[0], ())))]
        either = tantivy.Query.boolean_query([(tantivy.Occur.Should, each) for each in likes])
        return tantivy.Query.const_score_query(either, CALLED)

    def saying_some(self, loose: Sequence[Term], least: int, strict: Sequence[Term]) -> Question:
        """A question: at least so many of the loose terms have to stand somewhere, and every strict one."""
        all_of, some_of = [self.ways(term) for term in strict], [self.ways(term) for term in loose]
        some = [(tantivy.Occur.Should, self._any(ways)) for ways in some_of]
        groups = [(tantivy.Occur.Must, tantivy.Query.boolean_query(some, minimum_number_should_match=least))]
        groups += [(tantivy.Occur.Must, self._any(ways)) for ways in all_of]
        return Question(tantivy.Query.boolean_query(groups), all_of, some_of, least)

    def mentioning(self, code: str) -> Question:
        """A question: the code stands in the title or the text."""
        said = tuple(stems(code))
        ways = [Way(part, said, WEIGHTS[part]) for part in ("title", "body") if self._is_said(part, said)]
        return Question(self._any(ways), [ways])

    def ways(self, term: Term) -> Sequence[Way]:
        """What was typed tells most; another way of saying it a little less, the beginning of a longer word less still."""
        if term not in self._ways:
            if len(self._ways) >= MOST_KEPT:
                self._ways.clear()
            self._ways[term] = self._said_in(term)
        return self._ways[term]

    def _said_in(self, term: Term) -> list[Way]:
        parts = parts_for(term.declared, term.apart, term.exact or term.minus)
        shares = [
            (tuple(stems(said)[:MOST_STEMS]), ANOTHER_WAY if place else 1.0)
            for place, said in enumerate(term.ways)
        ]
        found = [
            Way(part, said, WEIGHTS[part] * share)
            for said, share in shares
            if said
            for part in parts
            if self._is_said(part, said)
        ]
        if self._endings is not None and not (term.exact or term.minus):
            longer = self._endings.of(words(term.ways[0]))  # half a word tells less
            found += [
                Way(part, (word,), WEIGHTS[part] * PART_OF_A_WORD) for part, word in longer if part in parts
            ]
        return found

    def _is_said(self, part: str, said: Sequence[str]) -> bool:
        """Whether a listed posting may say it there: what none says need not be asked for."""
        return self.sets is None or self.sets.are_said(part, said)

    def _any(self, ways: Iterable[Way]) -> Any:
        """Said in several parts it tells more; in one part it tells what the most telling way of saying it there tells."""
        by_part: dict[str, list[Any]] = defaultdict(list)
        for way in ways:
            if way.stems:
                by_part[way.part].append(self._in(way.part, way.stems, way.weight))
        asked = [
            (tantivy.Occur.Should, each[0] if len(each) == 1 else tantivy.Query.disjunction_max_query(each))
            for each in by_part.values()
        ]
        return tantivy.Query.boolean_query(asked) if asked else tantivy.Query.empty_query()

    def near(self, typed: str) -> list[str]:
        """The words of listed titles and employers' names that may have been meant, the nearest first."""
        return self.written.near(typed) if self.written is not None else []

    def _in(self, name: str, tokens: Sequence[str], weight: float) -> Any:
        if len(tokens) == 1:
            found = tantivy.Query.term_query(self.schema, name, tokens[0])
        else:
            found = tantivy.Query.phrase_query(self.schema, name, list(tokens))
        return tantivy.Query.boost_query(found, weight)

    def holding(self, question: Question, only: BitMap | None = None) -> BitMap:
        """The numbers of all postings that answer the question; of `only` those few when they are asked for."""
        if self.sets is None:
            return self._answering(question.asked, only)
        return question.held(lambda ways: self._saying(ways, only), only)

    def who_says(self, ways: Sequence[Way], among: BitMap) -> BitMap:
        """Those of a few postings that say something in one of these ways."""
        if not (ways and among):
            return BitMap()
        return self._saying(ways, among) if self.sets is not None else self._answering(self._any(ways), among)

    def _saying(self, ways: Iterable[Way], only: BitMap | None) -> BitMap:
        """Who says it in one of these ways: words are looked up, of a phrase's words the text engine tells who says them in
        this order."""
        assert self.sets is not None
        held, phrases, likely = BitMap(), [], BitMap()
        for way in ways:
            found = self.sets.after_each_other(way.part, way.stems) if way.stems else BitMap()
            if only is not None:
                found = found & only
            if way.is_kept:
                held |= found
            elif self.sets.is_listed(found):
                phrases.append(way)
                likely |= found
        if phrases and not likely.issubset(held):
            held |= self._telling(phrases, likely)
        return held if only is None else held & only

    def _telling(self, phrases: Sequence[Way], likely: BitMap) -> BitMap:
        """Who says one of the phrases, at least of those that are likely to: a few are asked, else all, and that is kept until
        something is written."""
        unknown = [way for way in phrases if way.place not in self._phrases]
        if unknown and len(likely) <= FEW:
            return self._answering(self._any(phrases), likely)
        if len(self._phrases) + len(unknown) > MOST_KEPT:
            self._phrases.clear()
            unknown = list(phrases)
        for way in unknown:
            self._phrases[way.place] = self._answering(self._any([way]), None)
        return BitMap.union(*(self._phrases[way.place] for way in phrases))

    def _answering(self, asked: Any, only: BitMap | None) -> BitMap:
        if only is not None:
            few = tantivy.Query.term_set_query(self.schema, "number", list(only))
            asked = tantivy.Query.boolean_query([(tantivy.Occur.Must, asked), (tantivy.Occur.Must, few)])
        searcher = self.index.searcher()
        most = max(1, searcher.num_docs)
        hits = searcher.search(asked, limit=most, count=False, order_by_field="number").hits
        return BitMap([number for number, _ in hits])
