package main

const (
	fan = 8 // rows added at once
	// lanes is how many sums a dot product is kept in. The order of adding decides the
	// bytes of the model. The width of a row is a multiple of it.
	lanes = 16
)

// addRows adds a[0]*x[0] + a[1]*x[1] + ... to y.
func addRows(y []float32, a *[fan]float32, x *[fan][]float32) {
	for k, r := range x {
		r, c := r[:len(y)], a[k]
		for i := range y {
			y[i] += float32(c * r[i])
		}
	}
}

// dots is the inner products of y with each x.
func dots(y []float32, x *[4][]float32) (out [4]float32) {
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

// mulAdd adds to the row y of the word t, for each of n words, the product of the row x and the matrix m. It takes
// m a few rows at a time for all words, so that they stay in the nearest cache.
func mulAdd(y, x table, m []float32, n int) {
	var a [fan]float32
	var rows [fan][]float32
	for j := 0; j < x.width; j += fan {
		for k := range rows {
			at := min(j+k, x.width-1) * y.width
			rows[k] = m[at : at+y.width]
		}
		for t := range n {
			row := x.row(t)
			for k := range a {
				a[k] = 0
				if j+k < x.width {
					a[k] = row[j+k]
				}
			}
			addRows(y.row(t), &a, &rows)
		}
	}
}

// mulBack adds to the row dx of each of n words the product of the matrix m and the word's row dy. Columns of dx past
// the last whole four are left alone: of the input they are the two last of the place's embedding, which stay as drawn.
func mulBack(dx, dy table, m []float32, n int) {
	var rows [4][]float32
	for j := 0; j+4 <= dx.width; j += 4 {
		for k := range rows {
			rows[k] = m[(j+k)*dy.width : (j+k+1)*dy.width]
		}
		for t := range n {
			d := dots(dy.row(t), &rows)
			to := (*[4]float32)(dx.row(t)[j:])
			to[0] += d[0]
			to[1] += d[1]
			to[2] += d[2]
			to[3] += d[3]
		}
	}
}

// A table is a matrix of a row for each word, of which columns from..from+width are meant.
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
