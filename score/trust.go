package score

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"strconv"
	"strings"
)

// The grounds on which an event is trusted, in the order of [Grounds].
const (
	One           = iota // always 1
	Wording              // the rule's score: how much of its wording was there, in units of 20
	Words                // words that fired it beyond the first, up to 3
	HasRecipient         // somebody stands at the other end
	NamedActor           // the actor's head is a name
	NamedReceiver        // so is the recipient's
	Asserted             // told as a fact
	OnWord               // on somebody's word
	Dated                // words of its own say when
	Agreement            // the sentence's model: logarithm of the share of the event's quad class against an even one
	NoAct                // the same model: share of "no act"
	ByNoun               // the predicate is a noun
	InTitle              // it stands in the title
	Inner                // it is the deed inside a speech act
	Length               // of the sentence, in units of 40 words
	Far                  // words between actor and predicate, in units of 10
	groundCount
)

// groundNames are how the file calls the grounds.
var groundNames = [groundCount]string{
	"one", "wording", "words", "recipient", "named-actor", "named-recipient", "asserted", "on-word", "dated", "agreement",
	"no-act", "by-noun", "title", "inner", "length", "far",
}

// Grounds are the values of an event's grounds.
type Grounds [groundCount]float64

// Least and Most bound every confidence: nothing is certain.
const (
	Least = 0.05
	Most  = 0.98
)

// Trust turns grounds into a calibrated confidence: a logistic regression.
type Trust struct{ weights Grounds }

// Confidence is the share of events on such grounds that stand, in hundredths
// and between Least and Most.
func (t *Trust) Confidence(g *Grounds) float64 {
	p := math.Round(t.probability(g)*100) / 100
	if !(p > Least) { // weights out of all proportion give no number
		return Least
	}
	return min(p, Most)
}

func (t *Trust) probability(g *Grounds) float64 {
	z := 0.0
	for i, v := range g {
		z += t.weights[i] * v
	}
	return 1 / (1 + math.Exp(-z))
}

// Reasons are the grounds with what each adds to the logarithm of the odds.
func (t *Trust) Reasons(g *Grounds) []Feature {
	var out []Feature
	for i, v := range g {
		if w := t.weights[i] * v; w != 0 {
			out = append(out, Feature{Name: groundNames[i], Weight: w})
		}
	}
	return out
}

// Case is an event of which it is known whether it stands.
type Case struct {
	Grounds Grounds
	Right   bool
}

// FitTrust learns a Trust from cases, by Newton steps with a ridge on all but
// the constant. The same cases give the same Trust.
func FitTrust(cases []Case, ridge float64) *Trust {
	t := &Trust{}
	const n = int(groundCount)
	for range 25 {
		var grad [n]float64
		var hess [n][n]float64
		for i := range n {
			if i != One {
				grad[i] = ridge * t.weights[i]
				hess[i][i] = ridge
			} else {
				hess[i][i] = 1e-6
			}
		}
		for k := range cases {
			g := &cases[k].Grounds
			p := t.probability(g)
			d := p
			if cases[k].Right {
				d--
			}
			for i := range n {
				grad[i] += d * g[i]
				for j := range n {
					hess[i][j] += p * (1 - p) * g[i] * g[j]
				}
			}
		}
		step := solve(hess, grad)
		for i := range n {
			t.weights[i] -= step[i]
		}
	}
	for i := range t.weights {
		t.weights[i] = math.Round(t.weights[i]*1000) / 1000
	}
	return t
}

// solve is Gauss's elimination of a positive definite system.
func solve(a [groundCount][groundCount]float64, b [groundCount]float64) (x [groundCount]float64) {
	const n = int(groundCount)
	for i := range n {
		for k := i + 1; k < n; k++ {
			f := a[k][i] / a[i][i]
			for j := i; j < n; j++ {
				a[k][j] -= f * a[i][j]
			}
			b[k] -= f * b[i]
		}
	}
	for i := n - 1; i >= 0; i-- {
		x[i] = b[i]
		for j := i + 1; j < n; j++ {
			x[i] -= a[i][j] * x[j]
		}
		x[i] /= a[i][i]
	}
	return x
}

// WriteTo writes the weights as a table that can be read and changed.
func (t *Trust) WriteTo(w io.Writer) (int64, error) {
	var b bytes.Buffer
	b.WriteString("# Weights of an event's confidence (logistic regression): ground, tab, weight. docs/scorer.md says what each is.\n# Written by nuncio train score from the example reports of this project.\n")
	for i, v := range t.weights {
		fmt.Fprintf(&b, "%s\t%s\n", groundNames[i], strconv.FormatFloat(v, 'f', -1, 64))
	}
	n, err := w.Write(b.Bytes())
	return int64(n), err
}

// ReadTrust reads such a table; a ground that it does not name weighs nothing.
func ReadTrust(r io.Reader) (*Trust, error) {
	t := &Trust{}
	sc := bufio.NewScanner(r)
lines:
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		name, value, _ := strings.Cut(line, "\t")
		v, err := strconv.ParseFloat(value, 64)
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, fmt.Errorf("confidence: line %d: %q is no weight", n, value)
		}
		for i, known := range groundNames {
			if name == known {
				t.weights[i] = v
				continue lines
			}
		}
		return nil, fmt.Errorf("confidence: line %d: unknown ground %q", n, name)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("confidence: %w", err)
	}
	return t, nil
}

// Scorer is both models.
type Scorer struct {
	Quad  *Model
	Trust *Trust
}

// Open reads quad.bin and confidence.tsv of a folder.
func Open(fsys fs.FS) (*Scorer, error) {
	b, err := fs.ReadFile(fsys, "quad.bin")
	if err != nil {
		return nil, err
	}
	quad, err := Load(b)
	if err != nil {
		return nil, fmt.Errorf("quad.bin: %w", err)
	}
	f, err := fsys.Open("confidence.tsv")
	if err != nil {
		return nil, err
	}
	trust, err := ReadTrust(f)
	return &Scorer{Quad: quad, Trust: trust}, errors.Join(err, f.Close())
}
