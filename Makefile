# Each target sets up what it needs by itself, in .venv, from the locked and hashed requirements.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check bench chaos audit lock clean

run: .venv/ready
	@$(BIN)/python -m bot

test: .venv/ready
	@$(BIN)/python -m pytest -q -n auto --dist worksteal

check: .venv/ready
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m pytest -q tests/test_house.py

bench: .venv/ready
	@$(BIN)/python -m tests.bench

chaos: .venv/ready
	@$(BIN)/python -m tests.chaos --minutes 25

audit: .venv/ready
	@$(BIN)/python -m tests.audit

.venv/ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dotty needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.11")'
	@echo "Setting up .venv (once, about a minute) ..." >&2
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt >&2
	@touch $@

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --extra test --no-emit-index-url --no-header -o requirements.txt pyproject.toml

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
