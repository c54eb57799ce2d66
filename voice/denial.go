package voice

import (
	"fmt"
	"io/fs"
	"strings"
)

// Denial is what the table says of a verb that denies without saying what.
type Denial uint8

// The kinds of denial.
const (
	NoDenial    Denial = iota
	DeniesAny          // whatever its object is
	DeniesClaim        // when its object is a word for a claim, or a pronoun for one
)

// DenialExample is a report whose last sentence denies what was told before, or
// has a verb of denial and does not.
type DenialExample struct {
	Text   string
	Denies bool
}

// Denies tells how the verb with a lemma denies.
func (r *Reader) Denies(lemma string) Denial { return r.t.denials[lemma] }

// Speaks reports whether the verb with a lemma can tell somebody's words or thoughts.
func (r *Reader) Speaks(lemma string) bool {
	return r.t.verbs[lemma] != nil || r.t.denials[lemma] != NoDenial
}

// Plans reports whether the verb with a lemma is one of planning: who plans or gets ready to do
// something has not said so.
func (r *Reader) Plans(lemma string) bool { return r.t.words["planning"][lemma] }

// Addresses reports whether the object of the verb with a lemma is the one spoken to:
// "told the minister".
func (r *Reader) Addresses(lemma string) bool {
	c := r.t.verbs[lemma]
	return c != nil && c.addressee
}

// DenialExamples are the examples of the table of denials.
func (r *Reader) DenialExamples() []DenialExample { return r.t.denialExamples }

func (t *tables) loadDenials(fsys fs.FS) error {
	t.denials = map[string]Denial{}
	return table(fsys, "voice/denials.tsv", 4, func(f []string) error {
		var kind Denial
		switch f[0] {
		case "any":
			kind = DeniesAny
		case "claim":
			kind = DeniesClaim
		default:
			return fmt.Errorf("%q: want any or claim", f[0])
		}
		for lemma := range strings.FieldsSeq(f[1]) {
			if t.denials[lemma] != NoDenial {
				return fmt.Errorf("%q stands twice", lemma)
			}
			t.denials[lemma] = kind
		}
		for i, list := range f[2:4] {
			for text := range strings.SplitSeq(list, "|") {
				t.denialExamples = append(t.denialExamples, DenialExample{Text: strings.TrimSpace(text), Denies: i == 0})
			}
		}
		return nil
	})
}
