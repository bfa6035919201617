package people

import (
	"sort"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

// Quotations is what stands between quotation marks in an article, in order, marks included.
func Quotations(doc *text.Document) []span.Span {
	var paragraphs []span.Span
	last := -1
	for _, s := range doc.Sentences {
		switch {
		case s.Span.Empty() || s.Start < 0 || s.End > len(doc.Text):
		case s.Paragraph == last && len(paragraphs) > 0:
			paragraphs[len(paragraphs)-1].End = s.End
		default:
			paragraphs = append(paragraphs, s.Span)
			last = s.Paragraph
		}
	}
	var out []span.Span
	for _, q := range text.Quotations(doc.Text, paragraphs, doc.Ordered) {
		out = append(out, q.Span)
	}
	return out
}

// inQuotes reports whether the byte at off lies inside a quotation.
func (f *finder) inQuotes(off int) bool {
	i := sort.Search(len(f.quoted), func(i int) bool { return f.quoted[i].End > off })
	return i < len(f.quoted) && f.quoted[i].Start <= off
}
