package coder_test

import "testing"

// TestEveryday codes sentences of everyday life beside like ones of politics: the first must give
// no event, the second one of the class.
func TestEveryday(t *testing.T) {
	code := friday(t)
	for _, tt := range everyday {
		t.Run(tt.name, func(t *testing.T) {
			if rec := code(tt.never); len(rec.Events) > 0 {
				t.Errorf("%s\ngot %s by %s", tt.never, rec.Events[0].Event, rec.Events[0].Rule)
			}
			rec := code(tt.text)
			for i := range rec.Events {
				if rec.Events[i].Event == tt.class {
					return
				}
			}
			t.Errorf("%s\ngave no %s", tt.text, tt.class)
		})
	}
}

var everyday = []struct{ name, never, text, class string }{
	{"travellers are no envoys", "The tourists flew to Israel on Monday.", "The Kenyan ministers flew to Israel on Monday.", "CONSULT"},
	{"readers of the market ask for nothing", "Analysts said on Monday that the ministry must sell its shares.",
		"The Kenyan minister said on Monday that Uganda must sell its shares.", "REQUEST"},
	{"a forecast asks for nothing", "The Kenyan minister expects exports to grow.", "The Kenyan minister expects Uganda to release the pilots.", "REQUEST"},
	{"nor refuses it", "The Chilean governor said that the peso would not fall further.",
		"The Chilean president said that the envoy would not be welcome.", "REJECT"},
	{"what another act makes possible", "The sets transmit the data to the hospital, allowing doctors to read them.",
		"Kenya allowed the doctors to enter the camp.", "CONCEDE"},
	{"a crime among kin", "A Nairobi baker killed his wife on Monday.", "A Kenyan soldier killed a Ugandan baker on Monday.", "ASSAULT"},
	{"reporters on their way", "French journalists travelled to Kenya on Monday.", "French generals travelled to Kenya on Monday.", "CONSULT"},
	{"what falls refuses nothing", "Kenya's output of tea declined to 117,600 tonnes on Monday.", "Kenya declined on Monday to release the pilots.", "REJECT"},
	{"two whom nobody knows", "Mary Ann Holt met John Brewster on Monday to talk about the farm.", "The Kenyan minister met John Brewster on Monday.", "CONSULT"},
	{"a contract of firms", "Acme Corp said on Monday it signed a contract with US Beverages.", "Kenya signed a contract with the United States on Monday.", "SUPPORT"},
	{"it is his state", "The Kenyan minister said on Monday that prices would not rise.", "Kenya's defence minister warned on Monday that it would strike back if Uganda attacked.", "THREATEN"},
	{"words of a stranger", "Mary Ann Holt said on Monday that she would not sell the farm, and criticized the weather.",
		"Mary Ann Holt, a senator, criticized Uganda on Monday.", "ACCUSE"},
	{"what a study suggests is no request", "The botanists suggested on Monday that tulips could be planted along the road.",
		"The Kenyan minister suggested that Uganda free the pilots.", "REQUEST"},
	{"power abused is nobody beaten", "The Kenyan governor abused his power to buy the land.", "The Kenyan guards abused the prisoners.", "ASSAULT"},
	{"ills are fought without arms", "Kenya revised the law to combat harassment in offices.", "Kenya fought the rebels on Monday.", "ASSAULT"},
	{"a common crime", "Police arrested a Nairobi man for burglary on Monday.", "Police arrested a Nairobi senator for burglary on Monday.", "COERCE"},
	{"players at a match", "Kenya beat Uganda in the semi-final on Monday. The Kenyan goalkeeper attacked the referee, the coach said.",
		"Kenya banned Uganda from the tournament on Monday. The coach returned home.", "COERCE"},
	{"no sport, one figure of it", "The Kenyan winger hit the bar on Monday. The goalkeeper and the referee met the fans.",
		"Kenyan troops attacked Uganda on Monday. The president had to leave a football match.", "ASSAULT"},
	{"a wreck kills nobody on purpose", "A Kenyan army helicopter crashed on Monday, killing twelve soldiers.",
		"Kenyan helicopters raided the camp on Monday, killing twelve Ugandan soldiers.", "ASSAULT"},
}
