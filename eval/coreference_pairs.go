package eval

import (
	"math"
	"slices"
	"strings"

	"nuncio/clause"
	"nuncio/doc"
)

// EventText is a document with what is compared of its events.
type EventText struct {
	EventDoc
	mentions []eventMention
	words    map[string]float64 // of the whole document, weighed by tf-idf, of length 1
}

type eventMention struct {
	lemma   string
	verbal  bool
	parties map[string]bool    // lemmas of the heads of its arguments
	context map[string]float64 // words of its sentence, weighed by tf-idf, of length 1
}

// Parse tags and parses a document whose sentences have tokens.
type Parse func(*doc.Document) error

// PrepareEvents analyses the documents.
func PrepareEvents(docs []EventDoc, parse Parse, clauses *clause.Reader) ([]EventText, error) {
	out := make([]EventText, len(docs))
	parsed := make([]doc.Document, len(docs))
	seen := map[string]float64{} // in how many documents a lemma stands
	for i := range docs {
		d := &parsed[i]
		for _, s := range docs[i].Sentences {
			sent := doc.Sentence{Tokens: make([]doc.Token, len(s))}
			for k, form := range s {
				sent.Tokens[k].Form = form
			}
			d.Sentences = append(d.Sentences, sent)
		}
		if err := parse(d); err != nil {
			return nil, err
		}
		clauses.Read(d)
		for w := range bag(d.Sentences...) {
			seen[w]++
		}
	}
	weigh := func(b map[string]float64) map[string]float64 {
		total := 0.0
		for w, n := range b {
			b[w] = (1 + math.Log(n)) * math.Log(float64(len(docs)+1)/seen[w])
		}
		for _, w := range sortedWords(b) {
			total += b[w] * b[w]
		}
		for w := range b {
			b[w] /= math.Sqrt(total)
		}
		return b
	}
	for i := range docs {
		out[i] = EventText{EventDoc: docs[i], words: weigh(bag(parsed[i].Sentences...))}
		for _, m := range docs[i].Mentions {
			s := &parsed[i].Sentences[m.Sentence]
			head := headOf(s, m.First, m.End)
			c := eventMention{lemma: strings.ToLower(s.Tokens[head].Lemma), verbal: s.Tokens[head].UPOS == "VERB", parties: map[string]bool{}, context: weigh(bag(*s))}
			if p := s.Predicate(head); p != nil {
				for _, a := range p.Args {
					if a.Tok >= 0 && a.Tok < len(s.Tokens) && a.Role != doc.Comp && a.Role != doc.Adv {
						c.parties[strings.ToLower(s.Tokens[a.Tok].Lemma)] = true
					}
				}
			}
			out[i].mentions = append(out[i].mentions, c)
		}
	}
	return out, nil
}

// bag counts the words of sentences that mean something by themselves.
func bag(sents ...doc.Sentence) map[string]float64 {
	b := map[string]float64{}
	for i := range sents {
		for _, t := range sents[i].Tokens {
			switch t.UPOS {
			case "NOUN", "PROPN", "VERB", "ADJ", "NUM":
				b[strings.ToLower(t.Lemma)]++
			}
		}
	}
	return b
}

// headOf is the token of a range whose head lies outside.
func headOf(s *doc.Sentence, first, end int) int {
	for i := first; i < end; i++ {
		if h := s.Tokens[i].Head; h < first || h >= end {
			return i
		}
	}
	return first
}

func cosine(a, b map[string]float64) float64 {
	if len(b) < len(a) {
		a, b = b, a
	}
	sum := 0.0
	for _, w := range sortedWords(a) { // the order of addition must not change
		sum += a[w] * b[w]
	}
	return sum
}

func sortedWords[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for w := range m {
		out = append(out, w)
	}
	slices.Sort(out)
	return out
}

// pairFeatures is how many things are looked at in a pair of mentions.
const pairFeatures = 11

// features of a pair, from what occurrences are merged by: the act, the parties,
// and how much the reports have in common.
func features(a, b *eventMention, docs, sents float64, sameDoc bool) (f [pairFeatures]float64) {
	is := func(v bool) float64 {
		if v {
			return 1
		}
		return 0
	}
	same := is(a.lemma == b.lemma)
	stem := is(a.lemma != b.lemma && sameStem(a.lemma, b.lemma))
	parties := overlap(a.parties, b.parties)
	f = [pairFeatures]float64{1, same, stem, docs, sents, parties, same * docs, same * sents, (same + stem) * parties, is(a.verbal == b.verbal), is(sameDoc)}
	return f
}

// sameStem finds a verb and its noun: "announce" and "announcement".
func sameStem(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 4 && 10*n >= 6*max(len(a), len(b))
}

func overlap(a, b map[string]bool) float64 {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return part(float64(n), float64(min(len(a), len(b))))
}

// EventModel joins mentions whose likeness is above a threshold.
type EventModel struct {
	Weights   [pairFeatures]float64
	Threshold float64
}

// topicPairs are the features of all pairs of mentions of one topic.
type topicPairs struct {
	gold  []int
	lemma []int
	pairs [][pairFeatures]float64 // of i<k at i*n+k
}

