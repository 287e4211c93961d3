# `make` lists the commands. Everything sets itself up first, from a clean clone.
.DEFAULT_GOAL := help
PORT ?= 8000
HOME_DIR ?= everychild-home
PROCESSES ?= auto
SPREAD := -n $(PROCESSES) --maxprocesses 16  # which tests go together: tests/spread.py
RUN := .venv/bin
ON_POSTGRESQL := tests/safekeeping tests/web -m 'not page'  # what reads and writes the journal, again with it in PostgreSQL

.PHONY: help demo test test-postgresql check fix bench trust docs pictures golden set-up system clean

help:            ## list the commands
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/demo ## invented Northbrook: 25 months of files loaded, judged, written up, and served on a local page
	$(RUN)/everychild demo --home $(HOME_DIR) --port $(PORT)

test: .venv/all system check ## everything CI runs: style, floors, types, then the tests
	$(RUN)/pytest $(SPREAD)
	EVERYCHILD_JOURNALS=postgresql $(RUN)/pytest $(SPREAD) $(ON_POSTGRESQL)

test-postgresql: .venv/all system ## every test, each journal in PostgreSQL; make test has half of them
	EVERYCHILD_JOURNALS=postgresql $(RUN)/pytest $(SPREAD)

check: .venv/all ## style, floors and types; changes nothing
	$(RUN)/ruff format --check .
	$(RUN)/ruff check .
	$(RUN)/lint-imports --no-cache
	$(RUN)/mypy

fix: .venv/all   ## put right what can be put right by machine
	$(RUN)/ruff format .
	$(RUN)/ruff check --fix .

bench: .venv/all ## time and memory of load, close and report for Northbrook
	$(RUN)/python -m bench

trust: .venv/all ## every campaign against Everychild, whole (hours), and the page of what came of it
	$(RUN)/python -m trust

docs: .venv/all  ## the documentation, as a website in docs/_build
	$(RUN)/python -m scripts.reference
	$(RUN)/sphinx-build -q -W -b html docs docs/_build

pictures: .venv/all system ## take the documentation’s pictures again, of the pages as they are
	EVERYCHILD_PICTURES=docs/pictures $(RUN)/pytest $(SPREAD) tests/journeys tests/story/test_demonstration.py

golden: .venv/all ## accept new golden files: read them first, as a councillor would
	$(RUN)/pytest tests/golden --accept-golden

set-up: .venv/all ## the development environment alone

system:          ## the system parts tests need (a browser), installed where we may
	@scripts/system-parts

clean:           ## remove what the commands made
	rm -rf .venv .tools everychild-home demo-files docs/_build

.venv/demo: pyproject.toml uv.lock scripts/set-up
	@[ -e .venv/all ] && [ .venv/all -nt uv.lock ] || scripts/set-up demo
	@touch $@

.venv/all: pyproject.toml uv.lock scripts/set-up
	@scripts/set-up all
	@touch $@
