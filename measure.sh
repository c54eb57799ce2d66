#!/usr/bin/env bash
# Prints the figures of docs/accuracy.md. Needs bin/nuncio (make build) and the
# optional data folder: ../shared, or where NUNCIO_SHARED points.
set -uo pipefail
cd "$(dirname "$0")"
shared=${NUNCIO_SHARED:-../shared}
if [ ! -d "$shared/data" ]; then
	echo "measure: the data folder $shared is absent; NUNCIO_SHARED says where it is" >&2
	exit 1
fi
data=$shared/data
run() { echo; echo "\$ nuncio $*"; ./bin/nuncio "$@"; }

for bank in ewt gum; do
	run eval ud "$data/ud/$bank/dev.conllu"
	run eval ud --raw "$data/ud/$bank/dev.conllu"
done
run eval names "$data/ner/conll03_en/val.conllu"
run eval time tbaq "$data/time/tbaq"
run eval time wikiwars "$data/time/wikiwars/tml"
run eval time duckling "$data/time/duckling/time_examples.tsv"
run eval time dateparser "$data/time/dateparser/params.jsonl"
run eval places lgl "$data/geo/geoparsing/lgl.xml.gz" --half kept
run eval coref ontogum "$data/coref/ontogum/dev"
run eval coref gap "$data/coref/gap/gap-development.tsv"
run eval quad "$data/events/un_quadclass/en_annotations_quad_multiclass.tsv.gz"
run eval reliability examples --cross
run eval attribution "$data/attribution/polnear/dev"
run eval plover "$data/events/zsp/PLV_train.tsv"
run eval occurrences "$data/events/ecbplus"
run eval records --quiet examples examples/echo
run eval records --quiet examples/blind
run eval records --quiet --facts eval/testdata "$shared/reports"
echo; echo "\$ zcat kcna | head -n 1000 | nuncio bench --workers 1 -"
zcat "$data/news/kcna/kcna_2011.jsonl.gz" | head -n 1000 | ./bin/nuncio bench --workers 1 - 2>/dev/null
echo; echo "\$ a program that stores reports, killed a hundred times"
NUNCIO_KILLS=100 go test ./store/sqlite -count=1 -run TestKilledAtAnyMoment -v
echo; echo "\$ nuncio code examples > records; nuncio bench-store records"
scratch=$(mktemp -d); trap 'rm -rf "$scratch"' EXIT
./bin/nuncio code --format json examples > "$scratch/records.jsonl"
./bin/nuncio bench-store --data "$scratch/store" --events "${NUNCIO_EVENTS:-1000000}" "$scratch/records.jsonl"
