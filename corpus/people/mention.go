package people

import (
	"strings"
	"unicode/utf8"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
	"rapporteur/corpus/text/english"
)

// A Mention is a place where an article names a person or body, or speaks of an unnamed source.
type Mention struct {
	span.Span        // the name without titles; of an unnamed source, the whole phrase
	Sentence  int    // index of the sentence
	Name      string // as printed, white space evened out; "" where Kind is Unnamed
	Kind      Kind
	Gender    Gender    // by title or given name
	Role      string    // the office or description printed with the name, or ""
	RoleSpan  span.Span // where the role stands: before the name or after it
	Place     bool      // a country or city: a speaker only where it is the source
	Weak      bool      // one capitalised word, a name only on other evidence; or a place that may be a person of its name
	Quoted    bool      // inside quotation marks
	Title     bool      // in the article's title

	opens bool // it opens a sentence, so that its capital says nothing
}

// Mentions finds who is named in an article, in the order of the text. It is made for speed and silence: a
// capitalised run becomes a person only by a title, a known given name, or its look; months, nationalities, things
// and the words of a headline do not. A surname alone is a mention where the article prints the full name anywhere,
// and otherwise a weak one.
func Mentions(doc *text.Document) []Mention {
	f := finder{doc: doc, gazetteer: lists(), quoted: Quotations(doc), storms: map[string]bool{}, firms: map[string]bool{},
		saints: map[string]bool{}}
	for i, s := range doc.Sentences {
		if s.Span.Empty() || s.Start < 0 || s.End > len(doc.Text) {
			continue
		}
		f.words = split(doc.Text, s.Span, f.gazetteer)
		f.sentence = i
		f.find()
	}
	return f.settle()
}

// finder finds the mentions of one article, a sentence at a time.
type finder struct {
	*gazetteer
	doc      *text.Document
	quoted   []span.Span
	sentence int
	words    []word // of the sentence at hand
	found    []Mention
	singles  []Mention       // lone capitalised words, judged when the article is read
	storms   map[string]bool // by the folded names
	saints   map[string]bool // surnames such as "st clair" that a full name has ended with
	firms    map[string]bool // companies of one name, as "Dolna-based" before it tells
}

// find reads the sentence at hand.
func (f *finder) find() {
	headline := f.headline()
	for i := 0; i < len(f.words); {
		w := f.words[i]
		if !w.upper || english.Determiners.Has(w.fold) || w.first && english.UnnamedCrowds.Has(w.fold) {
			i = max(f.unnamed(i), i+1)
			continue
		}
		end := f.run(i)
		f.readRun(i, end, headline)
		i = end
	}
}

// headline reports whether the sentence is set in capitals, so that they tell nothing.
func (f *finder) headline() bool {
	if f.doc.Sentences[f.sentence].Title {
		return true
	}
	upper := 0
	for _, w := range f.words {
		if w.upper {
			upper++
		} else if w.Len() > 2 && !english.FunctionWords.Has(w.fold) && !english.NameJoiners.Has(w.fold) {
			return false
		}
	}
	return upper >= 5
}

// run is the end of the longest run of names, titles and joining words that begins with the capitalised word i.
func (f *finder) run(i int) int {
	end := i + 1
	for end < len(f.words) {
		prev, w := f.words[end-1], f.words[end]
		if n := f.nickname(end); n > 0 {
			end += n
			continue
		}
		if prev.owner || !prev.touches() && !quoteOnly(prev.next) && !(strings.TrimSpace(prev.next) == "&") {
			break
		}
		if w.upper && (english.Calendar.Has(w.fold) && f.given[w.fold] == "" ||
			w.fold == "the" && !english.NameJoiners.Has(prev.fold)) {
			break // "Photograph: Reuters The White House"
		}
		if w.upper {
			end++
			continue
		}
		n := f.joining(end)
		if n == 0 {
			break
		}
		end += n
	}
	return end
}

// nickname is how many words from i on are a nickname in quotation marks inside a name, at most four: Robert "Bobby
// Boy" Vale.
func (f *finder) nickname(i int) int {
	if i == 0 || !f.words[i-1].upper || f.words[i-1].owner || !quoteOnly(f.words[i-1].next) {
		return 0
	}
	for k := i; k+1 < len(f.words) && k < i+4; k++ {
		if quoteOnly(f.words[k].next) && f.words[i].upper && f.words[k+1].upper {
			return k + 1 - i
		}
		if !f.words[k].touches() {
			return 0
		}
	}
	return 0
}

// quoteOnly reports whether a gap holds one quotation mark and white space.
func quoteOnly(gap string) bool {
	mark := strings.TrimSpace(gap)
	return mark != gap && (mark == "\"" || mark == "“" || mark == "”" || mark == "‘" || mark == "’" || mark == "'")
}

// joining is how many small words from i on join the capitals on both sides.
func (f *finder) joining(i int) int {
	n := 0
	for i+n < len(f.words) && n < 2 && f.words[i+n].touches() && (english.NameJoiners.Has(f.words[i+n].fold) ||
		n == 0 && f.words[i].fold == "to" && f.described(i-1)) {
		n++
		if i+n < len(f.words) && f.words[i+n].upper {
			if english.Calendar.Has(f.words[i+n].fold) {
				return 0
			}
			return n
		}
	}
	return 0
}

// add files a mention of the words from i to end.
func (f *finder) add(m Mention, i, end int) {
	m.Span = span.Span{Start: f.words[i].Start, End: f.words[end-1].End}
	m.Sentence, m.Title, m.Quoted = f.sentence, f.doc.Sentences[f.sentence].Title, f.inQuotes(m.Start)
	m.Name = trimStop(strings.Join(strings.Fields(m.Of(f.doc.Text)), " "))
	if m.Kind == Human && (end-i > 1 && f.capitals(i, end) || end-i == 1 && !f.words[i].lower && i > 0 &&
		f.titles[f.words[i-1].fold].honorific) {
		m.Name = recased(m.Name) // "VERA HOLM", "MR. VOSS"
	}
	for k := i + 1; k+1 < end; k++ {
		if f.words[k].fold == "st" {
			f.saints[f.folded(k, end)] = true
		}
	}
	if m.Weak {
		f.singles = append(f.singles, m)
		return
	}
	f.found = append(f.found, m)
}

// recased is a name in capitals as it is printed elsewhere: "Vera Holm" of "VERA HOLM".
func recased(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		first, n := utf8.DecodeRuneInString(w)
		words[i] = string(first) + strings.ToLower(w[n:])
	}
	return strings.Join(words, " ")
}

// trimStop drops the full stop that ends a sentence, not one of "Jr." or "U.S.".
func trimStop(name string) string {
	stem, ok := strings.CutSuffix(name, ".")
	if !ok || strings.HasSuffix(stem, "Jr") || strings.HasSuffix(stem, "Sr") ||
		strings.Contains(stem, ".") && !strings.Contains(stem, " ") {
		return name
	}
	return stem
}
