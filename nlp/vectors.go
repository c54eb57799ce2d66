package nlp

// Vectors are static word vectors of 8 bits a number, with one scale a word.
type Vectors struct {
	Dim   int
	Words []string // most frequent first
	Scale []float32
	Data  []int8
	index map[string]int32
}

// NewVectors quantises rows of dim numbers.
func NewVectors(dim int, words []string, rows []float32) *Vectors {
	v := &Vectors{Dim: dim, Words: words, Scale: make([]float32, len(words)), Data: make([]int8, len(words)*dim)}
	for i := range words {
		v.Scale[i] = quantise(v.Data[i*dim:(i+1)*dim], rows[i*dim:(i+1)*dim])
	}
	v.makeIndex()
	return v
}

func (v *Vectors) makeIndex() {
	v.index = make(map[string]int32, len(v.Words))
	for i, w := range v.Words {
		if _, ok := v.index[w]; !ok {
			v.index[w] = int32(i)
		}
	}
}

// Fill writes the vector of a plain lower-case form into out, zeros where it has none.
func (v *Vectors) Fill(lower []byte, out []float32) bool {
	i, ok := v.index[string(lower)]
	if !ok {
		clear(out)
		return false
	}
	s := v.Scale[i]
	for j, q := range v.Data[int(i)*v.Dim : (int(i)+1)*v.Dim] {
		out[j] = float32(q) * s
	}
	return true
}

// quantise writes x as 8-bit numbers and gives their scale.
func quantise(out []int8, x []float32) float32 {
	var top float32
	for _, f := range x {
		top = max(top, max(f, -f))
	}
	if top == 0 {
		clear(out)
		return 0
	}
	s := top / 127
	for i, f := range x {
		q := f / s
		if q >= 0 {
			q += 0.5
		} else {
			q -= 0.5
		}
		out[i] = int8(max(-127, min(127, q)))
	}
	return s
}

// At writes the vector of word i into out.
func (v *Vectors) At(i int, out []float32) {
	s := v.Scale[i]
	for j, q := range v.Data[i*v.Dim : (i+1)*v.Dim] {
		out[j] = float32(q) * s
	}
}

// Find gives the index of a plain lower-case form, or -1.
func (v *Vectors) Find(lower []byte) int {
	if i, ok := v.index[string(lower)]; ok {
		return int(i)
	}
	return -1
}
