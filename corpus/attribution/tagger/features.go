package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/text/english"
)

// A Group is one kind of feature; a word has one value of each.
type Group int

// The groups of features. Those before firstContextual depend on the word alone.
const (
	GroupWord   Group = iota // the words seen most in training
	GroupSuffix              // hash of the last three bytes
	GroupShape               // capitals, digits, marks
	GroupCue                 // how often the word is part of a cue
	firstContextual
	GroupStrongLeft  = iota - 1 // words since the nearest frequent cue word
	GroupStrongRight            // words until the nearest
	GroupWeakLeft               // the same for words that are cues at times
	GroupWeakRight
	GroupQuote     // place within a quotation
	GroupPlace     // place within the sentence and the passage
	Groups     int = iota - 1
)

// Sizes of the closed groups.
const (
	suffixes  = 1024
	shapes    = 24
	CueLevels = 9
	distances = 11
	places    = 40
	quotes    = 24
)

// A Token is the features of one word.
type Token struct {
	Word   string // as printed
	Vector int32  // row of the word vectors; -1 for none
	Values [Groups]int32
}

// An Entry is what the model knows of a word in lower case.
type Entry struct {
	Vector  int32 // row of the word vectors; -1 for none
	Learned int32 // value of GroupWord; 0 for none
	Cue     uint8 // level of GroupCue
}

// A Lexicon is the words that the model knows, in lower case.
type Lexicon map[string]Entry

// Tokens reads the features of the passage's words. Level, where not nil, stands in for the lexicon's own cue
// levels: in training, a word's level must not know the article that the word stands in.
func (lex Lexicon) Tokens(p *Passage, level func(word string) uint8) []Token {
	out := make([]Token, len(p.Words))
	for i, w := range p.Words {
		out[i] = lex.token(w.Of(p.Text), level)
	}
	markDistances(out)
	markQuotes(out, p)
	markPlaces(out, p)
	return out
}

func (lex Lexicon) token(word string, level func(string) uint8) Token {
	low := english.FoldToken(word)
	e, ok := lex[low]
	if !ok {
		e.Vector = -1
		// The last part of a compound says most: "then-candidate".
		if last, ok := lex[low[strings.LastIndexByte(low, '-')+1:]]; ok {
			e.Vector = last.Vector
		}
	}
	if level != nil {
		e.Cue = level(low)
	}
	return Token{Word: word, Vector: e.Vector, Values: [Groups]int32{GroupWord: e.Learned, GroupSuffix: suffix(low),
		GroupShape: shape(word), GroupCue: int32(e.Cue)}}
}

// suffix hashes the last three bytes (FNV-1a).
func suffix(low string) int32 {
	h := uint32(2166136261)
	for i := max(0, len(low)-3); i < len(low); i++ {
		h = (h ^ uint32(low[i])) * 16777619
	}
	return int32((h ^ h>>15) % suffixes)
}

// shape is the sort of a word's letters, or which mark it is.
func shape(word string) int32 {
	first, size := utf8.DecodeRuneInString(word)
	switch {
	case unicode.IsDigit(first):
		if len(word) == 4 {
			return 1 // may be a year
		}
		return 2
	case unicode.IsUpper(first):
		switch {
		case len(word) == size:
			return 3
		case strings.IndexByte(word, '.') >= 0:
			return 4
		case word == strings.ToUpper(word):
			return 5
		case strings.IndexByte(word, '-') >= 0:
			return 6
		}
		return 7
	case unicode.IsLetter(first):
		if strings.IndexFunc(word, unicode.IsUpper) >= 0 {
			return 8
		} else if strings.IndexByte(word, '-') >= 0 {
			return 9
		}
		return 10
	}
	return markShape(first)
}

func markShape(first rune) int32 {
	marks := [...]string{".", ",", ":", ";", "?!", "—–-", "“`", "”", `"`, "'’‘", "([", ")]", "$£€%"}
	for i, alike := range marks {
		if strings.ContainsRune(alike, first) {
			return int32(11 + i)
		}
	}
	return 0
}
