package nlp

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"

	"nuncio/nn"
)

func byRow(m *nn.Matrix) []byte {
	out := make([]byte, 0, len(m.Data)+4*m.Rows)
	q := make([]int8, m.Cols)
	for i := range m.Rows {
		out = appendFloat(out, quantise(q, m.Row(i)))
		for _, v := range q {
			out = append(out, byte(v))
		}
	}
	return out
}

func fromRows(m *nn.Matrix, b []byte) error {
	if len(b) != m.Rows*(m.Cols+4) {
		return fmt.Errorf("%q has %d bytes of %d", m.Name, len(b), m.Rows*(m.Cols+4))
	}
	for i := range m.Rows {
		s := readFloat(b)
		for j := range m.Cols {
			m.Data[i*m.Cols+j] = float32(int8(b[4+j])) * s
		}
		b = b[4+m.Cols:]
	}
	return nil
}

func byColumn(m *nn.Matrix) []byte {
	t := transpose(m)
	return byRow(t)
}

func fromColumns(m *nn.Matrix, b []byte) error {
	t := nn.NewMatrix(m.Name, m.Cols, m.Rows)
	if err := fromRows(t, b); err != nil {
		return err
	}
	m.Data = transpose(t).Data
	return nil
}

func transpose(m *nn.Matrix) *nn.Matrix {
	t := nn.NewMatrix(m.Name, m.Cols, m.Rows)
	for i := range m.Rows {
		for j := range m.Cols {
			t.Data[j*m.Rows+i] = m.Data[i*m.Cols+j]
		}
	}
	return t
}

func floats(x []float32) []byte {
	out := make([]byte, 0, 4*len(x))
	for _, f := range x {
		out = appendFloat(out, f)
	}
	return out
}

func fromFloats(m *nn.Matrix, b []byte) error {
	if len(b) != 4*len(m.Data) {
		return fmt.Errorf("%q has %d bytes of %d", m.Name, len(b), 4*len(m.Data))
	}
	for i := range m.Data {
		m.Data[i] = readFloat(b[4*i:])
	}
	return nil
}

func appendFloat(b []byte, f float32) []byte {
	return binary.LittleEndian.AppendUint32(b, math.Float32bits(f))
}

func readFloat(b []byte) float32 { return math.Float32frombits(binary.LittleEndian.Uint32(b)) }

func readVectors(dim int, parts map[string][]byte) (*Vectors, error) {
	if dim == 0 {
		return nil, nil
	}
	text, err := unsqueeze(parts["words"])
	if err != nil {
		return nil, fmt.Errorf("words: %w", err)
	}
	v := &Vectors{Dim: dim, Words: strings.Split(string(text), "\n")}
	n := len(v.Words)
	if len(parts["scales"]) != 4*n || len(parts["vectors"]) != n*dim {
		return nil, fmt.Errorf("word vectors do not fit %d words", n)
	}
	v.Scale = make([]float32, n)
	for i := range v.Scale {
		v.Scale[i] = readFloat(parts["scales"][4*i:])
	}
	v.Data = make([]int8, n*dim)
	for i, b := range parts["vectors"] {
		v.Data[i] = int8(b)
	}
	v.makeIndex()
	return v, nil
}

func readLemmas(b []byte) (*Lemmas, error) {
	text, err := unsqueeze(b)
	if err != nil {
		return nil, err
	}
	l := &Lemmas{}
	if err := json.Unmarshal(text, l); err != nil {
		return nil, err
	}
	for _, at := range l.Ends {
		if at < 0 || at >= len(l.Rules) {
			return nil, fmt.Errorf("rule %d of %d", at, len(l.Rules))
		}
	}
	for _, r := range l.Rules {
		if r.Cut < 0 {
			return nil, fmt.Errorf("a rule cuts %d bytes", r.Cut)
		}
	}
	return l, nil
}

func squeeze(b []byte) []byte {
	var out bytes.Buffer
	z, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	z.Write(b) // into memory: cannot fail
	z.Close()
	return out.Bytes()
}

func unsqueeze(b []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	out, err := io.ReadAll(io.LimitReader(z, maxModel+1))
	if err == nil && len(out) > maxModel {
		err = fmt.Errorf("more than %d bytes", maxModel)
	}
	return out, err
}

func checksum(b []byte) [sha256.Size]byte { return sha256.Sum256(b) }
