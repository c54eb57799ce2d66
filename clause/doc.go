// Package clause reads the logical arguments of every predicate off the trees of
// a document: who does, who undergoes, to whom, with which preposition, and
// which clause is its content.
//
// In come sentences with linked Universal Dependencies trees; out go
// doc.Sentence.Predicates. What grammar moves about is undone: passives ("was
// attacked by"), relative and participial clauses ("the letter sent by", "who
// met"), control and raising ("asked Ri to convey", "agreed to send"), adverbial
// participles ("arriving in Baku, he …"), coordination of verbs and of
// arguments. Nouns get what stands for their arguments ("Ri's visit to", "talks
// between A and B", "a Russian strike on").
//
// Which verbs control whose infinitive, and the like, is data: data/clause.
//
// It decides nothing about meaning; every argument names a token of the same
// sentence and says how it was found. Memory is reused from document to
// document; a tree that is damaged gives fewer arguments, never a panic.
package clause
