package codebook

import (
	"fmt"
	"strings"

	"nuncio/doc"
)

// Verdict is what became of one example.
type Verdict struct {
	Rule    *Rule
	Example *Example
	Want    bool // a yes example
	OK      bool
	Other   string // the rule that coded it, where that was not its own
	Got     string // what came out, in words
}

// Check runs every example of every rule through read, which analyses a
// sentence as the program does, and hands the verdicts to report in file order.
func (b *Codebook) Check(read func(sentence string) *doc.Document, report func(Verdict)) {
	m := b.NewMatcher()
	for i := range b.Rules {
		r := &b.Rules[i]
		for k := range r.Yes {
			report(b.judge(m, r, &r.Yes[k], true, read(r.Yes[k].Sentence)))
		}
		for k := range r.No {
			report(b.judge(m, r, &r.No[k], false, read(r.No[k].Sentence)))
		}
	}
}

func (b *Codebook) judge(m *Matcher, r *Rule, e *Example, want bool, d *doc.Document) Verdict {
	v := Verdict{Rule: r, Example: e, Want: want, OK: !want}
	var got []string
	for i := range d.Sentences {
		matches := m.Sentence(d, i)
		if r.Rel != "" {
			matches = m.Relations()
		}
		for k := range matches {
			mt := &matches[k]
			got = append(got, describe(&d.Sentences[i], mt))
			if mt.Event != r.Event || mt.Rule.Rel != r.Rel {
				continue
			}
			if !want {
				v.OK = false
				continue
			}
			same := mt.Mode == r.Mode || r.Mode == ""
			if same && among(&d.Sentences[i], mt.Actor, e.Actor) && among(&d.Sentences[i], mt.Recipient, e.Recip) {
				v.OK = true
				if mt.Rule != r {
					v.Other = mt.Rule.ID
				} else {
					v.Other = ""
					return v
				}
			}
		}
	}
	if v.Got = strings.Join(got, "; "); v.Got == "" {
		v.Got = "nothing"
		if misses := m.Misses(); len(misses) > 0 {
			v.Got = fmt.Sprintf("nothing (%s)", misses[len(misses)-1].Reason)
		}
	}
	return v
}

// among reports whether the head of one of the fillers, or of what owns it, is
// one of the words; no words ask for nothing.
func among(s *doc.Sentence, toks []int, words string) bool {
	if words == "" {
		return true
	}
	for _, w := range strings.Fields(words) {
		for _, t := range toks {
			if s.Tokens[t].Form == w {
				return true
			}
			for _, o := range Bearers(s, t) {
				if s.Tokens[o].Form == w {
					return true
				}
			}
		}
	}
	return false
}

func describe(s *doc.Sentence, m *Match) string {
	words := func(toks []int) string {
		var out []string
		for _, t := range toks {
			out = append(out, s.Tokens[t].Form)
		}
		return strings.Join(out, "+")
	}
	what := m.Event
	if what == "" {
		what = m.Rule.Rel
	}
	if m.Mode != "" {
		what += "/" + m.Mode
	}
	return fmt.Sprintf("%s by %s: %s > %s", what, m.Rule.ID, words(m.Actor), words(m.Recipient))
}
