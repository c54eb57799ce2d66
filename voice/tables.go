package voice

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"
)

// Classes of cue; doc.Attribution.Class holds one.
const (
	Say    = "say"    // speech and writing
	Show   = "show"   // what a document or finding tells
	Think  = "think"  // belief, knowledge, feeling about a fact
	Intend = "intend" // wish and intention
	Judge  = "judge"  // an attitude to a thing
	Relay  = "relay"  // who passed another's words on
)

// frame is one way in which a cue takes its content.
type frame struct {
	kind  frameKind
	prep  string // of prep, objPrep and objInf ("called on X to")
	class string
	set   string // "noun:words": the object must be of that set of words.tsv (of "words", or a quotation)
}

type frameKind uint8

const (
	fClause frameKind = iota
	fQuote
	fInf
	fObjInf
	fPassiveInf
	fSeemInf
	fObjPred
	fObjPrep
	fPrep
	fIng
	fNoun
)

// verbCue is what the table says of one verb.
type verbCue struct {
	frames    []frame
	addressee bool // its object is the one spoken to
	say       bool // some frame of class say takes words
}

func (c *verbCue) frame(k frameKind) *frame {
	for i := range c.frames {
		if c.frames[i].kind == k {
			return &c.frames[i]
		}
	}
	return nil
}

func (c *verbCue) prepFrame(k frameKind, prep string) *frame {
	for i := range c.frames {
		if c.frames[i].kind == k && c.frames[i].prep == prep {
			return &c.frames[i]
		}
	}
	return nil
}

// tables hold data/voice.
type tables struct {
	verbs map[string]*verbCue
	nouns map[string]*verbCue
	deeds map[string]*verbCue // verbs that are cues and report nothing

	adjectives map[string]*verbCue
	unknown    verbCue             // what a verb with a that-clause is taken for
	cut        map[string]string   // a verb without its final e → the verb
	phrases    map[string][]phrase // by first word
	words      map[string]map[string]bool
	kinds      []kindRule
	levels     []levelRule
	status     statusTable

	denials        map[string]Denial
	denialExamples []DenialExample
}

type phrase struct {
	kind  string
	words []string
}

// table calls row for each line of a tab-separated file that is not a comment,
// and puts file and line into its errors.
func table(fsys fs.FS, name string, cols int, row func(f []string) error) error {
	f, err := fsys.Open(name)
	if err != nil {
		return fmt.Errorf("voice: %w", err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimRight(sc.Text(), " \r")
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) < cols {
			return fmt.Errorf("%s:%d: %d columns, want %d", name, n, len(fields), cols)
		}
		if err := row(fields); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func loadTables(fsys fs.FS) (*tables, error) {
	t := &tables{
		verbs: map[string]*verbCue{}, nouns: map[string]*verbCue{}, deeds: map[string]*verbCue{}, adjectives: map[string]*verbCue{}, phrases: map[string][]phrase{},
		words:   map[string]map[string]bool{},
		unknown: verbCue{frames: []frame{{kind: fClause, class: Think}}},
	}
	steps := []func(fs.FS) error{t.loadCues, t.loadPhrases, t.loadWords, t.loadKinds, t.loadStatus, t.loadDenials}
	for _, step := range steps {
		if err := step(fsys); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func (t *tables) loadCues(fsys fs.FS) error {
	into := func(m map[string]*verbCue) func(f []string) error {
		return func(f []string) error {
			if !knownClass(f[0]) {
				return fmt.Errorf("%q is not a class of cue", f[0])
			}
			frames, addressee, err := parseFrames(f[0], f[1])
			if err != nil {
				return err
			}
			for lemma := range strings.FieldsSeq(f[2]) {
				c := m[lemma]
				if c == nil {
					c = &verbCue{}
					m[lemma] = c
				}
				c.addressee = c.addressee || addressee
				for _, fr := range frames {
					if known := c.prepFrame(fr.kind, fr.prep); known == nil || known.set != "" && fr.set == "" {
						c.frames = append(c.frames, fr)
					}
					if fr.class == Say && (fr.kind == fClause || fr.kind == fQuote || fr.kind == fNoun && fr.set == "") {
						c.say = true
					}
				}
			}
			return nil
		}
	}
	if err := table(fsys, "voice/cues.tsv", 3, into(t.verbs)); err != nil {
		return err
	}
	if err := table(fsys, "voice/deeds.tsv", 3, into(t.deeds)); err != nil {
		return err
	}
	t.cut = make(map[string]string, len(t.verbs))
	for lemma := range t.verbs {
		if n := len(lemma) - 1; n > 1 && lemma[n] == 'e' {
			t.cut[lemma[:n]] = lemma
		}
	}
	if err := table(fsys, "voice/nouns.tsv", 3, into(t.nouns)); err != nil {
		return err
	}
	return table(fsys, "voice/adjectives.tsv", 3, into(t.adjectives))
}

func knownClass(c string) bool {
	switch c {
	case Say, Show, Think, Intend, Judge:
		return true
	}
	return false
}

func parseFrames(class, list string) (frames []frame, addressee bool, err error) {
	kinds := map[string]frameKind{
		"clause": fClause, "quote": fQuote, "inf": fInf, "obj-inf": fObjInf, "passive-inf": fPassiveInf,
		"seem-inf": fSeemInf,
		"obj-pred": fObjPred, "ing": fIng, "noun": fNoun,
	}
	for word := range strings.FieldsSeq(list) {
		if word == "addressee" {
			addressee = true
			continue
		}
		name, arg, _ := strings.Cut(word, ":")
		if k, ok := kinds[name]; ok {
			f := frame{kind: k, class: class}
			if k == fObjInf {
				f.prep = arg
			}
			if k == fNoun {
				f.set = arg
			}
			frames = append(frames, f)
			continue
		}
		obj, prep, ok := strings.Cut(word, "+")
		if !ok || obj != "" && obj != "object" {
			return nil, false, fmt.Errorf("%q is not a frame", word)
		}
		k := fPrep
		if obj == "object" {
			k = fObjPrep
		}
		frames = append(frames, frame{kind: k, prep: strings.ReplaceAll(prep, "_", " "), class: class})
	}
	return frames, addressee, nil
}

func (t *tables) loadPhrases(fsys fs.FS) error {
	return table(fsys, "voice/phrases.tsv", 2, func(f []string) error {
		w := strings.Fields(f[1])
		if len(w) == 0 {
			return fmt.Errorf("a phrase without words")
		}
		t.phrases[w[0]] = append(t.phrases[w[0]], phrase{f[0], w})
		return nil
	})
}

func (t *tables) loadWords(fsys fs.FS) error {
	return table(fsys, "voice/words.tsv", 2, func(f []string) error {
		set := t.words[f[0]]
		if set == nil {
			set = map[string]bool{}
			t.words[f[0]] = set
		}
		for w := range strings.FieldsSeq(f[1]) {
			set[strings.ReplaceAll(w, "_", " ")] = true
		}
		return nil
	})
}
