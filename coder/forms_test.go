package coder_test

import (
	"testing"

	"nuncio"
)

// TestHeadlineDeeds codes what headlines and short forms tell, here as a report's only line.
func TestHeadlineDeeds(t *testing.T) {
	runTold(t, []toldCase{
		{"with somebody killed", "It was the worst night of the war, with 14 Syrian soldiers killed.", `
ASSAULT - > Syrian Arab Army (SYRMIL) [..2024-05-17 tense] asserted`},
		{"two demonyms, one an acronym", "Honduran and U.S. officials met in Tegucigalpa on Tuesday.", `
CONSULT/meeting Honduran officials (HNDGOV) <> American officials (USAGOV) [2024-05-14..2024-05-14 expression] asserted`},
		{"a letter's sender stands last", "Message of Thanks to the Maltese President from the Omani Sultan", `
CONSULT/message Haitham bin Tariq (OMNGOV) > Myriam Spiteri Debono (MLTGOV) [.. none] asserted`},
		{"on whose behalf", "On behalf of the government of Fiji, please accept our condolences.", `
SUPPORT Fiji (FJI) > - [.. none] asserted`},
		{"a wreath over a death", "The Cuban president sent a wreath on the death of Fernando Lugo on Tuesday.", `
SUPPORT Miguel Díaz-Canel (CUBGOV) > Fernando Lugo (PRY) [2024-05-14..2024-05-14 expression] asserted`},
		{"whose grave", "The Slovak premier laid flowers at the grave of Vaclav Havel on Tuesday.", `
SUPPORT Robert Fico (SVKGOV) > Václav Havel (CZE) [2024-05-14..2024-05-14 expression] asserted`},
	})
}

