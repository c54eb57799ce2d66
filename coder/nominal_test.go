package coder_test

import (
	"strings"
	"testing"

	"nuncio/eval"
)

// TestNominals codes deeds that nouns tell, by the templates of their verbs.
func TestNominals(t *testing.T) {
	code := friday(t)
	for _, tt := range []struct{ name, text, want string }{
		{"who does it stands behind by", "The expulsion of two Russian diplomats by Bulgaria on Monday followed a trial in Sofia.", `
SANCTION/expel Bulgaria (BGR) > Russia (RUS)`},
		{"it is the deed, not who did it", "Gunmen fled. It was the third attack on the embassy by Somali troops on Monday.", `
ASSAULT Somali Armed Forces (SOMMIL) > embassy`},
		{"who is under it has not done it", "The garrison is under attack from Somali gunmen.", `
ASSAULT Somali gunmen (SOMREB) > garrison`},
		{"the land that force falls on", "Turkish jets pounded targets in northern Iraq on Monday.", `
ASSAULT/aerial Turkey (TUR) > Iraq (IRQ)`},
		{"the neighbour at the border", "Venezuela massed troops on the border with Guyana on Monday.", `
MOBILIZE/troops Venezuela (VEN) > Guyana (GUY)`},
		{"a town, not a person", "M23 rebels overran Goma on Monday.", `
ASSAULT M23 (CODREB) > Democratic Republic of the Congo (COD)`},
		{"whose base it is goes before where it lies", "The Taliban bombed an American base in Herat on Monday.", `
ASSAULT/explosives Taliban (AFGREB) > United States (USA)`},
		{"out of a town of their own", "Ethiopian troops pulled out of Mekelle on Monday.", `
RETREAT/withdraw Ethiopian National Defence Force (ETHMIL) > -`},
		{"nobody is named who does it", "The arrest of a Chilean senator on Monday shocked her party.", `
COERCE/arrest - > Chilean senator (CHLLEG)`},
		{"whose it is, it is done to", "A spokesman confirmed the bishop's deportation by Nicaragua on Monday.", `
COERCE/deport Nicaragua (NIC) > bishop (NICREL)`},
		{"whose it is, he does it", "Venezuela's seizure of an oil tanker on Monday drew protests.", `
COERCE/seize Venezuela (VEN) > - [2024-05-13..2024-05-13 expression] asserted`},
		{"what is judged was done", "Paris condemned the annexation of Crimea by Russia.", `
COERCE/seize Russia (RUS)`},
		{"what came before was done", "Since the closure of the border by Niger on Monday, prices have doubled.", `
COERCE/restrict Niger (NER)`},
		{"what is feared is not done", "The opposition in Harare fears the arrest of its leader.", `
not COERCE/arrest`},
		{"what would follow is not done", "The extradition of the banker by Ghana would anger Lagos.", `
not COOPERATE`},
		{"what is demanded is done by those whose it is", "Havana on Monday demanded the lifting of the American embargo.", `
RETREAT United States (USA) > Cuba (CUB) [2024-05-13.. context] demanded`},
		{"what is promised is planned", "Egypt on Monday pledged the reopening of the Rafah crossing.", `
RETREAT/access Egypt (EGY) > - [2024-05-13..2024-05-13 expression] planned`},
		{"whose coming is refused", "Sudan on Monday rejected the deployment of UN peacekeepers in Darfur.", `
AID United Nations peacekeepers (UNOMIL) > Sudan (SDN) [2024-05-13..2024-05-13 expression] negated`},
		{"what is threatened is planned", "On Monday Ankara threatened the expulsion of the Dutch ambassador.", `
SANCTION/expel Turkey (TUR) > Netherlands (NLD) [2024-05-13..2024-05-13 expression] planned`},
		{"what is condemned was done by the one blamed", "On Monday Oslo deplored the expulsion of three Norwegian diplomats by Russia.", `
ACCUSE/disapprove Norway (NOR) > Russia (RUS)
SANCTION/expel Russia (RUS) > Norway (NOR)`},
		{"what it is called is what is condemned", "On Monday Minsk condemned what it called the unlawful detention of its consul by Lithuania.", `
ACCUSE/disapprove Belarus (BLR) > Lithuania (LTU)
COERCE/arrest Lithuania (LTU) > its consul (BLRGOV)`},
		{"whose what is refused is", "Hungary's premier, Viktor Orban, said on Monday he would not ratify Sweden's accession to the alliance.", `
REJECT Viktor Orbán (HUNGOV) > Sweden (SWE)`},
		{"what a plan is for is not done", "A plan for the expulsion of the diplomats was drawn up in Baku.", `
not SANCTION/expel`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			rec := code(tt.text)
			var got strings.Builder
			for i := range rec.Events {
				got.WriteString(eval.Line(&rec.Events[i]) + "\n")
			}
			for want := range strings.SplitSeq(strings.TrimSpace(tt.want), "\n") {
				never, is := strings.CutPrefix(want, "not ")
				if strings.Contains(got.String(), never) == is {
					t.Errorf("%s\ngot:\n%s\nwant:\n%s", tt.text, got.String(), want)
				}
			}
		})
	}
}
