package tagger

// Sizes of the network.
const (
	VectorSize = 100 // of the word vectors
	Hidden     = 64  // cells of the memory in each direction
	Gates      = 4 * Hidden
	Wide       = 2 * Gates  // gates of both directions
	States     = 2 * Hidden // outputs of both directions
)

// GroupSizes is how many values each group has (GroupWord: the learned words) and the size of their embeddings.
func GroupSizes(learned int) [Groups]struct{ Values, Size int } {
	return [Groups]struct{ Values, Size int }{
		GroupWord:        {learned, 32},
		GroupSuffix:      {suffixes, 16},
		GroupShape:       {shapes, 8},
		GroupCue:         {CueLevels, 8},
		GroupStrongLeft:  {distances, 6},
		GroupStrongRight: {distances, 6},
		GroupWeakLeft:    {distances, 6},
		GroupWeakRight:   {distances, 6},
		GroupQuote:       {quotes, 10},
		GroupPlace:       {places, 8},
	}
}

// InputSize is the size of a word's input: its vector, then each group's embedding, in order.
func InputSize() int {
	n := VectorSize
	for _, g := range GroupSizes(0) {
		n += g.Size
	}
	return n
}

// Weights are what training sets. Matrices have a row for each input, so that a product is a sum of rows.
type Weights struct {
	Embed  [Groups][]float32 // values x size
	Input  []float32         // InputSize x Wide: forward gates, then backward
	Bias   []float32         // Wide
	Recur  [2][]float32      // Hidden x Gates, for each direction
	Out    []float32         // States x Labels
	OutB   []float32         // Labels
	Follow []float32         // Labels x Labels: the score of column after row
}

// A matrix is one field of Weights: size numbers in rows of one width. In a model file each row becomes bytes with a
// scale; width 0 keeps the numbers as they are.
type matrix struct {
	data        *[]float32
	size, width int
}

// matrices is the fields in the order in which they are laid out and kept.
func (w *Weights) matrices(learned int) []matrix {
	var out []matrix
	for g, size := range GroupSizes(learned) {
		out = append(out, matrix{&w.Embed[g], size.Values * size.Size, size.Size})
	}
	return append(out, matrix{&w.Input, InputSize() * Wide, Wide}, matrix{&w.Bias, Wide, 0},
		matrix{&w.Recur[0], Hidden * Gates, Gates}, matrix{&w.Recur[1], Hidden * Gates, Gates},
		matrix{&w.Out, States * Labels, 0}, matrix{&w.OutB, Labels, 0}, matrix{&w.Follow, Labels * Labels, 0})
}

// WeightCount is how many parameters a model with so many learned words has.
func WeightCount(learned int) int {
	n := 0
	for _, m := range new(Weights).matrices(learned) {
		n += m.size
	}
	return n
}

// NewWeights lays the parameters out over flat, which has WeightCount of them.
func NewWeights(flat []float32, learned int) *Weights {
	w := new(Weights)
	for _, m := range w.matrices(learned) {
		*m.data, flat = flat[:m.size:m.size], flat[m.size:]
	}
	return w
}
