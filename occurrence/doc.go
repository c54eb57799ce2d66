// Package occurrence tells which coded events of many reports are one happening,
// and how many independent sources it has.
//
// In come events with the report they stand in; out come nuncio.Occurrences. Two
// events are one when they have the same parties, the same class and status,
// overlapping time, and contradict each other neither in mode nor in place. Every
// member of an occurrence agrees with every other, so that a vague report ("Russia",
// "last year") never joins two happenings that differ from each other.
//
// Events are compared within a block: all events of one class between the same
// principals (states, or bodies that speak for none). What comes out for a block
// depends on the events in it and not on their order, so a store that computes a
// touched block again gets the same result whatever came first.
//
// The package knows nothing of who is who: Kin hands it the catalogue's answers.
package occurrence
