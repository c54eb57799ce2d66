package codebook

import (
	"fmt"
	"slices"
	"strings"
)

// A template is a line such as
//
//	ACTOR pay (visit|call) to RECIPIENT@place
//
// read left to right: who, the verb, its object or a noun, then phrases with
// prepositions. Capitals are slots, small words are lemmas, (a|b) alternatives,
// $name a word class, [..] what may be missing, verb_off a verb with its
// particle, @kind and @!kind what may stand in a slot, 's a possessor in any
// form ("Iran's", "Iranian", "of Iran", "by Iran").

type slot uint8

const (
	noSlot slot = iota
	actorSlot
	recipientSlot
	viaSlot
	placeSlot
	contentSlot
	anySlot // X: must be there, is not kept
)

var slotNames = map[string]slot{
	"ACTOR": actorSlot, "RECIPIENT": recipientSlot, "VIA": viaSlot, "PLACE": placeSlot, "CONTENT": contentSlot, "X": anySlot,
}

type relation uint8

const (
	relSubj relation = iota
	relObj
	relIObj
	relObl
	relOwner
	relComp
)

type patternKind uint8

const (
	verbPattern patternKind = iota
	nounPattern
	copularPattern
)

// alt is one alternative of a group: a head word and words that modify it.
type alt struct {
	head     int32
	mods     []int32
	particle int32 // of a verb: "off" in call_off; 0 for none
}

// elem is one thing that a pattern asks for beside its trigger.
type elem struct {
	rel      relation
	preps    []int32 // of relObl and relComp; none: bare
	slot     slot
	cons     constraint
	words    []alt // the noun that must stand there, where it is no slot
	parent   int   // elem whose noun it may hang from; -1: the trigger
	on       int   // elem whose verb's argument it is ("agree to settle dispute"); -1: the trigger's
	optional bool
	plural   bool // of relSubj: several must stand there
}

// pattern is a compiled template.
type pattern struct {
	rule     int32
	template int32
	kind     patternKind
	triggers []alt
	elems    []elem
	score    int32   // when all that must be there is there
	most     int32   // with everything optional
	bare     bool    // asks for nothing beside subject and trigger
	object   bool    // asks for an object or a clause
	needs    [6]bool // slots that must be filled, by slot
}

// constraint limits what may fill a slot.
type constraint struct {
	want, not Kind
	classes   []int32 // lemmas of $classes that are wanted beside
	notWords  []int32
	any       bool
}

type tmplToken struct {
	slot  slot
	poss  bool
	cons  constraint
	word  string // the single plain word, if it is one
	words []string
	open  bool // [
	close bool // ]
}

var prepositions = setOf(`to with on upon against for of from in into onto over at by via through about between among amongst as per versus throughout beside besides amid till until since via
	toward towards under behind near around within inside outside across along alongside after before during despite without off out
	beyond regarding concerning that how whether if`, "out of", "in support of", "on behalf of", "in favour of", "in honour of", "ahead of")

