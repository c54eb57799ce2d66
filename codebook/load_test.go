package codebook_test

import (
	"io/fs"
	"testing"
	"time"

	"nuncio/codebook"
	"nuncio/data"
)

func bundled(t testing.TB) *codebook.Codebook {
	t.Helper()
	sub, err := fs.Sub(data.FS, "codebook")
	if err != nil {
		t.Fatal(err)
	}
	b, err := codebook.Load(sub)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestBundledLoads(t *testing.T) {
	start := time.Now()
	b := bundled(t)
	t.Logf("%s: %d rules in %v", b.Version(), len(b.Rules), time.Since(start))
	if len(b.Rules) == 0 {
		t.Fatal("no rules")
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		bundled(b)
	}
}
