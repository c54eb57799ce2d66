package coder_test

import (
	"strings"
	"testing"

	"nuncio/eval"
)

// TestDeeds codes sentences of a report of Friday 17 May 2024 and looks for the events
// that must come out, one a line; a line that begins with "not " must not.
func TestDeeds(t *testing.T) { codeFriday(t, deeds) }

// codeFriday codes each text and looks for its events.
func codeFriday(t *testing.T, texts []coded) {
	code := friday(t)
	for _, tt := range texts {
		t.Run(tt.name, func(t *testing.T) {
			rec := code(tt.text)
			var lines []string
			for i := range rec.Events {
				lines = append(lines, eval.Line(&rec.Events[i]))
			}
			got := strings.Join(lines, "\n") + "\n"
			for want := range strings.SplitSeq(strings.TrimSpace(tt.want), "\n") {
				never, is := strings.CutPrefix(want, "not ")
				if strings.Contains(got, never) == is {
					t.Errorf("%s\ngot:\n%s\nwant:\n%s", tt.text, got, want)
				}
			}
		})
	}
}

// coded is a text and the events that it must give.
type coded struct{ name, text, want string }

var deeds = []coded{
	{"they are those just spoken of", "Kenya expelled two Ugandan diplomats on Monday, alleging that they had smuggled opponents out of the country.", `
SANCTION/expel Kenya (KEN) > Uganda (UGA)
ACCUSE/allege Kenya (KEN)`},
	{"there is where the place lies", "The Kenyan president, William Ruto, is due in Kampala. He also went there in January.", `
CONSULT/visit William Ruto (KENGOV) > Uganda (UGA) [2024-01-01..2024-01-31 expression] asserted`},
	{"a subject that is none denies", "The Kenyan ministry answered on Monday that no apology would be given.", `
REJECT Kenyan ministry (KENGOV) > - [2024-05-13..2024-05-13 expression] asserted`},
	{"a team is who it is made of", "A team of Kenyan doctors left for Haiti on Monday.", `
AID`},
	{"who follows suit does the same", "Canada froze the assets of two Malian officers on Monday. Norway followed suit on Wednesday. Chad did the same with taxes.", `
COERCE/restrict Norway (NOR) > two Malian officers (MLIMIL) [2024-05-15..2024-05-15 expression] asserted
not COERCE/restrict Chad`},
	{"a rejected charge was made", "Niger dismissed an accusation by Chad that it shelters rebels.", `
ACCUSE/allege Chad (TCD) > Niger (NER)`},
	{"shot at with rifles", "Soldiers opened fire with rifles on Sudanese marchers in Khartoum on Monday.", `
ASSAULT/firearms Soldiers (SDNMIL) > Sudanese marchers (SDNCVL)`},
	{"two who chair", "On Sunday Anna Berg and Surin Pitsuwan, the head of the league, will chair a conference in Bern.", `
CONSULT/multilateral Anna Berg (CHE) + Surin Pitsuwan (THA)`},
	{"soldiers of two states are two sides", "Chadian and Libyan soldiers clashed on the border on Monday.", `
ASSAULT Chadian Armed Forces (TCDMIL) <> Libyan Armed Forces (LBYMIL) [2024-05-13..2024-05-13 expression] asserted`},
	{"soldiers of one state are one side", "Chadian troops began an exercise near Abeche on Monday.", `
MOBILIZE/troops Chadian Armed Forces (TCDMIL)
not COOPERATE`},
	{"a number may be people", "Thousands took to the streets of Tunis on Monday to protest the law.", `
PROTEST/demo Thousands (TUNCVL)
not planned`},
	{"a state may sign alone", "Peru ratified the convention on Monday.", `
SUPPORT Peru (PER) > - [2024-05-13..2024-05-13 expression] asserted`},
	{"a weapon that is nobody's", "A drone struck a depot near Odesa on Monday.", `
ASSAULT/drone - > Ukraine (UKR) [2024-05-13..2024-05-13 expression] asserted`},
	{"a weapon that is somebody's", "An Israeli air strike killed four Syrian soldiers on Monday.", `
ASSAULT/aerial Israel (ISR) > Syrian Arab Army (SYRMIL)`},
	{"what is said by letter is a letter too", "In a letter on Monday the Peruvian president, Dina Boluarte, urged Chile to release the pilots.", `
REQUEST/yield Dina Boluarte (PERGOV) > Chile (CHL)
CONSULT/message Dina Boluarte (PERGOV) > Chile (CHL)`},
	{"an acting president is met", "The Kenyan ambassador met acting President Mohammad Mokhber on Monday.", `
CONSULT/meeting`},
	{"the plot is that of the convicted", "A Kenyan court sentenced three men on Monday for a plot to attack tourists.", `
SANCTION/convict
not ASSAULT Kenyan`},
	{"half a verb is no subject", "Russia, which test-fired a missile on Monday, put its air defences on alert.", `
MOBILIZE/weapons Russia (RUS) > - [2024-05-13..2024-05-13 expression] asserted
MOBILIZE/troops Russia (RUS)`},
	{"an answer in kind is the threat itself", "Minsk said on Monday that it would answer in kind.", `
THREATEN Belarus (BLR) > - [2024-05-13..2024-05-13 expression] asserted
not planned`},
	{"who follows suit does the same", "Norway recalled its ambassador from Lagos on Monday. Denmark may follow suit next week.", `
SANCTION/withdraw Norway (NOR) > Nigeria (NGA) [2024-05-13..2024-05-13 expression] asserted
SANCTION/withdraw Denmark (DNK) > Nigeria (NGA) [2024-05-20..2024-05-26 expression] possible`},
	{"the same with something else is another deed", "Norway recalled its ambassador from Lagos on Monday. Denmark did the same with its students.", `
not SANCTION/withdraw Denmark (DNK) > Nigeria`},
	{"who rejects an accusation was accused", "Gabon on Monday rejected Togo's allegation that it had armed the rebels.", `
REJECT Gabon (GAB) > Togo (TGO)
ACCUSE/allege Togo (TGO) > Gabon (GAB)`},
	{"the accusation may be of a third", "Gabon on Monday rejected an allegation by Togo that Libya had armed the rebels.", `
ACCUSE/allege Togo (TGO) > Libya (LBY)`},
	{"to whom one complains has done it", "Spain protested to Morocco on Monday over the arrest of four Spanish fishermen.", `
COERCE/arrest Morocco (MAR)`},
	{"whose raid it was is to blame", "The Syrian minister, Walid Muallem, said on Monday that the Israeli raid was a flagrant violation of international law.", `
ACCUSE/allege Walid Muallem (SYRGOV) > Israel (ISR)`},
	{"an offer turned down was made", "Thailand on Monday declined a Malaysian offer to host the talks.", `
AGREE Malaysia (MYS) > Thailand (THA)`},
	{"a bid to join is made to those it would join", "Greece on Monday blocked Macedonia's bid to join NATO.", `
REQUEST North Macedonia (MKD) > NATO`},
	{"an apology demanded is owed", "Seoul demanded an apology from Tokyo on Monday.", `
REQUEST/assist South Korea (KOR) > Japan (JPN)
SUPPORT Japan (JPN) > South Korea (KOR)`},
	{"a deployment voted against is refused", "Burundi's parliament voted on Monday against the deployment of African Union peacekeepers in Bujumbura.", `
REJECT/assist Burundian Parliament (BDILEG) > AMISOM
AID AMISOM (IGOMIL) > Burundi (BDI) [2024-05-13..2024-05-13 expression] negated`},
	{"a report's doer is the one blamed", "Indonesia is furious over reports that Australian spies tapped its phones.", `
ACCUSE/disapprove Indonesia (IDN) > Australian spies (AUS`},
	{"a draft is its sponsor's", "A draft resolution tabled by Ukraine on Monday demands that Russia free the sailors.", `
REQUEST/yield Ukraine (UKR) > Russia (RUS)`},
	{"where the plane lands is who is helped", "Two Norwegian planes carrying tents landed in Islamabad on Monday.", `
AID Norway (NOR) > Pakistan (PAK)`},
	{"an invitation accepted is a visit planned", "Narendra Modi accepted an invitation to visit Colombo on Monday.", `
CONSULT/visit Narendra Modi (INDGOV) > Sri Lanka (LKA)
not demanded`},
}
