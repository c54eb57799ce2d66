package codebook

const (
	relSubj relation = iota
	relObj
	relIObj
	relObl
	relOwner
	relComp
	relSelf // the trigger itself fills the slot: "ACTOR be in RECIPIENT@$bloc"
)

const (
	verbPattern patternKind = iota
	nounPattern
	copularPattern
)

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
	worthStray     = 5 // taken off for a recipient found at a phrase of another noun
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
