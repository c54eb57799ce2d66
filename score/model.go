package score

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"nuncio/doc"
)

// Classes is the number of classes: 0 for no act between parties, then PLOVER's
// quad classes: 1 verbal and 2 material cooperation, 3 verbal and 4 material
// conflict.
const Classes = 5

// Model is a multinomial logistic regression over buckets of features. It is
// never written to once it stands, and may be shared.
type Model struct {
	bias    [Classes]float32
	scale   float32 // of one step of a weight
	weights []int8  // bucket × class
}

// Classify gives the probability of each class.
func (m *Model) Classify(ids []uint32) [Classes]float64 {
	var sum [Classes]int32
	for _, id := range ids {
		w := m.weights[int(id)*Classes : int(id)*Classes+Classes : int(id)*Classes+Classes]
		for c, v := range w {
			sum[c] += int32(v)
		}
	}
	var z [Classes]float64
	norm := norm(len(ids))
	for c := range z {
		z[c] = float64(m.bias[c]) + float64(sum[c])*float64(m.scale)*norm
	}
	return softmax(z)
}

// norm makes long and short sentences alike.
func norm(features int) float64 { return 1 / math.Sqrt(float64(max(features, 1))) }

func softmax(z [Classes]float64) [Classes]float64 {
	top := slices.Max(z[:])
	sum := 0.0
	for c := range z {
		z[c] = math.Exp(z[c] - top)
		sum += z[c]
	}
	for c := range z {
		z[c] /= sum
	}
	return z
}

// Best is the most likely class, the first between equals.
func Best(p [Classes]float64) int {
	best := 0
	for c := range p {
		if p[c] > p[best] {
			best = c
		}
	}
	return best
}

// Feature is one reason for a class, in words, and its weight: how much it adds
// to the class beyond the mean of all classes.
type Feature struct {
	Name   string
	Weight float64
}

// Explain gives the n features that speak loudest for or against a class in a
// sentence, the strongest first.
func (m *Model) Explain(d *doc.Document, sent int, acts []Act, class, n int) []Feature {
	x := Extractor{named: true}
	count := len(x.Sentence(d, sent, acts))
	seen := map[string]bool{}
	var out []Feature
	for i, name := range x.names {
		if seen[name] {
			continue
		}
		seen[name] = true
		w := m.weights[int(x.raw[i])*Classes : int(x.raw[i])*Classes+Classes]
		mean := 0.0
		for _, v := range w {
			mean += float64(v) / Classes
		}
		out = append(out, Feature{Name: name, Weight: (float64(w[class]) - mean) * float64(m.scale) * norm(count)})
	}
	out = slices.DeleteFunc(out, func(f Feature) bool { return f.Weight == 0 })
	slices.SortStableFunc(out, func(a, b Feature) int {
		switch x, y := math.Abs(a.Weight), math.Abs(b.Weight); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	return out[:min(n, len(out))]
}

// The file: magic, bias, scale, number of buckets with weights; then each such
// bucket as the distance from the one before and its weights. Little-endian.
const magic = "NSCORE1\n"

// ErrFormat is what a file that is no model gives.
var ErrFormat = errors.New("no model of the scorer")

// WriteTo writes the model.
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	var b bytes.Buffer
	b.WriteString(magic)
	le := binary.LittleEndian
	num := func(f float32) { b.Write(le.AppendUint32(nil, math.Float32bits(f))) }
	for _, v := range m.bias {
		num(v)
	}
	num(m.scale)
	var body []byte
	last, count := 0, 0
	for id := 0; id < len(m.weights)/Classes; id++ {
		w := m.weights[id*Classes : id*Classes+Classes]
		if w[0]|w[1]|w[2]|w[3]|w[4] == 0 {
			continue
		}
		body = binary.AppendUvarint(body, uint64(id-last))
		for _, v := range w {
			body = append(body, byte(v))
		}
		last = id
		count++
	}
	b.Write(le.AppendUint32(nil, uint32(count)))
	b.Write(body)
	n, err := w.Write(b.Bytes())
	return int64(n), err
}

// Load reads a model.
func Load(b []byte) (*Model, error) {
	const head = len(magic) + 4*(Classes+2)
	if len(b) < head || string(b[:len(magic)]) != magic {
		return nil, ErrFormat
	}
	le := binary.LittleEndian
	at := len(magic)
	num := func() float32 {
		f := math.Float32frombits(le.Uint32(b[at:]))
		at += 4
		return f
	}
	m := &Model{weights: make([]int8, Classes<<Bits)}
	for c := range m.bias {
		m.bias[c] = num()
	}
	m.scale = num()
	for _, f := range append(m.bias[:], m.scale) {
		if f != f || math.IsInf(float64(f), 0) {
			return nil, fmt.Errorf("%w: a number is not finite", ErrFormat)
		}
	}
	count := le.Uint32(b[at:])
	b = b[at+4:]
	id := uint64(0)
	for i := range count {
		step, n := binary.Uvarint(b)
		if n <= 0 || len(b) < n+Classes || step > 1<<Bits || i > 0 && step == 0 {
			return nil, fmt.Errorf("%w: cut off or damaged at weight %d of %d", ErrFormat, i+1, count)
		}
		if id += step; id >= 1<<Bits {
			return nil, fmt.Errorf("%w: bucket %d is too high", ErrFormat, id)
		}
		for c := range Classes {
			m.weights[int(id)*Classes+c] = int8(b[n+c])
		}
		b = b[n+Classes:]
	}
	if len(b) > 0 {
		return nil, fmt.Errorf("%w: %d bytes too many", ErrFormat, len(b))
	}
	return m, nil
}
