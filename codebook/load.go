package codebook

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Codebook is a compiled codebook. It is read-only once loaded and may be used
// by many workers at once, each with its own [Matcher].
type Codebook struct {
	Rules   []Rule
	Classes []Class

	codes    map[string]Code
	content  []contentRow
	codeList []Code // codes in the order of the file
	words    map[string][]string
	modes    map[string]string // noun → mode of the deed that it tells of
	kindIDs  map[int32]Kind    // lemma → kinds
	patterns []pattern
	events   map[int32][]int32 // trigger lemma → patterns of event rules, best score first
	inner    map[int32][]int32 // of those that only count inside a speech act
	rels     map[int32][]int32 // the same of relation rules
	ids      map[string]int32
	forms    map[string]int32 // irregular form → lemma
	sets     wordSets
	of       int32          // the preposition
	politics map[int32]bool // lemmas that talk politics, rule or no rule
	version  string

	wordLines map[string]Error       // where each word class stands
	nominals  map[[2]int32][]nominal // verb and particle → its nouns
	done      idSet                  // those nouns whose lone possessor is the one it is done to
}

// Load reads a codebook: classes.tsv, cameo.tsv, content.tsv, words.yaml and
// every other *.yaml of the folder, in the order of their names. A file of an
// overlay replaces the file of the same name, except that its rules are added
// when it says "overlay: true" at its head, a rule of the same id replacing the
// old one.
func Load(fsys fs.FS, overlays ...fs.FS) (*Codebook, error) {
	b := &Codebook{
		codes: map[string]Code{}, words: map[string][]string{}, modes: map[string]string{}, kindIDs: map[int32]Kind{},
		events: map[int32][]int32{}, inner: map[int32][]int32{}, rels: map[int32][]int32{}, ids: map[string]int32{"": 0}, politics: map[int32]bool{}, wordLines: map[string]Error{},
		nominals: map[[2]int32][]nominal{}, done: idSet{},
	}
	files, err := gather(append([]fs.FS{fsys}, overlays...))
	if err != nil {
		return nil, err
	}
	sum := sha256.New()
	for _, f := range files {
		fmt.Fprintf(sum, "%s\x00%d\x00%s", f.name, len(f.src), f.src)
	}
	b.version = "plover-" + hex.EncodeToString(sum.Sum(nil))[:12]

	var problems []error
	problem := func(err error) {
		if err != nil {
			problems = append(problems, err)
		}
	}
	for _, f := range files {
		switch f.name {
		case "classes.tsv":
			problem(b.readClasses(f.shown, f.src))
		case "cameo.tsv":
			problem(b.readCodes(f.shown, f.src))
		}
	}
	for _, f := range files {
		switch f.name {
		case "content.tsv":
			problem(b.readContent(f.shown, f.src))
		case "words.yaml":
			problem(b.readWords(f.shown, f.src))
		case "nominals.tsv":
			problem(b.readNominals(f.shown, f.src))
		}
	}
	for _, f := range files {
		if path.Ext(f.name) == ".yaml" && f.name != "words.yaml" {
			problem(b.readRules(f.shown, f.src, &problems))
		}
	}
	if len(problems) > 0 {
		return nil, errors.Join(problems...)
	}
	if len(b.Classes) == 0 || len(b.codes) == 0 {
		return nil, errors.New("codebook: classes.tsv and cameo.tsv are missing")
	}
	if err := b.compile(); err != nil {
		return nil, err
	}
	return b, nil
}

// Version is "plover-" and a hash of everything that was read.
func (b *Codebook) Version() string { return b.version }

type sourceFile struct{ name, shown, src string }

func gather(layers []fs.FS) ([]sourceFile, error) {
	var out []sourceFile
	for n, layer := range layers {
		names, err := fs.Glob(layer, "*")
		if err != nil {
			return nil, fmt.Errorf("codebook: %w", err)
		}
		slices.Sort(names)
		for _, name := range names {
			if e := path.Ext(name); e != ".yaml" && e != ".tsv" {
				continue
			}
			raw, err := fs.ReadFile(layer, name)
			if err != nil {
				return nil, fmt.Errorf("codebook: %w", err)
			}
			f := sourceFile{name: name, shown: name, src: string(raw)}
			if n > 0 {
				f.shown = "overlay " + name
				if strings.HasPrefix(f.src, "overlay: true") {
					f.name = fmt.Sprintf("~%d-%s", n, name)
				}
			}
			if i := slices.IndexFunc(out, func(o sourceFile) bool { return o.name == f.name }); i >= 0 {
				out[i] = f
			} else {
				out = append(out, f)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b sourceFile) int { return cmp.Compare(a.name, b.name) })
	return out, nil
}
