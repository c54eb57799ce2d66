package clause

import "nuncio/doc"

// mend runs the repairs of trees; a tree that one of them changed is linked anew. Parsers err
// alike again and again, and each repair touches a tree only where it cannot be right as it
// is. They run in this order because the later count on what the earlier have mended: first
// what stands side by side, then who does what, then what hangs from it.
func (w *Words) mend(s *doc.Sentence) {
	for _, repair := range [...]func(*doc.Sentence) bool{
		// what stands side by side, or before its verb
		coordinated, unlike, company, inverted, w.askedFor,
		// subjects that another word took
		secondSubject, toldOrSaid, prepositions, w.hostages, resumed, w.sameSpeaker, subjectOfSaid, saidBy, w.dated, fronted, w.bare, armed, w.conjunctions,
		// words that are of another class than they look
		participles, w.describing, w.acting, hyphened, outOf, halved, wholes, battles, vows, w.gerunds,
		// what is given, and to whom
		w.inKind, firedOn, w.receivers, w.proposals,
		// subjects again, now that nouns are whole
		w.apposedSubject, w.beforeVerb,
		// clauses that hang from nouns, or from another verb than the one beside them
		contact, w.after, w.gaps, w.taken, w.claims, provisos, w.otherDay,
		// what a verb has behind it: names of offices, objects, complements
		w.counterparts, w.shifted, w.handed, w.officeHolder, w.blamed, answered, got,
		// tenses, sources and times thrown in
		perfects, w.relayed, w.thrownIn, w.dayBefore, w.hoursBefore, judged,
		// whose a noun's deed is, and who was first to do it
		w.doneBy, w.firsts, w.kept, w.speechBehind, w.blamedOn, demonyms,
	} {
		if repair(s) {
			s.Link()
			if !sound(s) {
				return
			}
		}
	}
	active(s)
}
