package intake

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	uni "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

var (
	errEmpty  = errors.New("empty")
	errBinary = errors.New("binary data, not a report")
)

// decode turns bytes into a string of valid UTF-8. declared is a charset that
// the input names, "" when none. The warnings say what was done to bytes that
// were not UTF-8.
func decode(b []byte, declared string) (string, []string) {
	b = trimMark(b)
	switch wide(b) {
	case 'l':
		return replaced(uni.UTF16(uni.LittleEndian, uni.UseBOM).NewDecoder().Bytes(b))
	case 'b':
		return replaced(uni.UTF16(uni.BigEndian, uni.UseBOM).NewDecoder().Bytes(b))
	}
	if utf8.Valid(b) {
		return string(b), nil
	}
	if declared != "" && !strings.EqualFold(declared, "utf-8") {
		enc, err := htmlindex.Get(declared)
		if err == nil {
			return replaced(enc.NewDecoder().Bytes(b))
		}
	}
	valid, invalid := multibyte(b)
	if valid*4 >= invalid {
		return strings.ToValidUTF8(string(b), "\uFFFD"), []string{fmt.Sprintf("%d bytes are not UTF-8 and were replaced by U+FFFD", invalid)}
	}
	s, warnings := replaced(charmap.Windows1252.NewDecoder().Bytes(b))
	return s, append([]string{"not UTF-8: read as windows-1252"}, warnings...)
}

// trimMark drops a UTF-8 byte order mark.
func trimMark(b []byte) []byte {
	if len(b) >= 3 && b[0] == 0xef && b[1] == 0xbb && b[2] == 0xbf {
		return b[3:]
	}
	return b
}

// replaced counts the U+FFFD of a decoded text.
func replaced(b []byte, err error) (string, []string) {
	s := strings.ToValidUTF8(string(b), "\uFFFD")
	var warnings []string
	if err != nil {
		warnings = append(warnings, fmt.Sprintf("decoding broke off: %v", err))
	}
	if n := strings.Count(s, "\uFFFD"); n > 0 {
		warnings = append(warnings, fmt.Sprintf("%d characters could not be decoded and were replaced by U+FFFD", n))
	}
	return s, warnings
}

// multibyte counts the well-formed characters of several bytes, and the bytes
// that belong to none.
func multibyte(b []byte) (valid, invalid int) {
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			invalid++
		case n > 1:
			valid++
		}
		b = b[n:]
	}
	return valid, invalid
}

// readable says why a decoded text is no report, or nil.
func readable(s string) error {
	letters, words, inWord, controls, marks := 0, 0, false, 0, 0
	for _, r := range s {
		letter := unicode.IsLetter(r)
		if letter {
			letters++
			if !inWord {
				words++
			}
		} else if r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' {
			controls++
		} else if r == utf8.RuneError {
			marks++
		}
		inWord = letter
	}
	switch {
	case strings.TrimSpace(s) == "":
		return errEmpty
	case controls > 8 && controls*20 > letters, marks > 8 && marks*4 > letters:
		return errBinary
	case letters == 0:
		return errors.New("holds no words: not a report")
	}
	return nil
}

// utf16Reader decodes a stream of UTF-16.
func utf16Reader(in io.Reader, end byte) io.Reader {
	order := uni.LittleEndian
	if end == 'b' {
		order = uni.BigEndian
	}
	return transform.NewReader(in, uni.UTF16(order, uni.UseBOM).NewDecoder())
}
