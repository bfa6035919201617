package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"sync"
	"time"

	"rapporteur/corpus/attribution/polnear"
	"rapporteur/corpus/attribution/tagger"
)

// settings of a training run.
type settings struct {
	seed   uint64
	epochs int
}

const (
	laneCount = 4 // fixed, so that sums do not depend on the machine
	batchSize = 24
	peakRate  = 0.003
	decay     = 0.002
)

// A trainer trains one network.
type trainer struct {
	settings
	counts  *tally
	lex     tagger.Lexicon
	learned int
	flat    []float32
	w       *tagger.Weights
	lanes   []*lane
	adam    *adam
}

func newTrainer(set settings, counts *tally, v *tagger.Vectors) *trainer {
	t := &trainer{settings: set, counts: counts}
	t.lex, t.learned = counts.lexicon(v)
	t.flat = make([]float32, tagger.WeightCount(t.learned))
	t.w, t.adam = tagger.NewWeights(t.flat, t.learned), newAdam(len(t.flat))
	t.start()
	rows := newVectors(v)
	d := dropout{vector: 0.05, learned: 0.3, suffix: 0.3, context: 0.15, input: 0.2, recur: 0.2, output: 0.4}
	for range laneCount {
		t.lanes = append(t.lanes, newLane(t.w, rows, t.learned, d))
	}
	return t
}

// start draws the first weights: Glorot's uniform for matrices, small embeddings, memories that forget little.
func (t *trainer) start() {
	rng := rand.New(rand.NewPCG(t.seed, 1))
	fill := func(m []float32, in, out int) {
		r := float32(math.Sqrt(6 / float64(in+out)))
		for i := range m {
			m[i] = (2*rng.Float32() - 1) * r
		}
	}
	for _, e := range t.w.Embed {
		fill(e, 20, 20)
	}
	fill(t.w.Input, tagger.InputSize(), gates)
	fill(t.w.Recur[0], hidden, gates)
	fill(t.w.Recur[1], hidden, gates)
	fill(t.w.Out, states, labels)
	for i := range hidden {
		t.w.Bias[hidden+i], t.w.Bias[gates+hidden+i] = 1, 1
	}
}

// A prepared example is its features and labels.
type prepared struct {
	tokens []tagger.Token
	gold   []tagger.Label
}

// versions are how articles may reach us, and how often training shows them so.
func versions() ([]version, []float32) {
	return []version{{}, {strip: true}, {split: true}, {strip: true, split: true}}, []float32{0.6, 0.2, 0.08, 0.12}
}

// prepare reads the features of every version of every article.
func (t *trainer) prepare(articles []polnear.Article) [][][]prepared {
	kinds, _ := versions()
	out := make([][][]prepared, len(articles))
	for i, a := range articles {
		level := t.counts.without(i)
		for _, v := range kinds {
			var list []prepared
			for _, e := range examples(a, v) {
				if len(e.gold) > 0 {
					list = append(list, prepared{t.lex.Tokens(&e.passage, level), e.gold})
				}
			}
			out[i] = append(out[i], list)
		}
	}
	return out
}

// train reads the articles as often as set, measuring on those held out.
func (t *trainer) train(articles, held []polnear.Article) {
	all := t.prepare(articles)
	fmt.Printf("%d articles, %d learned words, %d weights\n", len(articles), t.learned, len(t.flat))
	batches := 0
	for _, a := range all {
		batches += len(a[0])
	}
	total := float64(t.epochs) * float64(batches) * 1.15 / batchSize
	for epoch := range t.epochs {
		began := time.Now()
		loss := t.epoch(all, epoch, total)
		fmt.Printf("epoch %2d loss %.4f %s\n", epoch+1, loss, time.Since(began).Round(time.Second))
	}
	fmt.Printf("as printed %s\nstripped %s\n", t.measure(held, version{}), t.measure(held, version{strip: true}))
}

// epoch reads each article once, in a new random version and order.
func (t *trainer) epoch(all [][][]prepared, epoch int, total float64) float64 {
	rng := rand.New(rand.NewPCG(t.seed, uint64(100+epoch)))
	_, chance := versions()
	var list []prepared
	for _, article := range all {
		r, v := rng.Float32(), 0
		for v < len(chance)-1 && r >= chance[v] {
			r -= chance[v]
			v++
		}
		list = append(list, article[v]...)
	}
	rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	loss, words := 0.0, 0
	for at := 0; at < len(list); at += batchSize {
		batch := list[at:min(at+batchSize, len(list))]
		loss += t.batch(batch, uint64(epoch)<<32|uint64(at))
		for _, p := range batch {
			words += len(p.tokens)
		}
		t.step(total)
	}
	return loss / float64(words)
}

// batch gathers the gradients of a batch in the first lane.
func (t *trainer) batch(batch []prepared, seed uint64) float64 {
	chain := tagger.NewChain(t.w.Follow)
	var wait sync.WaitGroup
	for k, l := range t.lanes {
		wait.Go(func() {
			clear(l.flat)
			l.loss = 0
			l.rng = rand.New(rand.NewPCG(t.seed, seed<<3|uint64(k)))
			for i := k; i < len(batch); i += laneCount {
				l.learn(batch[i].tokens, batch[i].gold, chain)
			}
		})
	}
	wait.Wait()
	loss := t.lanes[0].loss
	for _, l := range t.lanes[1:] {
		loss += l.loss
		for i, g := range l.flat {
			t.lanes[0].flat[i] += g
		}
	}
	return loss
}

// step moves the weights; the rate rises for a twentieth of the run, then falls to nothing.
func (t *trainer) step(total float64) {
	at := float64(t.adam.step) / total
	rate := peakRate * min(1, at*20+0.05) * max(0.005, 1-at)
	g := t.lanes[0].flat
	for i := range g {
		g[i] /= batchSize
	}
	t.adam.update(t.flat, g, float32(rate), decay)
}
