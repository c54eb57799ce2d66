package eval

import (
	"cmp"
	"slices"

	"nuncio"
	"nuncio/doc"
)

// Roles of an attribution, as indexes of [AttributionScore.Roles].
const (
	RoleSource = iota
	RoleCue
	RoleContent
)

// SpanScore counts one role, or whole triples. Exact counts equal token sets;
// Overlap sums the share of the tokens that are common (Wiegand and Klakow 2012;
// Pareti 2013): over the predicted for precision, over the gold for recall.
type SpanScore struct {
	Gold, Predicted  int
	Exact            int
	OverlapPrecision float64 // sums, not yet divided
	OverlapRecall    float64
}

// ExactF1 is the harmonic mean of precision and recall of equal spans.
func (s SpanScore) ExactF1() float64 {
	return f1(float64(s.Exact), float64(s.Exact), s.Predicted, s.Gold)
}

// OverlapF1 is the same of common tokens.
func (s SpanScore) OverlapF1() float64 {
	return f1(s.OverlapPrecision, s.OverlapRecall, s.Predicted, s.Gold)
}

func f1(p, r float64, predicted, gold int) float64 {
	if predicted == 0 || gold == 0 || p+r == 0 {
		return 0
	}
	p, r = p/float64(predicted), r/float64(gold)
	return 2 * p * r / (p + r)
}

// AttributionScore sums over texts.
type AttributionScore struct {
	Roles   [3]SpanScore
	Triples SpanScore // all three; tokens count with their role
	Errors  []AttributionError
}

// AttributionError is one attribution that was missed, invented or cut otherwise.
type AttributionError struct {
	Text string
	Kind string // "missed", "invented", or the roles that differ
	Gold *GoldAttribution
	Got  *GoldAttribution
}

// Predicted turns a document's attributions into what the annotation scheme of
// PolNeAR asks for: outermost attributions only, no passing on, sources that
// stand side by side as one.
func Predicted(d *doc.Document) []GoldAttribution {
	var out []GoldAttribution
	index := map[int]int{}
	for i := range d.Attributions {
		a := &d.Attributions[i]
		if a.Class == "relay" || nested(d, i) || len(a.Content) == 0 || a.Cue.IsZero() {
			continue
		}
		if d.Sentences[a.Cue.Sent].Part != doc.Body {
			continue
		}
		if k, ok := index[a.Also]; ok && a.Also >= 0 {
			if !a.Source.IsZero() && len(out[k].Source) > 0 {
				out[k].Source[0] = out[k].Source[0].Cover(d.Span(a.Source))
			}
			continue
		}
		g := GoldAttribution{Cue: []nuncio.Span{d.Span(a.Cue)}}
		if !a.Source.IsZero() {
			g.Source = []nuncio.Span{d.Span(a.Source)}
		}
		for _, r := range a.Content {
			g.Content = append(g.Content, d.Span(r))
		}
		index[i] = len(out)
		out = append(out, g)
	}
	return out
}

func nested(d *doc.Document, i int) bool {
	for p, n := d.Attributions[i].Parent, 0; p >= 0 && n < len(d.Attributions); p, n = d.Attributions[p].Parent, n+1 {
		if d.Attributions[p].Class != "relay" {
			return true
		}
	}
	return false
}

