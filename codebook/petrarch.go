package codebook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Imported is a PETRARCH or TABARI verb dictionary in our form.
type Imported struct {
	Files                      []ImportedFile
	Left                       []LeftOver
	Verbs, Patterns, Templates int
}

// ImportedFile is one rule file.
type ImportedFile struct{ Name, Text string }

// LeftOver is a line that could not be turned over.
type LeftOver struct {
	Line         int
	Text, Reason string
}

// ReasonCount counts left-overs of one reason.
type ReasonCount struct {
	Reason string
	Count  int
}

// Reasons counts the left-overs, the commonest first.
func (im *Imported) Reasons() []ReasonCount {
	var out []ReasonCount
	for _, l := range im.Left {
		if i := slices.IndexFunc(out, func(r ReasonCount) bool { return r.Reason == l.Reason }); i >= 0 {
			out[i].Count++
		} else {
			out = append(out, ReasonCount{l.Reason, 1})
		}
	}
	slices.SortFunc(out, func(a, b ReasonCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Reason, b.Reason))
	})
	return out
}

// Import reads a verb dictionary: blocks "--- HEAD [code] ---", under each its
// verbs, then patterns "- words * words [code]", in which * is the verb, $ the
// source, + the target, % both, &NAME a synonym set and _ joins neighbours.
func (b *Codebook) Import(src string) Imported {
	im := importer{book: b, sets: map[string][]string{}, rules: map[string]*importedRule{}}
	n := 0
	for line := range strings.Lines(src) {
		n++
		text, _, _ := strings.Cut(strings.TrimRight(line, "\r\n"), "#")
		if text = strings.TrimSpace(text); text != "" {
			im.line(n, text)
		}
	}
	im.write()
	return im.out
}

type importer struct {
	book  *Codebook
	out   Imported
	set   string // synonym set being read
	sets  map[string][]string
	code  string // of the block
	verbs []string
	rules map[string]*importedRule
	order []string
}

type importedRule struct {
	class, code string
	templates   []string
}

func (im *importer) left(n int, text, reason string) {
	im.out.Left = append(im.out.Left, LeftOver{n, text, reason})
}

func (im *importer) line(n int, text string) {
	switch {
	case strings.HasPrefix(text, "---"):
		im.set, im.verbs = "", nil
		im.code = codeIn(text)
	case strings.HasPrefix(text, "&"):
		im.set = strings.Trim(text[1:], "_ ")
	case strings.HasPrefix(text, "+"):
		if im.set != "" {
			w := strings.ToLower(strings.Trim(text[1:], "_ "))
			if strings.IndexFunc(w, foreign) >= 0 {
				return // "$", "9mm": the other words of the set stand for it
			}
			im.sets[im.set] = append(im.sets[im.set], im.lemma(strings.ReplaceAll(w, "_", " ")))
		}
	case strings.HasPrefix(text, "- "), strings.HasPrefix(text, "-"):
		im.out.Patterns++
		im.pattern(n, strings.TrimSpace(text[1:]))
	case text[0] == '~', text[0] == '<':
		im.left(n, text, "a directive of another program")
	default:
		im.verb(n, text)
	}
}

// codeIn is what stands in brackets, or "".
func codeIn(text string) string {
	_, rest, ok := strings.Cut(text, "[")
	if !ok {
		return ""
	}
	code, _, _ := strings.Cut(rest, "]")
	return strings.TrimSpace(code)
}

// lemma brings the last word of a phrase to its lemma as far as the codebook knows it.
func (im *importer) lemma(phrase string) string {
	head := phrase[strings.LastIndexByte(phrase, ' ')+1:]
	if _, known := im.book.ids[head]; known {
		return phrase
	}
	if id, ok := im.book.byForm([]byte(head)); ok {
		return phrase[:len(phrase)-len(head)] + im.book.lemmaOf(id)
	}
	return phrase
}

func (im *importer) verb(n int, text string) {
	im.out.Verbs++
	code := codeIn(text)
	name, _, _ := strings.Cut(text, "[")
	name, _, _ = strings.Cut(name, "{")
	name = strings.ToLower(strings.Trim(strings.TrimSpace(name), "_"))
	name = strings.ReplaceAll(name, "+", "")
	if name == "" || strings.Contains(name, " ") {
		im.left(n, text, "not a verb")
		return
	}
	if head, particle, ok := strings.Cut(name, "_"); ok && strings.Contains(particle, "_") || ok && !particles[particle] {
		im.left(n, text, "a verb of several words: "+head)
		return
	}
	im.verbs = append(im.verbs, name)
	if code == "" {
		code = im.code
	}
	im.add(n, text, "ACTOR "+name+" RECIPIENT", code)
}

var particles = setOf("up down off out in on over away back through forward apart around together along aside")

// pattern turns "$ * TO + [code]" into a template for the block's verbs.
func (im *importer) pattern(n int, text string) {
	code := codeIn(text)
	body, _, _ := strings.Cut(text, "[")
	words := strings.Fields(strings.NewReplacer("_", " ", "*", " * ", "$", " $ ", "+", " + ", "%", " % ", "{", " ", "}", " ", "(", " ", ")", " ").Replace(body))
	if len(im.verbs) == 0 {
		im.left(n, text, "a pattern under no verb that was read")
		return
	}
	star := slices.Index(words, "*")
	if star < 0 {
		im.left(n, text, "no verb in the pattern")
		return
	}
	verb := im.verbs[0]
	if len(im.verbs) > 1 {
		verb = "(" + strings.Join(im.verbs, "|") + ")"
	}
	before, after := words[:star], words[star+1:]
	front, passive, ok := im.front(before)
	if !ok {
		im.left(n, text, "words before the verb")
		return
	}
	tail, ok := im.tail(after, passive)
	if !ok {
		im.left(n, text, "an order of words that templates do not have")
		return
	}
	if passive {
		tail = "RECIPIENT " + tail
	}
	im.add(n, text, strings.TrimSpace(front+" "+verb+" "+tail), code)
}

