package main

const (
	fan   = 8  // rows added at once
	block = 64 // numbers a row is a multiple of
	// lanes is how many sums a dot product is kept in, so that plain code and
	// vector instructions add in one order and train the same model.
	lanes = 16
)

func addRowsPlain(y []float32, a *[fan]float32, x *[fan][]float32) {
	for k, r := range x {
		r, c := r[:len(y)], a[k]
		for i := range y {
			y[i] += float32(c * r[i])
		}
	}
}

func dotsPlain(y []float32, x *[4][]float32) (out [4]float32) {
	for j, r := range x {
		var s [lanes]float32
		for i := 0; i+lanes <= len(y); i += lanes {
			p, q := (*[lanes]float32)(y[i:]), (*[lanes]float32)(r[i:])
			for k := range lanes {
				s[k] += float32(p[k] * q[k])
			}
		}
		out[j] = sum(&s)
	}
	return out
}

// sum adds the lanes of a dot product in a fixed order.
func sum(s *[lanes]float32) float32 {
	for w := lanes / 2; w > 0; w /= 2 {
		for i := range w {
			s[i] += s[i+w]
		}
	}
	return s[0]
}

// combine adds the rows that row gives, each times its factor, to y.
func combine(y []float32, n int, row func(i int) (float32, []float32)) {
	var a [fan]float32
	var x [fan][]float32
	for i := 0; i < n; i += fan {
		for k := range fan {
			if i+k < n {
				a[k], x[k] = row(i + k)
			} else {
				a[k], x[k] = 0, y
			}
		}
		addRows(y, &a, &x)
	}
}

// mulAdd adds the product of the row vector x and the matrix m, whose rows are
// as long as y, to y.
func mulAdd(y, x, m []float32) {
	n := len(y)
	var a [fan]float32
	var rows [fan][]float32
	j := 0
	for ; j+fan <= len(x); j += fan {
		a = [fan]float32(x[j:])
		for k := range rows {
			rows[k] = m[(j+k)*n : (j+k+1)*n]
		}
		addRows(y, &a, &rows)
	}
	combine(y, len(x)-j, func(i int) (float32, []float32) { return x[j+i], m[(j+i)*n : (j+i+1)*n] })
}

// mulBack adds the product of m and the column vector dy to dx, whose length is
// a multiple of four.
func mulBack(dx, dy, m []float32) {
	n := len(dy)
	var rows [4][]float32
	for j := 0; j+4 <= len(dx); j += 4 {
		for k := range rows {
			rows[k] = m[(j+k)*n : (j+k+1)*n]
		}
		d := dots(dy, &rows)
		dx[j] += d[0]
		dx[j+1] += d[1]
		dx[j+2] += d[2]
		dx[j+3] += d[3]
	}
}

// A table is a matrix of a row for each word, of which columns from..from+width
// are meant.
type table struct {
	data         []float32
	stride, from int
	width        int
}

func (t table) row(i int) []float32 {
	at := i*t.stride + t.from
	return t.data[at : at+t.width]
}

// outer adds, over the n words, the outer products of rows of x and of dy to dm.
func outer(dm []float32, x, dy table, n int) {
	var a [fan]float32
	var rows [fan][]float32
	for t := 0; t < n; t += fan {
		for k := range fan {
			rows[k] = dy.row(min(t+k, n-1))
		}
		for j := range x.width {
			for k := range fan {
				a[k] = 0
				if t+k < n {
					a[k] = x.data[(t+k)*x.stride+x.from+j]
				}
			}
			addRows(dm[j*dy.width:(j+1)*dy.width], &a, &rows)
		}
	}
}
