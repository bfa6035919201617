package people

import (
	"strings"
	"unicode"

	"github.com/mozillazg/go-unidecode"
	"golang.org/x/text/unicode/norm"
)

// Fold brings the spellings of one wording together: lower case, no accents, no
// apostrophes or full stops, no possessive ending, hyphens as spaces, British
// words in American spelling. "O’Neill’s" and "oneill" fold alike, and so do
// "Türkiye's Defence Minister" and "turkiye defense minister". Folding what is
// folded changes nothing.
func Fold(s string) string {
	words := foldWords(s)
	for i, w := range words {
		words[i] = american(w)
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

// american is w, a folded word, in American spelling.
func american(w string) string {
	if s, ok := spellings[w]; ok {
		return s
	}
	for _, end := range [...]struct{ british, american string }{
		{"isation", "ization"}, {"isations", "izations"}, {"yse", "yze"}, {"ysed", "yzed"},
	} {
		if strings.HasSuffix(w, end.british) && len(w) > len(end.british)+2 {
			return strings.TrimSuffix(w, end.british) + end.american
		}
	}
	return w
}

// spellings has the British words that offices and bodies are named with.
var spellings = map[string]string{
	"defence": "defense", "labour": "labor", "centre": "center", "centres": "centers",
	"theatre": "theater", "programme": "program", "programmes": "programs",
	"organise": "organize", "organised": "organized", "organiser": "organizer", "organisers": "organizers",
	"councillor": "councilor", "councillors": "councilors", "counsellor": "counselor",
	"neighbour": "neighbor", "neighbours": "neighbors", "neighbouring": "neighboring",
	"harbour": "harbor", "colour": "color", "honour": "honor", "favour": "favor",
	"offence": "offense", "licence": "license", "enquiry": "inquiry", "adviser": "advisor", "advisers": "advisors",
	"dept": "department", "govt": "government", "intl": "international",
	"fibre": "fiber", "metre": "meter", "manoeuvre": "maneuver", "manoeuvres": "maneuvers",
	"judgement": "judgment", "travelled": "traveled", "traveller": "traveler",
	"grey": "gray", "tsar": "czar", "ageing": "aging", "tyre": "tire", "aeroplane": "airplane",
	"recognise": "recognize", "recognised": "recognized", "criticise": "criticize", "criticised": "criticized",
	"minimise": "minimize", "emphasise": "emphasize", "emphasised": "emphasized", "characterise": "characterize",
	"utilise": "utilize", "utilising": "utilizing", "destabilise": "destabilize",
}
