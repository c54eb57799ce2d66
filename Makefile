# make test: all that a change must pass. make measure: the long campaigns.
GO ?= go
export CGO_ENABLED = 0

.PHONY: build test measure fuzz lint

build:
	$(GO) build -o bin/nuncio ./cmd/nuncio

lint:
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { echo "not gofmt-ed:"; gofmt -l $$(git ls-files '*.go'); exit 1; }
	$(GO) vet ./...
	$(GO) tool -modfile=tools.mod staticcheck ./...

test: lint
	$(GO) test ./...

fuzz:
	$(GO) test ./cmd/nuncio -run '^$$' -fuzz FuzzCoder -fuzztime 10m -fuzzminimizetime 1x

measure: build fuzz
	./measure.sh
