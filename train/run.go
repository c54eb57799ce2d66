// Package train makes model files for package nlp out of treebanks, texts with
// names marked, and word vectors.
//
// [Run] takes sentences in memory and gives the network, always the same from
// the same seed, data and options, however many processors there are: each batch
// is cut in two halves whose gradients are added in order. The backward pass is
// written by hand and checked against differences in the tests.
package train

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sort"
	"sync"
	"time"

	"nuncio/nlp"
	"nuncio/nn"
)

// Options say how to train.
type Options struct {
	Config nlp.Config
	Seed   uint64
	Epochs int
	Batch  int     // words a batch
	Rate   float64 // highest learning rate
	Recase float64 // share of sentences given in another case
	Gold   float64 // how often an epoch shows each sentence, 0 for once,
	Silver float64 // and each that another model labelled
	Jobs   int     // halves of a batch run at once: 1 or 2

	// From is a network to start from instead of random numbers. What it lacks, or
	// has in another size, starts at random.
	From *nlp.Net

	// Follow is a network of the same width, layers and tables whose layers the one
	// in training is to imitate, beside its tasks; without dropout, which would part them.
	Follow *nlp.Net

	// Scores is a file in which a teacher from outside says what it thinks of
	// sentences, and Soft its part of what is learned of them; the rest is the
	// labels'.
	Scores string
	Soft   float64

	// Checkpoint is a file to which the state is saved after each epoch, if named.
	Checkpoint string

	// Step is told of each batch, Epoch of each pass over the data with the
	// averaged network as it would be kept. Either may be nil.
	Step  func(done, all int)
	Epoch func(e *EpochReport, net *nlp.Net) error
}

// EpochReport is what one pass over the data came to.
type EpochReport struct {
	Epoch  int                `json:"epoch"`
	Loss   Losses             `json:"loss"`
	Took   time.Duration      `json:"took"`
	Rate   float64            `json:"rate"`
	Scores map[string]float64 `json:"scores,omitempty"`
}

// Trainer is a training under way.
type Trainer struct {
	opt   Options
	net   *nlp.Net
	adam  *adam
	half  [2]*pass
	ex    []*example
	sp    *speller
	epoch int // epochs done

	reports []EpochReport
}

// New sets up a training on sentences.
func New(opt Options, sents []*Sentence, vec *nlp.Vectors) (*Trainer, error) {
	if err := opt.Config.Check(); err != nil {
		return nil, err
	}
	if opt.Gold == 0 {
		opt.Gold = 1
	}
	if opt.Silver == 0 {
		opt.Silver = 1
	}
	t := &Trainer{opt: opt}
	labels := labelsOf(sents)
	if len(labels.UPOS) == 0 || len(labels.Rels) == 0 {
		return nil, fmt.Errorf("no trees among %d sentences", len(sents))
	}
	t.net = nlp.NewNet(opt.Config, labels)
	r := rng(opt.Seed)
	initialise(t.net, &r)
	t.sp = &speller{net: t.net, vec: vec, known: map[string]word{}}
	t.ex = examples(sents, t.sp)
	if opt.From != nil {
		from, err := narrowed(opt.From, opt.Config.Waists, t.ex, vec)
		if err != nil {
			return nil, err
		}
		takeOver(t.net, from)
	}
	if err := soften(t.ex, opt.Scores, opt.Soft, &t.net.Labels); err != nil {
		return nil, err
	}
	t.adam = newAdam(t.net)
	drop := dropout{form: 0.1, vector: 0.03, feats: 0.1, word: 0.2, rec: 0.2, out: 0.25, hidden: 0.25}
	for i := range t.half {
		t.half[i] = newPass(t.net, vec, nn.Best(), drop)
		if f := opt.Follow; f != nil {
			if f.D != opt.Config.D || f.Layers != opt.Config.Layers || f.Vectors != opt.Config.Vectors || !slices.Equal(f.Tables, opt.Config.Tables) {
				return nil, errors.New("the model to follow has another width, other layers or other tables")
			}
			t.half[i].guide = newPass(f, vec, nn.Best(), dropout{})
		}
	}
	return t, nil
}

// Reports are what the epochs so far came to.
func (t *Trainer) Reports() []EpochReport { return t.reports }

