package train

import (
	"fmt"
	"math"
	"os"

	"nuncio/nlp"
)

// share is how much of what a word should be falls to one label.
type share struct {
	label int16
	part  float32
}

// soft is what a teacher from outside thinks of a word: labels that share, with
// the gold one, what is to be learned. The rest of each list is the gold label's.
type soft struct{ upos, xpos, head, rel []share }

// soften gives the examples the shares of the teacher whose scores a file holds:
// part of each word's target. A small network learns more from what a better one
// doubts than from its verdicts alone.
func soften(ex []*example, path string, part float64, labels *nlp.Labels) error {
	if path == "" {
		return nil
	}
	if part < 0 || part > 1 {
		return fmt.Errorf("a teacher's part of %g is not between 0 and 1", part)
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	o, err := ReadOutside(f, 1, labels)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for _, e := range ex {
		s := o.seen(e.forms)
		if s == nil {
			continue
		}
		e.soft = make([]soft, len(e.gold))
		for i := range e.gold {
			e.soft[i] = soft{
				upos: shares(s.UPOS[i], o.upos, part),
				xpos: shares(s.XPOS[i], o.xpos, part),
				head: shares(s.Heads[i], nil, part),
			}
			for k := 0; k < len(s.Heads[i]); k += 2 {
				if int16(s.Heads[i][k]) == e.gold[i].head {
					e.soft[i].rel = shares(s.Rels[i][k/2], o.rels, part)
				}
			}
		}
	}
	return nil
}

// shares turns numbers with log probabilities into shares that add up to part;
// labels that we do not have are left out.
func shares(pairs []float32, to []int, part float64) []share {
	var out []share
	var sum float64
	for i := 0; i < len(pairs); i += 2 {
		k := int(pairs[i])
		if to != nil {
			k = to[k]
		}
		if k < 0 {
			continue
		}
		p := math.Exp(float64(pairs[i+1]))
		out = append(out, share{int16(k), float32(p)})
		sum += p
	}
	for i := range out {
		out[i].part *= float32(part / sum)
	}
	return out
}
