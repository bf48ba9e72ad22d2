# Every target sets up what it needs in .venv on its own; `make` alone lists them.

# The first Python that is new enough; name another with `make PYTHON=/path/to/python3.13 …`.
PYTHON ?= $(firstword $(foreach name,python3 python python3.13 python3.12 python3.11 python3.14,$(shell \
  $(name) -c 'import sys; sys.version_info >= (3, 11) and print("$(name)")' 2>/dev/null)))
# Port of the playground's page; 0 takes a free one. Without it config.yaml decides.
PORT ?=

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PO := $(shell find bot/messages/locales -name '*.po')
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help setup demo run test slow lint bench lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s%s\n", $$1, $$2 }' Makefile

setup: $(READY) ## install everything into .venv

demo: $(READY) ## try the bot in the browser (PORT=8765 chooses the port)
	$(BIN)/python -m bot demo $(if $(PORT),--port $(PORT))

run: $(READY) ## serve Telegram; needs TELEGRAM_BOT_TOKEN in the environment
	$(BIN)/python -m bot run

test: $(READY) ## run the tests
	$(BIN)/python -m pytest

slow: $(READY) ## run the tests that take minutes: kills, thousands of posts
	$(BIN)/python -m pytest -m slow

lint: $(READY) ## ruff, its formatter, mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(READY) ## measure speed beside rivals in the same run
	$(BIN)/python -m bench

lock: ## pin the newest versions that fit pyproject.toml, for every supported Python
	$(PYTHON) -m venv --clear $(VENV)/lock
	$(VENV)/lock/bin/python -m pip --disable-pip-version-check --quiet install uv
	$(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --upgrade --no-emit-index-url \
	  --no-emit-find-links --custom-compile-command 'make lock' --group dev pyproject.toml -o requirements.lock

clean: ## remove .venv and everything built
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find bot bench tests tools -name __pycache__ -prune -exec rm -rf {} +
	find bot -name '*.mo' -delete

# The lock pins every package, the build backend too: the project itself is built without isolation, from it. An
# environment left half made by an interruption is made anew.
$(READY): requirements.lock pyproject.toml tools/compile_locales.py $(PO)
	@test -n "$(PYTHON)" || { echo "summit-bot needs Python 3.11 or newer; name one with PYTHON=" >&2; exit 1; }
	@echo "Setting up $(VENV); the first time takes about a minute."
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) || \
	  { echo "Could not make $(VENV). On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(PIP) install -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
