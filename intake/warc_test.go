package intake

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"nuncio"
)

// warcRecord writes one response record.
func warcRecord(address, contentType, body string) string {
	resp := "HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\nContent-Length: " + fmt.Sprint(len(body)) + "\r\n\r\n" + body
	return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + address + "\r\nWARC-Date: 2024-03-20T01:02:03Z\r\n" +
		"Content-Type: application/http; msgtype=response\r\nContent-Length: " + fmt.Sprint(len(resp)) + "\r\n\r\n" + resp + "\r\n\r\n"
}

const warcInfo = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\nContent-Length: 10\r\n\r\nsoftware:x\r\n\r\n"

func packed(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func records() []string {
	return []string{
		warcInfo,
		warcRecord("https://example.org/2024/03/17/fish", "text/html; charset=utf-8", pageWith("", "")),
		warcRecord("https://example.org/a.png", "image/png", "\x89PNG"),
		warcRecord("https://example.org/b", "text/html", pageWith("", "")),
	}
}

func TestWARC(t *testing.T) {
	var plain, gz strings.Builder
	for _, rec := range records() {
		plain.WriteString(rec)
		gz.WriteString(packed(t, rec))
	}
	for name, in := range map[string]string{"plain": plain.String(), "packed": gz.String()} {
		reps, errs := readAll(t, name, in, Options{})
		if len(reps) != 2 || len(errs) != 0 {
			t.Fatalf("%s: %d reports, errors %q", name, len(reps), errs)
		}
		if a := reps[0]; a.Published != date("2024-03-17") || a.Basis != nuncio.DateFromURL || a.URL != "https://example.org/2024/03/17/fish" {
			t.Errorf("%s: %s by %s of %s", name, a.Published, a.Basis, a.URL)
		}
		if b := reps[1]; b.Published != date("2024-03-20") || b.Basis != nuncio.DateFromWARC || len(b.Warnings) == 0 {
			t.Errorf("%s: %s by %s, %q", name, b.Published, b.Basis, b.Warnings)
		}
	}
}

func TestDamagedWARC(t *testing.T) {
	recs := records()
	page := packed(t, recs[1])
	flipped := []byte(page)
	flipped[len(flipped)/2] ^= 0xff
	for _, tc := range []struct {
		name, in   string
		reps, errs int
	}{
		{"truncated last member", page + page[:len(page)-40], 1, 1},
		{"damaged member between good ones", page + string(flipped) + page, 2, 1},
		{"garbage between records", recs[1] + "garbage\r\n" + recs[1], 2, 1},
		{"record cut short", recs[1] + recs[1][:len(recs[1])/2], 1, 1},
		{"no length", "WARC/1.0\r\nWARC-Type: response\r\n\r\n" + recs[1], 1, 1},
		{"a long image is no page", warcRecord("https://example.org/a", "image/png", strings.Repeat("x", 5<<20)) + recs[1], 1, 0},
		{"a long page", warcRecord("https://example.org/a", "text/html", strings.Repeat("x", 5<<20)) + recs[1], 1, 1},
		{"header without end", "WARC/1.0\r\n" + strings.Repeat("a: b\r\n", 20000), 0, 1},
	} {
		reps, errs := readAll(t, tc.name, tc.in, Options{})
		if len(reps) != tc.reps || len(errs) != tc.errs {
			t.Errorf("%s: %d reports, errors %q", tc.name, len(reps), errs)
		}
	}
}

func TestGzipBombInsideWARC(t *testing.T) {
	bomb := packed(t, strings.Repeat("<p>word</p>", 1<<20))
	resp := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + bomb
	rec := "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: " + fmt.Sprint(len(resp)) + "\r\n\r\n" + resp + "\r\n\r\n"
	n := 0
	for _, err := range testReader(t).Read(context.Background(), "bomb", strings.NewReader(rec), Options{Limits: Limits{Page: 1 << 20}}) {
		if !errors.Is(err, ErrLimit) {
			t.Error(err)
		}
		n++
	}
	if n != 1 {
		t.Errorf("%d errors", n)
	}
}

func FuzzWARC(f *testing.F) {
	recs := records()
	f.Add([]byte(recs[0] + recs[1]))
	f.Add([]byte(packed(f, recs[0]) + packed(f, recs[1])))
	f.Add([]byte("WARC/1.0\r\nContent-Length: 9999999999\r\n\r\n"))
	r := testReader(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		for rep, err := range r.Read(context.Background(), "fuzz", bytes.NewReader(b), Options{Format: FormatWARC, Limits: Limits{Page: 1 << 16}}) {
			if err == nil && rep.Text == "" {
				t.Fatal("a report without words")
			}
		}
	})
}
