# make test: all that a change must pass. make measure: the long campaigns.
GO ?= go
export CGO_ENABLED = 0

.PHONY: build test measure fuzz lint chromium arm64 cross

build: bundle
	$(GO) build -o bin/nuncio ./cmd/nuncio

lint:
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { echo "not gofmt-ed:"; gofmt -l $$(git ls-files '*.go'); exit 1; }
	$(GO) vet ./...
	$(GO) tool -modfile=tools.mod staticcheck ./...

test: lint chromium bundle cross arm64
	$(GO) test ./...

# What releases are built for compiles.
cross:
	GOOS=linux GOARCH=arm64 $(GO) build ./...
	GOOS=darwin GOARCH=arm64 $(GO) build ./...
	GOOS=windows GOARCH=amd64 $(GO) build ./...

# Every kernel gives the same bits: on ARM's vectors too, under qemu.
arm64:
	@command -v qemu-aarch64-static >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends qemu-user-static >/dev/null; } || echo "no qemu-aarch64-static and no apt-get: the kernels for arm64 are not tested"
	@mkdir -p build/arm64
	@! command -v qemu-aarch64-static >/dev/null || { \
	GOARCH=arm64 $(GO) test -c -o build/arm64/ ./nn ./nlp && \
	(cd nn && qemu-aarch64-static ../build/arm64/nn.test -test.short) && \
	(cd nlp && qemu-aarch64-static ../build/arm64/nlp.test -test.short -test.run 'ScoreBits|SameWhatever'); }

# What the explorer's tests need; where it is not to be had they are skipped, aloud.
chromium:
	@command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; } || echo "no Chromium and no apt-get: the explorer is not tested in a browser"
	@test -f build/node_modules/axe-core/axe.min.js || npm install --prefix build --silent axe-core@4 || echo "no npm: accessibility is not measured"

fuzz:
	$(GO) test ./cmd/nuncio -run '^$$' -fuzz FuzzCoder -fuzztime 10m -fuzzminimizetime 1x

measure: build fuzz
	./measure.sh

# The explorer in real Chromium: installs Debian's and axe-core when they are absent; screenshots go to build/explorer.
.PHONY: browser ui bundle outlines
browser: chromium bundle
	$(GO) test ./server -count=1 -run Browser -v

# The picture of README.md and docs/explorer.md.
.PHONY: screenshot
screenshot: browser
	cp build/explorer/demo.png docs/explorer.png

# The explorer's bundle: charts and map that can be zoomed, and fonts, into server/ui/dist, which the binary embeds.
# Its libraries come from npm at the versions of server/ui/package-lock.json; esbuild is a Go module.
UI = server/ui
ESBUILD = $(GO) tool -modfile=tools.mod esbuild
ui: $(UI)/dist/charts.js

$(UI)/node_modules/.package-lock.json: $(UI)/package-lock.json
	npm ci --prefix $(UI) --ignore-scripts --no-audit --no-fund --silent

$(UI)/dist/charts.js: $(UI)/node_modules/.package-lock.json $(wildcard $(UI)/src/*) $(UI)/tsconfig.json
	$(UI)/node_modules/.bin/tsc -p $(UI)
	$(ESBUILD) $(UI)/src/fonts.css --bundle --minify --loader:.woff2=file --asset-names=[name] --public-path=/ui --outfile=$(UI)/dist/fonts.css --log-level=warning
	cp $(UI)/node_modules/world-atlas/countries-50m.json $(UI)/dist/
	for f in $(UI)/node_modules/d3-*/LICENSE $(UI)/node_modules/internmap/LICENSE $(UI)/node_modules/topojson-client/LICENSE $(UI)/node_modules/world-atlas/LICENSE $(UI)/node_modules/@fontsource-variable/*/LICENSE; do echo "== $$(basename $$(dirname $$f))"; cat $$f; echo; done > $(UI)/dist/licences.txt
	$(ESBUILD) $(UI)/src/main.ts --bundle --minify --format=esm --target=es2022 --outfile=$(UI)/dist/charts.js --log-level=warning

# The same where npm is to be had; elsewhere the explorer has the charts that the server draws.
bundle:
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory ui || echo "the explorer's bundle could not be built: its charts stand still"; else echo "no npm: the explorer's charts stand still"; fi

# Outlines that the server draws anew, from Natural Earth as the npm package world-atlas has it.
outlines: $(UI)/node_modules/.package-lock.json
	cd $(UI) && node mkworld.mjs node_modules
