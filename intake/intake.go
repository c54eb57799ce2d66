// Package intake turns bytes into dated reports.
//
// In comes any [io.Reader] with a name; out comes a sequence of [nuncio.Report]
// with an error for each report, line or record that could not be read, while the
// others go on. The kind of input is told by its content, then by the extension
// of its name, or forced. Nothing is fetched, no clock is read, and memory stays
// within the [Limits].
//
// A report's text is the decoded input as it came, less its header lines: nothing
// in it is normalised. A wire dateline stays in the text with its span noted, so
// that it need not be part of a sentence. Dates are taken from where the report
// says them and never guessed: what is missing, impossible or in the future is
// said in the report's warnings.
package intake

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"strings"

	"nuncio"
	"nuncio/text"
)

// Format is a kind of input.
type Format string

// The formats.
const (
	FormatText  Format = "text"
	FormatJSONL Format = "jsonl"
	FormatHTML  Format = "html"
	FormatFeed  Format = "feed"
	FormatWARC  Format = "warc"
	FormatXML   Format = "petrarch"
)

// Limits bound what one input may ask for. A zero field takes its default.
type Limits struct {
	Input  int64 // decoded bytes of one input: 16 GiB
	Report int   // bytes of one report's text: 2 MiB
	Page   int   // bytes of one HTML page or feed with its markup: 4 MiB
	Line   int   // bytes of one line of running text: 1 MiB; a line of JSON may be longer by Report
}

// Options say how an input is read.
type Options struct {
	Format  Format      // forced; "" looks at content and name
	Date    nuncio.Date // the date of every report, before any that it carries itself
	Outlet  string      // the outlet of reports that name none
	Charset string      // declared from outside; "" looks at the bytes
	Today   nuncio.Date // a later date is flagged as lying in the future; zero flags none
	Fetch   Fetch       // gets the pages behind a feed's entries; nil fetches nothing
	Limits  Limits
}

// InputError names the input, or the part of it, that could not be read.
type InputError struct {
	Name   string
	Line   int   // 1-based, 0 when not known
	Offset int64 // in bytes, where Line says nothing
	Reason string
	Err    error
}

func (e *InputError) Error() string {
	var b strings.Builder
	b.WriteString(e.Name)
	switch {
	case e.Line > 0:
		fmt.Fprintf(&b, ":%d", e.Line)
	case e.Offset > 0:
		fmt.Fprintf(&b, " at byte %d", e.Offset)
	}
	b.WriteString(": ")
	b.WriteString(e.Reason)
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	return b.String()
}

func (e *InputError) Unwrap() error { return e.Err }

// ErrLimit is wrapped by the error of an input that asks for more than a limit.
var ErrLimit = errors.New("limit exceeded")

// Reader reads inputs. It holds what intake knows of agencies and languages, is
// not changed by reading and may be shared.
type Reader struct {
	agencies  map[string]string // form in capitals → name
	languages *text.Languages
	article   article
}

// New loads the folders "intake" and "text" of a data file system.
func New(fsys fs.FS) (*Reader, error) {
	languages, err := text.LoadLanguages(fsys)
	if err != nil {
		return nil, err
	}
	agencies, err := loadAgencies(fsys)
	if err != nil {
		return nil, err
	}
	return &Reader{agencies: agencies, languages: languages, article: readabilityArticle}, nil
}

// yield hands on one report or one error; false means: stop.
type yield func(nuncio.Report, error) bool

// Read reads every report of an input, in its order. A pair holds either a report
// or an error, mostly an [*InputError]; reading goes on after an error where the
// format allows it. When ctx is done the sequence ends with its cause.
func (r *Reader) Read(ctx context.Context, name string, in io.Reader, opt Options) iter.Seq2[nuncio.Report, error] {
	opt.Limits = opt.Limits.withDefaults()
	return func(each func(nuncio.Report, error) bool) {
		y := yield(func(rep nuncio.Report, err error) bool {
			if ctx.Err() != nil {
				return false
			}
			return each(rep, err)
		})
		src, err := open(name, in, opt)
		if err != nil {
			y(nuncio.Report{}, err)
			return
		}
		switch src.format {
		case FormatJSONL:
			r.readJSONL(ctx, src, opt, y)
		case FormatHTML:
			r.readHTML(src, opt, y)
		case FormatFeed:
			r.readFeed(ctx, src, opt, y)
		case FormatWARC:
			r.readWARC(ctx, src, opt, y)
		case FormatXML:
			r.readPETRARCH(ctx, src, opt, y)
		default:
			r.readText(src, opt, y)
		}
		if ctx.Err() != nil {
			each(nuncio.Report{}, fmt.Errorf("%s: %w", name, context.Cause(ctx)))
		}
	}
}

