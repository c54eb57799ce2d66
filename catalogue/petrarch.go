package catalogue

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// ImportPETRARCH takes in an actor or agent dictionary of TABARI, PETRARCH or
// Phoenix: names with underscores, synonyms behind "+", codes in brackets with
// "<", ">" or a range of days ("[AFGGOV 871130-920416]"), agents with "~". A name
// of a state alone becomes a name of that state, one with dated codes a person with roles,
// any other an organization, an agent a title. name is for messages.
func (c *Catalogue) ImportPETRARCH(r io.Reader, name string, o *Overlay) error {
	p := &petrarch{c: c, o: o, file: name, sets: map[string][]string{}}
	in := bufio.NewReader(r)
	for {
		line, err := in.ReadString('\n')
		if len(line) > 1<<20 {
			return &LineError{name, p.line + 1, errors.New("line of more than a million bytes: not a dictionary")}
		}
		if line != "" {
			p.line++
			p.read(line)
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	p.flush()
	return nil
}

type petrarch struct {
	c     *Catalogue
	o     *Overlay
	file  string
	line  int
	start int
	names []string
	codes []petrarchCode
	coded bool                // a code was seen, be it a bad one
	sets  map[string][]string // !PERSON! = MAN, WOMAN
}

type petrarchCode struct {
	code     string
	from, to Date
}

func (p *petrarch) read(line string) {
	if !utf8.ValidString(line) {
		line = strings.ToValidUTF8(line, "")
	}
	line = strings.TrimRight(line, "\r\n")
	if i := strings.IndexAny(line, "#;"); i >= 0 {
		line = line[:i]
	}
	line = strings.TrimSpace(line)
	switch {
	case line == "", strings.HasPrefix(line, "<"):
		return
	case line[0] == '!' && strings.Contains(line, "="):
		key, vals, _ := strings.Cut(line, "=")
		p.sets[strings.Trim(strings.TrimSpace(key), "!")] = strings.FieldsFunc(vals, func(r rune) bool { return r == ',' || r == ' ' })
		return
	}
	word, codes, _ := strings.Cut(line, "[")
	word = strings.TrimSpace(word)
	synonym := strings.HasPrefix(word, "+") || strings.HasPrefix(word, "&")
	word = strings.TrimSpace(strings.TrimLeft(word, "+&"))
	if word != "" {
		if !synonym && p.coded {
			p.flush()
		}
		if len(p.names) == 0 {
			p.start = p.line
		}
		p.names = append(p.names, word)
	}
	for codes != "" {
		var one string
		one, codes, _ = strings.Cut(codes, "]")
		p.addCode(one)
		_, codes, _ = strings.Cut(codes, "[")
	}
}

func (p *petrarch) addCode(s string) {
	f := strings.Fields(s)
	if len(f) == 0 {
		return
	}
	p.coded = true
	code := petrarchCode{code: strings.ToUpper(f[0])}
	when := strings.Join(f[1:], "")
	var err error
	switch {
	case when == "":
	case when[0] == '>':
		code.from, err = petrarchDate(when[1:])
	case when[0] == '<':
		code.to, err = petrarchDate(when[1:])
	default:
		from, to, ok := strings.Cut(when, "-")
		if !ok {
			err = fmt.Errorf("%q is neither a day with < or > nor a range", when)
			break
		}
		if code.from, err = petrarchDate(from); err == nil {
			code.to, err = petrarchDate(to)
		}
	}
	if err == nil && code.from.known() && code.to.known() && code.to.Last().Before(code.from.First()) {
		err = fmt.Errorf("%q ends before it begins", when)
	}
	if err != nil {
		p.o.skip("%s:%d: %v", p.file, p.line, err)
		return
	}
	p.codes = append(p.codes, code)
}

// petrarchDate reads YYYYMMDD and YYMMDD (of the years 1931 to 2030). A day that
// no month has is taken for the month alone.
func petrarchDate(s string) (Date, error) {
	if len(s) == 6 {
		if s[:2] > "30" {
			s = "19" + s
		} else {
			s = "20" + s
		}
	}
	if len(s) != 8 {
		return Date{}, fmt.Errorf("%q is neither YYYYMMDD nor YYMMDD", s)
	}
	if d, err := ParseDate(s[:4] + "-" + s[4:6] + "-" + s[6:]); err == nil {
		return d, nil
	}
	return ParseDate(s[:4] + "-" + s[4:6])
}

// flush takes in one entry: its names and its codes.
func (p *petrarch) flush() {
	names, codes := p.names, p.codes
	coded := p.coded
	p.names, p.codes, p.coded = nil, nil, false
	if len(names) == 0 || coded && len(codes) == 0 { // a bad code was named already
		return
	}
	if len(codes) == 0 {
		p.o.skip("%s:%d: %s has no code", p.file, p.start, names[0])
		return
	}
	if strings.HasPrefix(codes[0].code, "~") || strings.HasSuffix(codes[0].code, "~") {
		p.agent(names, strings.Trim(codes[0].code, "~"))
		return
	}
	names = p.plain(names)
	if len(names) == 0 {
		return
	}
	country, sector := p.split(codes[0].code)
	dated := slices.ContainsFunc(codes, func(c petrarchCode) bool { return c.from.known() || c.to.known() })
	known := p.known(names, country)
	switch {
	case known != "" && country != "" && sector != "":
		p.o.skip("%s:%d: %s is known as %s", p.file, p.start, names[0], known)
	case country == "":
		p.o.skip("%s:%d: code %q begins with no state or kind of organization that is known", p.file, p.start, codes[0].code)
	case sector == "" && stateID(country) && p.c.isState(country):
		p.state(names, country, codes)
	case dated && strings.Contains(names[0], " "):
		p.person(names, codes)
	default:
		p.o.add("organizations/imported.tsv", p.o.id("imported-", names[0]), names[0], strings.Join(names[1:], "|"), "body", country, sector,
			codes[0].from.String(), codes[0].to.String(), p.o.Source)
	}
}

// known is the id of the person or body of that country that the catalogue
// already holds under one of the names.
func (p *petrarch) known(names []string, country string) string {
	for _, n := range names {
		for _, m := range p.c.Lookup(n) {
			if m.Kind <= NameFormer && m.Entity.Country == country && !stateID(m.Entity.ID) {
				return m.Entity.ID
			}
		}
	}
	return ""
}

func (c *Catalogue) isState(id string) bool { _, ok := c.stateOf[id]; return ok }

// state adds the names that the state does not have yet.
func (p *petrarch) state(names []string, country string, codes []petrarchCode) {
	for _, n := range names {
		if !strings.Contains(n, ".") {
			n = capitalise(n) // a town of four letters, not an acronym
		}
		if !slices.ContainsFunc(p.c.Lookup(n), func(m Match) bool { return m.Entity.ID == country }) {
			p.o.add("state_names.tsv", country, n, "subdivision", codes[0].from.String(), codes[0].to.String(), p.o.Source)
		}
	}
}

func (p *petrarch) person(names []string, codes []petrarchCode) {
	country, _ := p.split(codes[0].code)
	home := country
	if !p.c.isState(home) {
		home = ""
	}
	id := p.o.id("imported-", names[0])
	p.o.add("persons/imported.tsv", id, names[0], strings.Join(names[1:], "|"), "", home, p.o.Source)
	for _, code := range codes {
		country, sector := p.split(code.code)
		office := sectorOffice[sector]
		if office == "" || !p.c.isState(country) {
			if country != "" && sector == "" && p.c.isState(country) {
				continue // a citizen, no more
			}
			p.o.skip("%s:%d: %s: no office for code %q", p.file, p.start, names[0], code.code)
			continue
		}
		p.o.add("roles/imported.tsv", id, office, "", country, code.from.String(), code.to.String(), "unverified", p.o.Source)
	}
}

// agent adds a title; "{}" holds the plural, and none when it is empty.
func (p *petrarch) agent(names []string, code string) {
	_, sector := p.split("IGO" + code)
	if sector == "" {
		p.o.skip("%s:%d: agent code %q has no PLOVER sector", p.file, p.start, code)
		return
	}
	for _, n := range names {
		plural := ""
		if i := strings.IndexByte(n, '{'); i >= 0 {
			plural = strings.Trim(n[i:], "{} ")
			if n = strings.TrimSpace(n[:i]); plural == "" {
				plural = n
			}
		}
		for _, one := range p.expand(n) {
			one, many := strings.ToLower(petrarchWords(one)), ""
			if plural != "" {
				many = strings.ToLower(petrarchWords(plural))
			}
			if Fold(one) != "" && p.c.titleOf(one) == nil {
				p.o.add("titles.tsv", one, many, "person", sector, "", "", p.o.Source)
			}
		}
	}
}

// expand puts the words of a set in its place: HERDS!PERSON!.
func (p *petrarch) expand(s string) []string {
	before, rest, ok := strings.Cut(s, "!")
	key, after, ok2 := strings.Cut(rest, "!")
	if !ok || !ok2 {
		return []string{s}
	}
	var out []string
	for _, v := range p.sets[key] {
		out = append(out, before+v+after)
	}
	return out
}

// plain gives names in ordinary writing and drops those without letters.
func (p *petrarch) plain(names []string) []string {
	out := names[:0]
	for _, n := range names {
		n = petrarchWords(n)
		if len(strings.Fields(n)) != 1 || len(n) > 4 {
			n = capitalise(n)
		}
		var f folder
		f.add(n)
		if len(f.subs) > 0 && f.subs[0].letter && !strings.Contains(n, "|") {
			out = append(out, n)
		}
	}
	return out
}

func petrarchWords(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '_' || r == ' ' || r == '\t' }), " ")
}

