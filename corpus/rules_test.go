package corpus

import (
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"hash"
	"os"
	"strings"
	"testing"

	"rapporteur/corpus/article"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text/near"
	"rapporteur/corpus/text/term"
)

var update = flag.Bool("update", false, "rewrite testdata/rules.txt, once a number in it is raised")

// TestRulesAreNumbered fails where rules make something else of the sample than when
// their number was last raised: stores would keep what the old ones made.
func TestRulesAreNumbered(t *testing.T) {
	const file = "testdata/rules.txt"
	raw, err := os.ReadFile(file)
	if err != nil && !*update {
		t.Fatal(err)
	}
	was := strings.Split(strings.TrimSpace(string(raw)), "\n")
	var all []string
	entries := readings(t)
	for i, rules := range []struct {
		name   string
		number int
		say    func(hash.Hash, store.Entry) error
	}{
		{"corpus.Rules", Rules, sayFacts},
		{"term.Rules", term.Rules, sayTerms},
	} {
		made := sha256.New()
		for _, e := range entries {
			if err := rules.say(made, e); err != nil {
				t.Fatal(err)
			}
		}
		now := fmt.Sprintf("%s %d makes of the sample %x", rules.name, rules.number, made.Sum(nil))
		all = append(all, now)
		if i >= len(was) || now == was[i] {
			continue
		}
		var number int
		if _, err := fmt.Sscanf(was[i], rules.name+" %d", &number); err == nil && rules.number <= number {
			t.Errorf("%s makes something else of the sample now: raise it above %d, and run this test with -update",
				rules.name, number)
		} else if !*update {
			t.Errorf("%s has been raised: run this test with -update", rules.name)
		}
	}
	if *update && !t.Failed() {
		if err := os.WriteFile(file, []byte(strings.Join(all, "\n")+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// sayFacts tells what was read, without the chances, in whose last digits processors may
// differ.
func sayFacts(to hash.Hash, e store.Entry) error {
	for i := range e.Statements {
		e.Statements[i].Confidence, e.Statements[i].Speaker.Confidence = 0, 0
	}
	e.Rules, e.Article = 0, article.Article{Published: e.Article.Published, Dated: e.Article.Dated}
	return json.NewEncoder(to).Encode(e)
}

// sayTerms tells the keys and the sketches of the sentences.
func sayTerms(to hash.Hash, e store.Entry) error {
	for _, s := range e.Sentences {
		words := e.Article.At(s.Span)
		for _, t := range term.Split(words) {
			fmt.Fprintln(to, t.Key)
		}
		fmt.Fprintln(to, near.Read(words).Sketch())
	}
	return nil
}
