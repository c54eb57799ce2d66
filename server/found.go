package server

import "nuncio/store"

// found is a stretch of a snippet; Hit marks words that were searched for.
type found struct {
	Text string
	Hit  bool
}

// maxSnippet is how much of a report's text a list shows.
const maxSnippet = 220

// foundPieces cuts a report's snippet at the words that were searched for.
func foundPieces(r store.ReportRow) []found {
	if len(r.Found) == 0 {
		return []found{{Text: clip(r.Snippet, maxSnippet)}}
	}
	text := []rune(r.Snippet)
	var out []found
	at := 0
	for _, s := range r.Found {
		if s.Start < at || s.End > len(text) {
			continue
		}
		if s.Start > at {
			out = append(out, found{Text: string(text[at:s.Start])})
		}
		out = append(out, found{string(text[s.Start:s.End]), true})
		at = s.End
	}
	return append(out, found{Text: string(text[at:])})
}
