package coder_test

import "testing"

// TestSides looks for who stands at either end of an act where the verb's own words do not
// say it: in what was agreed, in a clause about the thing, or by where the thing lies.
func TestSides(t *testing.T) { codeFriday(t, sides) }

var sides = []coded{
	{"two agree with each other", "Chad and Niger agreed on Monday to defend their pact with Libya.", `
AGREE Chad (TCD) <> Niger (NER)
not AGREE Chad (TCD) + Niger (NER) > Libya`},
	{"a third before what is agreed", "Chad agreed with Libya on Monday to hold talks.", `
AGREE Chad (TCD) > Libya (LBY)`},
	{"to whom the gas goes", "Chad cut off the gas it sells to Niger.", `
COERCE/restrict Chad (TCD) > Niger (NER)`},
	{"where the thing lies", "Israeli jets bombed a bridge near Damascus on Monday.", `
ASSAULT/aerial Israel (ISR) > Syria (SYR)`},
	{"at home nobody is struck", "Syrian jets bombed a bakery near Damascus on Monday.", `
ASSAULT/aerial Syria (SYR) > -`},
	{"whose thanks they are", "The Chadian envoy conveyed the thanks of King Mohammed VI to Peru.", `
SUPPORT Mohammed VI (MARGOV) > Peru (PER)`},
	{"who is held responsible did it", "Peru held Chile responsible for shelling a Bolivian village.", `
ASSAULT/heavy-weapons Chile (CHL) > Bolivian village (BOLCVL)`},
	{"villagers are not their state", "Peru protested to Chile on Monday. Peruvian villagers protested to Chile as well.", `
ACCUSE/allege Peru (PER) > Chile (CHL)
ACCUSE/allege Peruvian villagers (PERCVL) > Chile (CHL)`},
}
