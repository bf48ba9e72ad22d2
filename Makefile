PYTHON ?= python3
PORT ?= 8765
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PO := $(shell find bot/messages/locales -name '*.po' 2>/dev/null)

.PHONY: demo test lint bench lock clean

demo: $(READY)
	$(BIN)/python -m bot demo --port $(PORT)

test: $(READY)
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(READY)
	$(BIN)/python -m bench

# The lock pins every package for every supported Python; the project itself is built without isolation from it.
$(READY): requirements.lock pyproject.toml $(PO)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

lock:
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/pip install --quiet uv
	$(VENV)/lock/bin/uv pip compile --universal --python-version 3.11 --upgrade --no-emit-index-url \
	  --no-emit-find-links --custom-compile-command 'make lock' --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) build dist
