// Package who finds the parties of a report and decides which words speak of the
// same one.
//
// In comes a document with names, trees and predicates; out go doc.Mentions, in
// text order, each with the entity it refers to and the reason, and
// doc.Entities. Names are linked to the dated catalogue; a party that no
// catalogue holds gets country and sector from its words; pronouns, surnames,
// titles and collectives ("the two", "both countries") are linked to what they
// refer back to. A capital is a government or a place by what it does in the
// sentence, never both.
//
// Nothing is guessed in silence: a mention that could not be linked has Entity
// -1 and says why.
package who
