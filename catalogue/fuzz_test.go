package catalogue_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"nuncio"
	"nuncio/catalogue"
)

// FuzzLoad: whatever stands in a table, Load gives a catalogue that answers or an
// error that names the file.
func FuzzLoad(f *testing.F) {
	f.Add("states.tsv", smallStates)
	f.Add("persons/AAA.tsv", twoPersons)
	f.Add("roles/AAA.tsv", "person\toffice\tof\tfrom\tto\tsource\na-one\tminister\tAAA\t1990\t?\tx\n")
	f.Add("organizations/x.tsv", "id\tname\taliases\tkind\tcountry\tsource\nx\tX Party\tXP|'|the\tparty\tAAA\tx\n")
	f.Add("organs.tsv", "id\tname\tforms\tkind\tsector\nm\tMinistry\tministry|foreign office\tministry\tGOV\n")
	f.Add("titles.tsv", "title\tkind\tsector\nfisherman\tperson\tLAB\n")
	f.Add("state_names.tsv", "state\tname\tkind\nAAA\tthe isle\tnickname\n")
	f.Add("outlets/o.tsv", "id\tname\taliases\tkind\tcountry\tstate\tsource\ne\tEcho\t\tagency\tAAA\tAAA\tx\n")
	f.Add("roles/AAA.tsv", "\ufeffperson\toffice\r\n\t\t\n#\n\x00\t\xff")
	f.Fuzz(func(t *testing.T, file, text string) {
		fsys := fstest.MapFS{
			"states.tsv":      {Data: []byte(smallStates)},
			"offices.tsv":     {Data: []byte(smallOffices)},
			"persons/BBB.tsv": {Data: []byte(strings.ReplaceAll(twoPersons, "-", "-x-"))},
		}
		fsys[file] = &fstest.MapFile{Data: []byte(text)}
		c, err := catalogue.Load(fsys)
		if err != nil {
			if err.Error() == "" {
				t.Error("an error that says nothing")
			}
			return
		}
		c.Check(catalogue.CheckOptions{Since: nuncio.NewDate(1990, 1, 1), Until: nuncio.NewDate(2000, 1, 1)})
		for _, line := range strings.Split(text, "\n") {
			for _, cell := range strings.Split(line, "\t") {
				c.Who(cell, nuncio.NewDate(1995, 1, 1))
			}
		}
	})
}

// FuzzScan: no sentence makes the scanner panic, and hits lie in order inside it.
func FuzzScan(f *testing.F) {
	c := load(f)
	f.Add("The Turkish Foreign Ministry said South Korea 's Blue House")
	f.Add("of in the of Ministry of Defence of the of")
	f.Add("K'i'm Jong--un's , ’s ’ - – . D.P.R.K")
	f.Fuzz(func(t *testing.T, text string) {
		s := c.NewScanner()
		words := strings.Split(text, " ")
		end := 0
		for _, h := range s.Scan(words) {
			if h.First < end || h.End <= h.First || h.End > len(words) || len(h.Matches) == 0 {
				t.Fatalf("hit %v of %d words after %d", h, len(words), end)
			}
			end = h.End
		}
		s.ScanTitles(words)
		c.Person(text)
		c.Who(text, nuncio.NewDate(2000, 1, 1))
	})
}

// FuzzImport: foreign files give an overlay that loads.
func FuzzImport(f *testing.F) {
	c, err := small(f, nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(petrarchLines, false)
	f.Add(item("Q1", "A B", "", `"P31":[`+claim("P31", entityValue("Q5"), "")+`]`), true)
	f.Fuzz(func(t *testing.T, text string, wikidata bool) {
		o := catalogue.NewOverlay("x", "x", "x")
		if wikidata {
			err = c.ImportWikidata(strings.NewReader(text), "f", o)
		} else {
			err = c.ImportPETRARCH(strings.NewReader(text), "f", o)
		}
		if err != nil {
			return
		}
		more := map[string]string{}
		for _, name := range o.Files() {
			var b strings.Builder
			if err := o.WriteFile(&b, name); err != nil {
				t.Fatal(err)
			}
			more[name] = b.String()
		}
		if _, err := small(t, more); err != nil {
			t.Fatalf("the overlay does not load: %v", err)
		}
	})
}
