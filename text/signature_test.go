package text

import (
	"math"
	"strings"
	"testing"
)

const wireStory = "The foreign minister of Ghana arrived in Lomé on Monday for two days of talks on fishing rights, " +
	"his office said. He will meet the Togolese president and visit the port, which both countries use. " +
	"The two sides are expected to sign a protocol on shared patrols, the first of its kind in the Gulf of Guinea. " +
	"An earlier round in Accra ended without agreement after a dispute over the price of licences."

func TestSignatureSimilarity(t *testing.T) {
	other := "Rain fell for a third day on the coffee hills of Huila, where farmers said that the harvest would be late. " +
		"The national federation lowered its forecast by a tenth and asked the government for cheaper credit. " +
		"Prices in New York rose to their highest since spring, traders said, before easing at the close."
	for _, tc := range []struct {
		name     string
		a, b     string
		min, max float64
	}{
		{"the same", wireStory, wireStory, 1, 1},
		{"case, quotes and spaces apart", wireStory, strings.ToUpper(strings.ReplaceAll(wireStory, " ", "\n ")), 1, 1},
		{"one sentence less", wireStory, wireStory[:strings.LastIndex(wireStory, " An earlier")], 0.6, 0.95},
		{"a word changed", wireStory, strings.Replace(wireStory, "Monday", "Tuesday", 1), 0.7, 0.99},
		{"another story", wireStory, other, 0, 0.1},
		{"nothing", wireStory, "", 0, 0},
		{"nothing twice", "", " -- ", 0, 0},
		{"short and equal", "Envoy leaves", "envoy leaves.", 1, 1},
		{"short and different", "Envoy leaves", "Envoy returns", 0, 0.1},
	} {
		a, b := Sign(tc.a), Sign(tc.b)
		if got := a.Similarity(&b); got < tc.min || got > tc.max {
			t.Errorf("%s: %.2f, want %.2f to %.2f", tc.name, got, tc.min, tc.max)
		}
	}
}

func TestSignatureKeysFindCopies(t *testing.T) {
	a, b := Sign(wireStory), Sign("LOME, May 4 - "+wireStory+" Editing by the desk.")
	shared := 0
	keys := b.Keys()
	for _, k := range a.Keys() {
		for _, l := range keys {
			if k == l {
				shared++
			}
		}
	}
	if shared == 0 {
		t.Error("a copy with a dateline shares no key with its original")
	}
	if got := KeyChance(0.8); math.Abs(got-0.9998) > 0.0002 {
		t.Errorf("KeyChance(0.8) = %.4f, not what the comment says", got)
	}
	if got := KeyChance(0.2); math.Abs(got-0.025) > 0.001 {
		t.Errorf("KeyChance(0.2) = %.4f, not what the comment says", got)
	}
}

func TestSignAllocatesNothing(t *testing.T) {
	if n := testing.AllocsPerRun(20, func() { Sign(wireStory) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkSign(b *testing.B) {
	b.SetBytes(int64(len(wireStory)))
	for b.Loop() {
		Sign(wireStory)
	}
}
