package english

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mozillazg/go-unidecode"
	"golang.org/x/text/unicode/norm"
)

// There are three foldings, because three readers need different things kept apart: Fold compares names and phrases
// whatever their alphabet, FoldWord makes search terms and keeps letters that are not Latin, FoldToken asks the
// trained model's lexicon and keeps accents and marks as the model was trained with them.

// Fold brings the spellings of one wording together: lower case, Latin letters without accents, no apostrophes or full
// stops, no possessive ending, hyphens as spaces, British words in American spelling. "O’Neill’s" and "oneill" fold
// alike, and so do "Türkiye's Defence Minister" and "turkiye defense minister". Folding what is folded changes nothing.
func Fold(s string) string {
	words := foldWords(s)
	for i, w := range words {
		words[i] = americanName(w)
	}
	return strings.Join(words, " ")
}

// foldWords is the folded words of s before their spelling is made American.
func foldWords(s string) []string {
	var b strings.Builder
	b.Grow(len(s))
	plain := ascii(s)
	for i := 0; i < len(plain); i++ {
		c := plain[i]
		switch {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			b.WriteByte(c)
		case 'A' <= c && c <= 'Z':
			b.WriteByte(c + 'a' - 'A')
		case c == '\'':
			if possessiveAt(plain, i) {
				i++ // the s goes with its apostrophe
			}
		case c == '.':
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

// possessiveAt reports whether the apostrophe at i begins a possessive ending.
func possessiveAt(s string, i int) bool {
	if i == 0 || i+1 >= len(s) || s[i+1]|0x20 != 's' {
		return false
	}
	return i+2 == len(s) || !isWordByte(s[i+2]) && s[i+2] != '\''
}

func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// ascii writes s in ASCII letters: accents go by decomposition, and letters that
// do not decompose (ł, ø, Cyrillic) by transliteration.
func ascii(s string) string {
	i := 0
	for i < len(s) && s[i] < 0x80 {
		i++
	}
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.WriteString(s[:i])
	for _, r := range norm.NFD.String(s[i:]) {
		switch {
		case r < 0x80:
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		case r == '’' || r == '‘' || r == 'ʼ' || r == '`':
			b.WriteByte('\'')
		default:
			b.WriteString(unidecode.Unidecode(string(r)))
		}
	}
	return b.String()
}

// longest is how many bytes of a word FoldWord keeps.
const longest = 48

// FoldWord is one word in lower case without accents, apostrophes, a possessive ending and
// other marks; a "word" of more than 48 bytes is a web address or no language, and is cut.
func FoldWord(raw string) string {
	k := strings.LastIndexFunc(raw, isApostrophe)
	if k > 0 && strings.EqualFold(strings.TrimLeftFunc(raw[k:], isApostrophe), "s") {
		raw = raw[:k]
	}
	if isASCII(raw) && !strings.ContainsFunc(raw, func(r rune) bool { return !isWordRune(r) }) {
		return strings.ToLower(raw[:min(len(raw), longest)])
	}
	raw = norm.NFKD.String(raw)
	var b strings.Builder
	for _, r := range raw {
		r = unicode.ToLower(r)
		if plain := latin[r]; plain != "" {
			b.WriteString(plain)
		} else if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		}
		if b.Len() >= longest {
			break
		}
	}
	return b.String()
}

// latin spells the letters that decomposition leaves whole.
var latin = map[rune]string{'ł': "l", 'ø': "o", 'đ': "d", 'ð': "d", 'ı': "i", 'ß': "ss", 'æ': "ae", 'œ': "oe"}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' }

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// FoldToken is one token in lower case, its curly quotation marks, dashes and ellipses as typewriters have them.
func FoldToken(token string) string {
	if strings.IndexByte(token, 0xE2) >= 0 {
		token = strings.NewReplacer("’", "'", "‘", "'", "“", "\"", "”", "\"", "—", "--", "–", "-", "…", "...").Replace(token)
	}
	return strings.ToLower(token)
}
