package text

import (
	"os"
	"strings"
	"testing"

	"nuncio/data"
)

func testLanguages(t testing.TB) *Languages {
	t.Helper()
	l, err := LoadLanguages(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// Sentences of our own on the business of foreign ministries.
var samples = []struct{ lang, text string }{
	{"en", "The foreign ministers of Kenya and Ethiopia met in Nairobi on Tuesday to discuss a new border crossing."},
	{"en", "A spokesman said the embassy would reopen next month."},
	{"en", "Ambassador Nguyen Van Thanh and Minister Luis Gallegos exchanged letters in Quito, the ministry said."},
	{"es", "El ministro de Asuntos Exteriores viajó el lunes a Lima para reunirse con su homóloga peruana."},
	{"fr", "Le ministre des Affaires étrangères s'est rendu lundi à Dakar pour rencontrer son homologue sénégalais."},
	{"de", "Der Außenminister reiste am Montag nach Wien, um mit seiner Amtskollegin über das Abkommen zu sprechen."},
	{"it", "Il ministro degli Esteri è arrivato lunedì a Tirana per incontrare il suo omologo albanese."},
	{"pt", "O ministro das Relações Exteriores viajou na segunda-feira a Maputo para se reunir com o seu homólogo."},
	{"nl", "De minister van Buitenlandse Zaken reisde maandag naar Brussel om met zijn ambtgenoot te overleggen."},
	{"ru", "Министр иностранных дел прибыл в понедельник в Астану для переговоров со своим казахстанским коллегой."},
	{"uk", "Міністр закордонних справ прибув у понеділок до Варшави, щоб зустрітися зі своїм польським колегою."},
	{"ar", "وصل وزير الخارجية يوم الاثنين إلى عمان لإجراء محادثات مع نظيره الأردني حول الاتفاق الجديد."},
	{"fa", "وزیر امور خارجه روز دوشنبه برای گفتوگو با همتای عمانی خود وارد مسقط شد و درباره توافق سخن گفت."},
	{"ur", "وزیر خارجہ پیر کے روز اپنے ہم منصب سے ملاقات کے لیے کابل پہنچے اور معاہدے پر بات چیت کی۔"},
	{"zh", "外交部长星期一抵达曼谷，与泰国外长举行会谈，讨论新的贸易协定。"},
	{"ko", "외교부 장관은 월요일 하노이에 도착하여 베트남 외교부 장관과 회담했다."},
	{"ja", "外務大臣は月曜日にジャカルタに到着し、インドネシアの外相と会談した。"},
	{"tr", "Dışişleri Bakanı pazartesi günü mevkidaşıyla görüşmek üzere Bakü'ye gitti ve anlaşmayı ele aldı."},
	{"id", "Menteri Luar Negeri tiba di Manila pada hari Senin untuk bertemu dengan mitranya dari Filipina."},
	{"pl", "Minister spraw zagranicznych przybył w poniedziałek do Wilna na rozmowy ze swoim litewskim odpowiednikiem."},
	{"vi", "Bộ trưởng Ngoại giao đã đến Viêng Chăn hôm thứ Hai để hội đàm với người đồng cấp Lào."},
	{"el", "Ο υπουργός Εξωτερικών έφτασε τη Δευτέρα στη Λευκωσία για συνομιλίες με τον ομόλογό του."},
	{"he", "שר החוץ הגיע ביום שני לאתונה לשיחות עם עמיתו היווני על ההסכם החדש."},
	{"hi", "विदेश मंत्री सोमवार को अपने समकक्ष से मिलने के लिए काठमांडू पहुंचे और समझौते पर चर्चा की।"},
	{"sv", "Utrikesministern reste på måndagen till Helsingfors för att träffa sin finländska kollega."},
	{"ro", "Ministrul de externe a sosit luni la Chișinău pentru a se întâlni cu omologul său moldovean."},
	{"sw", "Waziri wa mambo ya nje aliwasili Dodoma siku ya Jumatatu kukutana na mwenzake wa Tanzania."},
}

func TestIdentify(t *testing.T) {
	l := testLanguages(t)
	for _, s := range samples {
		got, sure := l.Identify(s.text)
		if got != s.lang {
			t.Errorf("%s: got %q (%.2f) for %q", s.lang, got, sure, s.text)
		}
	}
}

func TestIdentifySaysNothingOfLittle(t *testing.T) {
	l := testLanguages(t)
	for _, s := range []string{"", "   ", "12,400.50", "OK", "Lima", "Kim Il", "!!!", "??? 2024-03-01", "外", "xq zzkw vvrq pfgh jjkq wxzv qqpl zxcv bnmq wrtp"} {
		if got, sure := l.Identify(s); got != "" || sure != 0 {
			t.Errorf("%q: got %q (%.2f)", s, got, sure)
		}
	}
}

// Single sentences of treebanks: hardly one may be taken for another language.
func TestIdentifyTreebankSentences(t *testing.T) {
	l := testLanguages(t)
	for _, tc := range []struct{ lang, path string }{
		{"en", "data/ud/gum/dev.conllu"}, {"en", "data/ud/ewt/dev.conllu"}, {"fr", "data/ud/fr_sequoia/dev.conllu"},
	} {
		b, err := os.ReadFile(shared(t, tc.path))
		if err != nil {
			t.Fatal(err)
		}
		right, wrong, silent, asEnglish := 0, 0, 0, 0
		for line := range strings.Lines(string(b)) {
			s, ok := strings.CutPrefix(line, "# text = ")
			if !ok || len(s) < 60 {
				continue
			}
			switch got, _ := l.Identify(s); got {
			case tc.lang:
				right++
			case "":
				silent++
			case "en":
				asEnglish++
				wrong++
			default:
				wrong++
			}
		}
		t.Logf("%s %s: %d right, %d unknown, %d wrong (%d as English)", tc.lang, tc.path, right, silent, wrong, asEnglish)
		if wrong*100 > right {
			t.Errorf("%s: more than one in a hundred taken for another language", tc.path)
		}
	}
}

func BenchmarkIdentify(b *testing.B) {
	l := testLanguages(b)
	s := strings.Repeat(samples[0].text+" ", 10)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		l.Identify(s)
	}
}
