package coder_test

import "testing"

// TestWhose codes sentences whose parties stand elsewhere than at the verb.
func TestWhose(t *testing.T) { codeFriday(t, whose) }

var whose = []coded{
	{"at whose request", "Angolan troops pulled out of Congo on Monday at the request of the United Nations.", `
REQUEST United Nations (UNOIGO) > Angolan Armed Forces (AGOMIL)`},
	{"in a city for a visit", "Narendra Modi, in Athens for a one-day visit, praised Greece.", `
CONSULT/visit Narendra Modi (INDGOV) > Greece (GRC)`},
	{"no envoy is posted at home", "Chad closed its border with Sudan. Mexico and Spain recalled their envoys.", `
not > Spain`},
	{"a body of a body", "The General Assembly of the United Nations condemned the raid in Chad.", `
ACCUSE/disapprove General Assembly of the United Nations (UNOIGO)`},
	{"the congress at home", "Lima was calm. Peruvian premier Anna Lund left. Congress swore in the new premier on Monday.", `
not USALEG`},
	{"an offer and who declined", "Ghana offered to send troops, but Niger refused.", `
AGREE Ghana (GHA) > Niger (NER)
REJECT Niger (NER) > Ghana (GHA)`},
	{"a heavy object behind who gets it", "The rebels handed over to the Red Cross nine Kenyan drivers.", `
> nine Kenyan drivers`},
	{"whom a note urges", "Libya sent a note to the Egyptian embassy on Monday, urging it to free nine sailors.", `
REQUEST/yield Libya (LBY) > Egyptian Embassy (EGYGOV)`},
	{"no town's agreement", "Chad condemned the violation of the Libreville Agreement.", `
not GAB`},
	{"whose a proposal is that another refuses", "Chad rejected a Libyan proposal to send monitors to Niger.", `
REJECT Chad (TCD) > Libya (LBY)
REQUEST Libya (LBY) > Chad (TCD)`},
	{"two stops of one journey", "Narendra Modi will fly to Rome on Monday and to Athens a day later.", `
CONSULT/visit Narendra Modi (INDGOV) > Italy (ITA) [2024-05-20..2024-05-20 expression] planned
CONSULT/visit Narendra Modi (INDGOV) > Greece (GRC) [2024-05-21..2024-05-21 expression] planned`},
	{"hurt when police charged", "Nine people were hurt on Monday when Kenyan police charged a crowd in Nairobi.", `
ASSAULT Kenyan Police (KENCOP) > Nine people (KENCVL)`},
	{"said in a meeting with somebody", "Ukraine promised an inquiry in a meeting with Human Rights Watch on Tuesday.", `
AGREE Ukraine (UKR) > Human Rights Watch`},
}
