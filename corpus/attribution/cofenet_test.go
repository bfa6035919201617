package attribution

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/corpus/attribution/polnear"
	"rapporteur/corpus/attribution/tagger"
	"rapporteur/corpus/span"
	"rapporteur/corpus/testenv"
)

// A tokenised is a paragraph as CofeNet has it: a label for each word.
type tokenised struct {
	Tokens []string
	Labels []string // O, or B- or I- and source, cue or content
}

// TestCofeNet counts exact parts on the tokenised paragraphs that Wang et al.
// (COLING 2022) use, to compare with the figures they publish for their test set.
func TestCofeNet(t *testing.T) {
	f, err := os.Open(testenv.Shared(t, "eval", "polnear", "cofe-valid.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	x := extractor(t)
	tallies := map[string]*tally{"source": {}, "cue": {}, "content": {}}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var p tokenised
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		body, gold := p.parts()
		passage := tagger.Passages(body, []span.Span{{Start: 0, End: len(body)}}, false, true)[0]
		for _, part := range x.tagger.Tag(&passage) {
			kind := "cue"
			switch {
			case part.Kind.Source():
				kind = "source"
			case part.Kind.Content():
				kind = "content"
			}
			words := passage.Words
			at := polnear.Trim(body, span.Span{Start: words[part.First].Start, End: words[part.Last].End})
			tallies[kind].Found++
			if gold[kind][at] {
				tallies[kind].Right++
			}
		}
		for kind, set := range gold {
			tallies[kind].Gold += len(set)
		}
	}
	got := fmt.Sprintf("CofeNet's PolNeAR dev, exact parts\nsource   %v\ncue      %v\ncontent  %v\n",
		tallies["source"], tallies["cue"], tallies["content"])
	golden(t, filepath.Join("testdata", "cofenet.txt"), got)
}

// parts is the paragraph's text and its gold parts, trimmed, by kind.
func (p tokenised) parts() (body string, gold map[string]map[span.Span]bool) {
	gold = map[string]map[span.Span]bool{"source": {}, "cue": {}, "content": {}}
	var b strings.Builder
	var open span.Span
	kind := ""
	type part struct {
		kind string
		at   span.Span
	}
	var all []part
	for i, token := range p.Tokens {
		place, k, _ := strings.Cut(p.Labels[i], "-")
		if place != "I" && kind != "" {
			all = append(all, part{kind, open})
			kind = ""
		}
		if place == "B" {
			kind, open = k, span.Span{Start: b.Len()}
		}
		b.WriteString(token)
		open.End = b.Len()
		b.WriteByte(' ')
	}
	if kind != "" {
		all = append(all, part{kind, open})
	}
	body = b.String()
	for _, a := range all {
		if at := polnear.Trim(body, a.at); !at.Empty() {
			gold[a.kind][at] = true
		}
	}
	return body, gold
}
