package who

import (
	"slices"

	"nuncio"
	"nuncio/doc"
)

// Chains gives the phrases of the document resolved last that speak of the same
// thing, be it a party or not, chain by chain in text order. Phrases that stand
// alone are left out.
func (r *Resolver) Chains() [][]doc.Range {
	out := make([][]doc.Range, len(r.chains))
	for i := range r.phrases {
		if p := &r.phrases[i]; p.chain >= 0 {
			out[p.chain] = append(out[p.chain], doc.Range{Sent: p.sent, First: p.first, End: p.end})
		}
	}
	return out
}

// StandsFor says of which of the names given the pronoun at a span of the body
// is spoken: the index, or -1 for none. The document is the one resolved last.
func (r *Resolver) StandsFor(pronoun nuncio.Span, names []nuncio.Span) int {
	a, at := r.given(pronoun, names)
	if a < 0 {
		return -1
	}
	best, bestScore, agreeing := -1, float32(0), 0
	for _, o := range r.options(a, at) {
		r.feats = r.pairFeatures(r.feats[:0], a, o.phrase, agreeing)
		if score := sum(&r.words.weights[r.phrases[a].class], r.feats); best < 0 || score > bestScore {
			best, bestScore = o.name, score
		}
		if r.candidateAgrees(a, o.phrase) {
			agreeing++
		}
	}
	return best
}

// option is a phrase that speaks of one of the names given.
type option struct{ phrase, name int }

// options lists, the nearest first, the phrases around pronoun a that speak of the names at the phrases given.
func (r *Resolver) options(a int, at []int) []option {
	var list []option
	x := &r.phrases[a]
	for c := a - 1; c >= 0; c-- {
		y := &r.phrases[c]
		for n, p := range at {
			if p >= 0 && (c == p || y.class == className && r.phrases[p].chain >= 0 && y.chain == r.phrases[p].chain) && x.sent-y.sent <= 12 {
				list = append(list, option{c, n})
				break
			}
		}
	}
	for n, p := range at {
		if p > a && !slices.ContainsFunc(list, func(o option) bool { return o.name == n }) {
			list = append(list, option{p, n})
		}
	}
	return list
}

// given finds the phrase of a pronoun and those of the names given, which it
// makes where the tree has none, and links all again.
func (r *Resolver) given(pronoun nuncio.Span, names []nuncio.Span) (int, []int) {
	heads := make([]doc.Ref, len(names))
	for n, sp := range names {
		heads[n] = r.headIn(sp)
		if h := heads[n]; h.Sent >= 0 && !slices.ContainsFunc(r.phrases, func(p phrase) bool { return p.sent == h.Sent && p.head == h.Tok && !p.coord }) {
			if p, ok := r.phraseAt(h.Sent, h.Tok, true); ok {
				if p.class != className {
					p.class = className
				}
				i := 0
				for i < len(r.phrases) && (r.phrases[i].sent < p.sent || r.phrases[i].sent == p.sent && (r.phrases[i].first < p.first || r.phrases[i].first == p.first && r.phrases[i].end > p.end)) {
					i++
				}
				r.phrases = slices.Insert(r.phrases, i, p)
			}
		}
	}
	for i := range r.phrases {
		r.phrases[i].chain, r.phrases[i].link = -1, -1
	}
	r.linkPhrases()
	find := func(h doc.Ref) int {
		return slices.IndexFunc(r.phrases, func(p phrase) bool { return p.sent == h.Sent && p.head == h.Tok && !p.coord })
	}
	at := make([]int, len(names))
	for n := range names {
		at[n] = find(heads[n])
	}
	return find(r.headIn(pronoun)), at
}

// headIn is the token of a span of the body that hangs outside it.
func (r *Resolver) headIn(sp nuncio.Span) doc.Ref {
	for i := range r.d.Sentences {
		s := &r.d.Sentences[i]
		if s.Part != doc.Body || s.End <= sp.Start || s.Start >= sp.End {
			continue
		}
		first, end := -1, -1
		for k := range s.Tokens {
			if s.Tokens[k].Start < sp.End && sp.Start < s.Tokens[k].End {
				if first < 0 {
					first = k
				}
				end = k + 1
			}
		}
		if first >= 0 {
			return doc.Ref{Sent: i, Tok: top(s, first, end)}
		}
	}
	return doc.Ref{Sent: -1}
}

// Decision is one choice that the weights must make right: what a phrase is
// linked to. The first option is to stand alone.
type Decision struct {
	Class   int
	Options [][]uint16
	Right   []bool
}

// Decisions reads from chains that annotators drew what the weights should have
// chosen; chainOf gives the chain of a phrase, -1 for none. The document is the
// one resolved last.
func (r *Resolver) Decisions(chainOf func(m doc.Range, head int) int, use func(Decision)) {
	for i := range r.phrases {
		r.phrases[i].chain, r.phrases[i].link = -1, -1
	}
	r.chains, r.topic = r.chains[:0], -1
	gold := make([]int, len(r.phrases))
	last := map[int]int{}
	for a := range r.phrases {
		p := &r.phrases[a]
		gold[a] = chainOf(doc.Range{Sent: p.sent, First: p.first, End: p.end}, p.head)
		list := slices.Clone(r.candidates(a))
		dec := Decision{Class: int(p.class), Options: [][]uint16{r.aloneFeatures(nil, a, len(list) == 0)}, Right: []bool{true}}
		agreeing := 0
		for _, c := range list {
			right := gold[a] >= 0 && gold[c] == gold[a]
			dec.Options = append(dec.Options, r.pairFeatures(nil, a, int(c), agreeing))
			dec.Right = append(dec.Right, right)
			if right {
				dec.Right[0] = false
			}
			if r.candidateAgrees(a, int(c)) {
				agreeing++
			}
		}
		if len(list) > 0 {
			use(dec)
		}
		if gold[a] >= 0 {
			if c, ok := last[gold[a]]; ok {
				r.join(a, c)
			}
			last[gold[a]] = a
		}
	}
}

// GivenDecision is the choice among the names given for a pronoun; right is the
// index of the name that it stands for. ok is false where nothing can be learnt.
func (r *Resolver) GivenDecision(pronoun nuncio.Span, names []nuncio.Span, right int) (dec Decision, ok bool) {
	a, at := r.given(pronoun, names)
	if a < 0 || !r.phrases[a].class.pronominal() || right < 0 {
		return dec, false
	}
	dec.Class = int(r.phrases[a].class)
	agreeing, wrong := 0, false
	for _, o := range r.options(a, at) {
		dec.Options = append(dec.Options, r.pairFeatures(nil, a, o.phrase, agreeing))
		dec.Right = append(dec.Right, o.name == right)
		wrong = wrong || o.name != right
		ok = ok || o.name == right
		if r.candidateAgrees(a, o.phrase) {
			agreeing++
		}
	}
	return dec, ok && wrong
}
