# One-line recipes. Set-up is incremental: a stamp file is newer than what it was made from, or its line runs again.
PORT    ?= 8501
PYTHON  ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PY      := .venv/bin/python
PIP     := $(PY) -m pip --quiet --disable-pip-version-check install
BUILT   := data/warehouse/built.stamp
INPUTS  := $(wildcard data/catalogue/*.csv data/facts/*.csv queries/build/*.sql congdoan/catalogue.py congdoan/lines.py congdoan/ingest/*.py congdoan/simulate*.py congdoan/simulate/*.py)

.DEFAULT_GOAL := help
.PHONY: help run data demo test national long check format browser shots bench clean

help:    ## the tasks
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/make \1\t\2/p' Makefile | expand -t 16

run: $(BUILT)    ## set up, build the figures, serve them on PORT (8501)
	$(PY) -m streamlit run app.py --server.port $(PORT)

data: .venv/run.stamp    ## build the figures and the simulated country, again where they are damaged
	$(PY) -m congdoan build && $(PY) -m congdoan simulate && touch $(BUILT)

demo: .venv/run.stamp    ## make the simulated country as large as the real one: 120 000 branches, ten years
	$(PY) -m congdoan build && $(PY) -m congdoan simulate --branches 120000 && touch $(BUILT)

test: check browser    ## everything CI runs: check, then the tests in a real browser too, two processes at a time
	$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder

national: .venv/dev.stamp    ## hold the simulated country that is here, as make demo makes it, against an independent calculation
	$(PY) -m pytest -m national

long: .venv/dev.stamp    ## kill, crowd and fill up publications, read spoiled files: half an hour and more
	$(PY) -m pytest -m long

check: .venv/dev.stamp    ## style, types, layers
	$(PY) -m ruff check . && $(PY) -m ruff format --check . && $(PY) -m mypy && .venv/bin/lint-imports

format: .venv/dev.stamp    ## lay the code out as check wants it
	$(PY) -m ruff check --fix-only . ; $(PY) -m ruff format .

browser: .venv/dev.stamp    ## find a Chromium, or install one
	$(PY) tests/browser/chromium.py

shots: $(BUILT) browser    ## a picture of every screen under build/shots, and those of the README
	$(PY) -m tests.browser.shots

bench: .venv/dev.stamp browser    ## time pages, queries and files on a whole country, into benchmarks/REPORT.md
	$(PY) -m benchmarks

clean:    ## remove everything that was made here
	rm -rf .venv build data/warehouse .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

.venv/run.stamp: requirements.txt
	@test -n "$(PYTHON)" || { echo 'Python 3.11 or newer is needed; name one with: make PYTHON=/path/to/python3'; exit 1; }
	$(PYTHON) -m venv .venv && $(PIP) -r requirements.txt && touch $@

.venv/dev.stamp: requirements-dev.txt .venv/run.stamp
	$(PIP) -r requirements-dev.txt && touch $@

$(BUILT): .venv/run.stamp $(INPUTS)
	@$(MAKE) --no-print-directory data
