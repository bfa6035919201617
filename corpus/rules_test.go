package corpus

import (
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"testing"

	"rapporteur/corpus/article"
)

var update = flag.Bool("update", false, "rewrite testdata/rules.txt, once Rules is raised")

// TestRulesAreNumbered fails where the sample is read otherwise than when Rules was last
// raised: stores would keep the old reading. Chances are left out, since processors may
// differ in their last digits.
func TestRulesAreNumbered(t *testing.T) {
	const file = "testdata/rules.txt"
	hash := sha256.New()
	for _, e := range readings(t) {
		for i := range e.Statements {
			e.Statements[i].Confidence, e.Statements[i].Speaker.Confidence = 0, 0
		}
		e.Rules, e.Article = 0, article.Article{Published: e.Article.Published, Dated: e.Article.Dated}
		facts, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		hash.Write(facts)
	}
	now := reading{Rules, fmt.Sprintf("%x", hash.Sum(nil))}
	var was reading
	if raw, err := os.ReadFile(file); err == nil {
		if _, err := fmt.Sscanf(string(raw), form, &was.rules, &was.sample); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
	}
	switch {
	case now == was:
	case now.rules <= was.rules:
		t.Errorf("rules %d read the sample otherwise now: raise Rules in read.go, and run this test with -update", was.rules)
	case *update:
		if err := os.WriteFile(file, fmt.Appendf(nil, form, now.rules, now.sample), 0o600); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("Rules is %d, and %s has %d: run this test with -update", now.rules, file, was.rules)
	}
}

// A reading is what rules make of the sample, as a hash.
type reading struct {
	rules  int
	sample string
}

const form = "rules %d\nsample %s\n"
