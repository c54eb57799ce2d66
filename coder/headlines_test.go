package coder_test

import "testing"

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

// TestViolence codes who did violence that passives and relative clauses tell of.
func TestViolence(t *testing.T) {
	runTold(t, []toldCase{
		{"killed in whose attack", "Four Kenyan policemen were wounded in an al-Shabaab ambush on Tuesday.", `
ASSAULT Al-Shabaab (SOMREB) > Four Kenyan policemen (KENCOP) [2024-05-14..2024-05-14 expression] asserted`},
		{"killed in a state's raid", "Two Sudanese herders were killed in an Ethiopian raid on Tuesday.", `
ASSAULT Ethiopia (ETH) > Two Sudanese herders (SDNAGR) [2024-05-14..2024-05-14 expression] asserted`},
		{"a raid named after its place", "Two Ethiopian soldiers were killed in the Khartoum attack on Tuesday.", `
ASSAULT - > Ethiopian Armed Forces (ETHMIL) [2024-05-14..2024-05-14 expression] asserted`},
		{"what an attack was aimed at killed nobody", "Police denounced the Boko Haram attack on a bus that killed six Nigerian women.", `
ACCUSE/disapprove Police (NGACOP) > Boko Haram (NGAREB) [..2024-05-17 tense] asserted
ASSAULT Boko Haram (NGAREB) > six Nigerian women (NGACVL) [..2024-05-17 tense] asserted`},
		{"died in clashes", "Three Colombian soldiers died in clashes with rebels on Tuesday.", `
ASSAULT rebels (COLREB) > Colombian Armed Forces (COLMIL) [2024-05-14..2024-05-14 expression] asserted`},
		{"what is aimed at is attacked", "Burmese forces targeted two villages near Bhamo on Tuesday.", `
ASSAULT Tatmadaw (MMRMIL) > two villages (MMRCVL) [2024-05-14..2024-05-14 expression] asserted`},
		{"capitals that are a name and no verb", "Iraqi troops killed nine IS militants near Kirkuk on Tuesday.", `
ASSAULT Iraqi Armed Forces (IRQMIL) > nine IS militants (ISMREB) [2024-05-14..2024-05-14 expression] asserted`},
		{"crowds march against somebody in words", "Thousands of protesters marched in Tunis against Israel on Tuesday.", `
PROTEST/demo protesters (TUNCVL) > Israel (ISR) [2024-05-14..2024-05-14 expression] asserted`},
	})
}
