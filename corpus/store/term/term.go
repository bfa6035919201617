// Package term divides words into the terms by which the corpus is searched. The
// store indexes sentences by them and the desk compares phrases by them, so that
// both agree on what counts as the same word: marks lost or kept, accents,
// inflection (Porter's second English stemmer) and British or American spelling
// make no difference.
package term

import (
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"golang.org/x/text/unicode/norm"

	"rapporteur/corpus/span"
)

// Rules is a number that rises with every change of some word's Key: what is kept under
// keys made by lower rules must be made anew.
const Rules = 2

// A Term is one word of a text and what it is searched by.
type Term struct {
	span.Span        // bytes of the text
	Word      string // lower case, without accents and apostrophes
	Key       string // Word's stem in one spelling: letters and digits only
}

// longest is how many bytes of a word count; a longer "word" is a web address or
// not language at all.
const longest = 48

// Split finds the terms of s in order. Hyphens divide; apostrophes do not, but a
// possessive "'s" is dropped, so "Kyiv's" and "Kyivs" have one key.
func Split(s string) []Term { return split(s, stem) }

// A Memo divides words as Split does and remembers stems, which are nearly all of
// the cost. The zero Memo is ready; it is safe for use by several goroutines.
type Memo struct {
	stems sync.Map
	size  atomic.Int32
}

// mostStems bounds a Memo at some 10 MB; the words of English news that matter are
// among the first that are met.
const mostStems = 1 << 16

// Split finds the terms of s in order.
func (m *Memo) Split(s string) []Term { return split(s, m.stem) }

func (m *Memo) stem(word string) string {
	if key, ok := m.stems.Load(word); ok {
		return key.(string)
	}
	key := stem(word)
	if m.size.Load() < mostStems {
		m.size.Add(1)
		m.stems.Store(word, key)
	}
	return key
}

func split(s string, stem func(string) string) []Term {
	out := make([]Term, 0, len(s)/6+1)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isWord(r) {
			i += n
			continue
		}
		end := wordEnd(s, i)
		if t, ok := of(s, i, end, stem); ok {
			out = append(out, t)
		}
		i = end
	}
	return out
}

// Keys is the keys of Split(s) that are not Common, each once, in order.
func Keys(s string) []string {
	var out []string
	seen := make(map[string]bool)
	for _, t := range Split(s) {
		if !Common(t.Word) && !seen[t.Key] {
			seen[t.Key] = true
			out = append(out, t.Key)
		}
	}
	return out
}

func of(s string, start, end int, stem func(string) string) (Term, bool) {
	word := fold(s[start:end])
	if word == "" {
		return Term{}, false
	}
	return Term{Span: span.Span{Start: start, End: end}, Word: word, Key: stem(word)}, true
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' }

// wordEnd is where the word that begins at i ends: apostrophes between letters,
// marks between digits ("100,000") and the full stops of "U.S." belong to it.
func wordEnd(s string, i int) int {
	var prev rune
	start := i
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		after, _ := utf8.DecodeRuneInString(s[i+n:])
		switch {
		case isWord(r):
		case isApostrophe(r) && unicode.IsLetter(prev) && unicode.IsLetter(after):
		case (r == ',' || r == '.') && unicode.IsDigit(prev) && unicode.IsDigit(after):
		case r == '.' && unicode.IsUpper(prev) && unicode.IsUpper(after) && isInitial(s, start, i):
		default:
			return i
		}
		prev = r
		i += n
	}
	return i
}

// isInitial reports whether the letter before i stands alone or after a full stop.
func isInitial(s string, start, i int) bool {
	_, n := utf8.DecodeLastRuneInString(s[start:i])
	return i-n == start || s[i-n-1] == '.'
}

// fold is the word in lower case without accents, apostrophes and other marks.
func fold(raw string) string {
	if k := strings.LastIndexFunc(raw, isApostrophe); k > 0 && strings.EqualFold(strings.TrimLeftFunc(raw[k:], isApostrophe), "s") {
		raw = raw[:k]
	}
	if isASCII(raw) && !strings.ContainsFunc(raw, func(r rune) bool { return !isWord(r) }) {
		return strings.ToLower(raw[:min(len(raw), longest)])
	}
	raw = norm.NFKD.String(raw)
	var b strings.Builder
	for _, r := range raw {
		switch r = unicode.ToLower(r); {
		case unicode.IsMark(r):
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteString(plain(r))
		}
		if b.Len() >= longest {
			break
		}
	}
	return b.String()
}

// plain spells the letters that decomposition leaves whole.
func plain(r rune) string {
	switch r {
	case 'ł':
		return "l"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ı':
		return "i"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	}
	return string(r)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// stem is the key of a folded word.
func stem(word string) string {
	word = base(word)
	if len(word) < 4 || !isASCII(word) {
		return word
	}
	return english.Stem(american(word), false)
}

// american respells the endings in which British and American words differ. Words
// that merely look alike ("four" has too few letters, "devour" has not) are
// respelt as well; since every word is, only a collision could do harm.
func american(w string) string {
	w = strings.Replace(w, "oeuv", "euv", 1)
	for _, e := range endings {
		if len(w) >= len(e.british)+3 && strings.HasSuffix(w, e.british) {
			return w[:len(w)-len(e.british)] + e.american
		}
	}
	return w
}

// endings pairs British with American ones.
var endings = []struct{ british, american string }{
	{"euvre", "euver"}, {"euvres", "euvers"}, {"ogramme", "ogram"}, {"ogrammes", "ograms"},
	{"isation", "ization"}, {"isations", "izations"}, {"ise", "ize"}, {"ised", "ized"}, {"ises", "izes"}, {"ising", "izing"},
	{"yse", "yze"}, {"ysed", "yzed"}, {"ysing", "yzing"},
	{"our", "or"}, {"ours", "ors"}, {"oured", "ored"}, {"ouring", "oring"}, {"ourable", "orable"},
	{"ence", "ense"}, {"ences", "enses"}, {"entre", "enter"}, {"entres", "enters"},
	{"elled", "eled"}, {"elling", "eling"}, {"eller", "eler"},
}

// Valid reports whether key could be the Key of some term.
func Valid(key string) bool {
	if key == "" {
		return false
	}
	for _, r := range key {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) || r == utf8.RuneError {
			return false
		}
	}
	return true
}
