// Package codebook says what was done: it reads rule files that a political
// scientist can change, and finds their acts in the predicates of an analysed
// sentence.
//
// What comes in: data files (one a PLOVER class, word classes, CAMEO and
// crosswalk tables) as an [fs.FS], overlaid by a user's own; then documents
// with trees. What goes out: [Match] values that name the rule, the words that
// fired it, and the tokens that head actor, recipient, go-between, place and
// content. Which entity a token stands for, when, where and on whose word are
// other rooms' business.
//
// It promises that the same files give the same version and the same matches
// in the same order, that reading never panics, and that every complaint about
// a file names file and line.
package codebook
