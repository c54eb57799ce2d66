package voice

import (
	"strings"

	"nuncio/doc"
)

// levelRule says with what authority an issuer speaks.
type levelRule struct {
	level          string
	issuer, medium []string // words, or words in a row with blanks; empty needs nothing
}

// asideFollows reports whether what stands behind a source is said about it: "who
// asked not to be named", ", speaking on condition of anonymity".
func (w *work) asideFollows(source doc.Range) bool {
	t := w.d.Sentences[source.Sent].Tokens
	i := source.End
	if i < len(t) && t[i].Form == "," {
		i++
	}
	return i < len(t) && w.t.words["aside"][w.low(t[i].Form)]
}

// follows reports whether the words of a phrase stand from k on.
func follows(forms []string, k int, words string) bool {
	for words != "" {
		word, rest, _ := strings.Cut(words, " ")
		if k >= len(forms) || forms[k] != word {
			return false
		}
		words, k = rest, k+1
	}
	return true
}

// low is lower with a memory, for words that are asked often.
func (w *work) low(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' || s[i] >= 0x80 {
			if l, ok := w.lows[s]; ok {
				return l
			}
			if w.lows == nil || len(w.lows) > 1<<14 {
				w.lows = map[string]string{}
			}
			s = strings.Clone(s)
			w.lows[s] = strings.ToLower(s)
			return w.lows[s]
		}
	}
	return s
}

// level reads the authority of the issuer off the source and the medium.
func (w *work) level(a *doc.Attribution, c *candidate) string {
	issuer := w.words(&w.forms, c.source)
	medium := w.words(&w.forms2, w.medium(c))
	for i := range w.t.levels {
		r := &w.t.levels[i]
		if anyOf(issuer, r.issuer) && (anyOf(issuer, r.medium) || anyOf(medium, r.medium)) {
			return r.level
		}
	}
	return ""
}

// medium is the phrase that names what the words were said in, beside the cue.
func (w *work) medium(c *candidate) doc.Range {
	s := &w.d.Sentences[c.at.Sent]
	for k := range s.Children(c.at.Tok) {
		t := &s.Tokens[k]
		if doc.IsRel(t.Deprel, "obl") && (w.t.words["message"][lower(t.Lemma)] || t.UPOS == "PROPN" && hasPrep(s, k, "on")) {
			first, end := s.Subtree(k)
			return doc.Range{Sent: c.at.Sent, First: first, End: min(end, first+8)}
		}
	}
	return doc.Range{}
}

// words are the lower-case forms of a range, in the given memory.
func (w *work) words(memory *[]string, r doc.Range) []string {
	out := (*memory)[:0]
	for i := r.First; i < r.End; i++ {
		out = append(out, w.low(w.d.Sentences[r.Sent].Tokens[i].Form))
	}
	*memory = out
	return out
}

// anyOf reports whether one of the phrases stands among the words, a final s
// aside; no phrase needs nothing.
func anyOf(forms []string, phrases []string) bool {
	if len(phrases) == 0 {
		return true
	}
	for i, f := range forms {
		for _, p := range phrases {
			if f == p || len(f) == len(p)+1 && f[len(p)] == 's' && f[:len(p)] == p || follows(forms, i, p) {
				return true
			}
		}
	}
	return false
}
