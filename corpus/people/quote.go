package people

import (
	"sort"
	"strings"
	"unicode/utf8"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

// quotations is what stands between double quotation marks, in order: curly,
// straight, or two apostrophes. A quotation ends with its paragraph at the latest.
func quotations(doc *text.Document) []span.Span {
	var out []span.Span
	for i := 0; i < len(doc.Sentences); {
		j := i
		for j < len(doc.Sentences) && doc.Sentences[j].Paragraph == doc.Sentences[i].Paragraph {
			j++
		}
		block := span.Span{Start: doc.Sentences[i].Start, End: doc.Sentences[j-1].End}
		if block.Start >= 0 && block.End <= len(doc.Text) && !block.Empty() {
			out = quotationsIn(out, doc.Text, block)
		}
		i = j
	}
	return out
}

func quotationsIn(out []span.Span, s string, block span.Span) []span.Span {
	open := -1
	for i := block.Start; i < block.End; {
		r, n := utf8.DecodeRuneInString(s[i:block.End])
		if strings.HasPrefix(s[i:block.End], "''") {
			r, n = '"', 2
		}
		switch {
		case open < 0 && (r == '“' || r == '"' || r == '”' && i == block.Start):
			open = i
		case open >= 0 && (r == '”' || r == '"'):
			out = append(out, span.Span{Start: open, End: i + n})
			open = -1
		}
		i += n
	}
	if open >= 0 {
		out = append(out, span.Span{Start: open, End: block.End})
	}
	return out
}

// inQuotes reports whether the byte at off lies inside a quotation.
func (f *finder) inQuotes(off int) bool {
	i := sort.Search(len(f.quoted), func(i int) bool { return f.quoted[i].End > off })
	return i < len(f.quoted) && f.quoted[i].Start <= off
}
