package doc

import "sort"

// PredicateKind says what sort of word a predicate is.
type PredicateKind uint8

// The kinds of predicate.
const (
	Verbal  PredicateKind = iota
	Copular               // a noun or adjective with a subject ("is ready", "was a threat")
	NominalPredicate
)

// ArgRole is the logical role of an argument: what it would be were the clause
// active, finite and alone.
type ArgRole uint8

// The roles of arguments.
const (
	Subj     ArgRole = iota // deep subject: the one who does it ("by X" of a passive)
	Obj                     // deep object (the subject of a passive)
	IObj                    // the one given or told
	Obl                     // with a preposition (Case) or bare (Case "")
	Comp                    // clausal complement; Arg.Tok is the head of its clause (ccomp, xcomp, acl of a noun, csubj)
	Adv                     // adverbial clause; Case is its marker ("if", "after", "to")
	Poss                    // of a noun: "Ri's visit"
	Compound                // of a noun: "peace talks", "Seoul summit"
	Mod                     // adjective of a noun: "Russian strike"
)

// Origin tells how an argument was found; the tree itself, or by undoing what.
type Origin uint8

// The origins of an argument.
const (
	Own      Origin = iota // a dependent of the predicate
	Shared                 // by coordination, from the predicate before
	Control                // the subject of an infinitive or participle, from the governing clause
	Relative               // the noun that a relative or participial clause stands at
)

// Arg is one logical argument of a predicate.
type Arg struct {
	Role   ArgRole
	Origin Origin
	Conj   bool   // a further member of a coordination whose first member stands before it
	Tok    int    // head of the filler, in the same sentence
	Case   string // preposition or marker, lower case ("on behalf of"); "" for none
}

// Predicate is a word that says that something happens or holds, with its
// logical arguments in a fixed order: by role, then by place in the sentence.
type Predicate struct {
	Tok      int
	Kind     PredicateKind
	Passive  bool
	Particle string // "off" in "called off"
	Args     []Arg
}

// Predicate is the predicate that token i heads, or nil.
func (s *Sentence) Predicate(i int) *Predicate {
	p := s.Predicates
	n := sort.Search(len(p), func(k int) bool { return p[k].Tok >= i })
	if n < len(p) && p[n].Tok == i {
		return &p[n]
	}
	return nil
}

// Arg is the first argument with the role, and whether there is one.
func (p *Predicate) Arg(role ArgRole) (Arg, bool) {
	for _, a := range p.Args {
		if a.Role == role {
			return a, true
		}
	}
	return Arg{}, false
}
