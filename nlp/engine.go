// Package nlp analyses the language of a report: sentences, tokens, tags,
// lemmas, trees and names.
//
// An [Engine] is a model ready for use; it never changes and any number of
// goroutines may share it. Each works with a [Workspace] of its own, whose
// memory is used again from call to call. [Workspace.Analyze] fills a
// doc.Document; every sentence it leaves has one root and no cycle. The same
// text gives the same analysis whatever stood before or beside it, on every
// machine.
package nlp

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"nuncio/doc"
	"nuncio/nn"
	"nuncio/text"
)

// Engine is a model ready for use.
type Engine struct {
	net     *Net
	vec     *Vectors
	lemmas  *Lemmas
	w       weights
	kernel  nn.Kernel
	feature []int
	places  []place // of each relation
	root    int
	unknown int      // index of the feature label "?" of unlabelled texts, -1 for none
	tags    []string // "UPOS XPOS" of every pair, as the lemmas want it
	id      string
	card    Card
	rules   *text.Rules
	verbs   map[string]bool // as they stand
	nouns   map[string]bool
}

// New makes an engine of its parts. id names the model in records.
func New(net *Net, vec *Vectors, lemmas *Lemmas, id string) (*Engine, error) {
	e := &Engine{net: net, vec: vec, lemmas: lemmas, w: net.weights(), kernel: nn.Best(), id: id}
	for _, r := range net.Rels {
		e.places = append(e.places, placeOf(r))
	}
	if e.root = slices.Index(net.Rels, "root"); e.root < 0 {
		return nil, errors.New(`the model has no relation "root"`)
	}
	e.verbs, e.nouns = setOf(lemmas.Verbs), setOf(lemmas.Nouns)
	e.unknown = slices.Index(net.Labels.Feats, "?")
	if net.Vectors > 0 && (vec == nil || vec.Dim != net.Vectors) {
		return nil, fmt.Errorf("the network wants word vectors of width %d and has none such", net.Vectors)
	}
	for _, t := range net.Tables {
		e.feature = append(e.feature, FeatureOf(t.Feature))
	}
	for _, u := range net.UPOS {
		for _, x := range net.XPOS {
			e.tags = append(e.tags, u+" "+x)
		}
	}
	return e, nil
}

func setOf(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// ID names the model: language, version and the start of its checksum.
func (e *Engine) ID() string { return e.id }

// WithKernel is the engine on another kernel, for tests and comparisons.
func (e *Engine) WithKernel(k nn.Kernel) *Engine {
	c := *e
	c.kernel = k
	return &c
}

// NewWorkspace gives a workspace for one goroutine.
func (e *Engine) NewWorkspace() *Workspace {
	w := &Workspace{engine: e}
	w.cache.slot = make(map[string]int32, cacheSize)
	if e.rules != nil {
		w.segmenter = text.NewSegmenter(e.rules)
	}
	return w
}

// Workspace is the memory of one goroutine's analyses.
type Workspace struct {
	engine  *Engine
	cache   cache
	batch   batch
	decoder Decoder

	segmenter *text.Segmenter
	forms     []string
	slot      []int32
	lens      []int
}

// How many words go through the network at once, and how long a piece of a
// sentence may be. Neither changes the result of a sentence that is shorter.
const (
	batchWords  = 384
	longestPart = 250
)

// AnalyzeTokens tags and parses sentences whose tokens have forms; what else they
// hold is written over. Names are appended to d.Names.
func (w *Workspace) AnalyzeTokens(d *doc.Document) error {
	from := 0
	for from < len(d.Sentences) {
		end, words := from, 0
		for end < len(d.Sentences) && (end == from || words+len(d.Sentences[end].Tokens) <= batchWords) {
			words += len(d.Sentences[end].Tokens)
			end++
		}
		w.analyze(d, from, end)
		from = end
	}
	return nil
}

func (w *Workspace) analyze(d *doc.Document, from, end int) {
	w.forms, w.lens = w.forms[:0], w.lens[:0]
	for s := from; s < end; s++ {
		t := d.Sentences[s].Tokens
		for i := range t {
			w.forms = append(w.forms, shownAs(t, i))
		}
		for n := len(t); n > 0; n -= longestPart {
			w.lens = append(w.lens, min(n, longestPart))
		}
	}
	if len(w.forms) == 0 {
		return
	}
	w.slot = w.slots(w.slot, w.forms)
	w.run(w.slot, w.lens)
	at := 0
	for s := from; s < end; s++ {
		w.fill(d, s, at)
		at += len(d.Sentences[s].Tokens)
	}
}

// shownAs is the form that the network is shown of a word: the word itself, but for
// capitals that would pass for a verb among words in small letters: "killed 14 IS
// militants".
func shownAs(t []doc.Token, i int) string {
	if t[i].Form != "IS" {
		return t[i].Form
	}
	for k := max(0, i-1); k < len(t) && k < i+2; k++ {
		for _, r := range t[k].Form {
			if unicode.IsLower(r) {
				return "ISIS"
			}
		}
	}
	return t[i].Form
}

// fill writes the results from word at on into a sentence.
func (w *Workspace) fill(d *doc.Document, s, at int) {
	e, b, sent := w.engine, &w.batch, &d.Sentences[s]
	root := -1
	for i := range sent.Tokens {
		t, k := &sent.Tokens[i], at+i
		part := i - i%longestPart
		t.UPOS, t.XPOS, t.Feats = e.net.UPOS[b.UPOS[k]], e.net.XPOS[b.XPOS[k]], e.net.Labels.Feats[b.Feats[k]]
		t.Deprel, t.Head = e.net.Rels[b.Rel[k]], part+b.Tree[k]-1
		if b.Tree[k] == 0 {
			t.Head = -1
			if root >= 0 { // a later piece of a very long sentence
				t.Head, t.Deprel = root, "parataxis"
			} else {
				root = i
			}
		}
		t.Lemma = w.lemma(w.slot[k], b.UPOS[k]*len(e.net.XPOS)+b.XPOS[k])
	}
	e.participles(sent)
	repair(sent)
	sent.Link()
	w.nameSpans(d, s, at)
}

// participles mends the tags of forms that can be nothing but a participle: in "workers
// taken hostage" nobody took.
func (e *Engine) participles(s *doc.Sentence) {
	if e.rules == nil {
		return
	}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.XPOS != "VBD" || t.UPOS != "VERB" || !e.rules.OnlyParticiple(strings.ToLower(t.Form)) {
			continue
		}
		t.XPOS, t.Feats = "VBN", "Tense=Past|VerbForm=Part"
		if doc.IsRel(t.Deprel, "acl") {
			t.Feats = "Tense=Past|VerbForm=Part|Voice=Pass"
		}
	}
}