// TestCalls codes what somebody calls for.
func TestCalls(t *testing.T) {
	runTold(t, []toldCase{
		{"a noun's call for somebody to act", "Kenya's repeated calls for Salva Kiir to resign angered Uganda.", `
REQUEST/change Kenya (KEN) > Salva Kiir (SSDGOV) [..2024-05-17 tense] asserted
RETREAT/resign Salva Kiir (SSDGOV) > - [2024-05-17.. tense] demanded on the word of Kenya (government)`},
		{"villagers who are to leave do not resign", "The Chadian army told villagers near Tine to leave on Tuesday.", `
REQUEST Chadian Armed Forces (TCDMIL) > villagers (TCDCVL) [2024-05-14..2024-05-14 expression] asserted`},
		{"who works to do it has not done it", "Norway is working to free two hostages in Mali.", `
RETREAT/release Norway (NOR) > two hostages (MLICVL) [2024-05-17.. tense] planned`},
		{"those beside the subject", "Egypt, along with Bahrain and Oman, severed ties with Qatar.", `
SANCTION/withdraw Egypt (EGY) + Bahrain (BHR) + Oman (OMN) > Qatar (QAT) [..2024-05-17 tense] asserted`},
		{"among whom", "Among those arrested were two Turkish soldiers.", `
COERCE/arrest - > Turkish Armed Forces (TURMIL) [..2024-05-17 tense] asserted`},
		{"what stands before its subject", "Also killed in the raid was a Syrian general.", `
ASSAULT - > Syrian general (SYRMIL) [..2024-05-17 tense] asserted`},
		{"a pronoun before its name", "Two of its soldiers were killed by Lima, the Kenyan army said on Tuesday.", `
ASSAULT Peru (PER) > its soldiers (KENMIL) [..2024-05-14 report] asserted on the word of Kenyan Armed Forces (government)`},
		{"what a body is asked for", "Cuba asked the World Food Programme for milk on Tuesday.", `
REQUEST Cuba (CUB) > World Food Programme (UNOIGO) [2024-05-14..2024-05-14 expression] asserted`},
		{"whence somebody leaves", "Choe Son Hui left Lima to visit Cuba.", `
CONSULT/visit Choe Son Hui (PRKGOV) > Cuba (CUB) [2024-05-17.. tense] planned`},
		{"one's own reform", "President Macron suspended the reform.", `
CONCEDE Emmanuel Macron (FRAGOV) > - [..2024-05-17 tense] asserted`},
		{"an ambassador withdrawn for good", "Spain withdrew its ambassador from Lima.", `
SANCTION/withdraw Spain (ESP) > Peru (PER) [..2024-05-17 tense] asserted`},
		{"a body in capitals like a pronoun", "The WHO urged Chad to release the doctor.", `
REQUEST/yield World Health Organization (UNOIGO) > Chad (TCD) [..2024-05-17 tense] asserted
RETREAT/release Chad (TCD) > doctor (TCDMED) [2024-05-17.. tense] demanded on the word of World Health Organization (international organization)`},
		{"sanctions imposed with others", "Norway has joined Sweden in imposing sanctions on Chad.", `
COERCE/restrict Norway (NOR) > Chad (TCD) [..2024-05-17 tense] asserted
relation sanctions NOR TCD`},
		{"whose charge it is not", "Rwanda has accused Uganda of arming the rebels, a charge it denies.", `
ACCUSE/allege Rwanda (RWA) > Uganda (UGA) [..2024-05-17 tense] asserted
AID Uganda (UGA) > rebels (RWAREB) [..2024-05-17 tense] asserted on the word of Rwanda (government)
REJECT Uganda (UGA) > Rwanda (RWA) [..2024-05-17 tense] asserted
AID Uganda (UGA) > rebels (RWAREB) [..2024-05-17 tense] negated on the word of Uganda (government)`},
		{"which takes up what was said", "Chad says Sudan backs the rebels, which it denies.", `
SUPPORT Sudan (SDN) > rebels (TCDREB) [..2024-05-17 tense] asserted on the word of Chad (government)
REJECT Sudan (SDN) > Chad (TCD) [..2024-05-17 tense] asserted
SUPPORT Sudan (SDN) > rebels (TCDREB) [..2024-05-17 tense] negated on the word of Sudan (government)`},
		{"whoever expels an ambassador is not of his state", "The junta expelled the French ambassador.", `
SANCTION/expel junta (GOV) > France (FRA) [..2024-05-17 tense] asserted`},
		{"whoever receives an ambassador is not of his state", "The president received the French ambassador.", `
CONSULT/visit president (GOV) > French ambassador (FRAGOV) [..2024-05-17 tense] asserted`},
		{"the first to do it did it", "Kerry became the first American minister to visit Lima in forty years.", `
CONSULT/visit Kerry > Peru (PER) [..2024-05-17 tense] asserted`},
		{"a time since which there was none", "Chad and Sudan held their first talks since 2003 in Lima on Tuesday.", `
CONSULT/meeting Chad (TCD) <> Sudan (SDN) [2024-05-14..2024-05-14 expression] asserted`},
		{"a meeting ahead", "A meeting on Monday between Chad and Sudan will deal with trade.", `
CONSULT/meeting Chad (TCD) <> Sudan (SDN) [2024-05-20..2024-05-20 expression] planned`},
		{"officials of two states", "The French and German foreign ministers held talks in Lima on Tuesday.", `
CONSULT/meeting Stéphane Séjourné (FRAGOV) <> Annalena Baerbock (DEUGOV) [2024-05-14..2024-05-14 expression] asserted`},
		{"what refuses by what means", "Norway refused to help Chad by sending doctors to Mali.", `
REJECT/assist Norway (NOR) > Chad (TCD) [..2024-05-17 tense] asserted
AID Norway (NOR) > Chad (TCD) [..2024-05-17 tense] negated on the word of Norway (government)
AID Norway (NOR) > Mali (MLI) [..2024-05-17 tense] negated on the word of Norway (government)`},
		{"what is not broken by what means", "Norway did not provoke Chad by sending soldiers to Mali.", `
MOBILIZE/troops Norway (NOR) > Mali (MLI) [..2024-05-17 tense] asserted`},
	})
}

// TestResolutions codes what a numbered resolution asks for: the Security Council does.
func TestResolutions(t *testing.T) {
	runTold(t, []toldCase{
		{"whose a numbered resolution is", "The United Nations Security Council voted on Tuesday. Resolution 2713 calls on Eritrea to withdraw from Djibouti.", `
REQUEST/yield United Nations Security Council (UNOIGO) > Eritrea (ERI) [..2024-05-17 tense] asserted`},
	})
}

// TestTitleNouns codes titles whose nouns are written like names.
func TestTitleNouns(t *testing.T) {
	c, err := built()
	if err != nil {
		t.Fatal(err)
	}
	rec := c.NewWorker().Code(&nuncio.Report{Title: "Algerian Envoys Visit Mausoleum of Bourguiba", Text: "The day was fine in Tunis.", Published: nuncio.Date{Year: 2024, Month: 5, Day: 17}, Language: "en"})
	for i := range rec.Events {
		if e := &rec.Events[i]; e.In == "title" && e.Event == "SUPPORT" && len(e.Recipient) == 1 {
			return
		}
	}
	t.Errorf("no homage in the title: %+v", rec.Events)
}
