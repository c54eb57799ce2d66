package catalogue

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// ImportWikidata reads a JSON dump of Wikidata (one item a line within brackets)
// as a stream: English labels and aliases of persons, their citizenship and the positions they held, with
// start and end. A position is taken in when its label names an office of
// offices.tsv or titles.tsv and a state ("Minister of Foreign Affairs of Ghana"),
// or when the position says for which country it is. Items may come in any order, so
// persons with positions are kept until the dump has ended.
func (c *Catalogue) ImportWikidata(r io.Reader, name string, o *Overlay) error {
	w := &wikidata{c: c, o: o, file: name, labels: map[string]string{}, country: map[string]string{}, iso: map[string]string{}}
	in := bufio.NewReaderSize(r, 1<<20)
	for line := 1; ; line++ {
		b, err := readLine(in)
		if errors.Is(err, errLongLine) {
			o.skip("%s:%d: %v", name, line, err)
			continue
		}
		if b = bytes.TrimRight(bytes.TrimSpace(b), ","); len(b) > 1 {
			w.item(b, line)
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", name, line, err)
		}
	}
	w.finish()
	return nil
}

var errLongLine = errors.New("item of more than 64 MiB left out")

// readLine reads a line of at most 64 MiB; a longer one is read past.
func readLine(in *bufio.Reader) ([]byte, error) {
	const limit = 64 << 20
	var out []byte
	tooLong := false
	for {
		part, err := in.ReadSlice('\n')
		if len(out)+len(part) > limit {
			tooLong, out = true, nil
		}
		if !tooLong {
			out = append(out, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err != nil && err != io.EOF:
			return nil, err
		case tooLong && err == nil:
			return nil, errLongLine
		}
		return out, err
	}
}

type wikidata struct {
	c       *Catalogue
	o       *Overlay
	file    string
	labels  map[string]string // of positions and whatever else is not a person
	country map[string]string // position → state item
	iso     map[string]string // state item → id
	persons []wikiPerson
}

type wikiPerson struct {
	id, name, gender string
	aliases          []string
	citizen          []string
	held             []wikiHeld
	line             int
}

type wikiHeld struct {
	position, of string
	from, to     Date
}

type wikiItem struct {
	ID     string `json:"id"`
	Labels struct {
		EN wikiText `json:"en"`
	} `json:"labels"`
	Aliases struct {
		EN []wikiText `json:"en"`
	} `json:"aliases"`
	Claims struct {
		InstanceOf   []wikiClaim `json:"P31"`
		Position     []wikiClaim `json:"P39"`
		Citizen      []wikiClaim `json:"P27"`
		Gender       []wikiClaim `json:"P21"`
		Country      []wikiClaim `json:"P17"`
		Jurisdiction []wikiClaim `json:"P1001"`
		ISO3         []wikiClaim `json:"P298"`
	} `json:"claims"`
}

type wikiText struct {
	Value string `json:"value"`
}

type wikiClaim struct {
	Rank       string   `json:"rank"`
	Mainsnak   wikiSnak `json:"mainsnak"`
	Qualifiers struct {
		Start []wikiSnak `json:"P580"`
		End   []wikiSnak `json:"P582"`
		Of    []wikiSnak `json:"P642"`
		For   []wikiSnak `json:"P1001"`
	} `json:"qualifiers"`
}

type wikiSnak struct {
	Snaktype  string `json:"snaktype"`
	Datavalue struct {
		Value json.RawMessage `json:"value"`
	} `json:"datavalue"`
}

// ref is the item that a snak points at.
func (s *wikiSnak) ref() string {
	var v struct {
		ID string `json:"id"`
	}
	if s.Snaktype != "value" || json.Unmarshal(s.Datavalue.Value, &v) != nil {
		return ""
	}
	return v.ID
}

// date is the day, month or year that a snak gives.
func (s *wikiSnak) date() Date {
	var v struct {
		Time      string `json:"time"`
		Precision int    `json:"precision"`
	}
	if s.Snaktype == "somevalue" {
		return Date{Unknown: true}
	}
	if s.Snaktype != "value" || json.Unmarshal(s.Datavalue.Value, &v) != nil {
		return Date{}
	}
	t := strings.TrimPrefix(v.Time, "+")
	if len(t) < 10 {
		return Date{Unknown: true}
	}
	switch {
	case v.Precision >= 11:
		t = t[:10]
	case v.Precision == 10:
		t = t[:7]
	case v.Precision == 9:
		t = t[:4]
	default:
		return Date{Unknown: true}
	}
	d, err := ParseDate(t)
	if err != nil {
		return Date{Unknown: true}
	}
	return d
}

func firstDate(s []wikiSnak) Date {
	if len(s) == 0 {
		return Date{}
	}
	return s[0].date()
}

// human is the item "human".
const human = "Q5"

func (w *wikidata) item(b []byte, line int) {
	var it wikiItem
	if err := json.Unmarshal(b, &it); err != nil {
		w.o.skip("%s:%d: not an item: %v", w.file, line, err)
		return
	}
	isA := func(q string) bool {
		return slices.ContainsFunc(it.Claims.InstanceOf, func(c wikiClaim) bool { return c.Mainsnak.ref() == q })
	}
	label := it.Labels.EN.Value
	switch {
	case len(it.Claims.ISO3) > 0:
		var code string
		if json.Unmarshal(it.Claims.ISO3[0].Mainsnak.Datavalue.Value, &code) == nil && w.c.isState(code) {
			w.iso[it.ID] = code
		}
	case isA(human):
		w.person(&it, line)
	case label != "":
		for _, c := range append(it.Claims.Jurisdiction, it.Claims.Country...) {
			if q := c.Mainsnak.ref(); q != "" {
				w.labels[it.ID], w.country[it.ID] = label, q
				return
			}
		}
		if _, office, _ := w.c.officeIn(label); office != "" {
			w.labels[it.ID] = label
		}
	}
}

func (w *wikidata) person(it *wikiItem, line int) {
	name := it.Labels.EN.Value
	if len(it.Claims.Position) == 0 || name == "" {
		return
	}
	p := wikiPerson{id: it.ID, name: name, line: line}
	for _, a := range it.Aliases.EN {
		if !strings.ContainsAny(a.Value, "|\t\n") && Fold(a.Value) != "" {
			p.aliases = append(p.aliases, a.Value)
		}
	}
	for _, c := range it.Claims.Citizen {
		if c.Rank != "deprecated" {
			p.citizen = append(p.citizen, c.Mainsnak.ref())
		}
	}
	if len(it.Claims.Gender) > 0 {
		switch it.Claims.Gender[0].Mainsnak.ref() {
		case "Q6581097", "Q2449503":
			p.gender = "m"
		case "Q6581072", "Q1052281":
			p.gender = "f"
		}
	}
	for _, c := range it.Claims.Position {
		q := c.Mainsnak.ref()
		if c.Rank == "deprecated" || q == "" {
			continue
		}
		h := wikiHeld{position: q, from: firstDate(c.Qualifiers.Start), to: firstDate(c.Qualifiers.End)}
		for _, s := range append(c.Qualifiers.For, c.Qualifiers.Of...) {
			if h.of == "" {
				h.of = s.ref()
			}
		}
		p.held = append(p.held, h)
	}
	w.persons = append(w.persons, p)
}

// finish turns persons into rows, now that every position and state is known.
func (w *wikidata) finish() {
	for i := range w.persons {
		p := &w.persons[i]
		var roles [][]string
		country := ""
		for _, q := range p.citizen {
			if country == "" {
				country = w.iso[q]
			}
		}
		for _, h := range p.held {
			label := w.labels[h.position]
			title, office, of := w.c.officeIn(label)
			if id := w.iso[h.of]; id != "" {
				of = id
			} else if id := w.iso[w.country[h.position]]; of == "" && id != "" {
				of = id
			}
			switch {
			case label == "":
				w.o.skip("%s:%d: %s: position %s has no English label in the dump", w.file, p.line, p.name, h.position)
			case office == "" || of == "":
				w.o.skip("%s:%d: %s: %q names no office of a state that the tables know", w.file, p.line, p.name, label)
			case h.from.known() && h.to.known() && h.to.Last().Before(h.from.First()):
				w.o.skip("%s:%d: %s: %q ends (%s) before it begins (%s)", w.file, p.line, p.name, label, h.to, h.from)
			default:
				roles = append(roles, []string{"", office, title, of, h.from.String(), h.to.String(), "unverified", w.o.Source})
				if country == "" {
					country = of
				}
			}
		}
		if len(roles) == 0 {
			continue
		}
		id := w.o.id("", p.name+" "+p.id)
		w.o.add("persons/imported.tsv", id, p.name, strings.Join(p.aliases, "|"), p.gender, country, w.o.Source)
		for _, r := range roles {
			r[0] = id
			w.o.add("roles/imported.tsv", r...)
		}
	}
}

// officeIn reads the label of a position: "Minister of Foreign Affairs of Ghana"
// gives the title "minister of foreign affairs", the office of that name, and GHA.
func (c *Catalogue) officeIn(label string) (title, office, of string) {
	words := strings.Fields(label)
	if len(words) == 0 {
		return "", "", ""
	}
	s := c.NewScanner()
	for _, h := range s.Scan(words) {
		st := stateReading(h.Matches)
		if st == nil {
			continue
		}
		of = st.ID
		rest := slices.Clone(words)
		first := h.First
		for first > 0 && slices.Contains([]string{"of", "the", "in", "for"}, strings.ToLower(rest[first-1])) {
			first--
		}
		words = slices.Delete(rest, first, h.End)
		break
	}
	title = strings.ToLower(strings.Join(words, " "))
	if t := c.titleOf(title); t != nil {
		return title, t.Office, of
	}
	for i := range c.offices {
		if c.offices[i].Name == title || slices.Contains(c.offices[i].Phrases, title) {
			return title, c.offices[i].Name, of
		}
	}
	return title, "", of
}

// titleOf is the title that a whole phrase names, nil when none.
func (c *Catalogue) titleOf(name string) *Title {
	var f folder
	f.add(name)
	if len(f.subs) == 0 {
		return nil
	}
	head, ok := c.phrases.phrases.get(phrase(f.subs))
	if !ok {
		return nil
	}
	return &c.titles[c.phrases.entries[head].item]
}

// TitleOf is the title that a whole phrase names.
func (c *Catalogue) TitleOf(name string) (*Title, bool) {
	t := c.titleOf(name)
	return t, t != nil
}
