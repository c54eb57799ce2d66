package export_test

import (
	"strings"
	"testing"

	"nuncio"
	"nuncio/export"
)

func TestDyads(t *testing.T) {
	rec := &nuncio.Record{
		Report: nuncio.Report{ID: "r1", URL: "https://example.org/a,b"},
		Events: []nuncio.Event{
			{ID: "e1", Event: "CONSULT", Mode: "meeting", CAMEO: "040", Quad: 1, Goldstein: 1, Status: nuncio.Asserted, Reciprocal: true,
				Actor:     []nuncio.Party{{Name: "Norway", Code: "NOR"}},
				Recipient: []nuncio.Party{{Name: "Sudan", Code: "SDN"}, {Name: "Chad", Code: "TCD"}},
				When:      nuncio.When{Interval: nuncio.Interval{Start: nuncio.NewDate(2020, 5, 1), End: nuncio.NewDate(2020, 5, 2)}},
				Chain:     []nuncio.Link{{Name: "Reuters", Kind: nuncio.LinkAgency}}},
			{ID: "e2", Event: "PROTEST", Quad: 4, Goldstein: -6.5, Status: nuncio.Asserted, Actor: []nuncio.Party{{Name: "students", Country: "PER", Sector: "EDU"}}},
		},
	}
	var b strings.Builder
	d := export.NewDyads(&b)
	if err := d.Write(rec); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	want := `id,date_start,date_end,source,target,source_name,target_name,cameo,event,mode,quad,goldstein,status,first_of_chain,place,lat,lon,url
r1/e1,2020-05-01,2020-05-02,NOR,SDN,Norway,Sudan,040,CONSULT,meeting,1,1,asserted,Reuters,,,,"https://example.org/a,b"
r1/e1,2020-05-01,2020-05-02,NOR,TCD,Norway,Chad,040,CONSULT,meeting,1,1,asserted,Reuters,,,,"https://example.org/a,b"
r1/e1,2020-05-01,2020-05-02,SDN,NOR,Sudan,Norway,040,CONSULT,meeting,1,1,asserted,Reuters,,,,"https://example.org/a,b"
r1/e1,2020-05-01,2020-05-02,TCD,NOR,Chad,Norway,040,CONSULT,meeting,1,1,asserted,Reuters,,,,"https://example.org/a,b"
r1/e2,,,PEREDU,,students,,,PROTEST,,4,-6.5,asserted,,,,,"https://example.org/a,b"
`
	if b.String() != want {
		t.Errorf("got\n%s", b.String())
	}
}
