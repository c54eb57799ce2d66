package catalogue

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Overlay is a set of tables under construction: what an import made of a foreign
// dictionary, ready to be written as a folder that Load lays over the others.
type Overlay struct {
	tables map[string]*overlayTable
	ids    map[string]bool
	Source string // id for the source column
	// Skipped says what could not be taken in, and why: "file:line: reason".
	Skipped []string
	skipped int
}

type overlayTable struct {
	columns []string
	rows    [][]string
}

// overlayColumns are the tables that an import may fill.
var overlayColumns = map[string][]string{
	"persons/imported.tsv":       {"id", "name", "aliases", "gender", "country", "source"},
	"roles/imported.tsv":         {"person", "office", "title", "of", "from", "to", "basis", "source"},
	"organizations/imported.tsv": {"id", "name", "aliases", "kind", "country", "sector", "from", "to", "source"},
	"state_names.tsv":            {"state", "name", "kind", "from", "to", "source"},
	"titles.tsv":                 {"title", "plural", "kind", "sector", "office", "authority", "source"},
	"sources.tsv":                {"source", "title", "licence"},
}

// NewOverlay starts an empty overlay whose rows name a source.
func NewOverlay(id, title, licence string) *Overlay {
	o := &Overlay{tables: map[string]*overlayTable{}, ids: map[string]bool{}, Source: id}
	o.add("sources.tsv", id, title, licence)
	return o
}

func (o *Overlay) add(file string, cells ...string) {
	t := o.tables[file]
	if t == nil {
		t = &overlayTable{columns: overlayColumns[file]}
		o.tables[file] = t
	}
	for i, c := range cells {
		cells[i] = strings.Join(strings.Fields(c), " ") // no tab or line break inside a cell
	}
	t.rows = append(t.rows, cells)
}

// maxSkipped bounds the list of what was left out; the count goes on.
const maxSkipped = 100_000

func (o *Overlay) skip(format string, args ...any) {
	if o.skipped++; o.skipped <= maxSkipped {
		o.Skipped = append(o.Skipped, fmt.Sprintf(format, args...))
	}
}

// SkippedCount is how many entries could not be taken in.
func (o *Overlay) SkippedCount() int { return o.skipped }

// Rows counts the rows of a table.
func (o *Overlay) Rows(file string) int {
	if t := o.tables[file]; t != nil {
		return len(t.rows)
	}
	return 0
}

// Files are the names of the tables that hold rows, in order.
func (o *Overlay) Files() []string {
	out := make([]string, 0, len(o.tables))
	for name := range o.tables {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// WriteFile writes one table.
func (o *Overlay) WriteFile(w io.Writer, file string) error {
	t := o.tables[file]
	if t == nil {
		return fmt.Errorf("catalogue: no table %q in the overlay", file)
	}
	b := bufio.NewWriter(w)
	b.WriteString(strings.Join(t.columns, "\t"))
	b.WriteByte('\n')
	for _, row := range t.rows {
		b.WriteString(strings.TrimRight(strings.Join(row, "\t"), "\t"))
		b.WriteByte('\n')
	}
	return b.Flush()
}

// id makes a fresh id from a name.
func (o *Overlay) id(prefix, name string) string {
	base := slug(name)
	if base == "" {
		base = "unnamed"
	}
	id := prefix + base
	for n := 2; o.ids[id]; n++ {
		id = fmt.Sprintf("%s%s-%d", prefix, base, n)
	}
	o.ids[id] = true
	return id
}

// slug is a name as an id: letters and digits of ASCII with hyphens.
func slug(name string) string {
	var b []byte
	for _, c := range []byte(Fold(name)) {
		switch {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			b = append(b, c)
		case len(b) > 0 && b[len(b)-1] != '-':
			b = append(b, '-')
		}
	}
	return strings.Trim(string(b), "-")
}

// sectorOffice is the office that says no more than a sector.
var sectorOffice = map[string]string{
	"GOV": "office of state", "LEG": "office in parliament", "MIL": "military office", "JUD": "office of justice",
	"SPY": "intelligence office", "COP": "police office", "PTY": "party office", "OPP": "opposition office", "REB": "rebel",
	"ELI": "former office-holder", "BUS": "person of business", "CVL": "citizen", "REL": "person of religion", "EDU": "scholar",
	"LAB": "union official", "MED": "person of medicine", "CRM": "criminal", "NGO": "aid official", "IGO": "international official",
	"JRN": "journalist",
}
