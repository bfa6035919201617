// Package term divides text into the terms by which the corpus is searched. The store indexes sentences by them and
// the desk compares phrases by them, so that both agree on what counts as the same word: lost apostrophes, accents,
// inflection and British or American spelling make no difference.
package term

import (
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
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

// Split finds the terms of s in order. Hyphens divide; apostrophes do not, but a
// possessive "'s" is dropped, so "Kyiv's" and "Kyivs" have one key.
func Split(s string) []Term { return split(s, english.Stem) }

// A Memo divides words as Split does and remembers stems, which are nearly all of
// the cost. The zero Memo is ready; it is safe for use by several goroutines.
type Memo struct {
	stems sync.Map
	size  atomic.Int32
}

// mostStems bounds a Memo at some 10 MB; the words of English news that matter are among the first that are met.
const mostStems = 1 << 16

// Split finds the terms of s in order.
func (m *Memo) Split(s string) []Term { return split(s, m.stem) }

func (m *Memo) stem(word string) string {
	if key, ok := m.stems.Load(word); ok {
		return key.(string)
	}
	key := english.Stem(word)
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
		if word := english.FoldWord(s[i:end]); word != "" {
			out = append(out, Term{Span: span.Span{Start: i, End: end}, Word: word, Key: stem(word)})
		}
		i = end
	}
	return out
}

// Common reports whether a folded word is so frequent in any English text that it says
// nothing about which sentence is meant.
func Common(word string) bool { return english.SearchStopWords.Has(word) }

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

// Valid reports whether key could be the Key of some term.
func Valid(key string) bool {
	bad := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) || r == utf8.RuneError }
	return key != "" && !strings.ContainsFunc(key, bad)
}
