package briefing

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"rapporteur/briefing/phrase"
	"rapporteur/corpus/attribution"
	"rapporteur/corpus/span"
	"rapporteur/corpus/store"
	"rapporteur/corpus/text"
	"rapporteur/corpus/text/term"
)

// The least fit of an answer, chosen for precision on questions about annotated news (testdata/who.txt has the
// figures): below leastFit, half of the statements found are other ones on the subject.
const (
	leastFit  = 0.62
	leastHint = 0.4  // of a "did you mean"
	spread    = 0.15 // how far other answers may be below the best
	mostHints = 3
)

// Who finds who said a phrase, half-remembered or whole. A phrase that nobody said has no answers.
func (d *Desk) Who(ctx context.Context, q WhoQuestion) (WhoAnswer, error) {
	ans := WhoAnswer{Phrase: q.Phrase, Answers: []Statement{}, DidYouMean: []string{}}
	if strings.TrimSpace(q.Phrase) == "" {
		return ans, &InputError{Option: "said", Problem: "type a few of the words, such as: we are open to talks"}
	}
	var err error
	if ans.Coverage, err = d.Coverage(ctx, q.Asker); err != nil {
		return ans, err
	}
	var good, all []hit
	for _, part := range searchParts(q.Phrase) {
		hits, err := d.findStatements(ctx, q.as(), part)
		if err != nil {
			return ans, fmt.Errorf("who said a phrase: %w", err)
		}
		good, all = append(good, goodHits(hits)...), append(all, hits...)
	}
	ans.Answers = groupHits(dedupe(good), d.limit)
	if len(ans.Answers) == 0 {
		ans.DidYouMean = suggestions(all)
	}
	return ans, nil
}

// A phrase of more words than longPhrase is a message that has someone's words in it. Its
// quotations are searched for, else its sentences: at most mostParts of at least shortPart words.
const (
	longPhrase = 40
	shortPart  = 5
	mostParts  = 8
)

func searchParts(phrase string) []string {
	if len(strings.Fields(phrase)) <= longPhrase {
		return []string{phrase}
	}
	var out []string
	take := func(s string) {
		if len(out) < mostParts && len(strings.Fields(s)) >= shortPart {
			out = append(out, s)
		}
	}
	for _, m := range regexpQuoted.FindAllStringSubmatch(phrase, -1) {
		take(m[1])
	}
	for line := range strings.Lines(phrase) {
		if len(out) > 0 && strings.ContainsAny(phrase, "\"“„«") {
			break
		}
		for _, s := range text.Sentences(line, span.Span{End: len(line)}) {
			take(s.Of(line))
		}
	}
	if len(out) == 0 {
		return []string{phrase}
	}
	return out
}

func dedupe(hits []hit) []hit {
	type place struct {
		seq      int64
		at, said span.Span
	}
	seen := make(map[place]bool)
	return slices.DeleteFunc(hits, func(h hit) bool {
		p := place{h.Seq, h.Within.Span, h.contentSpan()}
		again := seen[p]
		seen[p] = true
		return again
	})
}

// mostPlain is how many of the newest statements are read for a phrase of common words alone.
const mostPlain = 2000

// findStatements finds statements that a phrase may mean, the best first.
func (d *Desk) findStatements(ctx context.Context, as store.Collection, s string) ([]hit, error) {
	a, err := d.parseTerms(ctx, as, s)
	if err != nil {
		return nil, err
	}
	at, err := d.bestPlaces(ctx, as, a)
	if err != nil || len(at) == 0 && len(a.terms) > 0 {
		return nil, err
	}
	query := store.StatementQuery{At: at}
	if len(a.terms) == 0 {
		query.Limit = mostPlain // "it is ours": no word to search by, so the newest statements are read
	}
	told, err := d.store.Statements(ctx, as, query)
	if err != nil {
		return nil, err
	}
	hits := make([]hit, 0, len(told))
	for _, t := range told {
		if h := d.newHit(t); !h.Within.Boilerplate {
			a.score(&h, d.termsIn(t.Article.Text, t.Within.Span))
			hits = append(hits, h)
		}
	}
	if err := d.demoteContradictions(ctx, as, a, hits); err != nil {
		return nil, err
	}
	slices.SortStableFunc(hits, func(x, y hit) int {
		return cmp.Or(
			-cmp.Compare(x.bucket(), y.bucket()),
			cmp.Compare(basisRank(x.Speaker.Basis), basisRank(y.Speaker.Basis)),
			-compareBool(x.Speech, y.Speech),
			-cmp.Compare(x.score, y.score),
		)
	})
	return hits, nil
}

// bucket makes fits equal that differ by less than a twentieth: a named speaker comes before an unnamed one.
func (h hit) bucket() int { return int(h.score * 20) }

// contextWeight is how much words around the content count, which members remember as part of it.
const contextWeight = 0.6

// score scores a hit by its content and by the sentence around it.
func (a termQuery) score(h *hit, sentence []term.Term) {
	h.fit = a.phrase.In(h.words)
	h.score = h.fit.Score()
	whole := a.phrase.In(sentence)
	if whole.Score() > h.score && h.fit.Cover >= leastFit/2 {
		h.score += contextWeight * (whole.Score() - h.score)
	}
	if a.byChance(h.fit) {
		h.score = min(h.score, leastFit/2)
	}
}

// byChance reports whether a sentence may have the words by chance: one in three corpora of this
// size would have such a sentence. One word, or common words, only fit as a whole.
func (a termQuery) byChance(f phrase.Fit) bool {
	if f.Words > 1 && f.Info >= math.Log(float64(a.sentences))+1 {
		return false
	}
	return f.Cover < 0.95 || f.Order < 0.95
}

func goodHits(hits []hit) []hit {
	best := 0.0
	for _, h := range hits {
		best = max(best, h.score)
	}
	weak := func(h hit) bool { return h.score < max(leastFit, best-spread) }
	return innermost(slices.DeleteFunc(slices.Clone(hits), weak))
}

const nested = 0.1 // how much worse a statement inside another may fit and still be the one meant

// innermost removes statements around a statement: in "Holt said that Marsk denied it", Marsk is the one who denies.
func innermost(hits []hit) []hit {
	return slices.DeleteFunc(slices.Clone(hits), func(h hit) bool {
		return slices.ContainsFunc(hits, func(o hit) bool {
			return o.Seq == h.Seq && o.contentSpan() != h.contentSpan() && h.holds(o.contentSpan()) && o.score >= h.score-nested
		})
	})
}

// holds reports whether one piece of the content includes all of s.
func (h hit) holds(s span.Span) bool {
	return slices.ContainsFunc(h.Content, func(c span.Span) bool { return c.Holds(s) })
}

// suggestions is the quotations nearest to the phrase.
func suggestions(hits []hit) []string {
	out := []string{}
	for _, h := range hits {
		if h.score < leastHint || len(out) == mostHints || h.Speaker.Basis == attribution.Unattributed {
			continue
		}
		if q := h.quote(); !slices.Contains(out, q) {
			out = append(out, q)
		}
	}
	return out
}
