# CVGraph: one command each. `make run` and `make test` work first thing on a fresh clone.

PYTHON ?= $(shell sh .ci/python)
BIN := .venv/bin
SYSTEM := python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core \
          tesseract-ocr tesseract-ocr-eng tesseract-ocr-fra catdoc

.PHONY: setup run test lint bench bench-parsing gallery lock system schema

setup: .venv/.ok system

.venv/.ok: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv || { echo "Python 3.11 or newer with venv is needed: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install -q uv 2>/dev/null || true
	if [ -x $(BIN)/uv ]; then $(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements.lock; \
	else $(BIN)/python -m pip install -q --require-hashes -r requirements.lock; fi
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	touch $@

# GraphiQL's scripts, so that the explorer works without its CDN; without npm it loads from there.
.venv/graphiql/.ok: .venv/.ok
	@mkdir -p .venv/graphiql
	@if command -v npm >/dev/null 2>&1; then npm install --prefix .venv/graphiql --silent --no-audit --no-fund --no-save --ignore-scripts --legacy-peer-deps \
	  graphiql@3.8.3 @graphiql/plugin-explorer@1.0.2 react@18.2.0 react-dom@18.2.0 js-cookie@3.0.5 >/dev/null 2>&1 \
	  || echo "GraphiQL could not be fetched: the explorer at /graphql will load from its CDN"; fi
	@touch $@

# System libraries: installed where we may, named where we may not.
system:
	@sh .ci/system $(SYSTEM)

run: setup .venv/graphiql/.ok
	CVGRAPH_DEVELOPMENT=$${CVGRAPH_DEVELOPMENT:-1} CVGRAPH_OPEN_SANDBOX=$${CVGRAPH_OPEN_SANDBOX:-1} $(BIN)/cvgraph serve --samples

test: setup
	@sh .ci/system chromium
	sh .ci/test

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup
	$(BIN)/python -m tests.bench

bench-parsing: setup
	$(BIN)/python -m tests.bench.parsing

gallery: setup
	$(BIN)/python -m workers.rendering.gallery gallery

schema: setup
	$(BIN)/cvgraph schema > schema.graphql

lock:
	$(BIN)/uv pip compile -q pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -o requirements.lock
