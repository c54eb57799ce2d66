package train

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"

	"nuncio/nlp"
)

const checkpointMagic = "NUNCIOCP1\n"

// checkpointHead says what a checkpoint belongs to.
type checkpointHead struct {
	Config   nlp.Config    `json:"config"`
	Labels   nlp.Labels    `json:"labels"`
	Seed     uint64        `json:"seed"`
	Epochs   int           `json:"epochs"`
	Examples int           `json:"examples"`
	Epoch    int           `json:"epoch"`
	Step     int           `json:"step"`
	Reports  []EpochReport `json:"reports"`
}

func (t *Trainer) head() checkpointHead {
	return checkpointHead{t.net.Config, t.net.Labels, t.opt.Seed, t.opt.Epochs, len(t.ex), t.epoch, t.adam.step, t.reports}
}

// SaveCheckpoint writes all that a training needs to go on as if it had not
// stopped, through a temporary file beside path.
func (t *Trainer) SaveCheckpoint(path string) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err = errors.Join(err, f.Close()); err == nil {
			err = os.Rename(f.Name(), path)
		} else {
			os.Remove(f.Name())
		}
	}()
	w := bufio.NewWriterSize(f, 1<<20)
	w.WriteString(checkpointMagic)
	h, err := json.Marshal(t.head())
	if err != nil {
		return err
	}
	binary.Write(w, binary.LittleEndian, uint32(len(h)))
	w.Write(h)
	var buf [4]byte
	t.state(func(x []float32) error {
		for _, v := range x {
			binary.LittleEndian.PutUint32(buf[:], math.Float32bits(v))
			w.Write(buf[:])
		}
		return nil
	}, func(x []int32) error {
		return binary.Write(w, binary.LittleEndian, x)
	})
	return w.Flush() // which gives the first error of all the writes
}

// LoadCheckpoint goes on from a checkpoint of the same training.
func (t *Trainer) LoadCheckpoint(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, 1<<20)
	if err := t.readCheckpoint(r); err != nil {
		return fmt.Errorf("checkpoint %s: %w", path, err)
	}
	return nil
}

func (t *Trainer) readCheckpoint(r io.Reader) error {
	front := make([]byte, len(checkpointMagic)+4)
	if _, err := io.ReadFull(r, front); err != nil || string(front[:len(checkpointMagic)]) != checkpointMagic {
		return errors.New("not a checkpoint of this program")
	}
	n := binary.LittleEndian.Uint32(front[len(checkpointMagic):])
	if n > 1<<24 {
		return errors.New("header too long")
	}
	b := make([]byte, n)
	if _, err := io.ReadFull(r, b); err != nil {
		return err
	}
	var h checkpointHead
	if err := json.Unmarshal(b, &h); err != nil {
		return err
	}
	want := t.head()
	want.Epoch, want.Step, want.Reports = h.Epoch, h.Step, h.Reports
	x, err1 := json.Marshal(h)
	y, err2 := json.Marshal(want)
	if err1 != nil || err2 != nil || string(x) != string(y) {
		return errors.New("it belongs to a training with other data or options")
	}
	t.epoch, t.adam.step, t.reports = h.Epoch, h.Step, h.Reports
	return t.state(func(x []float32) error {
		buf := make([]byte, 4*len(x))
		if _, err := io.ReadFull(r, buf); err != nil {
			return err
		}
		for i := range x {
			x[i] = math.Float32frombits(binary.LittleEndian.Uint32(buf[4*i:]))
		}
		return nil
	}, func(x []int32) error {
		return binary.Read(r, binary.LittleEndian, x)
	})
}

// state hands every array of the training to one of two functions, always in the
// same order.
func (t *Trainer) state(floats func([]float32) error, ints func([]int32) error) error {
	a := t.adam
	for i, p := range a.dense {
		for _, x := range [][]float32{p.Data, a.m[i], a.v[i], a.ema[i]} {
			if err := floats(x); err != nil {
				return err
			}
		}
	}
	for i, p := range t.net.Emb {
		s := &a.tables[i]
		for _, x := range [][]float32{p.Data, s.m, s.v, s.ema} {
			if err := floats(x); err != nil {
				return err
			}
		}
		if err := ints(s.last); err != nil {
			return err
		}
	}
	return nil
}
