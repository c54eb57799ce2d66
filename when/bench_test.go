package when

import (
	"strings"
	"testing"

	"nuncio"
	"nuncio/doc"
)

const benchText = `The foreign ministers of the two countries met in Vienna on Monday and agreed to resume talks that broke down last October .
Officials said the delegation, which arrived late on Sunday, would stay until the end of the week and then fly to Brussels .
The agreement, signed in July 2015 after twelve years of negotiations, had been in doubt since the spring, when inspectors were refused entry to a site near the capital .
"We have made more progress in three days than in the past two years," the chairman told reporters, adding that a further round was planned for early September .
The opposition rejected the draft, saying that the government had given away too much and had not consulted parliament before sending its envoy abroad .`

func benchDoc() (*doc.Document, int) {
	d := &doc.Document{Report: &nuncio.Report{Text: benchText, Published: monday}}
	at, words := 0, 0
	for line := range strings.SplitSeq(benchText, "\n") {
		s := doc.Sentence{Start: at, End: at + len(line)}
		p := at
		for w := range strings.SplitSeq(line, " ") {
			s.Tokens = append(s.Tokens, doc.Token{Form: w, Start: p, End: p + len(w), Head: -1})
			p += len(w) + 1
			words++
		}
		d.Sentences = append(d.Sentences, s)
		at += len(line) + 1
	}
	return d, words
}

func BenchmarkTag(b *testing.B) {
	tg := load(b)
	d, words := benchDoc()
	b.ReportAllocs()
	for b.Loop() {
		tg.Tag(d)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
	b.ReportMetric(float64(len(d.Times)), "times")
}

// BenchmarkTagNothing is text without a word of time: the common case, which must not allocate.
func BenchmarkTagNothing(b *testing.B) {
	tg := load(b)
	d := plain("The opposition rejected the draft because the government had given too much away and had consulted nobody", monday)
	b.ReportAllocs()
	for b.Loop() {
		tg.Tag(d)
	}
	b.ReportMetric(float64(len(d.Sentences[0].Tokens))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