// front reads what stands before the verb.
func (im *importer) front(words []string) (front string, passive, ok bool) {
	front = "ACTOR"
	for _, w := range words {
		switch w {
		case "$":
		case "%":
			front = "ACTOR and RECIPIENT"
		case "+":
			passive = true
		case "IS", "WAS", "WERE", "ARE", "BEEN", "BEING", "HAS", "HAVE", "HAD", "BE", "&TOBEVERB", "&AUXVERB1", "&AUXVERB3":
		default:
			return "", false, false
		}
	}
	return front, passive, true
}

// tail reads what follows the verb.
func (im *importer) tail(words []string, passive bool) (string, bool) {
	var out []string
	for i := 0; i < len(words); i++ {
		w := words[i]
		low := strings.ToLower(w)
		switch {
		case w == "+" && passive, w == "%":
			return "", false
		case w == "+":
			out = append(out, "RECIPIENT")
		case w == "$" && passive && len(out) > 0 && out[len(out)-1] == "by":
			out = out[:len(out)-1]
		case w == "$":
			return "", false
		case w[0] == '&':
			set := im.sets[strings.Trim(w[1:], "_")]
			if len(set) == 0 {
				return "", false
			}
			out = append(out, "("+strings.Join(set, "|")+")")
		case low == "the" || low == "a" || low == "an" || low == "its" || low == "his":
		case prepositions[low] || low[0] >= 'a' && low[0] <= 'z':
			if strings.ContainsAny(low, "'.|,") {
				return "", false
			}
			out = append(out, im.lemma(low))
		default:
			return "", false
		}
	}
	if len(out) > 0 && prepositions[out[len(out)-1]] {
		out = append(out, "X")
	}
	return strings.Join(out, " "), true
}

// add puts a template under the rule of its code, if it compiles.
func (im *importer) add(n int, text, template, code string) {
	code, _, _ = strings.Cut(code, ":")
	code = strings.Trim(code, "-")
	class := "NONE"
	if !digits(code) {
		code = ""
	}
	switch {
	case code == "" && strings.Contains(text, "[---]"):
	case code == "":
		im.left(n, text, "no code")
		return
	default:
		for ; len(code) > 1 && im.book.codes[code].Label.Event == ""; code = code[:len(code)-1] {
		}
		if class = im.book.codes[code].Label.Event; class == "" {
			im.left(n, text, "a code that CAMEO does not have")
			return
		}
	}
	if strings.IndexFunc(template, foreign) >= 0 {
		im.left(n, text, "characters that templates do not have")
		return
	}
	c := compiler{words: im.book.words, intern: im.book.temporary(), kinds: kindNames()}
	if _, err := c.compile(template); err != nil {
		im.left(n, text, "not a template: "+err.Error())
		return
	}
	key := class + code
	r := im.rules[key]
	if r == nil {
		r = &importedRule{class: class, code: code}
		im.rules[key] = r
		im.order = append(im.order, key)
	}
	if !slices.Contains(r.templates, template) {
		r.templates = append(r.templates, template)
		im.out.Templates++
	}
}

func digits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

// foreign reports whether a character has no place in an imported template.
func foreign(r rune) bool {
	return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || strings.ContainsRune(" ()|_-", r))
}

// temporary interns into a throw-away table.
func (b *Codebook) temporary() func(string) int32 {
	own := map[string]int32{}
	return func(w string) int32 {
		if id, ok := b.ids[w]; ok {
			return id
		}
		if _, ok := own[w]; !ok {
			own[w] = int32(len(b.ids) + len(own))
		}
		return own[w]
	}
}

func (im *importer) write() {
	slices.Sort(im.order)
	byClass := map[string]*strings.Builder{}
	var classes []string
	for _, key := range im.order {
		r := im.rules[key]
		b := byClass[r.class]
		if b == nil {
			b = &strings.Builder{}
			byClass[r.class] = b
			classes = append(classes, r.class)
			fmt.Fprintf(b, "# Imported from a PETRARCH verb dictionary; its own licence holds.\nclass: %s\nrules:\n", r.class)
		}
		id := r.code
		if id == "" {
			id = "idiom"
		}
		fmt.Fprintf(b, "- id: imported/%s\n", id)
		if r.code != "" {
			fmt.Fprintf(b, "  cameo: %q\n", r.code)
			if l := im.book.codes[r.code].Label; l.Mode != "" {
				fmt.Fprintf(b, "  mode: %s\n", l.Mode)
			}
		}
		b.WriteString("  match:\n")
		for _, t := range r.templates {
			fmt.Fprintf(b, "  - %s\n", t)
		}
	}
	for _, c := range classes {
		im.out.Files = append(im.out.Files, ImportedFile{"imported-" + strings.ToLower(c) + ".yaml", byClass[c].String()})
	}
}