func (w *Workspace) nameSpans(d *doc.Document, s, at int) {
	n := len(d.Sentences[s].Tokens)
	for i := 0; i < n; {
		y := w.batch.Ner[at+i]
		if y == 0 {
			i++
			continue
		}
		first := i
		for i++; i < n && w.batch.Ner[at+i] > 0 && w.batch.Ner[at+i]%2 == 0; i++ {
		}
		end := hyphened(d.Sentences[s].Tokens, i)
		i = max(i, end)
		name := doc.Name{Range: doc.Range{Sent: s, First: first, End: end}, Type: w.engine.net.Labels.Names[y][2:]}
		if name.Type == doc.PER && isPlace(&d.Sentences[s], first, end) {
			name.Type = doc.LOC
		}
		d.Names = append(d.Names, name)
	}
}

// ofPlaces are last words of names that no person bears: "Ho Chi Minh City".
var ofPlaces = map[string]bool{
	"City": true, "Province": true, "County": true, "District": true, "Island": true, "Islands": true, "Airport": true, "Peninsula": true,
	"River": true, "Valley": true, "Strait": true, "Bay": true, "Desert": true, "Mountains": true, "Square": true, "Beach": true,
}

// isPlace reports whether a name that the model took for a person's is a place's: by
// its last word, or because a verb says that something is in it ("arrived in Rabat").
func isPlace(s *doc.Sentence, first, end int) bool {
	if end-first > 1 {
		return ofPlaces[s.Tokens[end-1].Form]
	}
	t := &s.Tokens[first]
	if !doc.IsRel(t.Deprel, "obl") || t.Head < 0 || s.Tokens[t.Head].UPOS != "VERB" {
		return false
	}
	switch s.Tokens[t.Head].Lemma {
	case "believe", "trust", "confide", "invest", "see", "find", "hope", "delight":
		return false // somebody may do so in a person
	}
	c := s.Child(first, "case")
	if c < 0 || s.Child(first, "nmod:poss") >= 0 {
		return false
	}
	switch s.Tokens[c].Lemma {
	case "in", "into", "near", "throughout", "outside":
		return c == first-1
	}
	return false
}

// hyphened is where a name ends that was cut at a hyphen: "Ak" of "Ak-Sai" takes
// the rest, and a hyphen with nothing behind it is left out.
func hyphened(t []doc.Token, end int) int {
	if end > 0 && t[end-1].Form == "-" {
		end--
	}
	for end > 0 && end+1 < len(t) && t[end].Form == "-" && t[end].Start == t[end-1].End && t[end+1].Start == t[end].End {
		if c := t[end+1].Form[0]; c < 'A' || c > 'Z' {
			break
		}
		end += 2
	}
	return end
}

// Card says what the model was made of.
func (e *Engine) Card() Card { return e.card }

// Parts gives the network and the word vectors behind the engine, for training.
func (e *Engine) Parts() (*Net, *Vectors) { return e.net, e.vec }

// Lemmas gives the lemmas behind the engine.
func (e *Engine) Lemmas() *Lemmas { return e.lemmas }
