# Every target does its own set-up; nothing is fetched afterwards.
.PHONY: setup demo test lint accuracy bench docs licences sbom release clean
SHELL := /bin/bash
PY := .venv/bin/python

setup:  ## install what is missing: system packages, Python packages, axe-core and style sheets
	@deploy/setup.sh

demo: setup  ## measure the replica of a municipal site and write a report
	@env -u DATABASE_URL GOEDGEREGELD_VAR="$(CURDIR)/var/demo" .venv/bin/goedgeregeld demo

lint: setup
	.venv/bin/ruff format --check --quiet .
	.venv/bin/ruff check --quiet --output-format concise .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-logo --quiet 2>/dev/null || .venv/bin/lint-imports

test: setup lint  ## everything that must hold; fast tests first
	$(PY) -m pytest -q -n 2 --dist loadfile -m "not browser and not slow"
	@# Real browsers, servers and killed processes share two cores: what failed is tried once more, alone. Fails twice: red.
	$(PY) -m pytest -q -n 2 --dist loadfile -m "browser or slow" || $(PY) -m pytest -q --last-failed --last-failed-no-failures none -m "browser or slow"

accuracy: setup  ## how often the checks agree with people, on work pages and on untouched pages
	$(PY) -m bench.accuracy

docs: setup  ## write the pages that are generated from the code
	$(PY) -m checks.docs

bench: setup  ## speed beside other tools, written to docs/snelheid.md; takes long, wants a quiet machine
	$(PY) -m bench.speed --write

.tools/installed: requirements/tools.txt
	python3 -m venv .tools
	.tools/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/tools.txt
	touch $@

licences: .tools/installed  ## every file says under which licence it stands
	.tools/bin/reuse lint

sbom: .tools/installed  ## what a release is made of: CycloneDX, Python and npm
	mkdir -p dist
	.tools/bin/cyclonedx-py requirements requirements/runtime.txt --pyproject pyproject.toml --output-reproducible --of JSON -o dist/python.cdx.json
	npm sbom --package-lock-only --omit dev --sbom-format cyclonedx > dist/npm.cdx.json

release: setup .tools/installed licences sbom  ## the wheel, with all that it needs in it
	.tools/bin/python -m build --wheel --no-isolation --outdir dist .

clean:
	rm -rf .venv .tools dist node_modules var build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
