package who_test

import "testing"

// Who is meant by those who act for two, by pronouns beside speech, and by those whom
// something befalls in the midst of what they do.
func TestTogether(t *testing.T) {
	k := load(t)
	for _, c := range []struct {
		name, text string
		want       map[string]string
	}{
		{"warships of two navies", "Warships of the Chilean and Peruvian navies left Callao on Monday.",
			map[string]string{"Warships of the Chilean and Peruvian navies": "group/chl-warships+group/per-warships"}},
		{"envoys of two bodies", "Envoys of Hamas and of Fatah met in Cairo. Each side blamed the other.",
			map[string]string{"Envoys of Hamas and of Fatah": "org/hamas+org/fatah", "Each side": "org/hamas+org/fatah", "the other": "org/hamas+org/fatah"}},
		{"supporters of two bodies are not the bodies", "Supporters of Hamas and Fatah clashed in Gaza.",
			map[string]string{"Supporters of Hamas and Fatah": "group/pse-supporters"}},
		{"people beside a body", "Members of the African Union and soldiers met in Chad.",
			map[string]string{"soldiers": "group/tcd-soldiers"}},
		{"talks between two bodies", "Talks between UNITA and the MPLA failed. The two sides left Lusaka.",
			map[string]string{"The two sides": "org/unita+org/mpla"}},
		{"those who were fired at", "Kenyan police fired at marchers as they crossed a bridge.", map[string]string{"they": "group/ken-marchers"}},
		{"those who seized them", "Kenyan police seized three men after they found a gun.", map[string]string{"they": "org/ken-police"}},
		{"a movement is they", "Peru accused the Shining Path of killing farmers. They denied it.", map[string]string{"They": "org/shining-path"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, _ := k.read(t, "2018-05-02", c.text)
			expect(t, d, c.want)
		})
	}
}
