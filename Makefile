# Two commands: `make demo` and `make test`. Needed beforehand: Python 3.11 or newer, and make.

PYTHON ?= $(shell for found in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	"$$found" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$found" && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
TESTS ?= tests

.DEFAULT_GOAL := help
.PHONY: help install install-dev demo test lint bench docs notebooks screenshots drawing

help:
	@echo "make demo         install, load the research set, open the dashboard (PORT=8501)"
	@echo "make test         install, run the whole suite (TESTS=tests/kb for a part)"
	@echo "make install      make .venv with everything that the program needs"
	@echo "make lint         ruff, mypy, deptry"
	@echo "make bench        measure; writes docs/reference/benchmarks.md"
	@echo "make docs         write the generated pages of docs/reference anew"
	@echo "make drawing      build the drawing component anew and test it (needs npm)"
	@echo "make notebooks    run the notebooks of notebooks/ anew"
	@echo "make screenshots  take the pictures of docs/screenshots anew (needs Chromium)"

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer with its venv module is needed (on Debian: apt install python3-venv)." >&2; exit 1; }
	"$(PYTHON)" -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml constraints.txt
	$(PIP) install --quiet --constraint constraints.txt --editable .
	@touch $@

.venv/installed-dev: .venv/installed
	$(PIP) install --quiet --constraint constraints.txt --editable '.[dev,py2neo]'
	@touch $@

install: .venv/installed

install-dev: .venv/installed-dev

demo: install
	@exec $(BIN)/kb demo

test: install-dev
	$(BIN)/python -m pytest $(TESTS)

lint: install-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/deptry .

bench: install-dev
	$(BIN)/python -m benchmarks.run

docs: install
	$(BIN)/python -m docs.generate

notebooks: install
	$(BIN)/python -m docs.notebooks

screenshots: install-dev
	$(BIN)/python docs/screenshots.py

drawing:
	cd dashboard/drawing/src && npm ci --silent && npm run build && npm test
