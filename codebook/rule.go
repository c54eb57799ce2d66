package codebook

import "nuncio"

// Rule is one kind of act with the templates that tell it.
type Rule struct {
	ID      string // "consult/visit/travel-to": class, then the id in its file
	Event   string // PLOVER class or STATEMENT; "" for an idiom that blocks
	Rel     string // standing relation instead of an event ("alliance")
	Value   string // value of the relation ("none", "minimal")
	Mode    string
	Context []string
	CAMEO   string

	Reciprocal bool
	Inside     bool          // counts only as what a speech act is about: "called on them to [go]"
	Status     nuncio.Status // what the rule itself says of its deed ("plan a visit": planned); "" leaves it to the clause
	Future     bool          // its own verb must stand in the future ("will retaliate")
	Negated    bool          // its own verb must be negated ("would not comment")
	Content    ContentTest   // what the CONTENT clause must be
	Deed       nuncio.Status // how the speaker holds the deed inside CONTENT

	File string
	Line int

	Templates []Template
	Yes, No   []Example
}

// Template is one line of a rule's match list.
type Template struct {
	Text string
	Line int
}

// Example is a sentence of a rule that must, or must not, be coded by it.
type Example struct {
	Sentence string
	Actor    string // words among which the actor's head stands; "" does not ask
	Recip    string
	Line     int
}

// ContentTest says what the clause in a CONTENT slot must be like.
type ContentTest struct {
	Own, Other      bool // its subject is the speaker; somebody else
	Future, Must    bool // will, would, shall; must, should, have to
	Negated, Plain  bool // with, without a negation
	Past            bool
	Modal           bool     // may, might, could, can
	Conditional     bool     // it depends on what else happens: "if", "unless", "should they"
	Agentless       bool     // a passive that names nobody who does it
	Subjunctive     bool     // what is wanted, not what is: "that Chile release", "that he must go"
	Deeds           []string // classes, one of which its deed must have
	DeedModes       []string // modes, one of which its deed must have
	None            bool     // holds no deed of any class
	Peaceful        bool     // holds no hostile deed
	Agent           bool     // somebody does what it tells, or it is done to something: no market falls, no growth slows
	Any             bool     // some test stands
	RecipientInside bool     // the recipient is looked for in the content only
}

// Label is a class with its refinements.
type Label struct {
	Event, Mode, CAMEO string
	Context            []string
}

// Label is what the rule gives before the words inside refine it.
func (r *Rule) Label() Label {
	return Label{Event: r.Event, Mode: r.Mode, CAMEO: r.CAMEO, Context: r.Context}
}
