# Two commands matter: `make run` and `make test`. Everything they need is made in .venv, from the locked list.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 5000
export HOST PORT
BIN := .venv/bin
FLASK := $(BIN)/flask --app app
NEEDS_PYTHON = command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed, and $(PYTHON) is not here."; exit 1; }
ON_BOTH := tests/domain tests/web tests/search tests/mail tests/work tests/stories tests/security/test_races.py

.PHONY: bench-pages run test check lint types migrations letters lock clean browser bench-codes bench-relevance bench-search bench-timing

run: .venv/run.stamp
	@$(BIN)/python scripts/run.py

test: .venv/dev.stamp
	@echo "On SQLite, with a browser when there is one:"
	@$(BIN)/python -m pytest -n auto --dist loadfile --quiet
	@echo "What touches the database, on PostgreSQL:"
	@$(BIN)/python -m pytest -n auto --dist loadfile --quiet --db postgres $(ON_BOTH)

check: lint types test migrations letters

lint: .venv/dev.stamp
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports
	@$(BIN)/djlint templates --lint --quiet

types: .venv/dev.stamp
	@$(BIN)/mypy

migrations: .venv/dev.stamp
	@$(BIN)/python scripts/check_migrations.py

letters: .venv/dev.stamp
	@$(FLASK) check-letters

.venv/run.stamp: requirements/run.txt
	@$(NEEDS_PYTHON)
	@$(PYTHON) scripts/environment.py run

.venv/dev.stamp: requirements/dev.txt
	@$(NEEDS_PYTHON)
	@$(PYTHON) scripts/environment.py dev

lock:
	@cd requirements && for list in run dev bench; do uv pip compile --universal --python-version 3.11 --generate-hashes \
		--no-annotate --custom-compile-command "make lock" --quiet $$list.in --output-file $$list.txt; done

clean:
	rm -rf .venv .venv-bench var

# Figures of the code sets, on the board in DATA_DIR (var/ if unset), which must have the whole dataset loaded.
bench-codes: .venv/dev.stamp
	@$(FLASK) dataset verify
	@$(BIN)/python benchmarks/load.py
	@$(BIN)/python benchmarks/lookup.py
	@$(BIN)/python benchmarks/pages.py
	@$(BIN)/python benchmarks/domain_answers.py

# How good the answers of the search are, on the demo board, which is sown for it.
bench-relevance: .venv/dev.stamp
	@$(BIN)/python benchmarks/relevance.py

# Whether hidden postings make a search slower or faster, on a copy of the demo board.
bench-timing: .venv/dev.stamp
	@$(BIN)/python benchmarks/side_channel.py

# The result page beside the same page in other frameworks, which are in an environment of their own.
bench-pages: .venv-bench/bench.stamp
	@.venv-bench/bin/python benchmarks/jobs_page.py

.venv-bench/bench.stamp: requirements/bench.txt
	@$(NEEDS_PYTHON)
	@$(PYTHON) scripts/environment.py bench

# Search beside FTS5, PostgreSQL and bare tantivy; BENCH_SIZES=10000,100000 for less, BENCH_DIR for where it is kept.
bench-search: .venv/dev.stamp
	@$(BIN)/python benchmarks/search.py
