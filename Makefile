# Everything runs from the source tree, in an environment of its own that the hash-locked files describe.
# Wanted on the machine: Python 3.11 or newer, and make.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := hulp
.PHONY: hulp start test lint types lock schema uitgave domein plaatjes vectoren wiel sbom lekken controle geheimen schoon

hulp: ## deze lijst
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

start: $(VENV)/.start ## installeer, vul de graaf als hij leeg is, en dien op
	@$(BIN)/python -m opdeplank start

test: $(VENV)/.dev ## alle tests die deze machine kan draaien
	@$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile

lint: $(VENV)/.dev ## stijl van de code
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.dev ## typen van de code
	@$(BIN)/mypy

schema: $(VENV)/.dev ## druk het GraphQL-schema opnieuw af
	@$(BIN)/python -m opdeplank schema > schema/schema.graphql.nieuw
	@mv schema/schema.graphql.nieuw schema/schema.graphql

uitgave: schema ## bewaar het schema van deze uitgave, om latere ernaast te leggen
	@cp schema/schema.graphql schema/released.graphql

domein: $(VENV)/.dev ## schrijf docs/domein.md en docs/handleiding/kolommen.md opnieuw
	@$(BIN)/python -m opdeplank.domain_page > docs/domein.md
	@$(BIN)/python -m opdeplank.columns_page > docs/handleiding/kolommen.md

plaatjes: $(VENV)/.dev ## maak de plaatjes in docs/plaatjes opnieuw
	@$(BIN)/python -m tests.pictures

vectoren: $(VENV)/.dev ## leer opnieuw wat de teksten in seeds/ betekenen
	@$(BIN)/python -m opdeplank.seed_vectors

wiel: $(VENV)/.dev ## het hele programma als één pakket, in dist/
	@rm -rf build dist
	@$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist . && rm -rf build

sbom: $(VENV)/.dev ## waar de dienst uit bestaat (CycloneDX), in dist/
	@mkdir -p dist
	@$(BIN)/python beheer/sbom.py > dist/sbom.json.nieuw
	@mv dist/sbom.json.nieuw dist/opdeplank.cdx.json

lekken: $(VENV)/.dev ## bekende lekken in de pakketten die we hebben vastgelegd
	@.ci/audit $(BIN)/python

controle: lint types test ## lint, typen en tests achter elkaar

lock: $(VENV)/.dev ## kies opnieuw versies binnen de grenzen van pyproject.toml
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
		--custom-compile-command "make lock" --extra betekenis --group bouw pyproject.toml --output-file requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
		--custom-compile-command "make lock" --extra betekenis --extra mcp --group bouw --group dev --constraints requirements.lock \
		pyproject.toml --output-file requirements-dev.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--custom-compile-command "make lock" --extra betekenis --group bouw --constraints requirements.lock \
		--overrides requirements-tweede.override pyproject.toml requirements-tweede.in --output-file requirements-tweede.lock

geheimen: ## maak een wachtwoord voor docker compose
	@test ! -e geheimen || { echo "De map geheimen bestaat al. Gooi hem zelf weg als je een nieuw wachtwoord wilt." >&2; exit 1; }
	@install -d -m 700 geheimen
	@$(PYTHON) -c 'import secrets; print(secrets.token_hex(24))' | tr -d '\n' > geheimen/neo4j_wachtwoord
	@printf 'neo4j/%s' "$$(cat geheimen/neo4j_wachtwoord)" > geheimen/neo4j_auth
	@chmod 644 geheimen/neo4j_wachtwoord geheimen/neo4j_auth # who may come into the folder is what counts: a container has a user of its own

schoon: ## gooi de omgeving en tussenbestanden weg; de graaf in ./data blijft
	@rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Op de Plank heeft Python 3.11 of nieuwer nodig; '$(PYTHON)' is dat niet. Probeer: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
		echo "Een omgeving maken lukt niet. Op Debian en Ubuntu ontbreekt dan meestal het pakket python3-venv." >&2; rm -rf $(VENV); exit 1; }

# The embedded engine is a pre-release of which its index keeps the newest alone. Is ours gone, or broken, then the last
# release takes its place; it opens the same data, and takes 60 MB more.
$(VENV)/.start: requirements.lock requirements-tweede.lock pyproject.toml | $(BIN)/python
	@echo "Ik zet de omgeving klaar in $(VENV). Dat duurt de eerste keer een halve minuut."
	@$(PIP) --require-hashes -r requirements.lock || { \
		echo "Dat lukt niet met de eerste keus. Ik neem de tweede keus voor de ingebouwde database (arcadedb-embedded)." >&2; \
		$(PIP) --require-hashes -r requirements-tweede.lock; }
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.start
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@
