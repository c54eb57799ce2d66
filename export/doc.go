// Package export turns records into the rows that event-data users load.
//
// In come published records (spans in code points); out go rows: one a pair of
// parties for dyadic formats, with reciprocal events written once in each
// direction. It decides nothing: every value stands in the record.
package export
