package doc

import "nuncio"

// Name types.
const (
	PER   = "PER"
	ORG   = "ORG"
	LOC   = "LOC"  // places, countries and cities too
	NORP  = "NORP" // nationalities, religions, political groups ("Cuban", "Houthis")
	EVENT = "EVENT"
	MISC  = "MISC"
)

// Name is a named thing as nlp found it.
type Name struct {
	Range
	Type string
}

// Time is a time expression with its TIMEX3 reading.
type Time struct {
	Range
	Type     string // DATE, TIME, DURATION, SET
	Value    string // TIMEX3 value
	Mod      string // TIMEX3 mod: START, MID, END, APPROX, BEFORE, AFTER, …
	Interval nuncio.Interval
	Reason   string // how the value was reached
}

// Place is a toponym resolved against the gazetteer.
type Place struct {
	Range
	nuncio.Where
	Reason string
}

// MentionKind says how a mention refers.
type MentionKind uint8

// The kinds of mention.
const (
	Named MentionKind = iota
	Nominal
	Pronoun
)

// Mention is a stretch of words that refers to an entity.
type Mention struct {
	Range
	Head    int // token that heads the mention
	Kind    MentionKind
	Entity  int    // index into Document.Entities; -1 when nothing was resolved
	Members []int  // for a collective ("the two", "both sides"): the entities it stands for
	Place   bool   // stands for a place here, not for a party ("flew to Havana")
	Reason  string // why it was linked so
	Link    int    // index of the mention it was linked to, -1 when to none
}

// Entity is a nuncio.Entity under construction.
type Entity struct {
	nuncio.Entity
	Gender byte // 'm', 'f', 'n' (things, states), 0 when not known
	Plural bool
	// Inferred says that no word gave the country: it is the scene's.
	Inferred bool
}

// Attribution is one act of reporting in the document.
type Attribution struct {
	Source  Range // empty where the text hides it
	Mention int   // the source's mention, -1 when none
	Cue     Range // empty where a quote goes on without one
	Content []Range
	Style   nuncio.Style
	When    nuncio.When
	Parent  int // index of the attribution in whose content this one stands, -1
	Also    int // index of the attribution that gives the same content side by side, -1
	Entity  int // the source's entity, -1 when none
	To      int // mention of the one to whom it is said or written, -1 when none
	Kind    nuncio.LinkKind
	Level   string // authority of the issuer, where the text gives it
	Class   string // of the cue: say, show, think, intend, judge, relay
	Reason  string
}
