package nlp

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"nuncio/nn"
	"nuncio/text"
)

// A model file is: eight bytes of magic, the version of the format, the length of
// a JSON header, the header, the sections it lists, and the SHA-256 of all that.
// Numbers are little-endian. Matrices are kept in 8 bits with one scale a column
// (tables and vectors: a row); biases in single precision.
const (
	magic     = "NUNCIOLM"
	version   = 1
	maxModel  = 64 << 20
	maxHeader = 1 << 20
)

// header describes a model.
type header struct {
	Config   Config    `json:"config"`
	Labels   Labels    `json:"labels"`
	Card     Card      `json:"card"`
	Sections []section `json:"sections"`
}

// Card says what a model was made of, for those who hold only the file.
type Card struct {
	Name    string            `json:"name"`
	Data    []string          `json:"data,omitempty"`
	Options map[string]string `json:"options,omitempty"`
	Scores  map[string]string `json:"scores,omitempty"`
}

type section struct {
	Name string `json:"name"`
	Size int    `json:"size"`
}

// Write writes a model file.
func Write(w io.Writer, net *Net, vec *Vectors, lemmas *Lemmas, card Card) error {
	h := header{Config: net.Config, Labels: net.Labels, Card: card}
	var body bytes.Buffer
	put := func(name string, b []byte) {
		h.Sections = append(h.Sections, section{name, len(b)})
		body.Write(b)
	}
	for _, m := range net.Emb {
		put(m.Name, byRow(m))
	}
	for _, m := range net.Dense() {
		if m.Rows == 1 {
			put(m.Name, floats(m.Data))
		} else {
			put(m.Name, byColumn(m))
		}
	}
	if net.Vectors > 0 {
		put("words", squeeze([]byte(strings.Join(vec.Words, "\n"))))
		put("scales", floats(vec.Scale))
		b := make([]byte, len(vec.Data))
		for i, q := range vec.Data {
			b[i] = byte(q)
		}
		put("vectors", b)
	}
	l, err := json.Marshal(lemmas)
	if err != nil {
		return err
	}
	put("lemmas", squeeze(l))
	head, err := json.Marshal(h)
	if err != nil {
		return err
	}
	out := []byte(magic)
	out = binary.LittleEndian.AppendUint32(out, version)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(head)))
	out = append(out, head...)
	out = append(out, body.Bytes()...)
	sum := checksum(out)
	_, err = w.Write(append(out, sum[:]...))
	return err
}

// Load reads a model file and makes an engine of it. rules cut texts into
// sentences and tokens; without them the engine takes tokens alone.
func Load(b []byte, rules *text.Rules) (*Engine, error) {
	h, body, sum, err := open(b)
	if err != nil {
		return nil, fmt.Errorf("model file: %w", err)
	}
	if err := h.check(len(body)); err != nil {
		return nil, fmt.Errorf("model file: %w", err)
	}
	net := NewNet(h.Config, h.Labels)
	parts := map[string][]byte{}
	for _, s := range h.Sections {
		parts[s.Name], body = body[:s.Size], body[s.Size:]
	}
	for _, m := range net.Emb {
		if err := fromRows(m, parts[m.Name]); err != nil {
			return nil, fmt.Errorf("model file: %w", err)
		}
	}
	for _, m := range net.Dense() {
		read := fromColumns
		if m.Rows == 1 {
			read = fromFloats
		}
		if err := read(m, parts[m.Name]); err != nil {
			return nil, fmt.Errorf("model file: %w", err)
		}
	}
	vec, err := readVectors(h.Config.Vectors, parts)
	if err != nil {
		return nil, fmt.Errorf("model file: %w", err)
	}
	lemmas, err := readLemmas(parts["lemmas"])
	if err != nil {
		return nil, fmt.Errorf("model file: lemmas: %w", err)
	}
	e, err := New(net, vec, lemmas, h.Card.Name+"-"+hex.EncodeToString(sum[:4]))
	if err != nil {
		return nil, fmt.Errorf("model file: %w", err)
	}
	e.card, e.rules = h.Card, rules
	return e, nil
}

// open checks the frame of a file and parts header and body.
func open(b []byte) (h header, body, sum []byte, err error) {
	const front = len(magic) + 8
	switch {
	case len(b) < front+sha256.Size || string(b[:len(magic)]) != magic:
		return h, nil, nil, errors.New("not a language model of nuncio")
	case len(b) > maxModel:
		return h, nil, nil, fmt.Errorf("%d bytes where %d are the most allowed", len(b), maxModel)
	}
	if v := binary.LittleEndian.Uint32(b[len(magic):]); v != version {
		return h, nil, nil, fmt.Errorf("format %d, this program reads format %d: train the model again or take the one that came with the program", v, version)
	}
	all, sum := b[:len(b)-sha256.Size], b[len(b)-sha256.Size:]
	if got := checksum(all); !bytes.Equal(got[:], sum) {
		return h, nil, nil, errors.New("checksum does not match: the file is cut short or damaged")
	}
	n := int(binary.LittleEndian.Uint32(b[len(magic)+4:]))
	if n > maxHeader || front+n > len(all) {
		return h, nil, nil, errors.New("header longer than the file")
	}
	if err := json.Unmarshal(all[front:front+n], &h); err != nil {
		return h, nil, nil, fmt.Errorf("header: %w", err)
	}
	return h, all[front+n:], sum, nil
}

// check refuses what would make more memory than the file can fill.
func (h *header) check(body int) error {
	if err := h.Config.Check(); err != nil {
		return err
	}
	l := &h.Labels
	for _, s := range [][]string{l.UPOS, l.XPOS, l.Feats, l.Rels, l.Names} {
		if len(s) == 0 || len(s) > 20000 {
			return fmt.Errorf("%d labels of a kind", len(s))
		}
	}
	for i, n := range l.Names {
		if i > 0 && len(n) < 3 || i == 0 && n != "O" {
			return fmt.Errorf("name tag %q", n)
		}
	}
	if len(l.Names)%2 != 1 {
		return fmt.Errorf("%d name tags do not make pairs", len(l.Names)-1)
	}
	size := 0
	for _, s := range h.Sections {
		if s.Size < 0 || s.Size > body {
			return fmt.Errorf("section %q of %d bytes", s.Name, s.Size)
		}
		size += s.Size
	}
	if size != body {
		return fmt.Errorf("sections of %d bytes in a body of %d", size, body)
	}
	c := &h.Config
	need := c.In()*2*c.D + 3*c.D*c.D*(c.Layers+1) + c.D*c.HeadWidth() + c.Arc*c.Arc + c.Tag*(len(l.UPOS)+len(l.XPOS)+len(l.Feats)) + 2*c.Label*len(l.Rels)
	for _, t := range c.Tables {
		need += t.Rows * t.Dim
	}
	if need > body {
		return fmt.Errorf("a network of %d numbers in %d bytes", need, body)
	}
	return nil
}

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
