package where_test

import (
	"compress/gzip"
	"fmt"
	"math"
	"math/rand"
	"os"
	"strings"
	"testing"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/eval"
	"nuncio/where"
)

var alone = `New York=USA 5128581|Washington=USA 4140963|Geneva=CHE 2660646|Paris=FRA 2988507|London=GBR 2643743|Georgia=GEO 614540|Jordan=JOR 248816|Lebanon=LBN 272103|Moscow=RUS 524901|Beijing=CHN 1816670|Delhi=IND 1273294|Tripoli=LBY 2210247|Alexandria=EGY 361058|Kuwait=KWT 285570|Panama=PAN 3703430|Mexico=MEX 3996063|Guatemala=GTM 3595528|Luxembourg=LUX 2960313|Singapore=SGP 1880251|Cairo=EGY 360630|Aleppo=SYR 170063|Homs=SYR 169577|Vienna=AUT 2761369|Berlin=DEU 2950159|Athens=GRC 264371|Rome=ITA 3169070|Santiago=CHL 3871336|Kyiv=UKR 703448|Donetsk=UKR 709717|Mosul=IRQ 99072|Baghdad=IRQ 98182|Kabul=AFG 1138958|Kandahar=AFG 1138336|Helmand=AFG 1140043|Peshawar=PAK 1168197|Lahore=PAK 1172451|Hanoi=VNM 1581130|Manila=PHL 1701668|Seoul=KOR 1835848|Pyongyang=PRK 1871859|Tokyo=JPN 1850147|Hong Kong=HKG 1819730|Hamburg=DEU 2911298|Barcelona=ESP 3128760|Boston=USA 4930956|Chicago=USA 4887398|Houston=USA 4699066|Cambridge=GBR 2653941|Birmingham=GBR 2655603|Melbourne=AUS 2158177|Sydney=AUS 2147714|Havana=CUB 3553478|Lima=PER 3936456|La Paz=BOL 3911925|Bogota=COL 3688689|Caracas=VEN 3646738|Quito=ECU 3652462|Nairobi=KEN 184745|Lagos=NGA 2332459|Abuja=NGA 2352778|Khartoum=SDN 379252|Juba=SSD 373303|Goma=COD 216281|Kinshasa=COD 2314302|Niger=NER 2440476|Chad=TCD 2434508|Mali=MLI 2453866|Istanbul=TUR 745044|Ankara=TUR 323786|Tehran=IRN 112931|Isfahan=IRN 418863|Sanaa=YEM 71137|Aden=YEM 415189|Doha=QAT 290030|Dubai=ARE 292223|Jerusalem=ISR 281184|Hebron=PSE 285066|Ramallah=PSE 282239|Grozny=RUS 558418|Sevastopol=UKR 694423|Minsk=BLR 625144|Vilnius=LTU 593116|Riga=LVA 456172|Oslo=NOR 3143244|Stockholm=SWE 2673730|Brussels=BEL 2800866|Strasbourg=FRA 2973783|The Hague=NLD 2747373|Madrid=ESP 3117735|Lisbon=PRT 2267057|Islamabad=PAK 1176615|Dhaka=BGD 1185241|Kathmandu=NPL 1283240|Colombo=LKA 1248991|Yangon=MMR 1298824|Bangkok=THA 1609350|Jakarta=IDN 1642911|Dili=TLS 1645457|Canberra=AUS 2172517|Wellington=NZL 2179537|Ottawa=CAN 6094817|Toronto=CAN 6167865|California=USA 5332921|Texas=USA 4736286|Florida=USA 4155751|Punjab=|Cordoba=|Hama=SYR 170017|Idlib=SYR 169389|Srinagar=IND 1255634|Mogadishu=SOM 53654|Kismayo=SOM 55671|Timbuktu=MLI 2449067|Gao=MLI 2457163|Kidal=MLI 2455290|Bamako=MLI 2460596|Dakar=SEN 2253354|Banjul=GMB 2413876|Monrovia=LBR 2274895|Freetown=SLE 2409306`

func TestTune(t *testing.T) {
	if os.Getenv("TUNE") == "" {
		t.Skip()
	}
	cat, err := catalogue.Load(os.DirFS("../data/catalogue"))
	if err != nil {
		t.Fatal(err)
	}
	gaz, err := where.Load(os.DirFS("../data/where"))
	if err != nil {
		t.Fatal(err)
	}
	rd := func(name string) *gzip.Reader {
		f, err := os.Open("/work/shared/data/geo/geoparsing/" + name)
		if err != nil {
			t.Fatal(err)
		}
		z, _ := gzip.NewReader(f)
		return z
	}
	lgl, err := eval.ReadLGL(rd("lgl.xml.gz"))
	if err != nil {
		t.Fatal(err)
	}
	virus, err := eval.ReadGeoVirus(rd("GeoVirus.xml.gz"))
	if err != nil {
		t.Fatal(err)
	}
	r := where.New(gaz)
	sc := eval.ToponymScorer{Resolver: r, Catalogue: cat}
	run := func(verbose bool) float64 {
		var a, b, k eval.ToponymScore
		for i := range lgl {
			if eval.ToponymHalf(lgl[i].ID) == "tuned" {
				sc.Add(&a, &lgl[i])
			} else if verbose {
				sc.Add(&k, &lgl[i])
			}
		}
		for i := range virus {
			sc.Add(&b, &virus[i])
		}
		ok, n := 0, 0
		for _, l := range strings.Split(alone, "|") {
			name, want, _ := strings.Cut(l, "=")
			if want == "" {
				continue
			}
			n++
			f := r.Toponyms(name, "", []nuncio.Span{{Start: 0, End: len(name)}}, nil)
			iso, id, _ := strings.Cut(want, " ")
			if f[0].Country == iso && fmt.Sprint(f[0].GeoNames) == id {
				ok++
			} else if verbose {
				fmt.Println("alone", name, want, f[0].Name, f[0].Country, f[0].GeoNames, f[0].Precision)
			}
		}
		if verbose {
			fmt.Printf("lgl tuned %.4f kept %.4f virus %.4f alone %d/%d\n", a.Accuracy(), k.Accuracy(), b.Accuracy(), ok, n)
		}
		return a.Accuracy() + b.Accuracy() + 0.9*float64(ok)/float64(n)
	}
	w := r.W()
	ps := map[string]*float64{"pop": &w.Population, "other": &w.Other, "short": &w.Short, "class": &w.Class, "inside": &w.Inside, "loose": &w.InsideLoose, "holds": &w.Holds,
		"country": &w.Country, "admin1": &w.Admin1, "near": &w.Near, "reach": &w.Reach, "norp": &w.Norp, "namesake": &w.Namesake}
	for k := range w.Kind {
		ps[fmt.Sprintf("kind%d", k)] = &w.Kind[k]
	}
	var names []string
	for n := range ps {
		names = append(names, n)
	}
	best := run(true)
	rng := rand.New(rand.NewSource(1))
	rounds := 0
	fmt.Sscan(os.Getenv("TUNE"), &rounds)
	for i := 0; i < rounds; i++ {
		p := ps[names[rng.Intn(len(names))]]
		old := *p
		*p = old*math.Exp(rng.NormFloat64()*0.35) + rng.NormFloat64()*0.25
		if got := run(false); got > best {
			best = got
			fmt.Printf("%d %.4f\n", i, best)
		} else {
			*p = old
		}
	}
	run(true)
	fmt.Printf("%+v\n", *w)
}
