// Package voice tells on whose word each statement of a report stands, and what
// status each deed in it has.
//
// In comes a document with trees and logical arguments; out go
// doc.Document.Attributions: source, cue and content with exact token ranges,
// nested to any depth and across sentences. [Reader.Chain] reads from them whose
// word a predicate is and who passed it on; [Reader.Status] reads whether it is
// told as done, denied, planned, possible or demanded, and by which words.
//
// Which words are cues, which govern a status and which make a source a
// ministry or a news agency is data (data/voice), not code. The package promises
// the same output for the same document and no panic on damaged trees. A Reader
// may be used by several workers at once.
package voice
