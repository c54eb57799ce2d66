package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"nuncio"
)

// dateline is what a wire report begins with: "LIMA, Peru, May 4 (AFP) -".
type dateline struct {
	span   nuncio.Span
	place  string
	date   string
	agency string
}

const (
	datelineLines = 5   // lines at whose start a dateline is looked for
	datelineReach = 160 // bytes within which it must end
)

func (r *Reader) findDateline(s string) (dateline, bool) {
	at := 0
	for range datelineLines {
		for at < len(s) && (s[at] == '\n' || s[at] == '\r' || s[at] == ' ' || s[at] == '\t') {
			at++
		}
		if at == len(s) {
			break
		}
		if dl, ok := r.datelineAt(s, at); ok {
			if dl.date == "" && dl.agency == "" && strings.HasSuffix(strings.TrimSpace(s[:dl.span.End]), ":") && anotherSpeaker(s[dl.span.End:]) {
				return dateline{}, false
			}
			return dl, true
		}
		next := strings.IndexByte(s[at:], '\n')
		if next < 0 || next > 300 {
			break
		}
		at += next + 1
	}
	return dateline{}, false
}

// speakerLine is a line of a transcript: "OKELLO: We will see."
var speakerLine = regexp.MustCompile(`\n[A-Z][A-Z.' -]{2,30}: `)

// anotherSpeaker reports whether the rest of a text has such a line: then a name in
// capitals before a colon is whoever speaks, not where the report was written.
func anotherSpeaker(rest string) bool { return speakerLine.MatchString(rest) }

var (
	separator   = regexp.MustCompile(` ?(?:--+|—|–|―) ?| - ?|_ |: |-(?: |$)`)
	slashAgency = regexp.MustCompile(`^([^/]{2,80}?) ?/([A-Z][A-Za-z -]{1,24})/ ?\.? ?(?:--?|—|–)? ?`)
	trailParen  = regexp.MustCompile(`^(.*?)[ ,]*\(([^()]{2,60})\) ?[.,]?$`)
	fullDate    = regexp.MustCompile(`,|\s\d{4}$`)
	trailDate   = regexp.MustCompile(`(?i)^(.*?)(?:[, ]+|\. )((?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?)?(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? +\d{1,2}(?:(?:, *| +)\d{4})?|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:,? \d{4})?)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[,.]?$`)
)

// datelineAt reads a dateline that begins at s[at].
func (r *Reader) datelineAt(s string, at int) (dateline, bool) {
	end := min(len(s), at+datelineReach)
	for end < len(s) && !utf8.RuneStart(s[end]) {
		end--
	}
	head := s[at:end]
	if blank := strings.Index(head, "\n\n"); blank >= 0 {
		head = head[:blank]
	}
	lineEnd := strings.IndexByte(head, '\n')
	flat := strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(head) // same length
	if m := slashAgency.FindStringSubmatchIndex(flat); m != nil {
		dl := dateline{agency: r.agencyName(flat[m[4]:m[5]])}
		if r.readLeft(flat[m[2]:m[3]], &dl) && (dl.date != "" || r.known(flat[m[4]:m[5]])) && dl.place != "" {
			dl.span = nuncio.Span{Start: at, End: at + m[1]}
			return dl, true
		}
	}
	for _, m := range separator.FindAllStringIndex(flat, 8) {
		left, right := flat[:m[0]], flat[m[1]:]
		var dl dateline
		if !r.readLeft(left, &dl) {
			continue
		}
		if !r.convincing(left, right, strings.TrimSpace(flat[m[0]:m[1]]), dl) {
			continue
		}
		dl.span = nuncio.Span{Start: at, End: at + m[1]}
		return dl, true
	}
	// A line of its own: "PRAGUE, 4 May (CTK)".
	if lineEnd > 0 && lineEnd < 80 {
		var dl dateline
		left := strings.TrimRight(flat[:lineEnd], " ")
		if r.readLeft(left, &dl) && dl.place != "" && (dl.agency != "" && (dl.date != "" || r.known(dl.agency)) || dl.date != "" && capitals(dl.place)) {
			dl.span = nuncio.Span{Start: at, End: at + len(left)}
			return dl, true
		}
	}
	return dateline{}, false
}

