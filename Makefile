# `make brief` and `make test` do all set-up themselves: Python 3.11 to 3.13, make, git and a package index suffice.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

# Two packages of the lock arrive by pip, before uv is there to install the others.
BOOTSTRAP := $(VENV)/bootstrap.txt

.PHONY: help
help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: brief
brief: $(STAMP)  ## read samples/ and print its brief
	@$(BIN)/dateline brief samples

.PHONY: test
test: $(STAMP)  ## run all tests
	@OMP_NUM_THREADS=1 $(BIN)/python -m pytest

.PHONY: check
check: $(STAMP)  ## formatting, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy --strict

.PHONY: format
format: $(STAMP)  ## rewrite the code in the project's format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.PHONY: lock
lock: $(BIN)/uv  ## resolve all dependencies anew into requirements.lock
	UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes \
		--python-version 3.11 --no-emit-index-url --no-emit-find-links --extra model --group dev --group build \
		pyproject.toml --output-file requirements.lock
	@! grep -nE '(https?|file)://|index-url|find-links|trusted-host' requirements.lock

# PyTorch is needed for training alone and is in no other environment; one thread, because two wait for each other
# wherever something else runs.
TRAINING := build/training
DATA ?= ../shared/data/reader
.PHONY: train-reader
train-reader:  ## train the reader's model anew (DATA=folder of labelled sentences), round the packaged one
	test -x $(TRAINING)/bin/python || python3.11 -m venv $(TRAINING)
	$(TRAINING)/bin/pip install --quiet --editable '.[model]' torch==2.13.0 onnx==1.23.2
	$(TRAINING)/bin/python -m training.train $(DATA) $(TRAINING)/first.npz --threads 1
	$(TRAINING)/bin/python -m training.train $(DATA) $(TRAINING)/plain.npz --threads 1 --last $(TRAINING)/first.npz
	$(TRAINING)/bin/python -m training.train $(DATA) $(TRAINING)/renamed.npz --threads 1 --last $(TRAINING)/first.npz --renamed
	$(TRAINING)/bin/python -m training.mean $(TRAINING)/plain.npz $(TRAINING)/renamed.npz $(TRAINING)/weights.npz
	$(TRAINING)/bin/python -m training.export $(DATA) $(TRAINING)/weights.npz src/dateline/reader
	$(TRAINING)/bin/python -m training.vectors src/dateline/reader

.PHONY: train-matcher
train-matcher:  ## teach the encoder anew what tells of one thing (corpus/matching/train)
	test -x $(TRAINING)/bin/python || python3.11 -m venv $(TRAINING)
	$(TRAINING)/bin/pip install --quiet --editable '.[model]' torch==2.13.0 onnx==1.23.2
	$(TRAINING)/bin/python -m training.matching src/dateline/reader --threads 1

.PHONY: clean
clean:  ## remove the environment and everything that was made
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist out
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: setup
setup: $(STAMP)  ## make .venv and install everything into it

# Wheels only and every hash checked; then the project itself, built with the hatchling that the lock names.
$(STAMP): requirements.lock pyproject.toml $(BIN)/uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

$(BIN)/uv: | $(BIN)/python
	awk '/^[a-z]/ {keep = /^uv==/} keep' requirements.lock > $(BOOTSTRAP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r $(BOOTSTRAP)

# A half-made environment (no pip) is made again, so that a broken first run can simply be repeated.
$(BIN)/python:
	@for python in python3.11 python3.12 python3.13 python3; do \
		if "$$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then \
			echo "making $(VENV) with $$python"; \
			exec "$$python" -m venv --clear $(VENV); \
		fi; \
	done; \
	echo "Dateline needs Python 3.11, 3.12 or 3.13, and found none of them on the PATH: install one." >&2; exit 1