func pairsOf(docs []*EventText) topicPairs {
	var t topicPairs
	type at struct{ doc, mention int }
	var all []at
	events, lemmas := map[string]int{}, map[string]int{}
	number := func(m map[string]int, s string) int {
		if _, ok := m[s]; !ok {
			m[s] = len(m)
		}
		return m[s]
	}
	for d, text := range docs {
		for m := range text.mentions {
			all = append(all, at{d, m})
			t.gold = append(t.gold, number(events, text.Mentions[m].Event))
			t.lemma = append(t.lemma, number(lemmas, text.mentions[m].lemma))
		}
	}
	like := make([][]float64, len(docs))
	for i := range docs {
		like[i] = make([]float64, len(docs))
		for k := range i + 1 {
			like[i][k] = cosine(docs[i].words, docs[k].words)
			like[k][i] = like[i][k]
		}
	}
	n := len(all)
	t.pairs = make([][pairFeatures]float64, n*n)
	for i := range all {
		a := &docs[all[i].doc].mentions[all[i].mention]
		for k := i + 1; k < n; k++ {
			b := &docs[all[k].doc].mentions[all[k].mention]
			t.pairs[i*n+k] = features(a, b, like[all[i].doc][all[k].doc], cosine(a.context, b.context), all[i].doc == all[k].doc)
		}
	}
	return t
}

// topicsOf puts the texts together by topic.
func topicsOf(texts []EventText) []topicPairs {
	var out []topicPairs
	for i := 0; i < len(texts); {
		var docs []*EventText
		k := i
		for ; k < len(texts) && texts[k].Topic == texts[i].Topic; k++ {
			docs = append(docs, &texts[k])
		}
		out = append(out, pairsOf(docs))
		i = k
	}
	return out
}

// cluster joins by average likeness until no two clusters are alike enough.
func (m *EventModel) cluster(t *topicPairs) []int {
	n := len(t.gold)
	like := make([][]float64, n)
	for i := range like {
		like[i] = make([]float64, n)
	}
	for i := range n {
		for k := i + 1; k < n; k++ {
			like[i][k] = m.like(&t.pairs[i*n+k])
			like[k][i] = like[i][k]
		}
	}
	of, size := make([]int, n), make([]float64, n)
	for i := range of {
		of[i], size[i] = i, 1
	}
	alive := make([]bool, n)
	for i := range alive {
		alive[i] = true
	}
	for {
		x, y, best := -1, -1, m.Threshold
		for i := range n {
			if !alive[i] {
				continue
			}
			for k := i + 1; k < n; k++ {
				if alive[k] && like[i][k] > best {
					x, y, best = i, k, like[i][k]
				}
			}
		}
		if x < 0 {
			return of
		}
		for i := range n {
			if alive[i] && i != x && i != y {
				like[x][i] = (size[x]*like[x][i] + size[y]*like[y][i]) / (size[x] + size[y])
				like[i][x] = like[x][i]
			}
		}
		alive[y] = false
		size[x] += size[y]
		for i := range of {
			if of[i] == y {
				of[i] = x
			}
		}
	}
}

func (m *EventModel) like(f *[pairFeatures]float64) float64 {
	z := 0.0
	for i, w := range m.Weights {
		z += w * f[i]
	}
	return 1 / (1 + math.Exp(-z))
}

// FitEvents fits the weights by logistic regression and then the threshold by CoNLL F1.
func FitEvents(texts []EventText) EventModel {
	topics := topicsOf(texts)
	var m EventModel
	const rounds, rate = 400, 4
	var speed [pairFeatures]float64 // Adagrad
	for range rounds {
		var grad [pairFeatures]float64
		count := 0.0
		for i := range topics {
			t := &topics[i]
			n := len(t.gold)
			for a := range n {
				for b := a + 1; b < n; b++ {
					f := &t.pairs[a*n+b]
					err := -m.like(f)
					if t.gold[a] == t.gold[b] {
						err++
					}
					for k := range f {
						grad[k] += err * f[k]
					}
					count++
				}
			}
		}
		for k := range grad {
			g := grad[k] / count
			speed[k] += g * g
			if speed[k] > 0 {
				m.Weights[k] += rate * g / math.Sqrt(speed[k]) / 4
			}
		}
	}
	best := -1.0
	for threshold := 0.04; threshold < 0.9; threshold += 0.04 {
		try := EventModel{m.Weights, threshold}
		s := try.score(topics)
		if f := s.CoNLL(); f > best {
			best, m.Threshold = f, threshold
		}
	}
	return m
}

func (m *EventModel) score(topics []topicPairs) (s CorefScore) {
	for i := range topics {
		s.AddWhole(topics[i].gold, m.cluster(&topics[i]))
	}
	return s
}

// ScoreCoref scores a model and the baseline that joins what has the same lemma.
func ScoreEvents(m EventModel, texts []EventText) (model, lemma CorefScore) {
	topics := topicsOf(texts)
	for i := range topics {
		lemma.AddWhole(topics[i].gold, topics[i].lemma)
	}
	return m.score(topics), lemma
}
