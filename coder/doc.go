// Package coder is the one pure function Report → Record.
//
// It runs the readers over a report in their order and joins what they found:
// the codebook's matches with the parties that who resolved, the time that when
// gave them, the place, and the chain and status that voice read. The same act
// told twice becomes one event with all its chains. Every political verb that
// gave no event is listed with the reason.
//
// Files are named for their share of an event: draft and event put one together, party, doer
// and recipient say who took part, time, place and chain when, where and on whose word,
// added_ gives what a deed tells of besides itself, leftout_ says what is no event, merge and
// finish make one record of all.
//
// It has no clock, network, store, goroutine or randomness: the same report and
// the same knowledge give the same record, byte for byte. [Worker.Explain] is
// the same function with its workings kept.
package coder
