package people

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text/english"
)

// word is one word of a sentence.
type word struct {
	span.Span        // without a possessive ending
	fold      string // folded
	upper     bool   // begins with a capital letter
	lower     bool   // holds a small letter
	owner     bool   // printed with a possessive ending
	first     bool   // opens the sentence or a quotation: its capital says nothing
	next      string // what stands between it and the following word
	stop      int    // its end with a possessive ending
}

// split divides text at s into words. A word keeps inner hyphens, apostrophes and full stops
// ("Ki-moon", "U.S."), and the full stop of an initial or a shortened title ("F.", "Sen.").
func split(text string, s span.Span, g *gazetteer) []word {
	var out []word
	fresh := true
	for i := s.Start; i < s.End; {
		r, n := utf8.DecodeRuneInString(text[i:s.End])
		if !letter(r) {
			fresh = fresh || strings.ContainsRune("“”\"‘:•―*", r)
			i += n
			continue
		}
		end := wordEnd(text, i, s.End)
		w := word{Span: span.Span{Start: i, End: end}, upper: unicode.IsUpper(r) || articled(text[i:end]), first: fresh}
		w.stop = w.close(text, s.End, g)
		out = append(out, w)
		i, fresh = w.stop, false
	}
	for i := range out {
		end := s.End
		if i+1 < len(out) {
			end = out[i+1].Start
		}
		out[i].next = text[out[i].stop:end]
	}
	return out
}

// close folds the word, cuts its possessive ending, adds a shortening's full stop, and returns where the scan goes on.
func (w *word) close(text string, limit int, g *gazetteer) int {
	raw := w.Of(text)
	if stem, ok := cutPossessive(raw); ok {
		w.owner, w.End, raw = true, w.Start+len(stem), stem
	}
	w.fold, w.lower = english.Fold(raw), strings.ContainsFunc(raw, unicode.IsLower)
	if w.owner {
		return wordEnd(text, w.Start, limit)
	}
	after := w.Start + len(raw)
	if after < limit && text[after] == '.' && w.upper &&
		(len(raw) == 1 || strings.Contains(raw, ".") || shortened(w.fold, g)) {
		w.End++
		after++
	}
	return after
}

// shortened reports whether a folded word is a shortening that keeps a full stop.
func shortened(fold string, g *gazetteer) bool {
	_, ok := g.titles[fold]
	return fold == "jr" || fold == "sr" || fold == "st" || ok && len(fold) <= 4
}

func cutPossessive(raw string) (string, bool) {
	for _, end := range [...]string{"'s", "’s", "'S", "’S"} {
		if stem, ok := strings.CutSuffix(raw, end); ok && stem != "" {
			return stem, true
		}
	}
	for _, end := range [...]string{"s'", "s’"} {
		if strings.HasSuffix(raw, end) && len(raw) > len(end)+1 {
			return strings.TrimSuffix(strings.TrimSuffix(raw, "'"), "’"), true
		}
	}
	return raw, false
}

func letter(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// wordEnd is where the word that begins at i ends.
func wordEnd(text string, i, limit int) int {
	for i < limit {
		r, n := utf8.DecodeRuneInString(text[i:limit])
		switch {
		case letter(r):
		case r == '\'' || r == '’':
			if strings.HasPrefix(text[i+n:limit], string(r)) {
				return i // a doubled apostrophe is a quotation mark
			}
			next, _ := utf8.DecodeRuneInString(text[i+n : limit])
			if !letter(next) && (i == 0 || text[i-1] != 's') {
				return i
			}
			if !letter(next) {
				return i + n
			}
		case r == '-' || r == '.' || r == '&':
			next, _ := utf8.DecodeRuneInString(text[i+n : limit])
			if !letter(next) || r == '.' && n == 1 && !initialAt(text, i) {
				return i
			}
		default:
			return i
		}
		i += n
	}
	return i
}

// initialAt reports whether the full stop at i follows a lone letter, as in "U.S.".
func initialAt(text string, i int) bool {
	_, n := utf8.DecodeLastRuneInString(text[:i])
	before, _ := utf8.DecodeLastRuneInString(text[:i-n])
	return !letter(before)
}

// touches reports whether only white space parts the word from the next.
func (w word) touches() bool { return w.next != "" && strings.TrimSpace(w.next) == "" }

// articled reports whether a word is a name behind an article in small letters: "al-Rashidi", "d'Aubray".
func articled(w string) bool {
	i := strings.IndexAny(w, "-'’")
	if i < 1 || i > 3 || !nameArticles[w[:i]] {
		return false
	}
	_, mark := utf8.DecodeRuneInString(w[i:])
	r, _ := utf8.DecodeRuneInString(w[i+mark:])
	return unicode.IsUpper(r)
}

// nameArticles are the Arabic, French and Italian articles before a hyphen or an apostrophe in names.
var nameArticles = english.Set("al el ad as ash ar an at az ul bin d l dell")
