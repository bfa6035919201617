package story

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/text/english"
)

// A lexicon numbers the words of the material, so that everything after it compares integers.
type lexicon struct {
	ids   map[string]int32
	words []word
	buf   []byte
	small bool // the word in buf began with a lower-case letter
}

// A word is one form in lower case; inflections share a stem.
type word struct {
	text  string
	stem  int32 // number of the stem, in the same numbering
	stop  bool  // a function word, which says nothing about the subject
	small bool  // it occurs in lower case, so it is no name
}

func newLexicon() *lexicon { return &lexicon{ids: make(map[string]int32, 1<<13)} }

// id numbers a lower-case word, which may be the lexicon's own buffer.
func (l *lexicon) id(w []byte) int32 {
	if id, ok := l.ids[string(w)]; ok {
		return id
	}
	s := string(w)
	id := int32(len(l.words))
	l.ids[s] = id
	l.words = append(l.words, word{text: s, stem: id, stop: english.RankingStopWords.Has(s) || len(s) < 2})
	if st := english.LightStem(s); st != s {
		n := l.id([]byte(st))
		l.words[id].stem = n
	}
	return id
}

// read numbers the words of a text: runs of letters and digits.
func (l *lexicon) read(text string, into []int32) []int32 {
	l.buf = l.buf[:0]
	for i := 0; i < len(text); {
		c := text[i]
		n := 1
		switch {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			l.small = l.small || len(l.buf) == 0 && c >= 'a'
			l.buf = append(l.buf, c)
		case 'A' <= c && c <= 'Z':
			l.buf = append(l.buf, c+'a'-'A')
		case c < utf8.RuneSelf:
			into = l.flush(into)
		default:
			var r rune
			r, n = utf8.DecodeRuneInString(text[i:])
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				l.buf = utf8.AppendRune(l.buf, unicode.ToLower(r))
			} else {
				into = l.flush(into)
			}
		}
		i += n
	}
	return l.flush(into)
}

func (l *lexicon) flush(into []int32) []int32 {
	if len(l.buf) > 0 {
		id := l.id(l.buf)
		if l.small {
			l.words[id].small, l.small = true, false
		}
		into = append(into, id)
		l.buf = l.buf[:0]
	}
	return into
}

func (l *lexicon) ordinary(low string) bool {
	id, ok := l.ids[low]
	return ok && l.words[id].small
}

func contains(t string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(t, p) })
}

func hasPrefix(t string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return strings.HasPrefix(t, p) })
}
