package where

import (
	"strings"

	"nuncio/doc"
)

// located reports whether the name of a state or of its capital stands for the
// place here: where something is, goes to or comes from, or what an army enters.
func located(s *doc.Sentence, head int, town bool) bool {
	t := &s.Tokens[head]
	if t.Deprel == "conj" && t.Head >= 0 && t.Head < head {
		if prepositionOf(s, head) == "" {
			return s.Tokens[t.Head].UPOS == "PROPN" && located(s, t.Head, town)
		}
	}
	governor, form := "", ""
	if t.Head >= 0 {
		governor, form = strings.ToLower(s.Tokens[t.Head].Lemma), s.Tokens[t.Head].Form
	}
	switch prepositionOf(s, head) {
	case "in", "inside", "near", "outside", "around", "across", "throughout", "within", "off", "along":
		return true
	case "to", "into", "from", "toward", "towards", "through", "via":
		return moves[governor] || moves[form]
	case "of":
		return localNoun[governor] && governor != "capital" && governor != "state" || aside(s, head)
	case "":
		switch t.Deprel {
		case "obj":
			return enters[governor]
		case "compound", "nmod:poss", "nmod:desc":
			if g := t.Head; g >= 0 && s.Tokens[g].Deprel == "compound" && s.Tokens[g].Head >= 0 {
				governor = s.Tokens[s.Tokens[g].Head].Lemma // "a Nairobi shopping mall"
			}
			return town && siteNoun[governor] || landNoun[governor]
		case "appos", "flat":
			return governor == "capital" || governor == "city" || governor == "town"
		}
	}
	return false
}

// aside reports whether a direction stands before the preposition: "north of Sanaa".
func aside(s *doc.Sentence, head int) bool {
	for c := range s.Children(head) {
		if s.Tokens[c].Deprel == "case" && c > 0 {
			switch strings.ToLower(s.Tokens[c-1].Form) {
			case "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside":
				return true
			}
		}
	}
	return false
}

func words(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

var (
	// moves are words whose "to" and "from" lead to lands.
	moves = words(`go come travel fly arrive return head leave depart drive sail walk move march flee visit trip tour journey flight arrival
		departure voyage evacuate deport extradite rush hurry mission migrate escape withdraw withdrawal retreat route road cross infiltrate
		smuggle deploy ferry airlift pull repatriate exile expel bring fled flew`)
	// enters are verbs whose object is a land one goes to or into.
	enters = words(`visit enter leave reach tour invade bomb shell bombard storm capture seize occupy flee quit exit cross overrun liberate strike hit rock shake`)
	// localNoun are nouns whose "of" gives their place.
	localNoun = words(`town city village capital port district province region island suburb outskirt coast street part north south east west center centre
		area state county border neighborhood neighbourhood vicinity shore water edge heart university bank airport southeast northeast northwest southwest
		enclave peninsula post crossing kilometer kilometre mile km out camp valley desert mountain governorate municipality quarter`)
	// landNoun are nouns that a state has as a land, not as a government.
	landNoun = words(`border coast territory shore soil airspace north south east west coastline interior countryside capital`)
	// siteNoun are nouns of things that stand somewhere.
	siteNoun = words(`home house apartment flat residence compound hotel restaurant cafe club market mall shop street square suburb neighborhood neighbourhood
		district airport port harbor harbour station bridge hospital school university mosque church synagogue temple museum stadium prison jail barracks
		base camp checkpoint factory plant refinery office headquarters palace building tower outskirt area countryside beach resort slum park cemetery
		court courtroom checkpoint crossing town city village region border airbase airfield consulate embassy`)
	// meeting are nouns of gatherings, which bear the name of their town.
	meeting = words(`talk summit conference meeting negotiation session forum round ceremony rally protest demonstration attack bombing blast clash riot march
		siege battle massacre shooting explosion strike raid`)
	// commonNames are nouns that readers of names take for places when written large.
	commonNames = words(`palace route highway road street avenue square house building hall hotel airport embassy headquarters ministry parliament congress
		senate capital republic kingdom state government north south east west river lake mountain bridge gate wall front district province county region zone sector`)
	// audience are nouns of those whom one speaks to where one is.
	audience = words(`reporter journalist correspondent newsman newsmen press crowd student supporter follower worshipper worshiper conference rally audience delegate mourner
		congregation gathering soldier troop`)
	// venueNouns are words by which the name of a building is known.
	venueNouns = words(`palace hall house residence hotel airport centre center building mansion villa castle headquarters bhavan stadium club complex ministry lodge barracks airfield
		university school mosque church cathedral theatre theater museum library`)
	// directions are words that, with "the", name no province that happens to bear them.
	directions = words(`west east north south`)
	// placeClass are nouns whose "of" gives the name of a place of their kind.
	placeClass = words(`village town city hamlet settlement post crossing port island checkpoint suburb enclave township municipality outpost`)
	// landforms are words in names of what one is on.
	landforms = words(`lake river mount mountain mountains island islands isle isles peninsula coast beach sea hill hills heights ridge plateau glacier atoll reef`)
	// dwellers are nouns of people whose "of" says where they are.
	dwellers = words(`resident inhabitant villager dweller population citizen townspeople people`)
	// setsOff are verbs whose "for" says whereto.
	setsOff = words(`leave depart embark sail head fly`)
	// happens are verbs that only say that a gathering was.
	happens = words(`hold convene stage organize organise give take`)
	// attackNoun are nouns whose "on" says where.
	attackNoun = words(`attack raid strike assault bombing siege offensive airstrike shelling bombardment ambush march landing fire rocket bomb strike
		foot walk sit stand land lie live sail fall`)
	// sceneNoun are nouns of what goes on somewhere: "on a visit to Lagos".
	sceneNoun = words(`visit trip tour stopover way sideline day morning evening night eve afternoon mission patrol`)
	// saying are verbs of speech and thought: who says it elsewhere says nothing of
	// where it happened.
	saying = words(`say tell report announce state claim add warn believe think note confirm deny insist argue write suggest declare accuse promise pledge
		threaten allege explain stress indicate reveal know hope expect admit acknowledge vow demand ask urge call quote recall predict offer agree refuse reject sign`)
	// aboutIt are verbs that only speak of their object: where that was says
	// nothing of where they were done.
	aboutIt = words(`condemn denounce criticize criticise discuss praise welcome blame accuse urge demand reject support back oppose deplore mention cite
		describe recall deny claim investigate fear protest mourn follow precede say tell report announce warn confirm allege note call ask`)
)
