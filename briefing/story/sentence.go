package story

import (
	"slices"

	"rapporteur/briefing/reprint"
	"rapporteur/corpus/article"
	"rapporteur/corpus/civil"
	"rapporteur/corpus/span"
	"rapporteur/corpus/when"
)

// A sentence is one sentence of the material with what the measures need.
type sentence struct {
	article *Article
	at      int // index of the article in Material.Articles, then in Around
	line    int // index in the article's Sentences
	place   int // how many sentences of its article come before it
	span    span.Span
	judged  bool   // standing is known
	stands  bool   // it can be read alone; see standing
	head    bool   // a title without a full stop
	text    string // at the span
	words   []int32
	vec     vector
	dates   []when.Date
}

// Bounds of what is read. A live page of 500 sentences is no more of a story than a report of 30.
const (
	mostSentences = 60 // of an article that may be shown
	mostAround    = 25 // of an article for comparison
	fewestWords   = 5
	mostTold      = 4000 // sentences of all articles, so that a year takes seconds
	fewestTold    = 5    // of each article, however many there are
)

// A reading is the material in numbers.
type reading struct {
	from, to    civil.Day
	lex         *lexicon
	told        []*sentence // of the articles that may be shown
	around      []*sentence
	articles    int              // how many may be shown
	printed     []int            // the number of the text that each of them prints
	tellerNames []string         // who publishes each of them
	like        map[int]likeness // cached, by sentence
	ownPosts    [][]weight
	elsewhere   []bool // of each, that it is mostly about another day
}

func read(m Material) *reading {
	r := &reading{from: m.From, to: m.To, lex: newLexicon(), articles: len(m.Articles)}
	most := min(mostSentences, max(fewestTold, mostTold/max(1, len(m.Articles))))
	var articles []*article.Article
	for _, a := range m.Articles {
		articles = append(articles, a.Article)
	}
	r.printed = reprint.Texts(articles)
	for i := range m.Articles {
		r.tellerNames = append(r.tellerNames, reprint.Publisher(articles[i]))
		r.told = r.sentences(r.told, &m.Articles[i], i, most)
	}
	for i := range m.Around {
		r.around = r.sentences(r.around, &m.Around[i], len(m.Articles)+i, mostAround)
	}
	r.vectorise()
	r.findElsewhere()
	return r
}

// sentences appends the sentences of an article that say something.
func (r *reading) sentences(to []*sentence, a *Article, index, most int) []*sentence {
	place := 0
	for i, s := range a.Sentences {
		if place == most {
			break
		}
		if s.Title || s.Boilerplate || s.Dateline {
			continue
		}
		before := len(to)
		for _, p := range pieces(a.Text, s.Span) {
			text := p.span.Of(a.Text)
			if words := r.lex.read(text, nil); len(words) >= fewestWords {
				to = append(to, &sentence{
					article: a, at: index, span: p.span, line: i, place: place, head: p.head,
					text: text, words: words, dates: a.datesIn(p.span),
				})
			}
		}
		if len(to) > before {
			place++
		}
	}
	return to
}

// vectorise weighs the words of each sentence by how few sentences have them.
func (r *reading) vectorise() {
	df, seen := make([]int32, len(r.lex.words)), make([]int32, len(r.lex.words))
	all := slices.Concat(r.told, r.around)
	for i, s := range all {
		for _, w := range s.words {
			if stem := r.lex.words[w].stem; !r.lex.words[w].stop && seen[stem] != int32(i+1) {
				seen[stem] = int32(i + 1)
				df[stem]++
			}
		}
	}
	for _, s := range all {
		s.vec = weigh(r.lex, s.words, df, float64(len(all)))
	}
}

// about reports whether the topic allows the sentence.
func (s *sentence) about() bool {
	if s.article.About == nil {
		return true
	}
	_, found := slices.BinarySearch(s.article.About, s.line)
	return found
}

// planned reports whether the sentence is only about what comes after day.
func (s *sentence) planned(day civil.Day) bool {
	now := func(d when.Date) bool { return !d.Planned || !d.From.After(day) }
	return len(s.dates) > 0 && !slices.ContainsFunc(s.dates, now)
}

// afterwards reports whether a newspaper of the next day writes about its own day or a later one here: by the
// sentence's dates or, when they are not of the edition's days, by those of most of its article.
func (r *reading) afterwards(s *sentence) bool {
	if !s.article.Published.After(r.to) || r.on(s) {
		return false
	}
	return r.elsewhere[s.at] || r.later(s)
}

// background reports whether the sentence is only about long ago.
func (r *reading) background(s *sentence) bool {
	return !r.on(s) && len(s.dates) > 0 && !s.dated(func(d when.Interval) bool { return !d.To.Before(r.from.Add(-30)) })
}

// longAgo reports whether the sentence has a day or week of long ago, unlike "since 2021", and no later one.
func (r *reading) longAgo(s *sentence) bool { return r.background(s) && s.dated(week) }

// findElsewhere finds the articles with more sentences about their own later day than about the edition's days.
func (r *reading) findElsewhere() {
	balance := make([]int, r.articles)
	for _, s := range r.told {
		if !s.article.Published.After(r.to) {
			continue
		}
		if r.on(s) {
			balance[s.at]--
		}
		own := func(d when.Interval) bool { return d.Days() <= 2 && d.From.After(r.to) && d.Holds(s.article.Published) }
		if s.dated(own) {
			balance[s.at]++
		}
	}
	r.elsewhere = make([]bool, r.articles)
	for at, n := range balance {
		r.elsewhere[at] = n > 0
	}
}
