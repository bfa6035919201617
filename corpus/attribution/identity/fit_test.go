package identity

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapporteur/corpus/article"
	"rapporteur/corpus/attribution"
	"rapporteur/corpus/people"
	"rapporteur/corpus/testenv"
	"rapporteur/corpus/text"
	"rapporteur/corpus/text/english"
)

var fitting = flag.Bool("fit", false, "fit the weights of pronoun resolution and print them")

// example is one pronoun's candidates and which of them is right, or -1.
type example struct {
	candidates []candidate
	right      int
}

// examples is the pronouns marked in one article, as the resolver meets them.
func examples(p paper, marks []mark) []example {
	mentions := people.Mentions(p.doc)
	s := newScene(p.doc, mentions, p.statements)
	t := s.threads()
	var out []example
	done := map[int]bool{}
	for _, st := range s.steps() {
		t.advance(st.at.Start)
		if st.statement >= 0 && !st.at.Empty() && !done[st.at.Start] {
			done[st.at.Start] = true
			pro, ok := pronouns[english.Fold(st.at.Of(p.doc.Text))]
			i := slices.IndexFunc(marks, func(m mark) bool { return m.Start == p.from[st.statement] })
			if ok && i >= 0 && !pro.who && !pro.plural && !pro.thing {
				cs := t.candidates(st.at, pro, people.Human, s.statements[st.statement].Content...)
				right := slices.IndexFunc(cs, func(c candidate) bool {
					return c.entity != nobody && marks[i].Name != "" && meant(marks[i].Name, t.cast[c.entity].name) ||
						c.entity == nobody && marks[i].Name == ""
				})
				if len(cs) > 0 {
					out = append(out, example{cs, right})
				}
			}
		}
		t.visit(st)
	}
	return out
}

// TestFit fits the weights on PolNeAR's train articles (testdata/fitted.jsonl) and
// the fitting half of the marked dev articles.
func TestFit(t *testing.T) {
	if !*fitting {
		t.Skip("run with -fit to fit the weights")
	}
	var all []example
	load := func(dir string, by map[string][]mark, half bool) {
		files := make([]string, 0, len(by))
		for f := range by {
			files = append(files, f)
		}
		slices.Sort(files)
		for i, f := range files {
			if half && i%2 == 1 {
				continue
			}
			all = append(all, examples(readPaper(t, dir, f), by[f])...)
		}
	}
	load(testenv.Shared(t, "eval", "polnear", "dev"), marks(t), true)
	load(testenv.Shared(t, "eval", "polnear", "train"), marksIn(t, "testdata/fitted.jsonl"), false)
	articles := marksIn(t, "testdata/articles.jsonl")
	for i, f := range slices.Sorted(maps.Keys(articles)) {
		if i%3 != 2 {
			all = append(all, examples(readArticle(t, f), articles[f])...)
		}
	}
	w := descend(all)
	var b strings.Builder
	for i, x := range w {
		fmt.Fprintf(&b, "%s: %.2f, ", featureNames[i], x)
	}
	t.Logf("%d examples\n%s", len(all), b.String())
}

// readArticle reads the article that "libya.jsonl:12" names, the lines counted from 0, with the statements found in it.
func readArticle(t testing.TB, name string) paper {
	file, number, _ := strings.Cut(name, ":")
	b, err := os.ReadFile(filepath.Join(testenv.Shared(t, "eval", "articles"), file))
	if err != nil {
		t.Fatal(err)
	}
	n, err := strconv.Atoi(number)
	if err != nil {
		t.Fatal(err)
	}
	var one struct{ Text string }
	if err := json.Unmarshal(bytes.Split(b, []byte("\n"))[n], &one); err != nil {
		t.Fatal(err)
	}
	parsed, err := article.Parse("article.txt", []byte(one.Text))
	if err != nil {
		t.Fatal(err)
	}
	x, err := attribution.New()
	if err != nil {
		t.Fatal(err)
	}
	p := paper{doc: text.Split(&parsed[0])}
	p.statements = x.Statements(p.doc)
	for _, st := range p.statements {
		p.from = append(p.from, st.Speaker.Start)
	}
	return p
}

// descend is gradient descent on the cross-entropy, with ridge 0.004.
func descend(all []example) vector {
	w := weights()
	for range 3000 {
		var g vector
		for _, e := range all {
			g[absent] += share(e.candidates, w)
			if e.right < 0 {
				g[absent]--
			}
			for i, c := range e.candidates {
				d := c.chance
				if i == e.right {
					d--
				}
				for k, x := range c.vector {
					g[k] += d * x
				}
			}
		}
		for k := range w {
			w[k] -= 0.3 * (g[k]/float64(len(all)) + 0.004*w[k])
		}
	}
	return w
}

var featureNames = [featureCount]string{
	"sameSentence", "previousSentence", "secondBack", "farther", "sameParagraph", "isObject", "lastSpeaker",
	"lastSpeakerFar", "frequency", "genderUnknown",
	"subjectLast", "opensLast", "saidInSentence", "nearest", "coordinate", "fresh", "tagSpeaker",
	"tagSubject", "speakerBack", "voice", "unnamed", "inContent", "absent",
}

func marksIn(t testing.TB, path string) map[string][]mark {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string][]mark{}
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var m mark
		if err := json.Unmarshal(sc.Bytes(), &m); err != nil {
			t.Fatal(err)
		}
		out[m.File] = append(out[m.File], m)
	}
	return out
}
