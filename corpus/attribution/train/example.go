package main

import (
	"slices"

	"rapporteur/corpus/attribution/polnear"
	"rapporteur/corpus/attribution/tagger"
	"rapporteur/corpus/span"
)

// An example is a passage with its gold labels.
type example struct {
	passage tagger.Passage
	gold    []tagger.Label
	parts   []tagger.Part
	links   []link
}

// A link is a gold attribution within a passage, as words.
type link struct{ source, cue, content []tagger.Part }

// version is a way in which an article may reach us.
type version struct{ strip, split bool }

// examples divides the article, in one version, into labelled passages.
func examples(a polnear.Article, v version) []example {
	if v.strip {
		a = a.Stripped()
	}
	spans := paragraphs(a.Text)
	if v.split {
		spans = sentences(a.Text, spans)
	}
	passages := tagger.Passages(a.Text, spans, true, !v.split)
	out := make([]example, len(passages))
	for i, p := range passages {
		out[i].passage = p
	}
	for _, r := range a.Relations {
		if i := slices.IndexFunc(out, func(e example) bool { return e.passage.Overlaps(r.Cue[0]) }); i >= 0 {
			out[i].add(r, out, i, v)
		}
	}
	for i := range out {
		out[i].gold = tagger.LabelsOf(out[i].parts, len(out[i].passage.Words))
	}
	return out
}

// add labels the relation whose cue stands in e, the i-th of all.
func (e *example) add(r polnear.Relation, all []example, i int, v version) {
	var l link
	cue := r.Cue[0].Start
	for _, s := range r.Cue {
		l.cue = append(l.cue, e.label(s, tagger.Cue)...)
	}
	if len(l.cue) == 0 {
		return // a colon or a dash alone: captions are found by their shape
	}
	for _, s := range r.Source {
		l.source = append(l.source, e.label(s, side(s, cue, tagger.SourceBefore))...)
	}
	for _, s := range r.Content {
		l.content = append(l.content, e.label(s, side(s, cue, tagger.ContentBefore))...)
		if v.split {
			continue
		}
		for j := range all {
			if j != i && all[j].passage.Overlaps(s) {
				all[j].label(s, side(s, cue, tagger.ContentBefore))
			}
		}
	}
	e.links = append(e.links, l)
}

// side is before, or the kind after it where s stands after the cue.
func side(s span.Span, cue int, before tagger.Kind) tagger.Kind {
	if s.Start > cue {
		return before + 1
	}
	return before
}

// label adds the words at s as a part unless none is left or they are taken; a source may be another's too.
func (e *example) label(s span.Span, kind tagger.Kind) []tagger.Part {
	s = span.Span{Start: max(0, s.Start-e.passage.Start), End: min(len(e.passage.Text), s.End-e.passage.Start)}
	s = polnear.Trim(e.passage.Text, s)
	p := tagger.Part{Kind: kind, First: slices.IndexFunc(e.passage.Words, s.Overlaps)}
	if p.First < 0 {
		return nil
	}
	for p.Last = p.First; p.Last+1 < len(e.passage.Words) && e.passage.Words[p.Last+1].Overlaps(s); p.Last++ {
	}
	for _, q := range e.parts {
		if p.First <= q.Last && q.First <= p.Last {
			if p.First == q.First && p.Last == q.Last && p.Kind.Source() && q.Kind.Source() {
				return []tagger.Part{q}
			}
			return nil
		}
	}
	e.parts = append(e.parts, p)
	return []tagger.Part{p}
}