func (l Limits) withDefaults() Limits {
	if l.Input <= 0 {
		l.Input = 16 << 30
	}
	if l.Report <= 0 {
		l.Report = 2 << 20
	}
	if l.Page <= 0 {
		l.Page = 4 << 20
	}
	if l.Line <= 0 {
		l.Line = 1 << 20
	}
	return l
}

// source is an opened input: unpacked, its kind known.
type source struct {
	name   string
	format Format
	packed bool // the bytes are gzip members still, as a WARC reader wants them
	*bufio.Reader
}

// counter ends an input that is longer than its limit.
type counter struct {
	r     io.Reader
	name  string
	limit int64
	n     int64
	err   error // stays, as a peek swallows it
}

func (c *counter) Read(p []byte) (int, error) {
	if c.err != nil {
		return 0, c.err
	}
	if c.n > c.limit {
		return 0, &InputError{Name: c.name, Reason: fmt.Sprintf("longer than the limit of %d bytes for one input", c.limit), Err: ErrLimit}
	}
	n, err := c.r.Read(p)
	c.n += int64(n)
	c.err = err
	return n, err
}

// finish sets what every format has in common.
func (r *Reader) finish(rep *nuncio.Report, opt Options) {
	if rep.Outlet == "" {
		rep.Outlet = opt.Outlet
	}
	r.wire(rep)
	if !opt.Date.IsZero() {
		rep.Published, rep.Basis = opt.Date, nuncio.DateFromFlag
	}
	if rep.Published.IsZero() {
		rep.Basis = ""
		warn(rep, "no date: relative expressions of time stay unresolved")
	} else if !opt.Today.IsZero() && rep.Published.After(opt.Today) {
		warn(rep, "the date %s lies in the future", rep.Published)
	}
	r.language(rep)
	rep.ID = id(rep)
}

// id is a hash of outlet, date, title and text.
func id(rep *nuncio.Report) string {
	h := sha256.New()
	for _, s := range [...]string{rep.Outlet, rep.Published.String(), rep.Title, rep.Text} {
		fmt.Fprintf(h, "%d:%s;", len(s), s)
	}
	return "r" + hex.EncodeToString(h.Sum(nil)[:8])
}

func warn(rep *nuncio.Report, format string, args ...any) {
	rep.Warnings = append(rep.Warnings, fmt.Sprintf(format, args...))
}

// language identifies the report's language; a declared one holds where the text
// does not speak clearly against it.
func (r *Reader) language(rep *nuncio.Report) {
	declared := languageCode(rep.Language)
	found, sure := r.languages.Identify(rep.Text)
	if found == "" && len(rep.Text) < 200 && rep.Title != "" {
		found, sure = r.languages.Identify(rep.Title + "\n" + rep.Text)
	}
	switch {
	case found == "" || declared == found:
		if declared != "" {
			found = declared
		}
	case declared != "" && sure < 0.9:
		found = declared
	case declared != "":
		warn(rep, "declared to be in language %q, but reads as %q", declared, found)
	}
	rep.Language = found
}

// languageCode is the ISO 639-1 code of a tag ("en-GB") or English name.
func languageCode(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if name, ok := languageNames[s]; ok {
		return name
	}
	s, _, _ = strings.Cut(s, "-")
	s, _, _ = strings.Cut(s, "_")
	if name, ok := languageNames[s]; ok {
		return name
	}
	if len(s) == 2 {
		return s
	}
	return ""
}

var languageNames = map[string]string{
	"english": "en", "eng": "en", "spanish": "es", "spa": "es", "french": "fr", "fra": "fr", "fre": "fr",
	"german": "de", "deu": "de", "ger": "de", "italian": "it", "ita": "it", "portuguese": "pt", "por": "pt",
	"dutch": "nl", "nld": "nl", "russian": "ru", "rus": "ru", "arabic": "ar", "ara": "ar", "chinese": "zh", "zho": "zh",
	"korean": "ko", "kor": "ko", "japanese": "ja", "jpn": "ja", "turkish": "tr", "tur": "tr",
	"indonesian": "id", "ind": "id", "persian": "fa", "farsi": "fa", "fas": "fa",
}
