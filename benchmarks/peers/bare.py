"""Tantivy alone: its own filters on indexed fields, its own first twenty, its own aggregations for the facets."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Occur, Query

from benchmarks.entries import FACETS, PAGE, PAY_FLOORS, ROOM, Entry, Question
from benchmarks.peers.circle import corners

TEXTS = {"title": 8.0, "names": 4.0, "body": 1.0}
FAR = 2**62
# Its ranges may not overlap: the steps are summed up outside.
STEPS = [{"from": low, "to": high} for low, high in zip(PAY_FLOORS, (*PAY_FLOORS[1:], FAR), strict=True)]
FLOORS = {"range": {"field": "pay", "ranges": STEPS}}


def schema() -> Any:
    builder = tantivy.SchemaBuilder()
    for name in TEXTS:
        builder.add_text_field(name, tokenizer_name="en_stem", index_option="position")
    builder.add_unsigned_field("number", fast=True)
    for name in (*FACETS, "family"):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    for name in ("pay", "published", "closes"):
        builder.add_integer_field(name, indexed=True, fast=True)
    for name in ("lat", "lon"):
        builder.add_float_field(name, indexed=True, fast=True)
    return builder.build()


class Bare:
    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "bare"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.schema = schema()
        self.index = tantivy.Index(self.schema, path=str(self.folder))

    @property
    def built(self) -> bool:
        return bool(self.index.searcher().num_docs)

    def build(self, entries: Iterable[Entry]) -> None:
        writer = self.index.writer(256_000_000, 1)
        for entry in entries:
            writer.add_document(self._document(entry))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()

    @staticmethod
    def _document(entry: Entry) -> Any:
        document = tantivy.Document()
        document.add_unsigned("number", entry.number)
        for name in TEXTS:
            document.add_text(name, getattr(entry, name))
        for tag in entry.tags:
            document.add_unsigned(FACETS[tag // ROOM], tag)
        for family in entry.families:
            document.add_unsigned("family", family)
        for name in ("pay", "published", "closes"):
            document.add_integer(name, getattr(entry, name))
        if entry.lat is not None and entry.lon is not None:
            document.add_float("lat", entry.lat)
            document.add_float("lon", entry.lon)
        return document

    def search(self, asked: Question, now: int) -> int:
        searcher = self.index.searcher()
        question = self.question(asked, now, asked.tags)
        by_worth = asked.sort == "best" and (asked.words or asked.chains)
        order = None if by_worth else "pay" if asked.sort == "pay" else "published"
        found = searcher.search(question, limit=PAGE, order_by_field=order)
        searcher.fast_field_values("number", [address for _, address in found.hits])
        free = [facet for facet in FACETS if facet not in {FACETS[tag // ROOM] for tag in asked.tags}]
        searcher.aggregate(question, {facet: counted(facet) for facet in free} | {"floors": FLOORS})
        for tag in asked.tags:
            others = self.question(asked, now, [one for one in asked.tags if one != tag])
            searcher.aggregate(others, {"own": counted(FACETS[tag // ROOM])})
        return int(found.count)  # type: ignore[attr-defined]  # its stubs have forgotten it

    def suggest(self, asked: Question, now: int) -> int:
        searcher = self.index.searcher()
        return len(searcher.terms_with_prefix("names", asked.beginning, limit=8))

    def question(self, asked: Question, now: int, tags: Sequence[int]) -> Any:
        return Query.boolean_query([(Occur.Must, part) for part in self._parts(asked, now, tags)])

    def _parts(self, asked: Question, now: int, tags: Sequence[int]) -> Iterator[Any]:
        integer, real = tantivy.FieldType.Integer, tantivy.FieldType.Float
        yield plain(Query.range_query(self.schema, "closes", integer, now, FAR, include_lower=False))
        if asked.words:
            yield from self._typed(asked)
        if asked.chains:
            ways = [
                (Occur.Should, way)
                for pair in zip(asked.codes, asked.chains, strict=True)
                for way in self._code(*pair)
            ]
            yield Query.boolean_query(ways)
        for tag in tags:
            yield plain(Query.term_query(self.schema, FACETS[tag // ROOM], tag, index_option="basic"))
        if asked.floor is not None:
            yield plain(Query.range_query(self.schema, "pay", integer, asked.floor, FAR))
        if asked.near is not None:
            south, north, west, east = corners(asked.near)
            yield plain(Query.range_query(self.schema, "lat", real, south, north))
            yield plain(Query.range_query(self.schema, "lon", real, west, east))

    def _typed(self, asked: Question) -> Iterator[Any]:
        """Each word somewhere, cut and stemmed by the engine itself."""
        for said in [f'"{" ".join(asked.words)}"'] if asked.phrase else asked.words:
            yield self.index.parse_query(said, list(TEXTS), field_boosts=TEXTS)

    def _code(self, code: str, chain: Sequence[int]) -> Iterator[Any]:
        yield Query.const_score_query(Query.term_set_query(self.schema, "family", list(chain)), 1.0)
        yield plain(self.index.parse_query(f'"{code}"', ["title", "body"]))

    def memory(self) -> int:
        return 0

    def stop(self) -> None:
        """Files only."""


def plain(question: Any) -> Any:
    """It has to hold, and says nothing of how well."""
    return Query.const_score_query(question, 0.0)


def counted(facet: str) -> dict[str, Any]:
    return {"terms": {"field": facet, "size": 200}}
