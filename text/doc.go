// Package text cuts a report's text into sentences and tokens, tells its
// language and makes signatures by which copies are found.
//
// In comes a string; out come byte offsets into that same string, never a
// changed copy of it: s[tok.Start:tok.End] is always the token's form. Tokens
// follow the English treebanks of Universal Dependencies (EWT and GUM 2.11 and
// later): clitics are cut off and marked as words of one surface token
// ([Token.Joined]), hyphenated words are cut at their hyphens, stops of
// abbreviations stay with them.
//
// What the rules know of English stands in data files (data/text), which
// [LoadRules] reads from any [io/fs.FS]. [Rules] never change after loading and
// may be shared; a [Segmenter] is one worker's workspace and may not.
package text
