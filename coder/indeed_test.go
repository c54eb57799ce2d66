package coder_test

import "testing"

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
		{"fire that is somebody's", "Israeli fire killed a Syrian farmer on Tuesday.", `
ASSAULT/heavy-weapons Israel (ISR) > Syrian farmer (SYRAGR) [2024-05-14..2024-05-14 expression] asserted`},
		{"a blast", "The blast wounded three Libyan policemen on Tuesday.", `
ASSAULT - > three Libyan policemen (LBYCOP) [2024-05-14..2024-05-14 expression] asserted`},
		{"a blast in a pit", "A blast at a coal mine killed six Chilean miners on Tuesday.", ""},
		{"fire that is nobody's", "A fire killed two Syrian farmers on Tuesday.", ""},
		{"who says that it was his", "An attack claimed by the Taliban killed two Uzbek soldiers on Tuesday.", `
ASSAULT Taliban (AFGREB) > Uzbek Armed Forces (UZBMIL) [2024-05-14..2024-05-14 expression] asserted`},
		{"the operation told of before", "Turkey launched an operation in Iraq on Tuesday. The operation killed four PKK fighters.", `
ASSAULT Turkey (TUR) > Iraq (IRQ) [2024-05-14..2024-05-14 expression] asserted
ASSAULT Turkey (TUR) > four PKK fighters (TURREB) [2024-05-14..2024-05-14 context] asserted`},
		{"a truce that is broken holds no more", "The truce between Yemeni rebels and Saudi Arabia was broken on Tuesday.", `
ASSAULT Yemeni rebels (YEMREB) <> Saudi Arabia (SAU) [2024-05-14..2024-05-14 expression] asserted`},
	})
}
