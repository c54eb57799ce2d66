package score

import (
	"slices"
	"strings"

	"nuncio/doc"
)

// Act is what the codebook found in a sentence, as far as the model looks at it.
type Act struct {
	Rule, Event       string
	Quad              int
	Tok               int // the predicate
	Actor, Recipient  int // head tokens, -1 for none
	Negated, Demanded bool
}

// Extractor reads the features of sentences. It serves one goroutine; what it
// returns stays true until its next call.
type Extractor struct {
	ids   []uint32
	named bool     // keep what follows
	names []string // of the features in the order they came
	raw   []uint32 // and their buckets
}

// Sentence gives the features of a sentence as sorted buckets, each once: of its
// words, pairs of words, tree, arguments and names, and of the acts found in it.
func (x *Extractor) Sentence(d *doc.Document, sent int, acts []Act) []uint32 {
	x.Begin()
	x.Add(d, sent, acts)
	return x.Features()
}

// Begin starts a text of one or more sentences.
func (x *Extractor) Begin() { x.ids, x.names, x.raw = x.ids[:0], x.names[:0], x.raw[:0] }

// Features are those of all sentences added, as sorted buckets, each once.
func (x *Extractor) Features() []uint32 {
	slices.Sort(x.ids)
	x.ids = slices.Compact(x.ids)
	return x.ids
}

// Add reads a sentence of the text.
func (x *Extractor) Add(d *doc.Document, sent int, acts []Act) {
	s := &d.Sentences[sent]
	x.words(s)
	x.tree(s)
	x.arguments(s)
	for i := range acts {
		x.act(s, &acts[i])
	}
	if len(acts) == 0 {
		x.add('a', "none", "", "")
	}
	for i := range d.Names {
		if n := &d.Names[i]; n.Sent == sent {
			x.add('n', n.Type, "", "")
		}
	}
}

// AddWords reads a sentence as a plain bag of words, the baseline.
func (x *Extractor) AddWords(s *doc.Sentence) {
	for i := range s.Tokens {
		if s.Tokens[i].UPOS != "PUNCT" {
			x.add('w', s.Tokens[i].Form, "", "")
		}
	}
}

func (x *Extractor) words(s *doc.Sentence) {
	before := "^"
	n := 0
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.UPOS == "PUNCT" {
			continue
		}
		l := lemma(t)
		x.add('l', l, "", "")
		x.add('b', before, l, "")
		before = l
		n++
	}
	x.add('b', before, "$", "")
	x.add('z', lengths[min(n/8, len(lengths)-1)], "", "")
}

// lengths name the sizes of a sentence, eight words each.
var lengths = [...]string{"<8", "<16", "<24", "<32", "<40", "<48", "<56", "56-"}

func (x *Extractor) tree(s *doc.Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Head < 0 {
			x.add('r', lemma(t), t.XPOS, "")
			for c := range s.Children(i) {
				if k := &s.Tokens[c]; doc.IsRel(k.Deprel, "aux") || doc.IsRel(k.Deprel, "nsubj") {
					x.add('r', lemma(t), base(k.Deprel), lemma(k))
					x.add('r', "", base(k.Deprel), lemma(k))
				}
			}
			continue
		}
		switch base(t.Deprel) {
		case "punct", "det", "case", "cc", "mark":
		default:
			x.add('d', base(t.Deprel), lemma(&s.Tokens[t.Head]), lemma(t))
		}
	}
}

func (x *Extractor) arguments(s *doc.Sentence) {
	for i := range s.Predicates {
		p := &s.Predicates[i]
		v := lemma(&s.Tokens[p.Tok])
		if p.Kind != doc.NominalPredicate {
			x.add('v', v, s.Tokens[p.Tok].XPOS, "")
		}
		for _, a := range p.Args {
			switch a.Role {
			case doc.Subj:
				x.add('s', v, lemma(&s.Tokens[a.Tok]), "")
				x.add('S', v, s.Tokens[a.Tok].UPOS, "")
			case doc.Obj:
				x.add('o', v, lemma(&s.Tokens[a.Tok]), "")
				x.add('O', v, s.Tokens[a.Tok].UPOS, "")
			case doc.Obl, doc.Comp:
				x.add('p', v, a.Case, lemma(&s.Tokens[a.Tok]))
				x.add('P', v, a.Case, "")
			}
		}
	}
}

func (x *Extractor) act(s *doc.Sentence, a *Act) {
	x.add('a', a.Rule, "", "")
	x.add('e', a.Event, "", "")
	x.add('q', quads[a.Quad&7], "", "")
	x.add('e', a.Event, lemma(&s.Tokens[a.Tok]), "")
	if a.Negated {
		x.add('e', a.Event, "not", "")
	}
	if a.Demanded {
		x.add('e', a.Event, "must", "")
	}
	if a.Actor >= 0 {
		x.add('f', a.Event, s.Tokens[a.Actor].UPOS, "actor")
	}
	if a.Recipient >= 0 {
		x.add('f', a.Event, s.Tokens[a.Recipient].UPOS, "recipient")
	}
	if s.Tokens[a.Tok].Head < 0 {
		x.add('q', quads[a.Quad&7], "root", "")
	}
}

var quads = [...]string{"0", "1", "2", "3", "4", "5", "6", "7"}

// base is a relation without its subtype.
func base(rel string) string {
	if i := strings.IndexByte(rel, ':'); i >= 0 {
		return rel[:i]
	}
	return rel
}

// lemma is a token's lemma; all numbers are one.
func lemma(t *doc.Token) string {
	if t.UPOS == "NUM" || t.Lemma == "" {
		return "#"
	}
	if c := t.Lemma[0]; c >= '0' && c <= '9' {
		return "#"
	}
	return t.Lemma
}

// Bits is the width of a feature's bucket.
const Bits = 18

// add hashes a feature by FNV-1a, letters in lower case, and keeps its bucket.
func (x *Extractor) add(kind byte, a, b, c string) {
	h := uint64(14695981039346656037)
	h = (h ^ uint64(kind)) * 1099511628211
	for _, part := range [...]string{a, b, c} {
		for i := 0; i < len(part); i++ {
			ch := part[i]
			if ch >= 'A' && ch <= 'Z' {
				ch += 'a' - 'A'
			}
			h = (h ^ uint64(ch)) * 1099511628211
		}
		h = (h ^ 0xff) * 1099511628211
	}
	id := uint32(h>>40^h>>20) & (1<<Bits - 1)
	x.ids = append(x.ids, id)
	if x.named {
		x.raw = append(x.raw, id)
		x.names = append(x.names, name(kind, a, b, c))
	}
}

// kinds say what a feature's letter means.
var kinds = map[byte]string{
	'l': "word", 'b': "words", 'z': "length", 'r': "head word", 'd': "tree", 'v': "verb", 's': "subject",
	'S': "subject", 'o': "object", 'O': "object", 'p': "phrase", 'P': "phrase", 'a': "rule", 'e': "class", 'q': "quad class",
	'f': "party", 'n': "name", 'w': "form",
}

func name(kind byte, parts ...string) string {
	var b strings.Builder
	b.WriteString(kinds[kind])
	for _, p := range parts {
		if p != "" {
			b.WriteString(" ")
			b.WriteString(p)
		}
	}
	return b.String()
}