// readLeft takes apart what stands before the dash.
func (r *Reader) readLeft(left string, dl *dateline) bool {
	left = strings.TrimSpace(left)
	if m := trailParen.FindStringSubmatch(left); m != nil {
		name, _, _ := strings.Cut(m[2], "/")
		if c, _ := utf8.DecodeRuneInString(name); !unicode.IsUpper(c) && !r.known(strings.TrimSpace(name)) || len(strings.Fields(name)) > 4 { // "dpa" writes itself small
			return false
		}
		dl.agency = r.agencyName(strings.TrimSpace(name))
		left = m[1]
	}
	if m := trailDate.FindStringSubmatch(left); m != nil {
		dl.date = m[2]
		left = m[1]
	} else if i := strings.LastIndex(left, ", "); i > 0 && dl.agency == "" && r.known(left[i+2:]) {
		dl.agency = r.agencyName(left[i+2:])
		if left = left[:i]; dl.date == "" {
			if m := trailDate.FindStringSubmatch(left); m != nil {
				dl.date, left = m[2], m[1]
			}
		}
	}
	left = strings.TrimRight(left, " ,")
	if dl.date == "" && left != "" && hasDigit(left) {
		if _, err := partialDate(left); err == nil { // "May 4 (Reuters) -"
			dl.date = left
			return true
		}
	}
	if left == "" {
		return dl.agency != "" && r.known(dl.agency)
	}
	if dl.agency == "" && r.known(left) { // "Reuters - "
		dl.agency = r.agencyName(left)
		return true
	}
	if !placeLike(left) {
		return false
	}
	dl.place = left
	return true
}

// placeLike reports up to four segments, each of a few capitalised words: "KATHMANDU, Nepal".
func placeLike(s string) bool {
	segments := strings.Split(s, ",")
	if len(segments) > 4 || len(s) > 70 {
		return false
	}
	for _, seg := range segments {
		words := strings.Fields(seg)
		if len(words) == 0 || len(words) > 5 {
			return false
		}
		for i, w := range words {
			c, _ := utf8.DecodeRuneInString(w)
			if !unicode.IsUpper(c) {
				switch w {
				case "de", "la", "del", "el", "al", "of", "the", "and", "on", "upon", "am", "an", "der", "da", "do", "near", "in", "aboard", "es":
				default:
					if !strings.HasPrefix(w, "al-") && !strings.HasPrefix(w, "as-") && !strings.HasPrefix(w, "el-") && !strings.HasPrefix(w, "N'") && !strings.HasPrefix(w, "'") {
						return false
					}
				}
				if i == 0 && !strings.Contains(w, "-") {
					return false
				}
			}
			for _, r := range w {
				if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) && !strings.ContainsRune(".-'’‘`/&", r) {
					return false
				}
			}
		}
	}
	return true
}

// labels are words in capitals that stand before a dash or colon and are no place.
var labels = map[string]bool{
	"BREAKING": true, "BREAKING NEWS": true, "UPDATE": true, "UPDATED": true, "WATCH": true, "VIDEO": true, "EXCLUSIVE": true, "OPINION": true,
	"ANALYSIS": true, "NOTE": true, "FACTBOX": true, "CORRECTED": true, "CORRECTION": true, "PHOTO": true, "PHOTOS": true, "LIVE": true,
	"WRAPUP": true, "TIMELINE": true, "EXPLAINER": true, "INTERVIEW": true, "COMMENT": true, "COMMENTARY": true, "EDITORIAL": true,
	"SPECIAL REPORT": true, "NEWS ANALYSIS": true, "URGENT": true, "ALERT": true, "FEATURE": true, "PREVIEW": true, "POLL": true,
	"SUMMARY": true, "BACKGROUND": true, "QUESTION": true, "ANSWER": true, "REUTERS": true, "READ MORE": true, "HEADLINES": true,
}

