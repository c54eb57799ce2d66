package text

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"
)

// abbrev says what the full stop of an abbreviation may mean.
type abbrev uint8

const (
	notAbbrev    abbrev = iota
	abbrevTitle         // before a name; never an end
	abbrevNumber        // only before a number
	abbrevDate          // before numbers and names of the calendar; else may end
	abbrevEnd           // may end a sentence
	abbrevInside        // never an end
)

var abbrevKinds = map[string]abbrev{
	"title": abbrevTitle, "number": abbrevNumber, "date": abbrevDate, "end": abbrevEnd, "inside": abbrevInside,
}

// Rules is what segmentation knows about a language, as its data files say it.
// It is not changed after loading.
type Rules struct {
	abbrevs      map[string]abbrev // form with its stop; also in capitals where that is safe
	contractions map[string][]int  // lower case form → byte offsets of the cuts
	prefixes     map[string]bool   // keep their hyphen
	suffixes     map[string]bool
	units        map[string]bool   // cut from the number before
	starters     map[string]bool   // lower case words that begin a sentence when capitalised
	speech       map[string]bool   // verbs that give a quotation its speaker
	past         map[string]string // past tense of a strong verb → the verb
	participle   map[string]string
}

// LoadRules reads the files of the folder "text" of a data file system.
func LoadRules(fsys fs.FS) (*Rules, error) {
	r := &Rules{
		abbrevs: map[string]abbrev{}, contractions: map[string][]int{},
		prefixes: map[string]bool{}, suffixes: map[string]bool{}, units: map[string]bool{},
		starters: map[string]bool{}, speech: map[string]bool{}, past: map[string]string{}, participle: map[string]string{},
	}
	load := func(name string, columns int, row func([]string) error) error {
		return eachRow(fsys, "text/"+name, columns, row)
	}
	if err := load("abbreviations.tsv", 2, r.addAbbreviation); err != nil {
		return nil, err
	}
	if err := load("contractions.tsv", 2, r.addContraction); err != nil {
		return nil, err
	}
	if err := load("affixes.tsv", 2, r.addAffix); err != nil {
		return nil, err
	}
	if err := load("units.tsv", 1, func(f []string) error { r.units[f[0]] = true; return nil }); err != nil {
		return nil, err
	}
	if err := load("starters.tsv", 2, r.addStarter); err != nil {
		return nil, err
	}
	if err := load("strong_verbs.tsv", 3, r.addStrong); err != nil {
		return nil, err
	}
	return r, nil
}

// addStrong takes a verb, its past tense and its participle, or several of either.
func (r *Rules) addStrong(f []string) error {
	for form := range strings.SplitSeq(f[1], "|") {
		r.past[form] = f[0]
	}
	for form := range strings.SplitSeq(f[2], "|") {
		r.participle[form] = f[0]
	}
	return nil
}

// Strong gives the verb of which a form in small letters with a Penn tag is the past
// tense or the participle, where it is one that does not take "-ed". A form that can
// be only one of both is taken for it whatever the tag says of the two.
func (r *Rules) Strong(form, xpos string) (string, bool) {
	first, second := r.past, r.participle
	switch xpos {
	case "VBD":
	case "VBN":
		first, second = second, first
	default:
		return "", false
	}
	if v, ok := first[form]; ok {
		return v, true
	}
	v, ok := second[form]
	return v, ok
}

// OnlyParticiple reports whether a form in small letters is a strong verb's participle
// and no past tense: "taken", not "told".
func (r *Rules) OnlyParticiple(form string) bool {
	return r.participle[form] != "" && r.past[form] == ""
}

func (r *Rules) addStarter(f []string) error {
	switch f[1] {
	case "starter":
		r.starters[f[0]] = true
	case "speech":
		r.speech[f[0]] = true
	default:
		return fmt.Errorf("%q is neither starter nor speech", f[1])
	}
	return nil
}

func (r *Rules) addAbbreviation(f []string) error {
	kind, ok := abbrevKinds[f[1]]
	if !ok {
		return fmt.Errorf("%q is no kind of abbreviation", f[1])
	}
	if !strings.HasSuffix(f[0], ".") {
		return fmt.Errorf("abbreviation %q does not end in a full stop", f[0])
	}
	r.abbrevs[f[0]] = kind
	// "GEN. SMITH" in a headline; "CO." and "NO." would be too bold.
	if (kind == abbrevTitle || kind == abbrevEnd || kind == abbrevDate) && len(f[0]) >= 4 {
		if up := strings.ToUpper(f[0]); r.abbrevs[up] == notAbbrev {
			r.abbrevs[up] = kind
		}
	}
	return nil
}

func (r *Rules) addContraction(f []string) error {
	parts := strings.Split(f[1], "|")
	if strings.Join(parts, "") != f[0] {
		return fmt.Errorf("the parts %q do not make %q", f[1], f[0])
	}
	at := 0
	for _, p := range parts[:len(parts)-1] {
		at += len(p)
		r.contractions[f[0]] = append(r.contractions[f[0]], at)
	}
	return nil
}

func (r *Rules) addAffix(f []string) error {
	switch f[1] {
	case "prefix":
		r.prefixes[f[0]] = true
	case "suffix":
		r.suffixes[f[0]] = true
	default:
		return fmt.Errorf("an affix is a prefix or a suffix, not %q", f[1])
	}
	return nil
}

// eachRow calls row with the cells of every line that is neither empty nor a comment.
func eachRow(fsys fs.FS, name string, columns int, row func([]string) error) (err error) {
	file, err := fsys.Open(name)
	if err != nil {
		return fmt.Errorf("segmentation rules: %w", err)
	}
	defer func() {
		if cerr := file.Close(); err == nil {
			err = cerr
		}
	}()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<22)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != columns {
			return fmt.Errorf("%s:%d: %d cells where %d are wanted", name, n, len(cells), columns)
		}
		if err := row(cells); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
