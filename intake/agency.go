package intake

import (
	"io/fs"
	"regexp"
	"strings"
	"unicode/utf8"

	"nuncio"
)

// wire finds the dateline at the head of a report and the agency whose wire it is.
func (r *Reader) wire(rep *nuncio.Report) {
	if dl, ok := r.findDateline(rep.Text); ok {
		rep.Dateline, rep.DatelinePlace = dl.span, dl.place
		if rep.Agency == "" {
			rep.Agency = dl.agency
		}
		datelineDate(rep, dl.date)
	}
	if rep.Agency == "" {
		rep.Agency = r.byline(rep.Text)
	}
	if rep.Agency == "" {
		rep.Agency = r.signoff(rep.Text)
	}
	if name := r.agencies[strings.ToUpper(rep.Agency)]; name != "" {
		rep.Agency = name
	}
}

// known reports whether the list has the agency.
func (r *Reader) known(form string) bool {
	return r.agencies[strings.ToUpper(strings.TrimSpace(form))] != ""
}

func (r *Reader) agencyName(form string) string {
	form = strings.TrimSpace(form)
	if name := r.agencies[strings.ToUpper(form)]; name != "" {
		return name
	}
	return form
}

// byline finds the agency in the lines before the text: "By Jo Marsh, Associated Press".
func (r *Reader) byline(s string) string {
	for range datelineLines {
		s = strings.TrimLeft(s, " \t\r\n")
		line, rest, more := strings.Cut(s, "\n")
		line = strings.TrimSpace(line)
		if len(line) > 120 || !more {
			return ""
		}
		name := strings.TrimSuffix(strings.TrimSuffix(line, " Writer"), " writer")
		if r.known(name) {
			return r.agencyName(name)
		}
		if rest, ok := strings.CutPrefix(line, "By "); ok {
			for part := range strings.FieldsFuncSeq(rest, func(c rune) bool { return strings.ContainsRune(",|/()–—", c) }) {
				if r.known(part) {
					return r.agencyName(part)
				}
			}
		}
		s = rest
	}
	return ""
}

var reportingBy = regexp.MustCompile(`(?s)\(?(?:Additional )?[Rr]eporting by .{2,400}?; ?(?:[Ww]rit|[Ee]dit)`)

// signoff finds the agency in the last lines: "REUTER", "-- Yonhap", "(Reporting by …; Editing by …)".
func (r *Reader) signoff(s string) string {
	tail := s[max(0, len(s)-600):]
	if reportingBy.MatchString(tail) {
		return "Reuters"
	}
	tail = strings.TrimSpace(tail)
	for range 3 {
		line := tail[strings.LastIndexByte(tail, '\n')+1:]
		bare := strings.Trim(line, " \t\r\x03()[]-–—*#.&/")
		if r.known(bare) && (bare == line || len(bare) > 2) {
			return r.agencyName(bare)
		}
		if i := strings.LastIndexAny(line, "(–—-"); i >= 0 {
			_, n := utf8.DecodeRuneInString(line[i:])
			if end := strings.Trim(line[i+n:], " ).-"); i > 0 && (line[i-1] == ' ' || line[i-1] == '-') && r.known(end) && len(end) > 1 {
				return r.agencyName(end)
			}
		}
		if bare != "" && !strings.EqualFold(bare, "END") && !strings.EqualFold(bare, "ends") {
			return ""
		}
		tail = strings.TrimSpace(tail[:len(tail)-len(line)])
	}
	return ""
}

// loadAgencies reads intake/agencies.tsv.
func loadAgencies(fsys fs.FS) (map[string]string, error) {
	b, err := fs.ReadFile(fsys, "intake/agencies.tsv")
	if err != nil {
		return nil, err
	}
	agencies := map[string]string{}
	for line := range strings.Lines(string(b)) {
		form, name, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if ok && !strings.HasPrefix(line, "#") {
			agencies[strings.ToUpper(form)] = name
			agencies[strings.ToUpper(name)] = name
		}
	}
	return agencies, nil
}