// convincing weighs the evidence that what was read is a dateline.
func (r *Reader) convincing(left, right, sep string, dl dateline) bool {
	if strings.TrimSpace(right) != "" {
		c, _ := utf8.DecodeRuneInString(strings.TrimSpace(right))
		if unicode.IsLower(c) && dl.date == "" && dl.agency == "" {
			return false
		}
	}
	if dl.place == "" && dl.date != "" {
		return sep != ":" && (dl.agency != "" || fullDate.MatchString(dl.date))
	}
	if dl.place == "" {
		return dl.agency != "" && sep != ":" && (strings.HasPrefix(strings.TrimSpace(left), "(") || capitalsOrWire(left))
	}
	if dl.date != "" && dl.agency != "" {
		return true
	}
	if dl.agency != "" {
		return r.known(dl.agency) || capitals(dl.place)
	}
	if dl.date != "" {
		// "Paris, Friday: ..." yes; "On May 4 - ..." is not place-like; weekdays need capitals.
		return sep != ":" || capitals(dl.place)
	}
	first, _, _ := strings.Cut(dl.place, ",")
	if !capitals(first) || labels[first] || utf8.RuneCountInString(first) < 4 || len(strings.Fields(first)) > 3 {
		return false
	}
	if sep == ":" && strings.Contains(dl.place, ",") {
		return false
	}
	return hasLower(right) // else it is a headline in capitals
}

func capitalsOrWire(s string) bool {
	s = strings.TrimSpace(s)
	return capitals(s) || s == "Reuters"
}

// capitals reports a first segment written all in capitals.
func capitals(place string) bool {
	first, _, _ := strings.Cut(place, ",")
	upper := 0
	for _, r := range first {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper > 1
}

// datelineDate takes the report's date from the dateline when no header gave one,
// and says where the two do not agree.
func datelineDate(rep *nuncio.Report, written string) {
	if written == "" {
		return
	}
	d, err := partialDate(written)
	switch {
	case err != nil && weekday.MatchString(written+" "): // a weekday alone
	case err != nil:
		warn(rep, "in the dateline: %v", err)
	case rep.Published.IsZero() && d.Year == 0:
		warn(rep, "the dateline's %q has no year: no date was taken from it", written)
	case rep.Published.IsZero():
		rep.Published, rep.Basis = d, nuncio.DateFromDateline
	case !near(d, rep.Published):
		warn(rep, "the dateline says %q, but the report is dated %s", written, rep.Published)
	default:
		rep.Written = writtenOn(d, rep.Published)
	}
}

// writtenReach is how many days before publication a dateline may lie so that the
// text's "today" is its day: a paper prints the next morning, a weekly within the week.
const writtenReach = 7

// writtenOn is a dateline's day where it lies shortly before publication, else none.
func writtenOn(d, published nuncio.Date) nuncio.Date {
	if d.Day == 0 {
		return nuncio.Date{}
	}
	if d.Year == 0 {
		d.Year = published.Year
		if d.After(published) {
			d.Year-- // of December 31, printed on New Year's Day
		}
	}
	if d.Before(published) && !d.Before(published.AddDays(-writtenReach)) {
		return d
	}
	return nuncio.Date{}
}

// near reports whether a dateline's day lies within a month of the report's.
func near(d, published nuncio.Date) bool {
	for year := published.Year - 1; year <= published.Year+1; year++ {
		c := d
		if c.Year == 0 {
			c.Year = year
		}
		if days := int(published.Time().Sub(c.Time()).Hours() / 24); days > -4 && days < 32 {
			return true
		}
	}
	return false
}

func hasLower(s string) bool { return strings.IndexFunc(s, unicode.IsLower) >= 0 }