// capitalise writes "MINISTRY OF DEFENCE" as "Ministry of Defence".
func capitalise(s string) string {
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		switch w {
		case "of", "the", "and", "for", "in", "de", "du", "al", "el", "bin", "ibn", "von", "van":
			if i > 0 {
				continue
			}
		}
		b := []byte(w)
		up := true
		for j, c := range b {
			if up && 'a' <= c && c <= 'z' {
				b[j] = c - 'a' + 'A'
			}
			up = c == '-' || c == '.'
		}
		words[i] = string(b)
	}
	return strings.Join(words, " ")
}

// petrarchSectors turns CAMEO's role codes into PLOVER's sectors.
var petrarchSectors = map[string]string{
	"GOV": "GOV", "MIL": "MIL", "LEG": "LEG", "JUD": "JUD", "SPY": "SPY", "COP": "COP", "PTY": "PTY", "OPP": "OPP", "REB": "REB",
	"INS": "REB", "SEP": "REB", "UAF": "UAF", "ELI": "ELI", "BUS": "BUS", "CVL": "CVL", "REL": "REL", "EDU": "EDU", "LAB": "LAB",
	"HLH": "MED", "MED": "JRN", "CRM": "CRM", "REF": "REF", "AGR": "AGR", "NGO": "NGO", "IGO": "IGO", "HRI": "CVL", "ENV": "CVL", "SET": "CVL",
	"MNC": "BUS", "DEV": "NGO",
}

