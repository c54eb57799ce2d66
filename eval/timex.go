package eval

import (
	"fmt"
	"hash/fnv"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"

	"nuncio"
	"nuncio/doc"
)

// GoldTime is a time expression as annotated: a byte span of the text and its TIMEX3 reading.
type GoldTime struct {
	Start, End       int
	Type, Value, Mod string
}

// TimexDoc is a text with annotated times and its day of creation.
type TimexDoc struct {
	Name    string
	Created nuncio.Date
	Text    string
	Times   []GoldTime
}

// Analyse turns a text with a date into a document whose Times are filled.
type Analyse func(text string, published nuncio.Date) *doc.Document

// Half says on which side of the split by file name a document lies.
type Half string

// The halves. Rules are written looking at Tune only; Held is measured and never read.
const (
	Tune Half = "tune"
	Held Half = "held"
	Both Half = "both"
)

// HalfOf is the side of a file by the lowest bit of the FNV-1a hash of its base name.
func HalfOf(name string) Half {
	h := fnv.New32a()
	h.Write([]byte(filepath.Base(name)))
	if h.Sum32()&1 == 0 {
		return Tune
	}
	return Held
}

var (
	timexTag = regexp.MustCompile(`<[^>]*>`)
	timexKey = regexp.MustCompile(`(\w+)="([^"]*)"`)
	timexDCT = regexp.MustCompile(`(?s)<DCT>.*?value="(\d{4})-?(\d\d)-?(\d\d)|<DATETIME>.*?val="(\d{4})-?(\d\d)-?(\d\d)`)
)

// ReadTimeML reads every file below dir with the extension .tml (TimeML: TIMEX3)
// or .key.xml (TIMEX2 inline), in the order of their names.
func ReadTimeML(dir string, half Half) ([]TimexDoc, error) {
	var names []string
	err := filepath.WalkDir(dir, func(p string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && (strings.HasSuffix(p, ".tml") || strings.HasSuffix(p, ".key.xml")) {
			if half == Both || HalfOf(p) == half {
				names = append(names, p)
			}
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("time annotations: %w", err)
	}
	sort.Strings(names)
	var docs []TimexDoc
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("time annotations: %w", err)
		}
		d, err := parseTimeML(string(b))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		d.Name = filepath.Base(name)
		docs = append(docs, d)
	}
	if len(docs) == 0 {
		return nil, fmt.Errorf("time annotations: no .tml or .key.xml file below %s", dir)
	}
	return docs, nil
}

// parseTimeML takes the tags out of the text and keeps the spans of the times.
func parseTimeML(s string) (TimexDoc, error) {
	var d TimexDoc
	if m := timexDCT.FindStringSubmatch(s); m != nil {
		day, err := nuncio.ParseDate(strings.Trim(m[1]+m[4]+"-"+m[2]+m[5]+"-"+m[3]+m[6], "-"))
		if err == nil {
			d.Created = day
		}
	}
	a, b := strings.Index(s, "<TEXT>"), strings.LastIndex(s, "</TEXT>")
	if a < 0 || b < a {
		return d, fmt.Errorf("no <TEXT> element")
	}
	s = s[a+len("<TEXT>") : b]
	var out strings.Builder
	var open []int // indexes of the times that are open
	at := 0
	for _, m := range timexTag.FindAllStringIndex(s, -1) {
		out.WriteString(html.UnescapeString(s[at:m[0]]))
		at = m[1]
		tag := s[m[0]:m[1]]
		switch {
		case strings.HasPrefix(tag, "<TIMEX"):
			g := GoldTime{Start: out.Len()}
			for _, kv := range timexKey.FindAllStringSubmatch(tag, -1) {
				switch kv[1] {
				case "type":
					g.Type = kv[2]
				case "value", "val":
					g.Value = kv[2]
				case "mod":
					g.Mod = kv[2]
				}
			}
			d.Times = append(d.Times, g)
			if !strings.HasSuffix(tag, "/>") {
				open = append(open, len(d.Times)-1)
			}
		case strings.HasPrefix(tag, "</TIMEX") && len(open) > 0:
			d.Times[open[len(open)-1]].End = out.Len()
			open = open[:len(open)-1]
		}
	}
	out.WriteString(html.UnescapeString(s[at:]))
	d.Text = out.String()
	keep := d.Times[:0]
	for _, g := range d.Times {
		if g.End > g.Start { // an empty element annotates nothing that can be found
			keep = append(keep, g)
		}
	}
	d.Times = keep
	return d, nil
}

