# make test: all that a change must pass. make measure: the long campaigns.
GO ?= go
export CGO_ENABLED = 0

.PHONY: build test measure fuzz lint chromium

build:
	$(GO) build -o bin/nuncio ./cmd/nuncio

lint:
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { echo "not gofmt-ed:"; gofmt -l $$(git ls-files '*.go'); exit 1; }
	$(GO) vet ./...
	$(GO) tool -modfile=tools.mod staticcheck ./...

test: lint chromium
	$(GO) test ./...

# What the explorer's tests need; where it is not to be had they are skipped, aloud.
chromium:
	@command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; } || echo "no Chromium and no apt-get: the explorer is not tested in a browser"
	@test -f build/node_modules/axe-core/axe.min.js || npm install --prefix build --silent axe-core@4 || echo "no npm: accessibility is not measured"

fuzz:
	$(GO) test ./cmd/nuncio -run '^$$' -fuzz FuzzCoder -fuzztime 10m -fuzzminimizetime 1x

measure: build fuzz
	./measure.sh

# The explorer in real Chromium: installs Debian's and axe-core when they are absent; screenshots go to build/explorer.
.PHONY: browser ui
browser: chromium
	$(GO) test ./server -count=1 -run Browser -v

# Outlines of the map anew, from Natural Earth as the npm package world-atlas has it.
ui:
	npm install --prefix build --silent world-atlas@2.0.2 topojson-client@3.1.0
	cp server/ui/mkworld.mjs build/ && cd build && node mkworld.mjs $(CURDIR)/build/node_modules && mv world.tsv ../server/ui/world.tsv
