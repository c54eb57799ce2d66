package nlp

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"nuncio/text"
)

// A model file is: eight bytes of magic, the version of the format, the length of
// a JSON header, the header, the sections it lists, and the SHA-256 of all that.
// Numbers are little-endian. Matrices are kept in 8 bits with one scale a column
// (tables and vectors: a row); biases in single precision.
const (
	magic     = "NUNCIOLM"
	version   = 2
	oldest    = 1 // knew no waist
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
	if v := binary.LittleEndian.Uint32(b[len(magic):]); v < oldest || v > version {
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
