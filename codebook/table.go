package codebook

import (
	"fmt"
	"strconv"
	"strings"
)

// Code is one row of the CAMEO table.
type Code struct {
	CAMEO     string
	Name      string
	Goldstein float64
	Label     Label // PLOVER reading by the repaired crosswalk; Event "" for 01 and 02
}

// Class is one event class.
type Class struct {
	Event string
	Quad  int
	Root  string // CAMEO code when nothing deeper is known
	Modes []string
	Line  int // in classes.tsv
}

// contentRow refines a speech act by the deed in its content.
type contentRow struct {
	speech, deed, mode, context string
	outMode, cameo              string
}

// tsv calls row for each line that is neither empty nor a comment; the first is
// the header and is checked.
func tsv(file, src, header string, row func(line int, f []string) error) error {
	want := strings.Fields(header)
	number, seen := 0, false
	for line := range strings.Lines(src) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if !seen {
			seen = true
			if strings.Join(f, " ") != strings.Join(want, " ") {
				return &Error{file, number, fmt.Sprintf("the header must be %q, tab-separated", header)}
			}
			continue
		}
		if len(f) != len(want) {
			return &Error{file, number, fmt.Sprintf("%d fields, want %d", len(f), len(want))}
		}
		if err := row(number, f); err != nil {
			return &Error{file, number, err.Error()}
		}
	}
	if !seen {
		return &Error{file, 1, "no header"}
	}
	return nil
}

func (b *Codebook) readCodes(file, src string) error {
	return tsv(file, src, "code goldstein event mode context name", func(_ int, f []string) error {
		g, err := strconv.ParseFloat(f[1], 64)
		if err != nil {
			return fmt.Errorf("goldstein: %q is no number", f[1])
		}
		c := Code{CAMEO: f[0], Name: f[5], Goldstein: g, Label: Label{Event: f[2], Mode: f[3], CAMEO: f[0]}}
		if f[4] != "" {
			c.Label.Context = strings.Split(f[4], ";")
		}
		if _, dup := b.codes[f[0]]; dup {
			return fmt.Errorf("code %s stands twice", f[0])
		}
		b.codes[f[0]] = c
		b.codeList = append(b.codeList, c)
		return nil
	})
}

func (b *Codebook) readClasses(file, src string) error {
	return tsv(file, src, "event quad cameo modes", func(line int, f []string) error {
		q, err := strconv.Atoi(f[1])
		if err != nil || q < 0 || q > 4 {
			return fmt.Errorf("quad: %q is not 0 to 4", f[1])
		}
		c := Class{Event: f[0], Quad: q, Root: f[2], Line: line}
		if f[3] != "" {
			c.Modes = strings.Split(f[3], " ")
		}
		b.Classes = append(b.Classes, c)
		return nil
	})
}

func (b *Codebook) readContent(file, src string) error {
	return tsv(file, src, "speech deed deed_mode deed_context mode cameo", func(_ int, f []string) error {
		if _, ok := b.codes[f[5]]; !ok && f[5] != "" {
			return fmt.Errorf("no CAMEO code %s", f[5])
		}
		b.content = append(b.content, contentRow{f[0], f[1], f[2], f[3], f[4], f[5]})
		return nil
	})
}

// Code is the CAMEO table's row for a code.
func (b *Codebook) Code(cameo string) (Code, bool) {
	c, ok := b.codes[cameo]
	return c, ok
}

// Class is the row of a class, or nil.
func (b *Codebook) Class(event string) *Class {
	for i := range b.Classes {
		if b.Classes[i].Event == event {
			return &b.Classes[i]
		}
	}
	return nil
}

// Quad is the quad class of an event class; 0 for STATEMENT and what is not known.
func (b *Codebook) Quad(event string) int {
	if c := b.Class(event); c != nil {
		return c.Quad
	}
	return 0
}

// Goldstein is the weight of a code; a code without one takes its parent's.
func (b *Codebook) Goldstein(cameo string) float64 {
	for ; cameo != ""; cameo = cameo[:len(cameo)-1] {
		if c, ok := b.codes[cameo]; ok {
			return c.Goldstein
		}
	}
	return 0
}

// Weights names the table that Goldstein reads.
func (b *Codebook) Weights() string { return "goldstein-icews" }

// refine gives a speech act the mode and code that its deed asks for. The most
// particular row wins: context before mode before class.
func (b *Codebook) refine(speech *Label, deed *Label) {
	if len(speech.CAMEO) < 2 {
		return
	}
	root := speech.CAMEO[:2]
	best, bestRank := -1, -1
	for i := range b.content {
		r := &b.content[i]
		if r.speech != root || r.deed != deed.Event {
			continue
		}
		rank := 0
		if r.mode != "*" {
			if r.mode != deed.Mode {
				continue
			}
			rank++
		}
		if r.context != "*" {
			if !has(deed.Context, r.context) {
				continue
			}
			rank += 2
		}
		if rank > bestRank {
			best, bestRank = i, rank
		}
	}
	if best < 0 {
		return
	}
	r := &b.content[best]
	if r.outMode != "" && speech.Mode == "" {
		speech.Mode = r.outMode
	}
	if r.cameo != "" {
		speech.CAMEO = r.cameo
		if len(speech.Context) == 0 {
			speech.Context = b.codes[r.cameo].Label.Context
		}
	}
}

// Root is the plain label of a class.
func (b *Codebook) Root(event string) (Label, bool) {
	c := b.Class(event)
	if c == nil {
		return Label{}, false
	}
	return Label{Event: event, CAMEO: c.Root}, true
}

// Mode is the shortest label of a class that has the mode.
func (b *Codebook) Mode(event, mode string) (Label, bool) {
	var out Label
	for _, code := range b.codeList {
		if c := &code.Label; c.Event == event && c.Mode == mode && (out.CAMEO == "" || len(code.CAMEO) < len(out.CAMEO)) {
			out = Label{Event: event, Mode: mode, Context: c.Context, CAMEO: code.CAMEO}
		}
	}
	return out, out.CAMEO != ""
}

// Implied is the deed that a speech act speaks of by its code alone, where no
// clause tells it: "promised aid", "called for talks", "threatened a boycott".
func (b *Codebook) Implied(speech *Match) (Label, bool) {
	if speech.Deed >= 0 || len(speech.CAMEO) < 3 || strings.HasSuffix(speech.CAMEO, "0") {
		return Label{}, false // a code that ends in 0 says not of what
	}
	root := speech.CAMEO[:2]
	for i := range b.content {
		r := &b.content[i]
		if r.speech != root || r.cameo != speech.CAMEO || r.context != "*" && !has(speech.Context, r.context) {
			continue
		}
		out := Label{Event: r.deed}
		if r.mode != "*" {
			out.Mode = r.mode
		}
		if r.context != "*" {
			out.Context = []string{r.context}
		}
		for _, code := range b.codeList {
			c := &code.Label
			if len(code.CAMEO) < 3 || c.Event != out.Event || out.Mode != "" && c.Mode != out.Mode || r.context != "*" && !has(c.Context, r.context) {
				continue
			}
			if out.CAMEO == "" || len(code.CAMEO) < len(out.CAMEO) {
				out.CAMEO = code.CAMEO
			}
		}
		return out, out.CAMEO != ""
	}
	return Label{}, false
}

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
