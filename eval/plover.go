package eval

import (
	"bufio"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"strings"

	"nuncio"
)

// PloverRow is one sentence of a PLOVER test set with its two marked parties.
type PloverRow struct {
	Sentence       string
	Source, Target []nuncio.Span // bytes of the sentence
	Root           string        // CONCEDE and RETREAT are one class, YIELD
}

// ReadPlover reads the tab-separated form of the Zero-Shot-PLOVER sets: columns
// sentence, marked_sentence (<s>source</s>, <t>target</t>) and gold_root, in any
// order.
func ReadPlover(r io.Reader) ([]PloverRow, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	if !sc.Scan() {
		return nil, errors.New("plover set: empty")
	}
	col := map[string]int{}
	for i, name := range strings.Split(sc.Text(), "\t") {
		col[name] = i
	}
	for _, want := range []string{"sentence", "marked_sentence", "gold_root"} {
		if _, ok := col[want]; !ok {
			return nil, fmt.Errorf("plover set: no column %q", want)
		}
	}
	var out []PloverRow
	for n := 2; sc.Scan(); n++ {
		f := strings.Split(sc.Text(), "\t")
		if len(f) < len(col) {
			return nil, fmt.Errorf("plover set: line %d has %d of %d fields", n, len(f), len(col))
		}
		row := PloverRow{Root: f[col["gold_root"]]}
		row.unmark(f[col["marked_sentence"]])
		out = append(out, row)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("plover set: %w", err)
	}
	return out, nil
}

// unmark takes the marks out of a sentence and keeps where they stood.
func (r *PloverRow) unmark(marked string) {
	var b strings.Builder
	open := map[byte]int{}
	for i := 0; i < len(marked); {
		rest := marked[i:]
		switch {
		case strings.HasPrefix(rest, "<s>"), strings.HasPrefix(rest, "<t>"):
			open[rest[1]] = b.Len()
			i += 3
		case strings.HasPrefix(rest, "</s>"):
			r.Source = append(r.Source, nuncio.Span{Start: open['s'], End: b.Len()})
			i += 4
		case strings.HasPrefix(rest, "</t>"):
			r.Target = append(r.Target, nuncio.Span{Start: open['t'], End: b.Len()})
			i += 4
		default:
			b.WriteByte(marked[i])
			i++
		}
	}
	r.Sentence = b.String()
}

// SetAside reports whether the row belongs to the half that nobody looks at:
// rules are written with the other half before one's eyes.
func (r *PloverRow) SetAside() bool {
	h := fnv.New64a()
	io.WriteString(h, r.Sentence)
	return h.Sum64()%2 == 1
}

// PloverParty is a party of an event: the word that heads it (or the mentions of
// its entity) and its whole phrase.
type PloverParty struct {
	Heads []nuncio.Span
	Whole nuncio.Span
}

// PloverEvent is one event that came out of a sentence.
type PloverEvent struct {
	Event, Mode      string
	Status           nuncio.Status
	Actor, Recipient []PloverParty
	Reciprocal       bool
	Inner            bool // the deed inside a speech act
	Depth            int  // of its predicate in the tree, 0 when not known
}

// PloverRoot is the class that annotators of the set give an event: what is only
// intended is AGREE or THREATEN, what is only asked for REQUEST, cooperation
// withheld REJECT; CONCEDE and RETREAT are YIELD. A verdict, for which the manual has a
// mode of SANCTION, is ACCUSE with them, as its CAMEO code is.
func PloverRoot(event, mode string, status nuncio.Status) string {
	cooperative := false
	if event == "SANCTION" && mode == "convict" {
		event = "ACCUSE"
	}
	switch event {
	case "STATEMENT":
		return ""
	case "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT":
		cooperative = true
	case "SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST":
	default:
		return event
	}
	switch {
	case status == nuncio.Demanded:
		return "REQUEST"
	case status == nuncio.Planned && cooperative:
		return "AGREE"
	case status == nuncio.Planned:
		return "THREATEN"
	case status == nuncio.Negated && cooperative:
		return "REJECT"
	case event == "CONCEDE" || event == "RETREAT":
		return "YIELD"
	}
	return event
}

// Choose picks the event between the marked parties, else the one nearest to
// them; found says whether both parties of the chosen event are the marked ones.
func (r *PloverRow) Choose(events []PloverEvent) (root string, found bool) {
	best := -1 << 30
	for i := range events {
		e := &events[i]
		name := PloverRoot(e.Event, e.Mode, e.Status)
		if name == "" {
			continue
		}
		a, b := touch(e.Actor, r.Source), touch(e.Recipient, r.Target)
		if e.Reciprocal {
			if x, y := touch(e.Recipient, r.Source), touch(e.Actor, r.Target); x+y > a+b {
				a, b = x, y
			}
		}
		score := 10*a + 10*b - min(e.Depth, 5)
		if a > 0 && b > 0 {
			score += 30
		}
		if !e.Inner {
			score += 5
		}
		if e.Event != "CONSULT" {
			score += 2 // annotators code what was said in a call before the call
		}
		if score > best {
			best, root = score, name
			found = a == 2 && b == 2
		}
	}
	return root, found
}

// touch is 2 when a party's head lies in a mark, 1 when only its phrase meets one.
func touch(parties []PloverParty, marks []nuncio.Span) int {
	out := 0
	for _, p := range parties {
		for _, m := range marks {
			for _, h := range p.Heads {
				if h.Overlaps(m) {
					return 2
				}
			}
			if p.Whole.Overlaps(m) {
				out = 1
			}
		}
	}
	return out
}

// PloverScore counts over rows.
type PloverScore struct {
	Rows, Coded, Right int
	Both, BothRight    int // rows whose two parties were found; and the class right too
	gold, got          []string
}

// Add counts a row.
func (s *PloverScore) Add(gold, got string, found bool) {
	s.Rows++
	s.gold, s.got = append(s.gold, gold), append(s.got, got)
	if got != "" {
		s.Coded++
	}
	if found {
		s.Both++
	}
	if got == gold {
		s.Right++
		if found {
			s.BothRight++
		}
	}
}

// Classes are the gold classes in the order of their names.
func (s *PloverScore) Classes() []string { return sortedNames(s.gold) }

// Class is the count of one class.
func (s *PloverScore) Class(name string) PRF { return classPRF(s.gold, s.got, name) }

// MacroF1 is the mean of the classes' F1.
func (s *PloverScore) MacroF1() float64 { return macroF1(s.gold, s.got) }

// Accuracy is the share of rows with the right class.
func (s *PloverScore) Accuracy() float64 { return share(s.Right, s.Rows) }

// QuadMacroF1 is MacroF1 over quad classes.
func (s *PloverScore) QuadMacroF1() float64 {
	return macroF1(quads(s.gold), quads(s.got))
}

func quads(roots []string) []string {
	out := make([]string, len(roots))
	for i, r := range roots {
		switch r {
		case "AGREE", "CONSULT", "SUPPORT":
			out[i] = "1"
		case "COOPERATE", "AID", "YIELD":
			out[i] = "2"
		case "REQUEST", "ACCUSE", "REJECT", "THREATEN":
			out[i] = "3"
		case "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT":
			out[i] = "4"
		}
	}
	return out
}

// Interval is the central 95 % of a measure when rows are drawn anew with
// replacement.
func (s *PloverScore) Interval(measure func(*PloverScore) float64) (low, high float64) {
	return resample(len(s.gold), func(pick func() int) float64 {
		var t PloverScore
		for range s.gold {
			k := pick()
			t.Add(s.gold[k], s.got[k], false)
		}
		return measure(&t)
	})
}