// Add scores one text. Tokens are those of the document; gold and predicted are
// aligned one to one, the pairs with most common tokens first, and a pair must
// share part of its content and of its cue or source.
func (s *AttributionScore) Add(d *doc.Document, gold []GoldAttribution) {
	tokens := bodyTokens(d)
	g := tokenSets(tokens, gold)
	pred := Predicted(d)
	p := tokenSets(tokens, pred)
	for role := range s.Roles {
		s.Roles[role].Gold += countRole(g, role)
		s.Roles[role].Predicted += countRole(p, role)
	}
	s.Triples.Gold += len(g)
	s.Triples.Predicted += len(p)

	type pair struct{ g, p, common int }
	var pairs []pair
	for i := range g {
		for j := range p {
			cue, source, content := common(g[i][RoleCue], p[j][RoleCue]), common(g[i][RoleSource], p[j][RoleSource]), common(g[i][RoleContent], p[j][RoleContent])
			if cue > 0 || content > 0 && source > 0 {
				pairs = append(pairs, pair{i, j, cue*1000 + source + content})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.common, a.common) })
	goldOf, predOf := fillInts(len(p)), fillInts(len(g))
	for _, x := range pairs {
		if predOf[x.g] >= 0 || goldOf[x.p] >= 0 {
			continue
		}
		predOf[x.g], goldOf[x.p] = x.p, x.g
		s.pair(g[x.g], p[x.p])
	}
	for i := range gold {
		switch j := predOf[i]; {
		case j < 0:
			s.Errors = append(s.Errors, AttributionError{Text: d.Report.Text, Kind: "missed", Gold: &gold[i]})
		default:
			if kind := differ(g[i], p[j]); kind != "" {
				s.Errors = append(s.Errors, AttributionError{Text: d.Report.Text, Kind: kind, Gold: &gold[i], Got: &pred[j]})
			}
		}
	}
	for j := range pred {
		if goldOf[j] < 0 {
			s.Errors = append(s.Errors, AttributionError{Text: d.Report.Text, Kind: "invented", Got: &pred[j]})
		}
	}
}

func differ(g, p [3][]int) string {
	names := [3]string{"source", "cue", "content"}
	out := ""
	for role := range g {
		if !slices.Equal(g[role], p[role]) {
			if out != "" {
				out += "+"
			}
			out += names[role]
		}
	}
	return out
}

func (s *AttributionScore) pair(g, p [3][]int) {
	all, common3, nG, nP := true, 0, 0, 0
	for role := range s.Roles {
		n := common(g[role], p[role])
		nG, nP, common3 = nG+len(g[role]), nP+len(p[role]), common3+n
		equal := slices.Equal(g[role], p[role])
		all = all && equal
		r := &s.Roles[role]
		if equal && len(g[role]) > 0 {
			r.Exact++
		}
		if len(p[role]) > 0 {
			r.OverlapPrecision += float64(n) / float64(len(p[role]))
		}
		if len(g[role]) > 0 {
			r.OverlapRecall += float64(n) / float64(len(g[role]))
		}
	}
	if all {
		s.Triples.Exact++
	}
	s.Triples.OverlapPrecision += float64(common3) / float64(nP)
	s.Triples.OverlapRecall += float64(common3) / float64(nG)
}

func countRole(sets [][3][]int, role int) int {
	n := 0
	for i := range sets {
		if len(sets[i][role]) > 0 {
			n++
		}
	}
	return n
}

// common counts the members of two ascending lists that are in both.
func common(a, b []int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

func fillInts(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

func bodyTokens(d *doc.Document) []nuncio.Span {
	var out []nuncio.Span
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.Part != doc.Body {
			continue
		}
		for k := range s.Tokens {
			out = append(out, nuncio.Span{Start: s.Tokens[k].Start, End: s.Tokens[k].End})
		}
	}
	return out
}

// tokenSets maps spans to the ascending numbers of the tokens they touch.
func tokenSets(tokens []nuncio.Span, list []GoldAttribution) [][3][]int {
	out := make([][3][]int, len(list))
	for i, a := range list {
		for role, spans := range [3][]nuncio.Span{a.Source, a.Cue, a.Content} {
			var set []int
			for _, sp := range spans {
				k, _ := slices.BinarySearchFunc(tokens, sp.Start, func(t nuncio.Span, start int) int {
					return cmp.Compare(t.End, start+1)
				})
				for ; k < len(tokens) && tokens[k].Start < sp.End; k++ {
					set = append(set, k)
				}
			}
			slices.Sort(set)
			out[i][role] = slices.Compact(set)
		}
	}
	return out
}
