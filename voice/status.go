package voice

import (
	"fmt"
	"io/fs"
	"strings"

	"nuncio"
	"nuncio/doc"
)

// StatusReading is how a deed is told: as done, denied, planned, possible or
// demanded, by which words, and on what condition.
type StatusReading struct {
	Status    nuncio.Status
	Words     doc.Range // the words that make it other than asserted, empty when it is asserted
	Condition doc.Range // "if …", "unless …"
	Reason    string
}

// effect is what a governor does to its complement.
type effect uint8

const (
	none effect = iota
	negated
	planned
	possible
	demanded
	asserted
	willing
	through
)

var effects = map[string]effect{
	"negated": negated, "planned": planned, "possible": possible, "demanded": demanded, "asserted": asserted, "willing": willing, "through": through,
}

// statusKey is a governor and the place of its complement: "v" "deny" "clause".
type statusKey struct{ pos, lemma, slot string }

type statusTable map[statusKey]effect

func (t *tables) loadStatus(fsys fs.FS) error {
	t.status = statusTable{}
	return table(fsys, "voice/status.tsv", 4, func(f []string) error {
		e, ok := effects[f[0]]
		if !ok {
			return fmt.Errorf("%q is not an effect", f[0])
		}
		switch f[1] {
		case "v", "n", "a", "mod", "adv", "mark", "aux":
		default:
			return fmt.Errorf("%q is not a part of speech of this table", f[1])
		}
		switch {
		case f[2] == "-", f[2] == "verb" && f[1] == "adv", f[2] == "clause", f[2] == "that", f[2] == "obj-inf", f[2] == "inf", f[2] == "ing", f[2] == "np", f[2] == "subj":
		case strings.HasPrefix(f[2], "+"):
		default:
			return fmt.Errorf("%q is not a slot", f[2])
		}
		for lemma := range strings.FieldsSeq(f[3]) {
			k := statusKey{f[1], lemma, f[2]}
			if old, ok := t.status[k]; ok && old != e {
				return fmt.Errorf("%s %s %s has two effects", f[1], lemma, f[2])
			}
			t.status[k] = e
		}
		return nil
	})
}

// apply puts an outer effect over an inner status.
func apply(e effect, s nuncio.Status) nuncio.Status {
	switch e {
	case negated:
		if s == nuncio.Negated {
			return nuncio.Asserted
		}
		return nuncio.Negated
	case planned:
		if s == nuncio.Asserted {
			return nuncio.Planned
		}
	case possible:
		if s != nuncio.Demanded {
			return nuncio.Possible
		}
	case demanded:
		if s != nuncio.Negated {
			return nuncio.Demanded
		}
	}
	return s
}

// ascent is the walk from a deed up to where its status is decided.
type ascent struct {
	t    *tables
	d    *doc.Document
	si   int
	s    *doc.Sentence
	out  StatusReading
	said bool // inside somebody's words: "would" is the future of a past
	open bool // a governor has negated it: a second one leaves it open
	from int  // the dependent that the walk came up from, -1 at its start
}

func (a *ascent) put(e effect, words doc.Range, reason string) {
	if e == none || e == through || e == asserted {
		return
	}
	next := apply(e, a.out.Status)
	if next == a.out.Status {
		return
	}
	a.out.Status = next
	a.out.Words, a.out.Reason = words, reason
	if next == nuncio.Asserted {
		a.out.Words, a.out.Reason = doc.Range{}, ""
	}
}

// Status reads how the predicate at a token is told. What its status depends on
// is looked for on the way up the tree: its own auxiliaries and negation, then
// each governor by the table, until a clause that stands for itself. A word of
// saying ends the walk: the status is then that which its speaker gives.
func (r *Reader) Status(d *doc.Document, at doc.Ref) StatusReading {
	out := StatusReading{Status: nuncio.Asserted}
	if at.Sent < 0 || at.Sent >= len(d.Sentences) || at.Tok < 0 || at.Tok >= len(d.Sentences[at.Sent].Tokens) {
		return out
	}
	a := ascent{t: r.t, d: d, si: at.Sent, s: &d.Sentences[at.Sent], out: out, said: Claim(d, at) >= 0, from: -1}
	i := at.Tok
	a.own(i)
	for n := 0; n <= len(a.s.Tokens); n++ {
		next, ok := a.up(i)
		if !ok {
			break
		}
		a.from, i = i, next
	}
	a.question(at.Tok, i)
	a.answer(i)
	a.calledOff(at.Tok)
	return a.out
}
