package intake

import (
	"strings"
	"testing"

	"nuncio"
)

func TestDatesAreNeverGuessed(t *testing.T) {
	for _, tc := range []struct {
		name, in  string
		opt       Options
		published string
		basis     nuncio.DateBasis
		warning   string
	}{
		{"flag first", "date 2024-03-14\n" + story, Options{Date: date("2020-01-02")}, "2020-01-02", "flag", ""},
		{"header before dateline", "date 2024-03-14\nLOME, March 13 (AFP) - " + story, Options{}, "2024-03-14", "header", ""},
		{"dateline with its year", "LOME, March 13, 2024 (AFP) - " + story, Options{}, "2024-03-13", "dateline", ""},
		{"dateline without year", "LOME, March 13 (AFP) - " + story, Options{}, "", "", "has no year"},
		{"none", story, Options{}, "", "", "no date"},
		{"impossible", "date 2023-02-30\n" + story, Options{}, "", "", "impossible"},
		{"two readings", "Date: 03/04/2023\n\n" + story, Options{}, "", "", "two ways"},
		{"one reading", "Date: 13/04/2023\n\n" + story, Options{}, "2023-04-13", "header", ""},
		{"future", "date 2124-03-14\n" + story, Options{Today: date("2024-03-14")}, "2124-03-14", "header", "future"},
		{"dateline against header", "date 2024-03-14\nLOME, July 2 (AFP) - " + story, Options{}, "2024-03-14", "header", "dateline says"},
		{"year's turn", "date 2024-01-01\nLOME, Dec. 31 (AFP) - " + story, Options{}, "2024-01-01", "header", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := one(t, tc.in, tc.opt)
			if got.Published.String() != tc.published || got.Basis != tc.basis {
				t.Errorf("published %q by %q", got.Published, got.Basis)
			}
			w := strings.Join(got.Warnings, "; ")
			if tc.warning == "" && w != "" || !strings.Contains(w, tc.warning) {
				t.Errorf("warnings %q, want %q", w, tc.warning)
			}
		})
	}
}

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"2024-03-14": "2024-03-14", "2024-03-14T23:30:00-08:00": "2024-03-14", "2024-03-14T10:00:00.123Z": "2024-03-14",
		"2024-03-14 10:00": "2024-03-14", "20240314": "2024-03-14", "20240314T100000Z": "2024-03-14", "2024/3/4": "2024-03-04",
		"Thu, 14 Mar 2024 10:00:00 GMT": "2024-03-14", "14 Mar 24 10:00 EST": "2024-03-14", "9 July 2018": "2018-07-09",
		"July 9, 2018": "2018-07-09", "July 9th 2018": "2018-07-09", "Sept. 9, 2018, 10:15 a.m. ET": "2018-09-09",
		"Monday, 9 July 2018": "2018-07-09", "9-MAR-1987 04:58:41.12": "1987-03-09", "1710410400": "2024-03-14", "1710410400000": "2024-03-14",
		"29 February 2024": "2024-02-29",
	} {
		if got, err := parseDate(in); err != nil || got.String() != want {
			t.Errorf("%q: %v, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "yesterday", "2024", "2024-13-01", "2024-02-30", "29 February 2023", "July 9", "May be 12, 2024", "0000-00-00", "12 people 2024", "2024-03-14abc"} {
		if got, err := parseDate(in); err == nil {
			t.Errorf("%q was read as %v", in, got)
		}
	}
}
