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
		{"a raid that is claimed", "The Shabaab claimed responsibility for the attack on a hotel in Nairobi.", `
STATEMENT Al-Shabaab (SOMREB) > - [..2024-05-17 tense] asserted
ASSAULT Al-Shabaab (SOMREB) > Kenya (KEN) [..2024-05-17 tense] asserted on the word of Al-Shabaab (group)`},
		{"a raid that is denied", "Rwanda denied responsibility for the attack on the Kenyan embassy in Goma.", `
STATEMENT Rwanda (RWA) > - [..2024-05-17 tense] asserted
ASSAULT Rwanda (RWA) > Kenyan Embassy (KENGOV) [..2024-05-17 tense] negated on the word of Rwanda (government)`},
		{"what was aimed at, and by whom", "Kenya blamed the shelling of a Kenyan hospital on Sudanese forces.", `
ACCUSE/allege Kenya (KEN) > Sudanese Armed Forces (SDNMIL) [..2024-05-17 tense] asserted
ASSAULT/heavy-weapons Sudanese Armed Forces (SDNMIL) > Kenyan hospital (KENMED) [..2024-05-17 tense] asserted on the word of Kenya (government)`},
		{"whose work it was", "Estonia said a cyberattack on its parliament was the work of Belarus.", `
COERCE/cyber Belarus (BLR) > its parliament (ESTLEG) [..2024-05-17 tense] asserted on the word of Estonia (government)
ACCUSE/allege Estonia (EST) > Belarus (BLR) [..2024-05-17 tense] asserted`},
		{"foreigners arrested by whoever tells it", "Iran's intelligence ministry said three Kenyan agents had been arrested.", `
COERCE/arrest Iran's intelligence ministry (IRNGOV) > three Kenyan agents (KENSPY) [..2024-05-17 tense] asserted on the word of Iran's intelligence ministry (government)`},
		{"one's own dead", "The Kenyan army said three Kenyan soldiers had been killed.", `
ASSAULT - > Kenyan Armed Forces (KENMIL) [..2024-05-17 tense] asserted on the word of Kenyan Armed Forces (government)`},
		{"which kills is the raid", "Chadian rebels claimed a raid on a church in Abeche which killed nine Kenyan monks.", `
ASSAULT Chadian rebels (TCDREB) > church (TCDREL) [..2024-05-17 tense] asserted
ASSAULT Chadian rebels (TCDREB) > nine Kenyan monks (KENREL) [..2024-05-17 tense] asserted on the word of Chadian rebels (group)`},
		{"behind a raid by one's own word", "The Shabaab said on Tuesday that it was behind the raid on a hotel in Nairobi.", `
STATEMENT Al-Shabaab (SOMREB) > - [..2024-05-14 report] asserted
ASSAULT Al-Shabaab (SOMREB) > Kenya (KEN) [..2024-05-14 report] asserted on the word of Al-Shabaab (group)`},
	})
}
