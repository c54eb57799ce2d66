package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"nuncio"
)

// benchCmd codes reports and says how fast, and what was left uncoded and why.
type benchCmd struct {
	inputs
	Limit int `default:"0" help:"Stop after this many reports; 0 codes them all." placeholder:"N"`
}

// Help is shown by nuncio bench --help.
func (benchCmd) Help() string {
	return `Reports words/s and reports/s, peak memory, the time of each stage, and how many sentences with a
political verb gave an event, with the reasons of those that did not. Times a core and of stages are
processor time on Linux, so that other work on the machine counts little.

Example:
  nuncio bench --workers 1 --limit 1000 stories.jsonl`
}

type tally struct {
	reports, words, sentences, political, withEvent, withReason, events int
	reasons                                                             map[string]int
}

func (c *benchCmd) Run(ctx context.Context, std streams) error {
	started := time.Now()
	parts, err := c.coder()
	if err != nil {
		return err
	}
	loaded := time.Since(started)
	t := tally{reasons: map[string]int{}}
	stages := map[string]time.Duration{}
	enough := fmt.Errorf("enough")
	begin, used := time.Now(), processTime()
	var busy time.Duration
	err = c.eachWith(ctx, std, func() func(*nuncio.Report) result {
		w := parts.NewWorker()
		runtime.LockOSThread() // whose clock the stages are taken by
		return func(rep *nuncio.Report) result {
			stop := stageClock{last: threadTime(), spent: map[string]time.Duration{}}
			rec := w.CodeStaged(rep, stop.mark)
			return result{record: rec, words: w.Words(), sentences: w.Sentences(), stages: stop.spent}
		}
	}, func(res *result) error {
		t.add(res)
		for name, d := range res.stages {
			stages[name] += d
			busy += d
		}
		if c.Limit > 0 && t.reports >= c.Limit {
			return enough
		}
		return nil
	})
	if err != nil && err != enough && err != errPartial {
		return err
	}
	t.print(std, loaded, time.Since(begin), processTime()-used, busy, stages)
	return nil
}

// stageClock adds up the time between marks.
type stageClock struct {
	last  time.Duration
	spent map[string]time.Duration
}

func (s *stageClock) mark(stage string) {
	now := threadTime()
	s.spent[stage] += now - s.last
	s.last = now
}

func (t *tally) add(res *result) {
	t.reports++
	t.words += res.words
	t.sentences += res.sentences
	t.events += len(res.record.Events)
	type key struct {
		in string
		n  int
	}
	coded := map[key]bool{}
	for i := range res.record.Events {
		coded[key{res.record.Events[i].In, res.record.Events[i].Evidence.Sentence}] = true
	}
	reason := map[key]string{}
	for _, u := range res.record.Uncoded {
		if k := (key{u.In, u.Sentence}); !coded[k] && reason[k] == "" {
			reason[k] = u.Reason
		}
	}
	t.withEvent += len(coded)
	t.withReason += len(reason)
	t.political += len(coded) + len(reason)
	for _, r := range reason {
		// The words quoted in a reason differ from sentence to sentence.
		if head, _, ok := strings.Cut(r, ":"); ok {
			r = head
		}
		t.reasons[r]++
	}
}

func (t *tally) print(std streams, loaded, wall, used, busy time.Duration, stages map[string]time.Duration) {
	p := func(format string, args ...any) { fmt.Fprintf(std.out, format, args...) }
	seconds := max(wall.Seconds(), 1e-9)
	p("reports            %d (%.1f/s)\n", t.reports, float64(t.reports)/seconds)
	p("words              %d (%.0f/s; %.0f/s a core)\n", t.words, float64(t.words)/seconds, float64(t.words)/max(used.Seconds(), 1e-9))
	p("sentences          %d\n", t.sentences)
	p("events             %d\n", t.events)
	p("political          %d sentences with a political verb or noun: %d gave an event (%.1f %%), %d a reason\n",
		t.political, t.withEvent, percent(t.withEvent, t.political), t.withReason)
	p("start-up           %d ms to load model, catalogue and codebook\n", loaded.Milliseconds())
	p("peak memory        %d MB\n", peakMemory()>>20)
	p("\nstage                 share   words/s alone\n")
	names := make([]string, 0, len(stages))
	for name := range stages {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(stages[b], stages[a]), cmp.Compare(a, b)) })
	for _, name := range names {
		p("%-20s %5.1f %% %12.0f\n", name, percent(int(stages[name]), int(busy)), float64(t.words)/max(stages[name].Seconds(), 1e-9))
	}
	p("\nsentences that gave no event, by reason\n")
	reasons := make([]string, 0, len(t.reasons))
	for r := range t.reasons {
		reasons = append(reasons, r)
	}
	slices.SortFunc(reasons, func(a, b string) int { return cmp.Or(cmp.Compare(t.reasons[b], t.reasons[a]), cmp.Compare(a, b)) })
	for _, r := range reasons {
		p("%7d  %s\n", t.reasons[r], r)
	}
}

func percent(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}

// peakMemory is the most memory that the process has had, in bytes: what the
// kernel says where it does, else what the Go runtime holds.
func peakMemory() int64 {
	if b, err := os.ReadFile("/proc/self/status"); err == nil {
		for line := range strings.Lines(string(b)) {
			var kb int64
			if n, _ := fmt.Sscanf(line, "VmHWM: %d kB", &kb); n == 1 {
				return kb << 10
			}
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.Sys)
}
