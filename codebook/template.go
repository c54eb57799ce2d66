package codebook

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

type patternKind uint8

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
	patient  bool // of a noun made of a verb: what was the verb's object
}

// pattern is a compiled template.
type pattern struct {
	rule     int32
	template int32
	kind     patternKind
	triggers []alt
	preps    []int32 // between "be" and the trigger: "under" attack; none: none is asked for
	elems    []elem
	score    int32   // when all that must be there is there
	most     int32   // with everything optional
	bare     bool    // asks for nothing beside subject and trigger
	object   bool    // asks for an object or a clause
	needs    [6]bool // slots that must be filled, by slot
	nobody   bool    // holds for passives that name nobody who does it
	nominal  bool    // made of a verb's pattern for the verb's nouns
	upon     bool    // for those whose object stands behind "on"
}

// constraint limits what may fill a slot.
type constraint struct {
	want, not Kind
	classes   []alt // words of $classes that are wanted beside
	notWords  []int32
	any       bool
}
