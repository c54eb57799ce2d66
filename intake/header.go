package intake

import (
	"bytes"
	"strings"
	"unicode"

	"nuncio"
)

// header reads what stands before a plain report's text into rep and returns the
// text: the rest of s as it is.
func header(s string, rep *nuncio.Report) string {
	body := strings.TrimLeftFunc(s, unicode.IsSpace)
	if rest, ok := datePrefix(body, rep); ok {
		return rest
	}
	if rest, ok := headerLines(body, rep); ok {
		return rest
	}
	if rest, ok := dateLine(body, rep); ok {
		return rest
	}
	return s
}

// datePrefix reads "date 2018-03-01", which ends its line or is followed by the text.
func datePrefix(s string, rep *nuncio.Report) (rest string, ok bool) {
	if len(s) < 5 || !strings.EqualFold(s[:4], "date") {
		return "", false
	}
	after := strings.TrimLeft(s[4:], " \t")
	if after == s[4:] {
		return "", false
	}
	line, _, _ := strings.Cut(after, "\n")
	value := line
	if word, _, spaced := strings.Cut(line, " "); spaced && isoShaped(word) {
		value = word
	}
	d, err := parseDate(value)
	if err != nil && !isoShaped(strings.TrimSpace(value)) {
		return "", false
	}
	setDate(rep, d, err, nuncio.DateFromHeader)
	return strings.TrimLeftFunc(after[len(value):], unicode.IsSpace), true
}

// isoShaped reports the shape YYYY-MM-DD, whether or not a calendar has the day.
func isoShaped(s string) bool {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return false
	}
	for i, c := range []byte(s) {
		if i != 4 && i != 7 && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// fields are the header keys that are understood, in small letters.
var fields = map[string]func(*nuncio.Report, string){
	"date":           func(r *nuncio.Report, v string) { headerDate(r, v) },
	"published":      func(r *nuncio.Report, v string) { headerDate(r, v) },
	"pubdate":        func(r *nuncio.Report, v string) { headerDate(r, v) },
	"date-published": func(r *nuncio.Report, v string) { headerDate(r, v) },
	"title":          func(r *nuncio.Report, v string) { set(&r.Title, v) },
	"headline":       func(r *nuncio.Report, v string) { set(&r.Title, v) },
	"subject":        func(r *nuncio.Report, v string) { set(&r.Title, v) },
	"outlet":         func(r *nuncio.Report, v string) { set(&r.Outlet, v) },
	"source":         func(r *nuncio.Report, v string) { set(&r.Outlet, v) },
	"publisher":      func(r *nuncio.Report, v string) { set(&r.Outlet, v) },
	"newspaper":      func(r *nuncio.Report, v string) { set(&r.Outlet, v) },
	"url":            func(r *nuncio.Report, v string) { set(&r.URL, v) },
	"link":           func(r *nuncio.Report, v string) { set(&r.URL, v) },
	"language":       func(r *nuncio.Report, v string) { set(&r.Language, v) },
	"lang":           func(r *nuncio.Report, v string) { set(&r.Language, v) },
	"agency":         func(r *nuncio.Report, v string) { set(&r.Agency, v) },
	// Understood so that the block goes on, but without a place in a report.
	"id": ignore, "author": ignore, "by": ignore, "byline": ignore, "section": ignore, "place": ignore,
	"content-type": ignore, "charset": ignore, "from": ignore, "to": ignore, "keywords": ignore, "tags": ignore,
	"mime-version": ignore, "content-transfer-encoding": ignore, "message-id": ignore, "content-language": func(r *nuncio.Report, v string) { set(&r.Language, v) },
}

func ignore(*nuncio.Report, string) {}

func set(field *string, v string) {
	if *field == "" {
		*field = v
	}
}

func headerDate(rep *nuncio.Report, v string) {
	if !rep.Published.IsZero() {
		return
	}
	d, err := parseDate(v)
	setDate(rep, d, err, nuncio.DateFromHeader)
}

// setDate sets a date that was found, or says why it cannot be used.
func setDate(rep *nuncio.Report, d nuncio.Date, err error, basis nuncio.DateBasis) {
	if err != nil {
		warn(rep, "%v", err)
		return
	}
	rep.Published, rep.Basis = d, basis
}

// headerLines reads a block of "Key: value" lines that begins with a known key.
// It ends with a blank line, or with the first line that is none.
func headerLines(s string, rep *nuncio.Report) (rest string, ok bool) {
	last := ""
	var lastField *string
	for {
		line, tail, more := strings.Cut(s, "\n")
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" {
			return strings.TrimLeftFunc(s, unicode.IsSpace), ok
		}
		if ok && lastField != nil && (line[0] == ' ' || line[0] == '\t') && last != "date" && len(*lastField) < 2000 {
			*lastField += " " + strings.TrimSpace(line) // a folded line
			s = tail
			if !more {
				return "", ok
			}
			continue
		}
		key, value, colon := strings.Cut(line, ":")
		key = strings.ToLower(strings.TrimSpace(key))
		put := fields[key]
		if !colon || put == nil && !(ok && extraKey(key) && blockGoesOn(tail)) {
			return s, ok
		}
		if !ok && !firstKey(key, value, tail) {
			return s, false
		}
		value = strings.TrimSpace(value)
		if key == "date" {
			if text, found := textAfterDate(value); found {
				headerDate(rep, value[:10])
				return text + s[len(line):], true
			}
		}
		if put != nil {
			put(rep, value)
		}
		last, lastField = key, fieldOf(rep, key)
		ok = true
		if !more {
			return "", ok
		}
		s = tail
	}
}

