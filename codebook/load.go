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

	"nuncio"
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
	kindIDs  map[int32]Kind // lemma → kinds
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

	wordLines map[string]Error // where each word class stands
}

// wordSets are the word classes that the matcher itself speaks of.
type wordSets struct {
	light, transparent, quantity, document, issuing, times, joining, common, selves, motion, aspect, plan, happen, mishap, channel, stative idSet
}

type idSet map[int32]bool

// Load reads a codebook: classes.tsv, cameo.tsv, content.tsv, words.yaml and
// every other *.yaml of the folder, in the order of their names. A file of an
// overlay replaces the file of the same name, except that its rules are added
// when it says "overlay: true" at its head, a rule of the same id replacing the
// old one.
func Load(fsys fs.FS, overlays ...fs.FS) (*Codebook, error) {
	b := &Codebook{
		codes: map[string]Code{}, words: map[string][]string{}, kindIDs: map[int32]Kind{},
		events: map[int32][]int32{}, inner: map[int32][]int32{}, rels: map[int32][]int32{}, ids: map[string]int32{"": 0}, politics: map[int32]bool{}, wordLines: map[string]Error{},
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

func (b *Codebook) readWords(file, src string) error {
	n, err := readYAML(file, src)
	if err != nil {
		return err
	}
	for _, p := range n.keys {
		for _, w := range p.value.keys {
			words := w.value.strings()
			if len(words) == 0 {
				return &Error{file, w.line, fmt.Sprintf("%s: a list of words is missing", w.key)}
			}
			var flat []string
			for _, x := range words {
				if len(x) < 2 || x[0] != '$' {
					flat = append(flat, x)
					continue
				}
				set, ok := b.words[x[1:]]
				if !ok {
					return &Error{file, w.line, fmt.Sprintf("no word class %s above", x)}
				}
				flat = append(flat, set...)
			}
			switch p.key {
			case "words":
				b.words[w.key] = flat
				b.wordLines[w.key] = Error{File: file, Line: w.line}
			case "kinds":
				k, ok := kindNames()[w.key]
				if !ok {
					return &Error{file, w.line, fmt.Sprintf("no kind %q", w.key)}
				}
				if k&actingKinds != 0 {
					k |= Party
				}
				for _, x := range flat {
					b.kindIDs[b.intern(x)] |= k
				}
			default:
				return &Error{file, p.line, fmt.Sprintf("%q: words or kinds is expected", p.key)}
			}
		}
	}
	return nil
}

func (b *Codebook) intern(w string) int32 {
	if id, ok := b.ids[w]; ok {
		return id
	}
	id := int32(len(b.ids))
	b.ids[strings.Clone(w)] = id
	return id
}

func (b *Codebook) readRules(file, src string, problems *[]error) error {
	n, err := readYAML(file, src)
	if err != nil {
		return err
	}
	class := ""
	if c := n.get("class"); c != nil {
		class = c.scalar
	}
	for _, p := range n.keys {
		switch p.key {
		case "class", "overlay", "rules", "about":
		default:
			*problems = append(*problems, &Error{file, p.line, fmt.Sprintf("unknown key %q", p.key)})
		}
	}
	rules := n.get("rules")
	if rules == nil || rules.kind != listNode {
		return &Error{file, n.line, "no list of rules"}
	}
	for i := range rules.list {
		r, err := b.readRule(file, class, &rules.list[i])
		if err != nil {
			*problems = append(*problems, err)
			continue
		}
		if k := slices.IndexFunc(b.Rules, func(o Rule) bool { return o.ID == r.ID }); k >= 0 {
			if b.Rules[k].File == file {
				*problems = append(*problems, &Error{file, r.Line, fmt.Sprintf("id %s stands twice", r.ID)})
				continue
			}
			b.Rules[k] = r
			continue
		}
		b.Rules = append(b.Rules, r)
	}
	return nil
}

// folder is what a rule's id begins with.
func folder(class string) string { return strings.ToLower(strings.ReplaceAll(class, " ", "-")) }

func (b *Codebook) readRule(file, class string, n *node) (Rule, error) {
	r := Rule{File: file, Line: n.line, Event: class}
	bad := func(line int, format string, args ...any) (Rule, error) {
		return r, &Error{file, line, fmt.Sprintf(format, args...)}
	}
	if n.kind != mapNode {
		return bad(n.line, "a rule is a mapping that begins with id")
	}
	id := ""
	for i := range n.keys {
		p := &n.keys[i]
		v := &p.value
		switch p.key {
		case "id":
			id = v.scalar
		case "event":
			r.Event = v.scalar
		case "relation":
			r.Rel, r.Event = v.scalar, ""
		case "value":
			r.Value = v.scalar
		case "mode":
			r.Mode = v.scalar
		case "context":
			r.Context = v.strings()
		case "cameo":
			r.CAMEO = v.scalar
		case "reciprocal":
			r.Reciprocal = v.scalar == "true"
		case "form":
			for _, w := range v.strings() {
				switch w {
				case "future":
					r.Future = true
				case "negated":
					r.Negated = true
				default:
					return bad(p.line, "form: %q is not known", w)
				}
			}
		case "inside":
			r.Inside = v.scalar == "true"
		case "status":
			r.Status = nuncio.Status(v.scalar)
		case "deed":
			r.Deed = nuncio.Status(v.scalar)
		case "content":
			if err := r.Content.read(v.strings()); err != nil {
				return bad(p.line, "%v", err)
			}
		case "match":
			for _, t := range v.strings() {
				r.Templates = append(r.Templates, Template{Text: t, Line: p.line})
			}
			for k := range v.list {
				r.Templates[k].Line = v.list[k].line
			}
		case "yes", "no":
			for k, x := range v.strings() {
				line := p.line
				if v.kind == listNode {
					line = v.list[k].line
				}
				e, err := readExample(x, line)
				if err != nil {
					return bad(line, "%v", err)
				}
				if p.key == "yes" {
					r.Yes = append(r.Yes, e)
				} else {
					r.No = append(r.No, e)
				}
			}
		case "note", "source":
		default:
			return bad(p.line, "unknown key %q", p.key)
		}
	}
	if id == "" {
		return bad(n.line, "a rule without id")
	}
	head := class
	if head == "" {
		head = strings.TrimSuffix(path.Base(strings.TrimPrefix(file, "overlay ")), ".yaml")
	}
	r.ID = folder(head) + "/" + id
	if len(r.Templates) == 0 {
		return bad(n.line, "%s: no match list", id)
	}
	if r.Event == "NONE" {
		r.Event = ""
		return r, nil
	}
	if r.Rel != "" {
		return r, nil
	}
	c := b.Class(r.Event)
	if c == nil {
		return bad(n.line, "%s: no class %q", id, r.Event)
	}
	if r.Mode != "" && !has(c.Modes, r.Mode) {
		return bad(n.line, "%s: %s has no mode %q", id, r.Event, r.Mode)
	}
	if r.CAMEO == "" {
		r.CAMEO = c.Root
	}
	if _, ok := b.codes[r.CAMEO]; !ok {
		return bad(n.line, "%s: no CAMEO code %q", id, r.CAMEO)
	}
	switch r.Status {
	case "", nuncio.Asserted, nuncio.Negated, nuncio.Planned, nuncio.Possible, nuncio.Demanded:
	default:
		return bad(n.line, "%s: no status %q", id, r.Status)
	}
	return r, nil
}

var hostile = []string{"REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}

func (t *ContentTest) read(words []string) error {
	t.Any = true
	for _, w := range words {
		switch w {
		case "own":
			t.Own = true
		case "other":
			t.Other = true
		case "future":
			t.Future = true
		case "must":
			t.Must = true
		case "negated":
			t.Negated = true
		case "plain":
			t.Plain = true
		case "past":
			t.Past = true
		case "subjunctive":
			t.Subjunctive = true
		case "peaceful":
			t.Peaceful = true
		case "no-deed":
			t.None = true
		case "cooperative":
			t.Deeds = append(t.Deeds, "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT")
		case "material":
			t.Deeds = append(t.Deeds, "CONCEDE", "COOPERATE", "AID", "RETREAT")
		case "hostile":
			t.Deeds = append(t.Deeds, hostile...)
		default:
			if w == "" || w != strings.ToUpper(w) {
				return fmt.Errorf("content: %q is not known", w)
			}
			class, mode, ok := strings.Cut(w, "/")
			t.Deeds = append(t.Deeds, class)
			if ok {
				t.DeedModes = append(t.DeedModes, strings.ToLower(mode))
			}
		}
	}
	return nil
}

// readExample reads "sentence | actor > recipient"; either party may be empty.
func readExample(s string, line int) (Example, error) {
	sentence, parties, ok := strings.Cut(s, " | ")
	e := Example{Sentence: strings.TrimSpace(sentence), Line: line}
	if e.Sentence == "" {
		return e, errors.New("an empty example")
	}
	if ok {
		a, r, _ := strings.Cut(parties, ">")
		e.Actor, e.Recip = strings.TrimSpace(a), strings.TrimSpace(r)
	}
	return e, nil
}

// compile turns every template into patterns under their trigger words.
func (b *Codebook) compile() error {
	c := compiler{words: b.words, intern: b.intern, kinds: kindNames()}
	var problems []error
	for ri := range b.Rules {
		r := &b.Rules[ri]
		for ti, t := range r.Templates {
			p, err := c.compile(t.Text)
			if err != nil {
				problems = append(problems, &Error{r.File, t.Line, fmt.Sprintf("%q: %v", t.Text, err)})
				continue
			}
			p.rule, p.template = int32(ri), int32(ti)
			if r.Content.Any || r.Future || r.Negated {
				p.score += 4
				p.most += 4
			}
			if r.Event == "" && r.Rel == "" {
				p.score += worthIdiom
				p.most += worthIdiom
			}
			n := int32(len(b.patterns))
			b.patterns = append(b.patterns, p)
			index := b.events
			switch {
			case r.Rel != "":
				index = b.rels
			case r.Inside:
				index = b.inner
			}
			for _, a := range p.triggers {
				if l := index[a.head]; len(l) == 0 || l[len(l)-1] != n {
					index[a.head] = append(l, n)
				}
				if p.kind != copularPattern && r.Rel == "" && !r.Inside {
					b.politics[a.head] = true
				}
			}
		}
	}
	for _, index := range []map[int32][]int32{b.events, b.inner, b.rels} {
		for _, l := range index {
			slices.SortStableFunc(l, func(x, y int32) int { return cmp.Compare(b.patterns[y].most, b.patterns[x].most) })
		}
	}
	b.irregulars()
	b.of = b.intern("of")
	set := func(name string) idSet {
		out := idSet{}
		for _, w := range b.words[name] {
			out[b.intern(w)] = true
		}
		return out
	}
	b.sets = wordSets{light: set("light"), transparent: set("transparent"), quantity: set("quantity"), document: set("document"), issuing: set("issuing"), times: set("times"), joining: set("joining"), common: set("common"), selves: set("selves"), motion: set("motion"), aspect: set("aspect"), plan: set("plan"), happen: set("happen"), mishap: set("mishap"), channel: set("channel"), stative: set("stative")}
	for _, w := range b.words["political"] {
		b.politics[b.intern(w)] = true
	}
	return errors.Join(problems...)
}

// Among reports whether a lemma is in a word class of words.yaml.
func (b *Codebook) Among(class, lemma string) bool { return has(b.words[class], lemma) }

// Senses counts the word senses that the rules tell apart: each trigger under
// each rule, with its particle, once whatever objects it takes. It gives the
// number of templates too.
func (b *Codebook) Senses() (senses, templates int) {
	type sense struct{ rule, verb, particle int32 }
	seen := map[sense]bool{}
	for i := range b.patterns {
		p := &b.patterns[i]
		for _, t := range p.triggers {
			seen[sense{p.rule, t.head, t.particle}] = true
		}
	}
	return len(seen), len(b.patterns)
}