// TimexScore counts over documents. Strict wants equal spans, Relaxed any
// overlap, Value an overlap with the same value (as TempEval-3 scores them).
type TimexScore struct {
	Docs                         int
	Strict, Relaxed, Value, Type PRF
	Errors                       []TimexError
}

// TimexError is one difference, for reading.
type TimexError struct {
	Doc, Kind, Context string
	Gold, Got          GoldTime
	GoldText, GotText  string
}

// String is one line.
func (e TimexError) String() string {
	return fmt.Sprintf("%-7s gold [%s] %s %s %s | got [%s] %s %s %s | %s (%s)", e.Kind, e.GoldText, e.Gold.Type, e.Gold.Value, e.Gold.Mod,
		e.GotText, e.Got.Type, e.Got.Value, e.Got.Mod, e.Context, e.Doc)
}

// ScoreTimex runs an analysis over the documents and compares.
func ScoreTimex(docs []TimexDoc, analyse Analyse) TimexScore {
	var sc TimexScore
	for i := range docs {
		sc.add(&docs[i], analyse)
	}
	return sc
}

func (sc *TimexScore) add(d *TimexDoc, analyse Analyse) {
	sc.Docs++
	got := foundTimes(analyse(d.Text, d.Created))
	usedExact := make([]bool, len(got))
	pair := make([]int, len(d.Times))
	exact := 0
	for g := range d.Times { // equal spans first, then overlaps in text order
		pair[g] = -1
		for k := range got {
			if !usedExact[k] && got[k].Start == d.Times[g].Start && got[k].End == d.Times[g].End {
				usedExact[k], pair[g] = true, k
				exact++
				break
			}
		}
	}
	for g := range d.Times {
		if pair[g] >= 0 {
			continue
		}
		for k := range got {
			if !usedExact[k] && got[k].Start < d.Times[g].End && d.Times[g].Start < got[k].End {
				usedExact[k], pair[g] = true, k
				break
			}
		}
	}
	matched, values, types := 0, 0, 0
	for g, k := range pair {
		gold := d.Times[g]
		if k < 0 {
			sc.fail(d, "missed", gold, GoldTime{})
			continue
		}
		matched++
		if got[k].Value == gold.Value {
			values++
		} else {
			sc.fail(d, "value", gold, got[k])
		}
		if got[k].Type == gold.Type {
			types++
		}
		if got[k].Start != gold.Start || got[k].End != gold.End {
			sc.fail(d, "extent", gold, got[k])
		}
	}
	for k := range got {
		if !usedExact[k] {
			sc.fail(d, "extra", GoldTime{}, got[k])
		}
	}
	count := func(p *PRF, tp int) { p.Add(PRF{tp, len(got) - tp, len(d.Times) - tp}) }
	count(&sc.Strict, exact)
	count(&sc.Relaxed, matched)
	count(&sc.Value, values)
	count(&sc.Type, types)
}

func foundTimes(d *doc.Document) []GoldTime {
	var out []GoldTime
	for _, t := range d.Times {
		if d.Sentences[t.Sent].Part != doc.Body {
			continue
		}
		sp := d.Span(t.Range)
		out = append(out, GoldTime{Start: sp.Start, End: sp.End, Type: t.Type, Value: t.Value, Mod: t.Mod})
	}
	return out
}

func (sc *TimexScore) fail(d *TimexDoc, kind string, gold, got GoldTime) {
	cut := func(g GoldTime) string { return d.Text[g.Start:g.End] }
	at := gold
	if at.End == 0 {
		at = got
	}
	ctx := d.Text[max(0, at.Start-50):min(len(d.Text), at.End+30)]
	sc.Errors = append(sc.Errors, TimexError{Doc: d.Name, Kind: kind, Gold: gold, Got: got, GoldText: cut(gold), GotText: cut(got),
		Context: strings.Join(strings.Fields(ctx), " ")})
}