// fieldOf is the string that a folded line of the key continues.
func fieldOf(rep *nuncio.Report, key string) *string {
	switch key {
	case "title", "headline", "subject":
		return &rep.Title
	case "outlet", "source", "publisher":
		return &rep.Outlet
	case "url", "link":
		return &rep.URL
	}
	return nil
}

// firstKey reports whether a header may begin with the line. Prose begins with
// "Source:" or "By:" at times, but only a header with a date, title, outlet or address.
func firstKey(key, value, tail string) bool {
	switch key {
	case "date", "published", "pubdate", "date-published":
		v := strings.TrimSpace(value)
		if _, found := textAfterDate(v); found {
			return true
		}
		_, err := parseDate(v)
		return err == nil || hasDigit(v) && len(v) < 40
	case "by", "to", "from", "tags", "section", "place", "id":
		return false
	}
	return strings.TrimSpace(value) != "" && len(value) < 300 && strings.TrimSpace(tail) != "" && blockGoesOn(tail)
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// textAfterDate finds "2018-03-01 The text begins on the line of the date".
func textAfterDate(v string) (string, bool) {
	if len(v) < 12 || !isoShaped(v[:10]) || v[10] != ' ' {
		return "", false
	}
	rest := strings.TrimLeft(v[10:], " ")
	if r := rune(rest[0]); unicode.IsDigit(r) || r == '+' || r == '-' { // a time of day
		return "", false
	}
	return rest, true
}

// extraKey reports a key that no list knows but that is shaped like one: "X-Copy-Desk".
func extraKey(key string) bool {
	if key == "" || len(key) > 30 {
		return false
	}
	for _, r := range key {
		if !(r >= 'a' && r <= 'z' || r == '-' || r == '_') {
			return false
		}
	}
	return true
}

// blockGoesOn reports whether the next line is a header line or blank, so that an
// unknown key before it belongs to the header and not to the text.
func blockGoesOn(tail string) bool {
	line, _, _ := strings.Cut(tail, "\n")
	line = strings.TrimSpace(line)
	if line == "" {
		return true
	}
	key, _, colon := strings.Cut(line, ":")
	key = strings.ToLower(key)
	return colon && (fields[key] != nil || extraKey(key))
}

// dateLine reads a first line that is nothing but a date, or a title and then such a line.
func dateLine(s string, rep *nuncio.Report) (rest string, ok bool) {
	first, tail, more := strings.Cut(s, "\n")
	if !more {
		return "", false
	}
	if d, err := parseDate(strings.TrimSpace(first)); err == nil {
		setDate(rep, d, nil, nuncio.DateFromHeader)
		return strings.TrimLeftFunc(tail, unicode.IsSpace), true
	}
	title := strings.TrimSpace(first)
	if len(title) > 200 || title == "" || strings.ContainsAny(title[len(title)-1:], ".:;,") {
		return "", false
	}
	second, tail, more := strings.Cut(strings.TrimLeftFunc(tail, unicode.IsSpace), "\n")
	d, err := parseDate(strings.TrimSpace(second))
	if err != nil || !more {
		return "", false
	}
	rep.Title = title
	setDate(rep, d, nil, nuncio.DateFromHeader)
	return strings.TrimLeftFunc(tail, unicode.IsSpace), true
}

// declaredCharset looks for a charset in the first lines of a header.
func declaredCharset(b []byte, outside string) string {
	if outside != "" {
		return outside
	}
	head := bytes.ToLower(b[:min(len(b), 1024)])
	if i := bytes.Index(head, []byte("\n\n")); i >= 0 {
		head = head[:i]
	}
	at := bytes.Index(head, []byte("charset="))
	skip := len("charset=")
	if at < 0 {
		at, skip = bytes.Index(head, []byte("charset:")), len("charset:")
	}
	if at < 0 {
		return ""
	}
	f := bytes.FieldsFunc(head[at+skip:], func(r rune) bool { return strings.ContainsRune(" \t\r\n;\"'", r) })
	if len(f) == 0 {
		return ""
	}
	return string(f[0])
}