// split parts a code into country and PLOVER sector: AFGGOVMIL gives AFG and GOV.
func (p *petrarch) split(code string) (country, sector string) {
	if len(code) < 3 {
		return "", ""
	}
	country, rest := code[:3], code[3:]
	if id, ok := petrarchStates[country]; ok {
		country = id
	}
	if !p.c.isState(country) && !slices.Contains(supranational, country) {
		return "", ""
	}
	if country == "IGO" && strings.HasPrefix(rest, "UNO") {
		country, rest = "UNO", rest[3:]
	} else if country == "IGO" && strings.HasPrefix(rest, "EEC") {
		country, rest = "EUR", rest[3:]
	}
	for len(rest) >= 3 {
		if s := petrarchSectors[rest[:3]]; s != "" {
			return country, s
		}
		rest = rest[3:]
	}
	if !p.c.isState(country) && sector == "" && country != "IMG" && country != "REG" {
		if sector = petrarchSectors[country]; sector == "" && (country == "UNO" || country == "EUR") {
			sector = "IGO"
		}
	}
	return country, sector
}

// petrarchStates are CAMEO's own codes and old ones.
var petrarchStates = map[string]string{"KSV": "XKX", "TMP": "TLS", "ROM": "ROU", "KNT": "KNA", "ZAR": "COD", "MTN": "MNE", "SSN": "SSD", "BUR": "MMR"}
