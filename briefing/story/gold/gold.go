// Package gold reads editors' timelines (Tran et al. 2013) and scores editions by them, as score_digests.py does: the
// ROUGE-1 and ROUGE-2 F1 (Lin 2004) of an edition cut at the length of the editors' text. Tests and training share it.
package gold

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"rapporteur/briefing/story"
	"rapporteur/corpus/article"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/text"
	"rapporteur/corpus/when"
)

// A Line is what one editor wrote about one day.
type Line struct {
	On        civil.Day `json:"on"`
	Reference []string  `json:"reference"`
}

// Words are those of the reference.
func (l Line) Words() []string { return Words(strings.Join(l.Reference, " ")) }

// A Topic is the articles about one topic and the timelines of it.
type Topic struct {
	Name  string
	Lines []Line // of days with articles on that day or the next
	days  map[civil.Day][]story.Article
}

// Load reads a folder with articles.jsonl and gold.jsonl.
func Load(ctx context.Context, dir string) (*Topic, error) {
	t := &Topic{Name: filepath.Base(dir), days: map[civil.Day][]story.Article{}}
	for a, err := range article.Walk(ctx, []string{filepath.Join(dir, "articles.jsonl")}) {
		if err != nil {
			return nil, fmt.Errorf("read topic %s: %w", t.Name, err)
		}
		doc := text.Split(&a)
		t.days[a.Published] = append(t.days[a.Published], story.Article{
			Article: &a, Sentences: doc.Sentences, Dates: when.Find(doc, a.Published)})
	}
	f, err := os.Open(filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		return nil, fmt.Errorf("read topic %s: %w", t.Name, err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var l Line
		if err := json.Unmarshal(in.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("read a line of %s: %w", f.Name(), err)
		}
		if len(t.days[l.On])+len(t.days[l.On.Add(1)]) > 0 {
			t.Lines = append(t.Lines, l)
		}
	}
	return t, in.Err()
}

// Material is what an edition about a day is made from: that day's articles and the next day's.
func (t *Topic) Material(on civil.Day) story.Material {
	m := story.Material{From: on, To: on}
	for k := -story.Before; k < 0; k++ {
		m.Around = append(m.Around, t.days[on.Add(k)]...)
	}
	for k := range story.After + 1 {
		m.Articles = append(m.Articles, t.days[on.Add(k)]...)
	}
	return m
}
