package coder_test

import "testing"

// TestSides looks for parties that the words of an act leave to its scene.
func TestSides(t *testing.T) { codeFriday(t, sides) }

var sides = []coded{
	{"a step in apposition is the clause's", "Peru has expelled two Bolivian envoys, a move that Ecuador deplored.", `
ACCUSE/disapprove Ecuador (ECU) > Peru (PER)`},
	{"a step as which a thing was done", "Poland closed its border in a step that Belarus called hostile.", `
ACCUSE/disapprove Belarus (BLR) > Poland (POL)`},
	{"a step told before", "Peru freed two Chilean pilots on Monday. Norway welcomed the gesture.", `
SUPPORT Norway (NOR) > Peru (PER)`},
	{"a step of others by its words", "Peru freed two Chilean pilots on Monday. Norway condemned the moves of the guerrillas.", `
not ACCUSE/disapprove Norway (NOR) > Peru (PER)`},
	{"a deed within its claim", "ETA claimed responsibility for a raid on Monday in which two Spanish guards were shot dead.", `
ASSAULT/firearms ETA (ESPREB) > two Spanish guards (ESPMIL) [2024-05-13..2024-05-13 expression] asserted on the word of ETA`},
	{"a deed told before its claim", "Two Spanish guards were shot dead on Monday. ETA claimed responsibility for the attack.", `
ASSAULT/firearms ETA (ESPREB) > Two Spanish guards`},
	{"a claim of another deed", "Two Spanish guards were shot dead on Monday. ETA claimed responsibility for a raid in Corsica.", `
ASSAULT/firearms - > Two Spanish guards`},
	{"whose sanctions are lifted", "Kenya slapped an embargo on Chad in March. The sanctions were lifted on Monday.", `
RETREAT - > Chad (TCD) [2024-05-13..2024-05-13 expression] asserted`},
	{"others' sanctions are lifted", "Kenya slapped an embargo on Chad in March. Peru lifted the tariffs on Monday.", `
not RETREAT Peru (PER) > Chad`},
	{"what another rejected", "Peru offered Chile a truce on Monday. Chile turned the offer down, and Bolivia rejected it too.", `
REJECT Bolivia (BOL) > Peru (PER)`},
	{"what nothing tells", "The Chilean parliament rejected it on Monday.", `
not REJECT`},
	{"whom one demands to be freed", "Chad seized two Libyan guards. Muammar Gaddafi telephoned Idriss Deby on Monday to demand that they be freed.", `
not REQUEST/yield Muammar Gaddafi (LBY) > two Libyan guards`},
	{"names tell the members of a plural", "The foreign ministers of Kenya and Uganda, Musalia Mudavadi and Jeje Odongo, signed a treaty on Monday.", `
SUPPORT Musalia Mudavadi (KENGOV) <> Jeje Odongo (UGAGOV)`},
}