// Run trains to the end and gives the averaged network.
func (t *Trainer) Run(ctx context.Context) (*nlp.Net, error) {
	for t.epoch < t.opt.Epochs {
		rep, err := t.runEpoch(ctx)
		if err != nil {
			return nil, err
		}
		if t.opt.Epoch != nil {
			if err := t.opt.Epoch(&rep, t.adam.averaged()); err != nil {
				return nil, err
			}
		}
		t.reports = append(t.reports, rep)
		if t.opt.Checkpoint != "" {
			if err := t.SaveCheckpoint(t.opt.Checkpoint); err != nil {
				return nil, err
			}
		}
	}
	return t.adam.averaged(), nil
}

func (t *Trainer) runEpoch(ctx context.Context) (EpochReport, error) {
	start := time.Now()
	r := rng(t.opt.Seed*1e6 + uint64(t.epoch) + 1)
	batches := t.batches(&r)
	rep := EpochReport{Epoch: t.epoch + 1}
	for i, b := range batches {
		if err := ctx.Err(); err != nil {
			return rep, err
		}
		rep.Rate = t.rate(float64(t.epoch) + float64(i)/float64(len(batches)))
		rep.Loss.add(t.step(b, &r, rep.Rate))
		if t.opt.Step != nil {
			t.opt.Step(t.epoch*len(batches)+i+1, t.opt.Epochs*len(batches))
		}
	}
	t.epoch++
	n := max(1, rep.Loss.Words)
	rep.Loss = Losses{rep.Loss.Tag / n, rep.Loss.Arc / n, rep.Loss.Rel / n, rep.Loss.Name / n, rep.Loss.Off / n, n}
	rep.Took = time.Since(start)
	return rep, nil
}

// rate rises over the first half epoch and then falls in a straight line to a
// hundredth.
func (t *Trainer) rate(epoch float64) float64 {
	const warm = 0.4
	if epoch < warm {
		return t.opt.Rate * (epoch + 0.01) / warm
	}
	left := 1 - (epoch-warm)/(float64(t.opt.Epochs)-warm)
	return t.opt.Rate * max(0.01, left)
}

// step takes one batch.
func (t *Trainer) step(b []*example, r *rng, rate float64) Losses {
	for i := range b {
		if r.float() < float32(t.opt.Recase) {
			b[i] = b[i].shout(r, t.sp)
		}
	}
	words := 0
	for _, e := range b {
		words += len(e.words)
	}
	scale := 1 / float32(words)
	parts := [2][]*example{}
	for i, e := range b { // neighbours in length go to different halves
		parts[i%2] = append(parts[i%2], e)
	}
	for i, p := range t.half {
		p.rng, p.loss = rng(r.next()), Losses{}
		if len(parts[i]) == 0 {
			p.t = 0
		}
	}
	var wg sync.WaitGroup
	for i, p := range t.half {
		if len(parts[i]) == 0 {
			continue
		}
		run := func() {
			p.forward(parts[i], true)
			p.backward(scale)
		}
		if t.opt.Jobs < 2 || i == 1 {
			run()
			continue
		}
		wg.Add(1)
		go func() { defer wg.Done(); run() }()
	}
	wg.Wait()
	a, c := t.half[0], t.half[1]
	ga, gc := a.grad.Dense(), c.grad.Dense()
	for i := range ga {
		add(ga[i].Data, gc[i].Data)
		clear(gc[i].Data)
	}
	for i := range a.emb {
		a.emb[i].merge(&c.emb[i])
	}
	t.adam.update(a.grad, a.emb, rate)
	l := a.loss
	l.add(c.loss)
	l.Words = float64(words)
	return l
}

// batches deals the examples into batches of sentences of like length, in random
// order.
func (t *Trainer) batches(r *rng) [][]*example {
	type item struct {
		e   *example
		key float32
	}
	items := make([]item, 0, len(t.ex))
	for _, e := range t.ex {
		times := t.opt.Gold
		if e.silver {
			times = t.opt.Silver
		}
		for n := times + float64(r.float()); n >= 1; n-- {
			items = append(items, item{e, float32(len(e.words)) * (0.85 + 0.3*r.float())})
		}
	}
	sort.SliceStable(items, func(i, j int) bool { return items[i].key < items[j].key })
	var out [][]*example
	var cur []*example
	words := 0
	for _, it := range items {
		if words > 0 && words+len(it.e.words) > t.opt.Batch {
			out = append(out, cur)
			cur, words = nil, 0
		}
		cur = append(cur, it.e)
		words += len(it.e.words)
	}
	if len(cur) > 0 {
		out = append(out, cur)
	}
	for i := len(out) - 1; i > 0; i-- {
		j := r.intn(i + 1)
		out[i], out[j] = out[j], out[i]
	}
	return slices.Clip(out)
}
