package codebook

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"testing"

	"nuncio"
	"nuncio/clause"
	"nuncio/data"
	"nuncio/doc"
)

func bundledBook(t testing.TB) *Codebook {
	t.Helper()
	sub, err := fs.Sub(data.FS, "codebook")
	if err != nil {
		t.Fatal(err)
	}
	b, err := Load(sub)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// parsed makes a document of one sentence: a token a line, form lemma UPOS
// head(1-based) deprel [feats].
func parsed(t testing.TB, lines string) *doc.Document {
	t.Helper()
	var s doc.Sentence
	at := 0
	for line := range strings.Lines(strings.TrimSpace(lines)) {
		f := strings.Fields(line)
		head, err := strconv.Atoi(f[3])
		if err != nil {
			t.Fatal(err)
		}
		tok := doc.Token{Form: f[0], Lemma: f[1], UPOS: f[2], Head: head - 1, Deprel: f[4], Feats: "_", Start: at, End: at + len(f[0])}
		if len(f) > 5 {
			tok.Feats = f[5]
		}
		at += len(f[0]) + 1
		s.Tokens = append(s.Tokens, tok)
	}
	s.End = at
	s.Link()
	d := &doc.Document{Report: &nuncio.Report{}, Sentences: []doc.Sentence{s}}
	files, err := fs.Sub(data.FS, "clause")
	if err != nil {
		t.Fatal(err)
	}
	words, err := clause.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	clause.New(words).Read(d)
	return d
}

var matchTests = []struct {
	name, tree string
	want       []string
}{
	{"light verb and noun", `
Fidan Fidan PROPN 2 nsubj
paid pay VERB 0 root VerbForm=Fin
a a DET 4 det
visit visit NOUN 2 obj
to to ADP 6 case
Baku Baku PROPN 4 nmod`,
		[]string{"CONSULT/visit 042 Fidan > Baku"}},
	{"phrase hung from the verb", `
Fidan Fidan PROPN 2 nsubj
paid pay VERB 0 root VerbForm=Fin
a a DET 4 det
visit visit NOUN 2 obj
to to ADP 6 case
Baku Baku PROPN 2 obl`,
		[]string{"CONSULT/visit 042 Fidan > Baku"}},
	{"passive", `
Ministers minister NOUN 3 nsubj:pass
were be AUX 3 aux:pass VerbForm=Fin
arrested arrest VERB 0 root VerbForm=Part|Tense=Past
by by ADP 5 case
soldiers soldier NOUN 3 obl:agent`,
		[]string{"COERCE/arrest 173 soldiers > Ministers"}},
	{"speech act and deed", `
Oslo Oslo PROPN 2 nsubj
urged urge VERB 0 root VerbForm=Fin
Juba Juba PROPN 2 obj
to to PART 5 mark
release release VERB 2 xcomp VerbForm=Inf
hostages hostage NOUN 5 obj`,
		[]string{"REQUEST/yield 0253 Oslo > Juba", "RETREAT/release 0841 Juba > hostages in 0 demanded"}},
	{"refusal by its deed", `
Oslo Oslo PROPN 2 nsubj
refused refuse VERB 0 root VerbForm=Fin
to to PART 4 mark
meet meet VERB 2 xcomp VerbForm=Inf
the the DET 6 det
envoy envoy NOUN 4 obj`,
		[]string{"REJECT/meet 125 Oslo > envoy"}},
	{"particle turns the verb round", `
Oslo Oslo PROPN 2 nsubj
called call VERB 0 root VerbForm=Fin
off off ADP 2 compound:prt
talks talk NOUN 2 obj
with with ADP 6 case
Juba Juba PROPN 4 nmod`,
		[]string{"REJECT/meet 125 Oslo > Juba"}},
	{"two on equal terms", `
Oslo Oslo PROPN 4 nsubj
and and CCONJ 3 cc
Juba Juba PROPN 1 conj
met meet VERB 0 root VerbForm=Fin`,
		[]string{"CONSULT/meeting 040 Oslo+Juba > Juba both"}},
	{"two towards a third", `
Oslo Oslo PROPN 4 nsubj
and and CCONJ 3 cc
Juba Juba PROPN 1 conj
met meet VERB 0 root VerbForm=Fin
with with ADP 6 case
Lima Lima PROPN 4 obl`,
		[]string{"CONSULT/meeting 040 Oslo+Juba > Lima both"}},
	{"noun with possessor", `
Juba Juba PROPN 3 nmod:poss
's 's PART 1 case
attack attack NOUN 7 nsubj
on on ADP 6 case
the the DET 6 det
post post NOUN 3 nmod
failed fail VERB 0 root VerbForm=Fin`,
		[]string{"ASSAULT 190 Juba > post"}},
	{"idiom gives nothing", `
Oslo Oslo PROPN 2 nsubj
met meet VERB 0 root VerbForm=Fin
the the DET 4 det
deadline deadline NOUN 2 obj`, nil},
	{"threat to do harm", `
Juba Juba PROPN 2 nsubj
threatened threaten VERB 0 root VerbForm=Fin
to to PART 4 mark
expel expel VERB 2 xcomp VerbForm=Inf
the the DET 6 det
ambassador ambassador NOUN 4 obj`,
		[]string{"THREATEN/expel 136 Juba > ambassador"}},
	{"own verb in the future is a promise", `
Oslo Oslo PROPN 2 nsubj
said say VERB 0 root VerbForm=Fin
it it PRON 5 nsubj
would would AUX 5 aux
free free VERB 2 ccomp VerbForm=Inf
prisoners prisoner NOUN 5 obj`,
		[]string{"AGREE 0353 Oslo > prisoners", "RETREAT/release 0841 it > prisoners in 0 planned"}},
	{"a report of the past is none", `
Oslo Oslo PROPN 2 nsubj
said say VERB 0 root VerbForm=Fin
it it PRON 5 nsubj
had have AUX 5 aux VerbForm=Fin
freed free VERB 2 ccomp VerbForm=Part
prisoners prisoner NOUN 5 obj`,
		[]string{"RETREAT/release 0841 it > prisoners"}},
}

func show(s *doc.Sentence, m *Match) string {
	words := func(toks []int) string {
		var out []string
		for _, t := range toks {
			out = append(out, s.Tokens[t].Form)
		}
		return strings.Join(out, "+")
	}
	out := m.Event
	if m.Mode != "" {
		out += "/" + m.Mode
	}
	out += fmt.Sprintf(" %s %s > %s", m.CAMEO, words(m.Actor), words(m.Recipient))
	if m.Reciprocal {
		out += " both"
	}
	if m.Parent >= 0 {
		out += fmt.Sprintf(" in %d %s", m.Parent, m.Status)
	}
	return out
}

func TestMatch(t *testing.T) {
	m := bundledBook(t).NewMatcher()
	for _, tt := range matchTests {
		t.Run(tt.name, func(t *testing.T) {
			d := parsed(t, tt.tree)
			var got []string
			for _, mt := range m.Sentence(d, 0) {
				got = append(got, show(&d.Sentences[0], &mt))
			}
			// A deed that its speech act has used up in words need not stand alone.
			if len(tt.want) == 1 && len(got) > 1 && strings.Contains(got[1], " in 0 ") {
				got = got[:1]
			}
			if strings.Join(got, "; ") != strings.Join(tt.want, "; ") {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestMissesSayWhy(t *testing.T) {
	m := bundledBook(t).NewMatcher()
	tests := []struct{ name, tree, want string }{
		{"no actor", "Soldiers soldier NOUN 3 nsubj:pass\nwere be AUX 3 aux:pass\nvisited visit VERB 0 root VerbForm=Part", "no actor"},
		{"no recipient", "Oslo Oslo PROPN 2 nsubj\ncriticised criticise VERB 0 root VerbForm=Fin", "no recipient"},
		{"idiom", "Oslo Oslo PROPN 2 nsubj\nmet meet VERB 0 root VerbForm=Fin\ndeadline deadline NOUN 2 obj", "idiom"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := m.Sentence(parsed(t, tt.tree), 0); len(got) > 0 {
				t.Fatalf("coded as %s", got[0].Rule.ID)
			}
			misses := m.Misses()
			if len(misses) == 0 || misses[len(misses)-1].Reason != tt.want {
				t.Errorf("got %v, want %q", misses, tt.want)
			}
		})
	}
}

func TestMatchesAreTheSameEachTime(t *testing.T) {
	book := bundledBook(t)
	once := func() string {
		var b strings.Builder
		m := book.NewMatcher()
		for _, tt := range matchTests {
			d := parsed(t, tt.tree)
			for _, mt := range m.Sentence(d, 0) {
				fmt.Fprintln(&b, mt.Rule.ID, show(&d.Sentences[0], &mt))
			}
		}
		return b.String()
	}
	if a, b := once(), once(); a != b {
		t.Errorf("differ:\n%s\n%s", a, b)
	}
}

func TestDamagedTreesDoNotPanic(t *testing.T) {
	m := bundledBook(t).NewMatcher()
	d := parsed(t, "attack attack VERB 0 root\nattack attack NOUN 1 obj\non on ADP 2 case\nX X PROPN 2 nmod")
	for i := range d.Sentences[0].Tokens { // everything hangs from everything
		d.Sentences[0].Tokens[i].Head = (i + 1) % 4
	}
	d.Sentences[0].Link()
	m.Sentence(d, 0)
	m.Relations()
}

func BenchmarkMatch(b *testing.B) {
	m := bundledBook(b).NewMatcher()
	var docs []*doc.Document
	words := 0
	for _, tt := range matchTests {
		d := parsed(b, tt.tree)
		words += len(d.Sentences[0].Tokens)
		docs = append(docs, d)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		for _, d := range docs {
			m.Sentence(d, 0)
			m.Relations()
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}
