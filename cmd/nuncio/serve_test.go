package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// lines is a writer that others read while it is written.
type lines struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func TestServeDemoOpensOnTheOverview(t *testing.T) {
	tmp := t.TempDir()
	t.Setenv("TMPDIR", tmp)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var std lines
	done := make(chan int, 1)
	begun := time.Now()
	go func() {
		done <- run(ctx, []string{"serve", "--demo", "--addr", "127.0.0.1:0"}, streams{strings.NewReader(""), io.Discard, &std})
	}()
	var address []string
	for address == nil {
		select {
		case code := <-done:
			t.Fatalf("it ended with %d: %s", code, std.String())
		case <-time.After(20 * time.Millisecond):
		}
		address = regexp.MustCompile(`open (http://127\.0\.0\.1:\d+/)`).FindStringSubmatch(std.String())
		if time.Since(begun) > time.Minute {
			t.Fatal("no address after a minute")
		}
	}
	t.Logf("ready after %v", time.Since(begun).Round(time.Millisecond))
	res, err := http.Get(address[1])
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	page, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != 200 || !bytes.Contains(page, []byte("Busiest dyads")) || !bytes.Contains(page, []byte("Kyrgyzstan – Tajikistan")) {
		t.Errorf("%s %v: %.400s", res.Status, err, page)
	}
	stop()
	if code := <-done; code != 0 {
		t.Errorf("it ended with %d: %s", code, std.String())
	}
	if left, err := os.ReadDir(tmp); err != nil || len(left) != 0 {
		t.Errorf("the temporary store is left behind: %v %v", left, err)
	}
}

func TestServeRefuses(t *testing.T) {
	t.Setenv("NUNCIO_TOKEN", "")
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"--addr", "0.0.0.0:0", "--demo"}, "needs a token"},
		{[]string{"--addr", "nonsense:port:1"}, "HOST:PORT"},
		{[]string{"--addr", "127.0.0.1:0", "--data", t.TempDir()}, "nuncio ingest"},
	} {
		var std lines
		if code := run(t.Context(), append([]string{"serve"}, c.args...), streams{strings.NewReader(""), io.Discard, &std}); code != 1 || !strings.Contains(std.String(), c.says) {
			t.Errorf("%v: %d %s, want 1 and %q", c.args, code, std.String(), c.says)
		}
	}
}
