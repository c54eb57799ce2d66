// Package nuncio holds the nouns that every other package speaks: Report,
// Entity, Attribution, Event, Relation and Record, the dates and spans they are
// made of, and the JSON Schema of a record.
//
// A [Report] goes in, a [Record] comes out. Inside the program every [Span] is a
// half-open range of bytes in the report's text; [Record.InCodePoints] turns a
// finished record into the published form, where spans count Unicode code
// points. The package imports the standard library only and holds no logic
// beyond that.
package nuncio
