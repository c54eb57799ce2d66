package intake

import (
	"testing"
)

func TestDatelines(t *testing.T) {
	for _, tc := range []struct{ dateline, place, agency, published string }{
		{"LIMA, July 9 (dpa) - ", "LIMA", "dpa", ""},
		{"LIMA, July 9 (Reuters) - ", "LIMA", "Reuters", ""},
		{"LIMA, Peru, July 9, 2021 (Reuters) - ", "LIMA, Peru", "Reuters", "2021-07-09"},
		{"TAKORADI, Jan. 3 (GNA) -- ", "TAKORADI", "GNA", ""},
		{"GENEVA (AP) — ", "GENEVA", "AP", ""},
		{"Vientiane, December 1 (KPL) -- ", "Vientiane", "KPL", ""},
		{"SEOUL, March 4 (Yonhap) -- ", "SEOUL", "Yonhap", ""},
		{"PRETORIA, 12 Feb 2019 (SAPA) - ", "PRETORIA", "SAPA", "2019-02-12"},
		{"MINSK, July 9. /TASS/. ", "MINSK", "TASS", ""},
		{"DAMASCUS, SANA- ", "DAMASCUS", "SANA", ""},
		{"ST. JOHN'S, Antigua, June 2 (CMC) – ", "ST. JOHN'S, Antigua", "CMC", ""},
		{"TRENTON, N.J., May 1 - ", "TRENTON, N.J.", "", ""},
		{"UNITED NATIONS (AP) _ ", "UNITED NATIONS", "AP", ""},
		{"WINDHOEK - ", "WINDHOEK", "", ""},
		{"COTONOU/LOME, Aug 2 (AFP) - ", "COTONOU/LOME", "AFP", ""},
		{"ISLAMABAD: ", "ISLAMABAD", "", ""},
		{"(Reuters) - ", "", "Reuters", ""},
		{"Oct 5 (Reuters) - ", "", "Reuters", ""},
		{"Dec. 31, 2000 -- ", "", "", "2000-12-31"},
		{"9 May 2014 – ", "", "", "2014-05-09"},
		{"CAPE COAST, Ghana\n-- ", "CAPE COAST, Ghana", "", ""},
	} {
		t.Run(tc.dateline, func(t *testing.T) {
			got := one(t, tc.dateline+story, Options{Format: FormatText})
			if d := got.Text[got.Dateline.Start:got.Dateline.End]; d != tc.dateline {
				t.Errorf("dateline %q", d)
			}
			if got.DatelinePlace != tc.place || got.Agency != tc.agency || got.Published.String() != tc.published {
				t.Errorf("place %q, agency %q, published %q", got.DatelinePlace, got.Agency, got.Published)
			}
			if got.Text != tc.dateline+story {
				t.Errorf("the text was changed: %q", got.Text)
			}
		})
	}
}

func TestWrittenBeforePrinted(t *testing.T) {
	for _, tc := range []struct{ date, dateline, written string }{
		{"1996-04-25", "LIMA, April 24 - ", "1996-04-24"},
		{"1996-04-25", "LIMA, April 25 - ", ""},
		{"1996-04-25", "LIMA, April 26 - ", ""},
		{"1996-01-01", "LIMA, Dec. 31 - ", "1995-12-31"},
		{"1996-04-25", "LIMA, March 24 - ", ""},
	} {
		got := one(t, "Date: "+tc.date+"\n\n"+tc.dateline+story, Options{Format: FormatText})
		if got.Written.String() != tc.written || got.Published.String() != tc.date {
			t.Errorf("%s under %q: written %q, published %q", tc.dateline, tc.date, got.Written, got.Published)
		}
	}
}

func TestNoDateline(t *testing.T) {
	for _, s := range []string{
		story,
		"STATE media in Chad reported - as they often do - that the envoy had left.",
		"Paris - the old city of light - woke to rain.",
		"UPDATE - The envoy has left Riga.",
		"BREAKING: The envoy has left Riga.",
		"MINISTER MEETS ENVOY - TALKS GO ON IN RIGA",
		"The United States - China talks went on.",
		"US - China talks went on in Riga.",
		"The envoy said: we are ready.",
		"He came on May 4 - a Saturday - and left.",
		"Rome (left) and Oslo (right) agreed - at last.",
		"OKELLO: Will the army leave?\n\nMUSA: It left in June.",
	} {
		if got := one(t, s, Options{Format: FormatText}); !got.Dateline.IsZero() {
			t.Errorf("%q: dateline %q", s, got.Text[got.Dateline.Start:got.Dateline.End])
		}
	}
}

func TestDatelineAfterAHeadline(t *testing.T) {
	got := one(t, "Ministers talk fish\nBy Ama Boateng\n\nLOME, Togo (AFP) - "+story, Options{})
	if d := got.Text[got.Dateline.Start:got.Dateline.End]; d != "LOME, Togo (AFP) - " {
		t.Errorf("dateline %q", d)
	}
}

func TestAgencyFromBylineAndSignoff(t *testing.T) {
	for name, tc := range map[string]struct{ in, want string }{
		"by-line":           {"By Ama Boateng, Associated Press\n" + story, "AP"},
		"by-line below":     {"By Ama Boateng\nAssociated Press Writer\n" + story, "AP"},
		"reporting by":      {story + "\n(Reporting by Ama Boateng in Accra; Editing by Lee Woo)", "Reuters"},
		"last line":         {story + "\n REUTER\n", "Reuters"},
		"end mark":          {story + " -- Bernama\nEND\n", "Bernama"},
		"last words":        {story + " (Xinhua)", "Xinhua"},
		"no agency at all":  {story + "\nThanks to all.", ""},
		"a word in the end": {story + "\nHe opened a MAP", ""},
	} {
		if got := one(t, tc.in, Options{Format: FormatText}); got.Agency != tc.want {
			t.Errorf("%s: %q, want %q", name, got.Agency, tc.want)
		}
	}
}
