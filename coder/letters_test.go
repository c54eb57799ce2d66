package coder_test

import "testing"

// TestLetters codes letters and statements that are printed in full, where "we" is whoever
// writes and "you" whoever is written to.
func TestLetters(t *testing.T) {
	runTold(t, []toldCase{
		{"a letter below a colon", "Ghanaian President Nana Akufo-Addo received a letter from Serbian President Aleksandar Vucic on Tuesday.\nThe letter reads:\nDear friend\nI congratulate you.\nThe bridge is a great work.\nWe condemn Liberia.\n", `
CONSULT/message Aleksandar Vučić (SRBGOV) > Nana Akufo-Addo (GHAGOV) [2024-05-14..2024-05-14 expression] asserted
SUPPORT Aleksandar Vučić (SRBGOV) > Nana Akufo-Addo (GHAGOV) [2024-05-14..2024-05-14 context] asserted
ACCUSE/disapprove Aleksandar Vučić (SRBGOV) > Liberia (LBR) [..2024-05-17 tense] asserted`},
		{"the report speaks again", "The Icelandic foreign ministry issued a statement on Tuesday.\nThe statement said:\nWe condemn Belarus.\nThe ministry said Norway had expelled two Belarusian diplomats.\n", `
ACCUSE/disapprove Icelandic Foreign Ministry (ISLGOV) > Belarus (BLR) [..2024-05-17 tense] asserted
SANCTION/expel Norway (NOR) > Belarus (BLR) [..2024-05-17 tense] asserted on the word of Icelandic Foreign Ministry (government)`},
		{"polite verbs do what they wish", "The king of Jordan sent a message to Togolese President Faure Gnassingbe on Tuesday.\nThe message said:\nAllow me to congratulate you.\n", `
CONSULT/message Abdullah II (JORGOV) > Faure Gnassingbé (TGOGOV) [2024-05-14..2024-05-14 expression] asserted
SUPPORT Abdullah II (JORGOV) > Faure Gnassingbé (TGOGOV) [2024-05-14..2024-05-14 context] asserted`},
		{"you is whom one tells it", "\"We warn you,\" Armenian Foreign Minister Ararat Mirzoyan told the Azerbaijani ambassador on Tuesday.", `
THREATEN Ararat Mirzoyan (ARMGOV) > Azerbaijani ambassador (AZEGOV) [2024-05-14..2024-05-14 context] asserted`},
		{"you among reporters is anybody", "\"You cannot talk with rebels,\" Malian Foreign Minister Abdoulaye Diop told reporters on Tuesday.", ""},
	})
}
