package nn

// Matrix is a dense matrix, rows one after the other.
type Matrix struct {
	Name       string
	Rows, Cols int
	Data       []float32
}

// NewMatrix gives a matrix of zeros.
func NewMatrix(name string, rows, cols int) *Matrix {
	return &Matrix{Name: name, Rows: rows, Cols: cols, Data: make([]float32, rows*cols)}
}

// Row is the i-th row.
func (m *Matrix) Row(i int) []float32 { return m.Data[i*m.Cols : (i+1)*m.Cols : (i+1)*m.Cols] }
