"""SQLite: FTS5 (porter stems, no copy of the texts) for what is typed, covering tables for what is chosen and counted."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from benchmarks.entries import PAGE, PAY_FLOORS, Entry, Question, facet_span
from benchmarks.peers.circle import within

SCHEMA = """
CREATE VIRTUAL TABLE text USING fts5(title, names, body, content='', tokenize='porter unicode61');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab('text', 'row');
CREATE TABLE posting (number INTEGER PRIMARY KEY, pay INT, published INT, closes INT, lat REAL, lon REAL);
CREATE TABLE tag (posting INT, tag INT, PRIMARY KEY (posting, tag)) WITHOUT ROWID;
CREATE TABLE family (family INT, posting INT, PRIMARY KEY (family, posting)) WITHOUT ROWID;
"""
INDEXES = """
CREATE INDEX tag_posting ON tag (tag, posting);
CREATE INDEX posting_pay ON posting (pay, closes);
CREATE INDEX posting_published ON posting (published DESC, closes);
CREATE INDEX posting_place ON posting (lat, lon) WHERE lat IS NOT NULL;
INSERT INTO text(text) VALUES ('optimize');
ANALYZE;
"""
FEW = 8
LISTED = "closes > :now"
FLOORS = ", ".join(f"sum(pay >= {floor})" for floor in PAY_FLOORS)
BEST = "SELECT rowid FROM text WHERE text MATCH :match AND +rowid IN (SELECT number FROM hit) ORDER BY bm25(text, 8, 4, 1) LIMIT :page"


class FullText:
    name = "SQLite FTS5"

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.file = folder / "fts.sqlite3"
        self.db = sqlite3.connect(self.file, isolation_level=None, cached_statements=1000)
        for setting in ("cache_size=-1000000", "mmap_size=8000000000", "temp_store=MEMORY"):
            self.db.execute(f"PRAGMA {setting}")
        self.db.execute("CREATE TEMP TABLE hit (number INTEGER PRIMARY KEY, share INT)")

    @property
    def built(self) -> bool:
        return bool(self.db.execute("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'").fetchone())

    def build(self, entries: Iterable[Entry]) -> None:
        self.db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
        self.db.execute("BEGIN")
        one = self.db.cursor()
        for entry in entries:
            number = entry.number
            one.execute(
                "INSERT INTO text(rowid, title, names, body) VALUES (?, ?, ?, ?)",
                (number, entry.title, entry.names, entry.body),
            )
            values = (number, entry.pay, entry.published, entry.closes, entry.lat, entry.lon)
            one.execute("INSERT INTO posting VALUES (?, ?, ?, ?, ?, ?)", values)
            one.executemany("INSERT INTO tag VALUES (?, ?)", ((number, tag) for tag in entry.tags))
            one.executemany(
                "INSERT INTO family VALUES (?, ?)", ((family, number) for family in entry.families)
            )
        self.db.execute("COMMIT")
        self.db.executescript(INDEXES)

    def search(self, asked: Question, now: int) -> int:
        """The whole answer: the exact total, the best twenty, the counts of five facets and of the pay floors."""
        given = {"now": now, "page": PAGE, "match": match(asked), "floor": asked.floor}
        self._hold(asked, given)
        total, *_ = self.db.execute(
            f"SELECT count(*), {FLOORS} FROM hit CROSS JOIN posting USING (number)"
        ).fetchone()
        self.db.execute(self._order(asked), given).fetchall()
        # It knows nothing of how full `hit` is: few are looked up one by one, many are met in one pass over all tags.
        join = "CROSS JOIN" if total * FEW < self._all() else "JOIN"
        self.db.execute(
            f"SELECT tag, count(*) FROM hit {join} tag ON posting = number GROUP BY tag"
        ).fetchall()
        for tag in asked.tags:
            self._hold(asked, given, without=tag)
            own = f"SELECT tag, count(*) FROM hit {join} tag ON posting = number WHERE tag BETWEEN ? AND ? GROUP BY tag"
            self.db.execute(own, facet_span(tag)).fetchall()
        return int(total)

    def suggest(self, asked: Question, now: int) -> int:
        wanted = "SELECT term FROM vocabulary WHERE term >= ? AND term < ? ORDER BY doc DESC LIMIT 8"
        return len(self.db.execute(wanted, (asked.beginning, asked.beginning + "{")).fetchall())

    def _all(self) -> int:
        return int(self.db.execute("SELECT max(number) FROM posting").fetchone()[0])

    def _hold(self, asked: Question, given: dict[str, object], without: int | None = None) -> None:
        """Put what is found into `hit`."""
        self.db.execute("DELETE FROM hit")
        where, source, share = [LISTED], "posting", "0"
        if asked.words:
            where.append("number IN (SELECT rowid FROM text WHERE text MATCH :match)")
        if asked.chains:
            source, share = f"posting JOIN ({covering(asked)}) USING (number)", "share"
        for tag in asked.tags:
            if tag != without:
                where.append(f"number IN (SELECT posting FROM tag WHERE tag = {tag:d})")
        if asked.floor is not None:
            where.append("pay >= :floor")
        if asked.near is not None:
            where.append(within(asked.near))
        conditions = " AND ".join(where)
        self.db.execute(f"INSERT INTO hit SELECT number, {share} FROM {source} WHERE {conditions}", given)

    @staticmethod
    def _order(asked: Question) -> str:
        if asked.words and asked.sort == "best":
            return BEST
        by = (
            "share DESC, published DESC"
            if asked.chains
            else "pay DESC"
            if asked.sort == "pay"
            else "published DESC"
        )
        return f"SELECT number FROM hit CROSS JOIN posting USING (number) ORDER BY {by} LIMIT :page"

    def memory(self) -> int:
        """Bytes kept beside the process's own: none, it is part of the process."""
        return 0

    def stop(self) -> None:
        self.db.close()


def match(asked: Question) -> str:
    quoted = [" ".join(asked.words)] if asked.phrase else asked.words
    return " ".join(f'"{words}"' for words in quoted)


def covering(asked: Question) -> str:
    """Who covers one of the codes or names it, and how many of them."""
    ways = []
    for code, chain in zip(asked.codes, asked.chains, strict=True):
        families = ", ".join(str(int(family)) for family in chain)
        naming = '"' + code.lower().replace(".", " ") + '"'
        ways.append(
            f"SELECT DISTINCT posting AS number, 2 AS weight FROM family WHERE family IN ({families})"
        )
        ways.append(f"SELECT rowid, 1 FROM text WHERE text MATCH '{naming}'")
    return f"SELECT number, sum(weight) AS share FROM ({' UNION ALL '.join(ways)}) GROUP BY number"
