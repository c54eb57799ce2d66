package codebook

import (
	"fmt"
	"slices"
)

// nobody stands for the subject of a verb that names none: "NOBODY deploy
// ACTOR@armed" is the passive "troops were deployed".
const nobody = "NOBODY"

// namedPlace stands for the name of a place where somebody is, as a trigger: "ACTOR be in
// RECIPIENT@place".
const namedPlace = "@place"

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
		p.out.nobody = true
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
		var preps []int32
		for p.peek().isPrep() {
			for _, w := range p.peek().words {
				preps = append(preps, p.c.intern(w))
			}
			p.pos++
		}
		t = p.peek()
		if t.slot != noSlot && !t.poss && len(preps) > 0 && (len(t.cons.classes) > 0 || t.cons.want&Place != 0) {
			p.out.triggers = slices.Clone(t.cons.classes)
			if t.cons.want&Place != 0 {
				p.out.triggers = append(p.out.triggers, alt{head: p.c.intern(namedPlace)})
			}
			p.add(elem{rel: relSelf, preps: preps, slot: t.slot, parent: -1})
			p.pos++
			return nil
		}
		p.out.preps = preps
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
