# Guildhall. `make help` says what there is; each target installs what it needs.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PY := .venv/bin/python
DEV := $(PY) -m infra.dev
# A variable of make reaches the programs: `make run API_PORT=8100`.
export API_PORT STREAM_PORT API_WORKERS API_THREADS DATABASE_URL REDIS_URL TELEGRAM_BOT_TOKEN PYTHON EXAMPLES N WORKERS PROFILE TIMES PEOPLE URL LOGINS BUSINESS
# Compiled modules are kept: a test run starts some sixty processes, and each would compile two thousand modules anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help install run test check demo fuzz bench load tenants openapi clients lock format clean clean-venv clean-data

help: ## What there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: ## Bring .venv to what the lock says (every target does it first)
	@infra/dev/install.sh

run: install ## Start everything here; Ctrl-C stops it. API_PORT and STREAM_PORT move it
	@exec $(DEV) run

test: install ## Run all tests, with coverage. ARGS passes pytest's own arguments
	@$(DEV) test $(ARGS)

check: install ## Lint, types, layers, migrations, contract and clients
	@$(DEV) check $(STEP)

demo: install ## Do the main job against the running server, narrated
	@$(DEV) demo

fuzz: install ## Many random requests against every operation. EXAMPLES says how many each
	@$(DEV) fuzz $(ARGS)

bench: install ## Measure rates against references of the same run
	@$(DEV) bench $(ARGS)

load: install ## Drive the running server by a PROFILE: load, stress, spike, endurance; budgets are judged
	@$(DEV) load $(ARGS)

tenants: install ## Fill a database with N businesses and measure; N=0 deletes it
	@$(DEV) tenants $(ARGS)

openapi: install ## Write openapi/ from the code
	@$(DEV) openapi

clients: install ## Generate clients/ from openapi/
	@$(DEV) clients

format: install ## Let ruff rewrite what it can
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format .

lock: ## Resolve the dependencies anew into the lock
	@infra/dev/lock.sh

clean: ## Remove caches and builds; data in .local stays
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage .coverage.* dist .local/test
	@find . \( -name .venv -o -name node_modules -o -name .git -o -name .local \) -prune -o -name __pycache__ -type d -print0 | xargs -0 rm -rf

clean-venv: ## Remove the Python environment
	@rm -rf .venv .local/uv .local/load

clean-data: ## Remove the data of `make run`: businesses, files, everything
	@if [ -x $(PY) ]; then $(DEV) down; fi
	@rm -rf .local/postgres .local/valkey .local/files .local/dev.env .local/demo-logins.json .local/sockets .local/test
