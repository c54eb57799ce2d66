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
run eval records --quiet examples/fresh
run eval records --quiet --facts eval/testdata "$shared/reports"
scratch=$(mktemp -d); trap 'rm -rf "$scratch"' EXIT
zcat "$data/news/kcna/kcna_2011.jsonl.gz" | head -n 1000 > "$scratch/kcna.jsonl"
go run ./eval/mkreuters -n 1500 "$data/news/reuters21578" > "$scratch/reuters.jsonl"
go run ./eval/mkreuters -n 10000 "$data/news/reuters21578" > "$scratch/reuters10k.jsonl"
# rates FILE [SETTING]: five runs on one core, the middle one of the whole road and of each stage.
rates() {
	echo; echo "\$ ${2:+$2 }nuncio bench --workers 1 $(basename "$1"), five runs, words/s, the middle one last"
	for _ in 1 2 3 4 5; do env ${2:+"$2"} ./bin/nuncio bench --workers 1 "$1" 2>/dev/null; done | awk '
		/^words / { gsub(/[(]|\/s;?/, ""); put("whole road", $3); put("whole road, of processor time", $4) }
		/ % / && $NF ~ /^[0-9]+$/ { v = $NF; sub(/ +[0-9.]+ % .*/, ""); put($0, v) }
		function put(k, v) { if (!(k in n)) order[++m] = k; run[k, ++n[k]] = v }
		END { for (i = 1; i <= m; i++) { k = order[i]; line = ""
			for (a = 1; a <= n[k]; a++) { x[a] = run[k, a]; line = line " " x[a] }
			for (a = 2; a <= n[k]; a++) for (b = a; b > 1 && x[b] + 0 < x[b-1] + 0; b--) { t = x[b]; x[b] = x[b-1]; x[b-1] = t }
			printf "%-32s%s  median %s\n", k, line, x[int((n[k] + 1) / 2)] } }'
}
rates "$scratch/reuters.jsonl"
rates "$scratch/reuters.jsonl" GODEBUG=cpu.avx512f=off,cpu.avx512vnni=off
rates "$scratch/kcna.jsonl"
# peak FILE: the most memory that coding it took.
peak() {
	echo; echo "\$ nuncio code $(basename "$1")"
	./bin/nuncio code --format json "$1" > /dev/null 2>&1 & local pid=$! kb=0 now
	while now=$(awk '/VmHWM/ { print $2 }' "/proc/$pid/status" 2>/dev/null) && [ -n "$now" ]; do kb=$now; done
	wait "$pid"; echo "peak memory $((kb / 1024)) MB"
}
peak examples/2019-11-baku.txt
peak "$scratch/reuters10k.jsonl"
echo; echo "\$ a program that stores reports, killed a hundred times"
NUNCIO_KILLS=100 go test ./store/sqlite -count=1 -run TestKilledAtAnyMoment -v
echo; echo "\$ nuncio code examples > records; nuncio bench-store records"
./bin/nuncio code --format json examples > "$scratch/records.jsonl"
./bin/nuncio bench-store --data "$scratch/store" --events "${NUNCIO_EVENTS:-1000000}" "$scratch/records.jsonl"
