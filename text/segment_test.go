package text

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// show writes sentences as one line each: words apart by a space, the later words of
// one surface token with "+".
func show(s string, sents []Sentence) []string {
	var out []string
	for _, x := range sents {
		var b strings.Builder
		for i, t := range x.Tokens {
			switch {
			case t.Joined:
				b.WriteString("+")
			case i > 0:
				b.WriteString(" ")
			}
			b.WriteString(s[t.Start:t.End])
		}
		out = append(out, b.String())
	}
	return out
}

func TestSegment(t *testing.T) {
	g := NewSegmenter(testRules(t))
	for _, tc := range []struct {
		name, in string
		want     []string
	}{
		{"clitics", "They don't think it's Peru’s, and we'll say they're wrong.", []string{"They do+n't think it+'s Peru+’s , and we+'ll say they+'re wrong ."}},
		{"cannot and gonna", "Oslo cannot wait; it isn't gonna.", []string{"Oslo can+not wait ; it is+n't gon+na ."}},
		{"plural possessive", "the ministers' talks and the envoys’ letters", []string{"the ministers+' talks and the envoys+’ letters"}},
		{"single quotes are not possessives", "He called them 'old friends' again.", []string{"He called them ' old friends ' again ."}},
		{"hyphens", "state-run radio, Cho Min-seo, pre-war, 1998-2000, mid-May", []string{"state - run radio , Cho Min - seo , pre-war , 1998 - 2000 , mid-May"}},
		{"prefixes alone", "pre- and post-war treaties", []string{"pre- and post-war treaties"}},
		{"money and units", "$5m, US$40 and €3.5bn, 20km by 9am or 9:30pm, 12%.", []string{"$ 5 m , US$ 40 and € 3.5 bn , 20 km by 9 am or 9:30 pm , 12 % ."}},
		{"numbers", "1,200.5 tonnes on 3/4/2021, 1/2 of 24/7; No. 2", []string{"1,200.5 tonnes on 3/4/2021 , 1/2 of 24/7 ; No. 2"}},
		{"addresses", "See https://example.org/a-b?c=1. Write to press.office@mfa.example.org, or (www.example.com).",
			[]string{"See https://example.org/a-b?c=1 .", "Write to press.office@mfa.example.org , or ( www.example.com ) ."}},
		{"dashes and dots", "Lomé--Accra—and then…nothing...", []string{"Lomé -- Accra — and then … nothing ..."}},
		{"abbreviations", "Gen. Abu Said met Sen. J. P. Ortiz of St. Lucia on Jan. 3 at 9 a.m. in the U.S. Senate.",
			[]string{"Gen. Abu Said met Sen. J. P. Ortiz of St. Lucia on Jan. 3 at 9 a.m. in the U.S. Senate ."}},
		{"abbreviation at the end", "He went to the U.S. The visit lasted. It began in Sept. Talks with Acme Inc. They failed.",
			[]string{"He went to the U.S.", "The visit lasted .", "It began in Sept. Talks with Acme Inc.", "They failed ."}},
		{"a number or a no", "He read No. 2. She said no. We left.", []string{"He read No. 2 .", "She said no .", "We left ."}},
		{"names of three parts", "Vo Van Kiet. Park Chung Hee met him.", []string{"Vo Van Kiet .", "Park Chung Hee met him ."}},
		{"quotation of two sentences", "“We are ready. We will act,” he said. “It is late.” She left.",
			[]string{"“ We are ready .", "We will act , ” he said .", "“ It is late . ”", "She left ."}},
		{"question with its speaker", "\"Is it signed?\" he asked. \"Is it sealed?\" Minister Adjei asked.",
			[]string{"\" Is it signed ? \" he asked .", "\" Is it sealed ? \" Minister Adjei asked ."}},
		{"capitals", "STATE radio in Mali said so. ENVOYS LEFT.", []string{"STATE radio in Mali said so .", "ENVOYS LEFT ."}},
		{"headline", "Envoys meet in Quito\n\nThe two talked for hours.", []string{"Envoys meet in Quito", "The two talked for hours ."}},
		{"list", "They agreed:\n- to meet again\n- to open a road\n1. The first\n2. The second", []string{"They agreed :", "- to meet again", "- to open a road", "1 . The first", "2 . The second"}},
		{"wrapped lines", "The foreign ministers of the two countries said on\nMonday that they had agreed to open the border at\nKasumbalesa. It had been shut for a year.",
			[]string{"The foreign ministers of the two countries said on Monday that they had agreed to open the border at Kasumbalesa .", "It had been shut for a year ."}},
		{"indented paragraphs", "The council said that it would reopen the mission in\nMogadishu.\n    Diplomats had left it in spring after shells fell on\nthe compound.",
			[]string{"The council said that it would reopen the mission in Mogadishu .", "Diplomats had left it in spring after shells fell on the compound ."}},
		{"no space after the stop", "The envoy arrived.The talks began.", []string{"The envoy arrived .", "The talks began ."}},
		{"Unicode spaces", "Oslo\u00a0said\u2009no.\u3000Rome\u200bdid.", []string{"Oslo said no .", "Rome did ."}},
		{"initials end nothing", "The U. S. and J.P. Sousa.", []string{"The U. S. and J.P. Sousa ."}},
		{"nothing", " \n\t ", nil},
		{"marks only", "?!", []string{"?!"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, show(tc.in, g.Segment(tc.in))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSegmentSpanLeavesTheDatelineOut(t *testing.T) {
	g := NewSegmenter(testRules(t))
	s := "RIGA, May 4 (BNS) - The envoy left. He returned."
	start := strings.Index(s, "The")
	got := g.SegmentSpan(s, start, len(s)-len(" He returned."))
	if diff := cmp.Diff([]string{"The envoy left ."}, show(s, got)); diff != "" {
		t.Error(diff)
	}
	if got[0].Start != start {
		t.Errorf("offsets count from %d, not in the whole text", got[0].Start)
	}
}

func TestSegmentAllocatesNothing(t *testing.T) {
	g := NewSegmenter(testRules(t))
	s := strings.Repeat(wireStory+"\n\n", 10)
	g.Segment(s)
	if n := testing.AllocsPerRun(10, func() { g.Segment(s) }); n > 0 {
		t.Errorf("%v allocations a text", n)
	}
}

// What would cost the square of its length in a tokeniser that looks back without bound.
func TestEndlessChunksTakeNoTime(t *testing.T) {
	g := NewSegmenter(testRules(t))
	for _, piece := range []string{")", "x)", "'", "'s", ".", "a.", "-", "“", "x-", "é", "!)", "(", "/", "x,"} {
		s := strings.Repeat(piece, 200_000/len(piece))
		start := time.Now()
		check(t, s, g.Segment(s))
		if d := time.Since(start); d > 3*time.Second {
			t.Errorf("%q: %v for %d bytes", piece, d, len(s))
		}
	}
}

// check holds what every segmentation promises.
func check(t *testing.T, s string, sents []Sentence) {
	t.Helper()
	at, valid := 0, utf8.ValidString(s)
	visible := func(gap string) bool { return strings.IndexFunc(gap, func(r rune) bool { return !isSpace(r) }) >= 0 }
	for _, x := range sents {
		if len(x.Tokens) == 0 || x.Start != x.Tokens[0].Start || x.End != x.Tokens[len(x.Tokens)-1].End {
			t.Fatalf("sentence %d:%d does not cover its tokens", x.Start, x.End)
		}
		for i, k := range x.Tokens {
			if k.Start < at || k.End <= k.Start || k.End > len(s) {
				t.Fatalf("token %d:%d after %d in %q", k.Start, k.End, at, s)
			}
			if k.Joined && (i == 0 || k.Start != at) {
				t.Fatalf("token %d:%d is joined to nothing", k.Start, k.End)
			}
			if visible(s[at:k.Start]) {
				t.Fatalf("%q belongs to no token", s[at:k.Start])
			}
			if valid && !utf8.ValidString(s[k.Start:k.End]) {
				t.Fatalf("token %q cuts a character", s[k.Start:k.End])
			}
			at = k.End
		}
	}
	if visible(s[at:]) {
		t.Fatalf("%q belongs to no token", s[at:])
	}
}

func FuzzSegment(f *testing.F) {
	for _, s := range []string{wireStory, "don't", "\"“‘'’”\"", "a.b.c.", "U.S.''", "(s)", "x(s)y[1]", "-–—...", "$$5m%", "l\u0301'a", "\xff\xfe.", "…?!.", "A\n\n\r\n b\n - c", "www.", "@", "a@b.", "'’'s", "''s", "1.a", ":-)", "/x/ //", "&amp;", "I.", "cannot't"} {
		f.Add(s)
	}
	g := NewSegmenter(testRules(f))
	f.Fuzz(func(t *testing.T, s string) { check(t, s, g.Segment(s)) })
}

func BenchmarkSegment(b *testing.B) {
	g := NewSegmenter(testRules(b))
	s := strings.Repeat(wireStory+"\n\n", 20)
	words := 0
	for _, x := range g.Segment(s) {
		words += len(x.Tokens)
	}
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		g.Segment(s)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
