# The one list of commands; .ci/run calls it too. `make` alone prints it.
# Another Python than python3: make test PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# One stamp per Python: another one makes the environment anew.
READY := $(VENV)/ready-$(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
DEMO := .demo
# One more than the two cores of a small machine: many tests wait for shells and terminals meanwhile.
WORKERS ?= 3

.DEFAULT_GOAL := help
.PHONY: help setup demo lint test bench reference messages samples clean

help: ## print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## make .venv with vb and what its development needs

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'vb needs Python 3.11 or newer; name one: make $(or $(MAKECMDGOALS),setup) PYTHON=python3.12' >&2; exit 1; }
	@if [ -x $(BIN)/python ] && $(BIN)/python -c "import sys; sys.exit('$(READY)'.endswith('-%d.%d' % sys.version_info[:2]))"; \
		then $(PYTHON) -m venv --clear $(VENV); else $(PYTHON) -m venv $(VENV); fi
	@# --group came with pip 25.1
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@rm -f $(VENV)/ready-* && touch $@

# $(call vb,arguments): the line as a person types it, then what it prints
vb = @printf '\n$$ vb %s\n' '$(1)'; VB_DB=$(DEMO)/vb.sqlite $(BIN)/vb $(1)

demo: setup ## set up, read samples/ into .demo/vb.sqlite and show what comes out
	@rm -rf $(DEMO)
	$(call vb,ingest samples/)
	$(call vb,tasks --unit "UBND huyện" --overdue --today 2024-06-15)
	$(call vb,refs 733-TB/TU --today 2024-06-15)
	$(call vb,summary --today 2024-06-15)

lint: setup ## formatting, rules, strict types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint ## lint, then the tests: what must pass before a change goes in
	$(BIN)/python -m pytest -n $(WORKERS)

bench: setup ## pages a second beside pdfplumber, pdftotext and tesseract on the same pages; some minutes
	@$(BIN)/python -m benchmarks

reference: setup ## write the help of every command into README.md again
	$(BIN)/python -m tests.reference

messages: setup ## bring the catalogue of the interface up to date and compile it
	@$(BIN)/python -m tests.catalogue

samples: setup ## write samples/ again (LibreOffice needed, see samples/README.md)
	$(BIN)/python -m tests.make_samples

clean: ## remove caches, builds and the demo's archive; .venv stays
	rm -rf $(DEMO) build dist src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
