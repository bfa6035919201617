package tagger

// The recurrent product is most of the work of tagging, and plain Go has no vector instructions. So it is done in
// whole numbers, three columns of the matrix to a machine word: a weight takes 8 bits, an output of a cell 7, and
// the sum over Hidden of their products stays under 2^21 (64*255*127 = 2,072,640). One multiplication of 64 bits
// then does the work of three.
const (
	fieldBits      = 21
	fieldMask      = 1<<fieldBits - 1
	perWord        = 3
	strip          = 4 // words kept in registers at a time
	quantizedWords = (Gates + perWord*strip - 1) / (perWord * strip) * strip
	outputSteps    = 63  // an output of a cell, -1 to 1, is -63 to 63
	outputZero     = 64  // what makes it positive
	weightZero     = 128 // what makes a weight positive
)

// A quantizedMatrix is a Hidden x Gates matrix in whole numbers.
type quantizedMatrix struct {
	words []uint64       // in strips of columns, each read from top to bottom
	scale [Gates]float32 // of a column's sum
	bias  [Gates]int32   // what to take off it, with an input of zeros
}

func quantizeMatrix(m []float32) *quantizedMatrix {
	p := &quantizedMatrix{words: make([]uint64, quantizedWords*Hidden)}
	for c := range Gates {
		column := make([]float32, Hidden)
		for r := range Hidden {
			column[r] = m[r*Gates+c]
		}
		scale, bytes := quantize(column)
		p.scale[c] = scale / outputSteps
		p.bias[c] = outputZero * weightZero * Hidden
		word, field := c/perWord, c%perWord
		for r, b := range bytes {
			at := word/strip*strip*Hidden + r*strip + word%strip
			p.words[at] |= uint64(int(b)+weightZero) << (fieldBits * field)
			p.bias[c] += outputZero * int32(b)
		}
	}
	return p
}

// addProduct adds the product of the row vector h and the matrix to a.
func (p *quantizedMatrix) addProduct(a *[Gates]float32, h *[Hidden]float32) {
	var x [Hidden]uint64
	total := int32(0)
	for i, v := range h {
		q := int32(v*outputSteps + (outputZero + 0.5))
		x[i] = uint64(q)
		total += q - outputZero
	}
	total *= weightZero
	var sums [quantizedWords]uint64
	for c := 0; c < quantizedWords; c += strip {
		sumStrip((*[strip]uint64)(sums[c:]), (*[strip * Hidden]uint64)(p.words[c*Hidden:]), &x)
	}
	for k, sum := range sums[:Gates/perWord] {
		f := perWord * k
		to, scale, bias := (*[perWord]float32)(a[f:]), (*[perWord]float32)(p.scale[f:]), (*[perWord]int32)(p.bias[f:])
		to[0] += float32(int32(sum&fieldMask)-total-bias[0]) * scale[0]
		to[1] += float32(int32(sum>>fieldBits&fieldMask)-total-bias[1]) * scale[1]
		to[2] += float32(int32(sum>>(2*fieldBits))-total-bias[2]) * scale[2]
	}
	for f := Gates / perWord * perWord; f < Gates; f++ {
		sum := sums[f/perWord] >> (fieldBits * (f % perWord)) & fieldMask
		a[f] += float32(int32(sum)-total-p.bias[f]) * p.scale[f]
	}
}

// sumStrip sums the rows of w, each times its factor.
func sumStrip(s *[strip]uint64, w *[strip * Hidden]uint64, x *[Hidden]uint64) {
	var s0, s1, s2, s3 uint64
	for i := 0; i <= strip*Hidden-strip; i += strip {
		f := x[i/strip]
		s0 += w[i] * f
		s1 += w[i+1] * f
		s2 += w[i+2] * f
		s3 += w[i+3] * f
	}
	*s = [strip]uint64{s0, s1, s2, s3}
}
