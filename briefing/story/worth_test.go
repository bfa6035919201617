package story

import (
	"math"
	"testing"

	"rapporteur/corpus/article"
)

// told is a reading of articles given as sentences.
func told(articles ...[]string) *reading {
	r := &reading{lex: newLexicon(), articles: len(articles)}
	for at, lines := range articles {
		r.tellerNames = append(r.tellerNames, []string{"herald", "gazette"}[at%2])
		for place, text := range lines {
			r.told = append(r.told, &sentence{article: &Article{Article: &article.Article{}}, at: at, place: place, text: text,
				words: r.lex.read(text, nil)})
		}
	}
	r.vectorise()
	return r
}

func (r *reading) gram(words ...string) gram {
	g := gram{-1, -1, -1}
	for i, w := range words {
		g[i] = r.lex.ids[w]
	}
	return g
}

func TestUsage(t *testing.T) {
	r := told(
		[]string{"The bridge opened.", "The bridge is red.", "Ferries wait.", "The dam leaks."},
		[]string{"A dam leaks.", "The bridge opened."},
		[]string{"The bridge opened late."},
	)
	uses := r.uses([]int{0, 3})
	for _, row := range []struct {
		words                          []string
		articles, openings, publishers float64
		functions, only                float64
	}{
		{[]string{"bridge"}, 3, 3, 2, 0, 0},
		{[]string{"the"}, 3, 3, 2, 1, 1},
		{[]string{"the", "bridge"}, 3, 3, 2, 0.5, 0},
		{[]string{"dam", "leaks"}, 2, 1, 2, 0, 0},
		{[]string{"leaks"}, 2, 1, 2, 0, 0},
	} {
		g := r.gram(row.words...)
		want := Usage{math.Log1p(row.articles), math.Log1p(row.openings), math.Log1p(row.publishers), row.articles / 3,
			row.functions, row.only}
		if uses[g] == nil || r.usage(g, uses[g]) != want {
			t.Errorf("%q: %v, want %v", row.words, uses[g], want)
		}
	}
	if uses[r.gram("ferries")] != nil {
		t.Error("counted a word that no sentence in question has")
	}
}

// TestAdds holds that what was told is worth nothing again, and what does not fit
// nothing at all.
func TestAdds(t *testing.T) {
	r := told([]string{"The bridge opened late."})
	v := worth{
		number: map[gram]int32{r.gram("bridge"): 0, r.gram("opened"): 1, r.gram("bridge", "opened"): 2},
		chance: []float64{0.5, 0.25, 0.1},
	}
	grams, had := v.of(r.told[0].words), make([]bool, 3)
	if got, want := v.adds(grams, 4, 9, had), (0.75+0.1*pairWorth)/4; math.Abs(got-want) > 1e-9 {
		t.Errorf("the whole sentence adds %v, want %v", got, want)
	}
	if got, want := v.adds(grams, 4, 2, had), 0.5/2; got != want {
		t.Errorf("its first two words add %v, want %v", got, want)
	}
	had = []bool{true, true, true}
	if got := v.adds(grams, 4, 9, had); got != 0 {
		t.Errorf("told again it adds %v", got)
	}
}

// TestLearnedSenses holds that the odds go the way of reason: what more articles,
// openings and publishers have is likelier.
func TestLearnedSenses(t *testing.T) {
	m, err := Learned()
	if err != nil {
		t.Fatal(err)
	}
	few := Usage{math.Log1p(1), 0, math.Log1p(1), 0.05, 0, 0}
	many := Usage{math.Log1p(10), math.Log1p(6), math.Log1p(5), 0.5, 0, 0}
	for _, o := range []Odds{m.Words, m.Pairs} {
		if o.Chance(few) <= 0 || o.Chance(many) >= 1 || o.Chance(many) < 5*o.Chance(few) {
			t.Errorf("few articles: %v, many: %v", o.Chance(few), o.Chance(many))
		}
	}
}