func setOf(words string, more ...string) map[string]bool {
	out := map[string]bool{}
	for _, w := range more {
		out[w] = true
	}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

type compiler struct {
	words  map[string][]string // $classes
	intern func(string) int32
	kinds  map[string]Kind
}

func (c *compiler) alts(words []string) []alt {
	var out []alt
	for _, w := range words {
		f := strings.Fields(w)
		if len(f) == 0 {
			continue
		}
		last, particle, _ := strings.Cut(f[len(f)-1], "_")
		a := alt{head: c.intern(last)}
		if particle != "" {
			a.particle = c.intern(particle)
		}
		for _, m := range f[:len(f)-1] {
			a.mods = append(a.mods, c.intern(m))
		}
		out = append(out, a)
	}
	return out
}

// expand turns "a|b c|$class" into words.
func (c *compiler) expand(s string) ([]string, error) {
	var out []string
	for _, w := range strings.Split(s, "|") {
		w = strings.TrimSpace(w)
		switch {
		case w == "":
			return nil, fmt.Errorf("an empty alternative in %q", s)
		case strings.ContainsAny(w, "()[]"):
			return nil, fmt.Errorf("brackets inside alternatives in %q", s)
		case w[0] == '$':
			set, ok := c.words[w[1:]]
			if !ok {
				return nil, fmt.Errorf("no word class %s", w)
			}
			out = append(out, set...)
		default:
			if w != strings.ToLower(w) {
				return nil, fmt.Errorf("%q is neither a slot nor in small letters", w)
			}
			out = append(out, w)
		}
	}
	return out, nil
}

func (c *compiler) constraint(s string) (constraint, error) {
	var out constraint
	for _, k := range strings.Split(s, ",") {
		not := strings.HasPrefix(k, "!")
		k = strings.TrimPrefix(k, "!")
		if strings.HasPrefix(k, "$") {
			set, ok := c.words[k[1:]]
			if !ok {
				return out, fmt.Errorf("no word class %s", k)
			}
			for _, w := range set {
				f := strings.Fields(w)
				id := c.intern(f[len(f)-1])
				if not {
					out.notWords = append(out.notWords, id)
				} else {
					out.classes = append(out.classes, id)
				}
			}
			out.any = true
			continue
		}
		kind, ok := c.kinds[k]
		if !ok {
			return out, fmt.Errorf("no kind of filler @%s", k)
		}
		if not {
			out.not |= kind
		} else {
			out.want |= kind
		}
		out.any = true
	}
	slices.Sort(out.classes)
	slices.Sort(out.notWords)
	return out, nil
}

func (c *compiler) scan(text string) ([]tmplToken, error) {
	var out []tmplToken
	for len(text) > 0 {
		switch text[0] {
		case ' ':
			text = text[1:]
			continue
		case '[':
			out = append(out, tmplToken{open: true})
			text = text[1:]
			continue
		case ']':
			out = append(out, tmplToken{close: true})
			text = text[1:]
			continue
		case '(':
			end := strings.IndexByte(text, ')')
			if end < 0 {
				return nil, fmt.Errorf("a ( is never closed")
			}
			inner := text[1:end]
			text = text[end+1:]
			words, err := c.expand(inner)
			if err != nil {
				return nil, err
			}
			if strings.HasPrefix(text, "_") {
				n := 1
				for n < len(text) && text[n] != ' ' {
					n++
				}
				for i := range words {
					words[i] += text[:n]
				}
				text = text[n:]
			}
			out = append(out, tmplToken{words: words})
			continue
		}
		n := strings.IndexAny(text, " []()")
		if n < 0 {
			n = len(text)
		}
		if n == 0 {
			return nil, fmt.Errorf("a ) without (")
		}
		w := text[:n]
		text = text[n:]
		t, err := c.word(w)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

func (c *compiler) word(w string) (tmplToken, error) {
	var t tmplToken
	name := w
	if strings.HasSuffix(name, "'s") {
		t.poss = true
		name = strings.TrimSuffix(name, "'s")
	}
	cons := ""
	if i := strings.IndexByte(name, '@'); i >= 0 {
		name, cons = name[:i], name[i+1:]
	}
	if s, ok := slotNames[name]; ok {
		t.slot = s
		if cons != "" {
			var err error
			if t.cons, err = c.constraint(cons); err != nil {
				return t, err
			}
		}
		return t, nil
	}
	if t.poss || cons != "" {
		return t, fmt.Errorf("%q: only slots take 's or @", w)
	}
	if w == nobody {
		t.word, t.words = nobody, []string{nobody}
		return t, nil
	}
	words, err := c.expand(w)
	if err != nil {
		return t, err
	}
	t.words = words
	if len(words) == 1 {
		t.word = words[0]
	}
	return t, nil
}

func (t *tmplToken) isPrep() bool {
	return t.slot == noSlot && len(t.words) > 0 && prepositions[t.words[0]]
}

func (t *tmplToken) isWords() bool {
	return t.slot == noSlot && !t.open && !t.close && len(t.words) > 0
}

// compile reads one template.
func (c *compiler) compile(text string) (pattern, error) {
	toks, err := c.scan(text)
	if err != nil {
		return pattern{}, err
	}
	for i := range toks {
		n := 0
		for _, w := range toks[i].words {
			if prepositions[w] {
				n++
			}
		}
		if n > 0 && n < len(toks[i].words) {
			return pattern{}, fmt.Errorf("a group mixes prepositions with other words")
		}
	}
	p := parser{c: c, toks: toks}
	if err := p.parse(); err != nil {
		return pattern{}, err
	}
	p.finish()
	return p.out, nil
}

// nobody stands for the subject of a verb that names none: "NOBODY deploy
// ACTOR@armed" is the passive "troops were deployed".
const nobody = "NOBODY"

type parser struct {
	c    *compiler
	toks []tmplToken
	pos  int
	out  pattern
	noun int // elem whose noun a phrase may hang from
	on   int // elem of an infinitive that what follows belongs to
	opt  bool
}

func (p *parser) peek() *tmplToken {
	if p.pos < len(p.toks) {
		return &p.toks[p.pos]
	}
	return &tmplToken{}
}

func (p *parser) parse() error {
	if len(p.toks) == 0 {
		return fmt.Errorf("an empty template")
	}
	p.noun, p.on = -1, -1
	first := p.toks[0]
	switch {
	case first.word == nobody:
		p.pos++
		if err := p.verb(); err != nil {
			return err
		}
	case first.slot != noSlot && !first.poss:
		if err := p.subject(); err != nil {
			return err
		}
		if err := p.verb(); err != nil {
			return err
		}
	default:
		if err := p.nounTrigger(); err != nil {
			return err
		}
	}
	for p.pos < len(p.toks) {
		if err := p.phrase(); err != nil {
			return err
		}
	}
	if p.opt {
		return fmt.Errorf("a [ is never closed")
	}
	return nil
}

func (p *parser) add(e elem) int {
	e.optional, e.on = e.optional || p.opt, p.on
	p.out.elems = append(p.out.elems, e)
	return len(p.out.elems) - 1
}

func (p *parser) subject() error {
	t := p.toks[p.pos]
	if t.slot == contentSlot {
		return fmt.Errorf("CONTENT cannot be the subject")
	}
	p.pos++
	e := elem{rel: relSubj, slot: t.slot, cons: t.cons, parent: -1}
	if p.peek().word == "and" {
		if p.pos+1 >= len(p.toks) || p.toks[p.pos+1].slot == noSlot {
			return fmt.Errorf("\"and\" joins two slots")
		}
		e.plural = true
		p.pos += 2
	}
	p.add(e)
	return nil
}

func (p *parser) verb() error {
	t := p.peek()
	if !t.isWords() {
		return fmt.Errorf("no verb after the subject")
	}
	p.out.kind = verbPattern
	if t.word == "be" {
		p.out.kind = copularPattern
		p.pos++
		for p.peek().isPrep() {
			p.pos++
		}
		t = p.peek()
		if t.slot != noSlot && t.poss {
			p.add(elem{rel: relOwner, slot: t.slot, cons: t.cons, parent: -1})
			p.pos++
			t = p.peek()
		}
		if !t.isWords() {
			return fmt.Errorf("no word after \"be\"")
		}
		return p.headNoun()
	}
	p.out.triggers = p.c.alts(t.words)
	p.pos++
	return nil
}

// headNoun reads modifiers and the noun (or adjective) that triggers.
func (p *parser) headNoun() error {
	first := p.pos
	for p.peek().isWords() && !p.peek().isPrep() {
		p.pos++
	}
	p.out.triggers = p.nounAlts(p.toks[first:p.pos])
	return nil
}

func (p *parser) nounTrigger() error {
	p.out.kind = nounPattern
	for t := p.peek(); t.slot != noSlot && t.poss; t = p.peek() {
		if t.slot == contentSlot {
			return fmt.Errorf("CONTENT owns nothing")
		}
		p.add(elem{rel: relOwner, slot: t.slot, cons: t.cons, parent: -1})
		p.pos++
	}
	if !p.peek().isWords() || p.peek().isPrep() {
		return fmt.Errorf("no noun after the possessor")
	}
	return p.headNoun()
}

// nounAlts crosses groups of modifiers with the last group, the head.
func (p *parser) nounAlts(groups []tmplToken) []alt {
	out := p.c.alts(groups[len(groups)-1].words)
	for i := len(groups) - 2; i >= 0; i-- {
		mods := p.c.alts(groups[i].words)
		var next []alt
		for _, m := range mods {
			for _, a := range out {
				next = append(next, alt{head: a.head, mods: append(append(slices.Clone(m.mods), m.head), a.mods...)})
			}
		}
		out = next
	}
	return out
}

func (p *parser) phrase() error {
	t := p.toks[p.pos]
	switch {
	case t.open:
		if p.opt {
			return fmt.Errorf("[ inside [")
		}
		p.opt = true
		p.pos++
		return nil
	case t.close:
		if !p.opt {
			return fmt.Errorf("a ] without [")
		}
		p.opt = false
		p.pos++
		return nil
	case t.isPrep():
		p.pos++
		return p.complement(relObl, t.words)
	}
	return p.complement(relObj, nil)
}

// complement reads what follows the verb or a preposition.
func (p *parser) complement(rel relation, preps []string) error {
	var ids []int32
	for _, w := range preps {
		ids = append(ids, p.c.intern(w)) // "out of" is one preposition
	}
	t := p.peek()
	switch {
	case t.slot == contentSlot:
		p.pos++
		p.add(elem{rel: relComp, preps: ids, slot: contentSlot, cons: t.cons, parent: p.noun})
		return nil
	case t.slot != noSlot && !t.poss:
		p.pos++
		if p.peek().word == "and" && p.pos+1 < len(p.toks) && p.toks[p.pos+1].slot != noSlot {
			p.add(elem{rel: rel, preps: ids, slot: t.slot, cons: t.cons, parent: p.noun, plural: true})
			p.pos += 2
			return nil
		}
		// Two bare noun phrases: the first is given or told.
		if rel == relObj {
			for i := range p.out.elems {
				if e := &p.out.elems[i]; e.rel == relObj {
					e.rel = relIObj
				}
			}
		}
		e := elem{rel: rel, preps: ids, slot: t.slot, cons: t.cons, parent: -1}
		if rel == relObl {
			e.parent = p.noun
		}
		p.add(e)
		return nil
	case t.slot != noSlot && t.poss:
		p.pos++
		owner := elem{rel: relOwner, slot: t.slot, cons: t.cons}
		if x := p.peek(); x.slot == anySlot && !x.poss {
			p.pos++
			owner.parent = p.add(elem{rel: rel, preps: ids, slot: anySlot, cons: x.cons, parent: -1})
			p.noun = owner.parent
			p.add(owner)
			return nil
		}
		n, err := p.object(rel, ids)
		if err != nil {
			return err
		}
		owner.parent = n
		p.add(owner)
		return nil
	case t.isWords():
		n, err := p.object(rel, ids)
		if err == nil && len(preps) == 1 && preps[0] == "to" {
			p.on = n // "to" may open an infinitive: what follows is the inner verb's
		}
		return err
	}
	return fmt.Errorf("nothing follows a preposition")
}

func (p *parser) object(rel relation, preps []int32) (int, error) {
	first := p.pos
	infinitive := len(preps) == 1 && preps[0] == p.c.intern("to")
	for p.peek().isWords() && !p.peek().isPrep() && !(infinitive && p.pos > first) {
		p.pos++
	}
	if first == p.pos {
		return 0, fmt.Errorf("a noun is missing")
	}
	if rel == relObj {
		for i := range p.out.elems {
			if e := &p.out.elems[i]; e.rel == relObj && e.slot != noSlot {
				e.rel = relIObj
			}
		}
	}
	e := elem{rel: rel, preps: preps, words: p.nounAlts(p.toks[first:p.pos]), parent: -1}
	if rel == relObl {
		e.parent = p.noun
	}
	p.noun = p.add(e)
	return p.noun, nil
}

// The worth of what a pattern asks for: words tell most, then a recipient.
const (
	worthWord      = 10
	worthParticle  = 6
	worthMod       = 4
	worthRecipient = 7
	worthSlot      = 2
	worthPrep      = 1
	worthKind      = 3
	worthPlural    = 5
	worthMembers   = 4 // two named side by side
	worthOptional  = 3
	worthDoer      = 6 // taken off where nobody is named who did it
	worthUnasked   = 4 // taken off for an object that no word of the pattern asks for
)

// finish computes the score and what must be filled.
func (p *parser) finish() {
	o := &p.out
	o.score = worthWord
	o.bare = o.kind == verbPattern
	o.most = worthMod * maxMods(o.triggers)
	for _, a := range o.triggers {
		if a.particle != 0 {
			o.most += worthParticle
			break
		}
	}
	for i := range o.elems {
		e := &o.elems[i]
		if e.rel != relSubj {
			o.bare = false
		}
		o.object = o.object || e.rel == relObj || e.rel == relIObj || e.rel == relComp
		worth := int32(worthSlot)
		switch {
		case e.slot == noSlot:
			worth = worthWord
			o.most += worthMod * maxMods(e.words)
		case e.slot == recipientSlot:
			worth = worthRecipient
		}
		if e.slot != noSlot && (e.rel == relObl || e.rel == relOwner) {
			worth += worthPrep
		}
		switch {
		case e.cons.want != 0 || len(e.cons.classes) > 0:
			worth += worthKind
		case e.cons.any:
			worth++ // to say what it is not tells little
		}
		if e.plural {
			worth += worthPlural
			o.most += worthMembers
		}
		if e.optional {
			o.most += worthOptional
			continue
		}
		o.score += worth
		if e.slot != noSlot && e.slot != anySlot {
			o.needs[e.slot] = true
		}
	}
	o.most += o.score
}

// maxMods is the most modifiers that an alternative has.
func maxMods(alts []alt) int32 {
	n := 0
	for i := range alts {
		n = max(n, len(alts[i].mods))
	}
	return int32(n)
}

// ditransitive reports whether a pattern asks for one given, told or let beside
// its object.
func (p *pattern) ditransitive() bool {
	for i := range p.elems {
		if p.elems[i].rel == relIObj {
			return true
		}
	}
	return false
}
