package main

import (
	"strings"
	"unicode/utf8"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

// stripped is the article without quotation marks and apostrophes, as some
// publishers' copies reach us, its annotations moved along.
func (a annotated) stripped() annotated {
	moved := make([]int, len(a.text)+1)
	var b strings.Builder
	for i := 0; i < len(a.text); {
		r, n := utf8.DecodeRuneInString(a.text[i:])
		for k := range n {
			moved[i+k] = b.Len()
		}
		if !strings.ContainsRune("\"'“”‘’`", r) {
			b.WriteString(a.text[i : i+n])
		}
		i += n
	}
	moved[len(a.text)] = b.Len()
	move := func(in []span.Span) []span.Span {
		var out []span.Span
		for _, s := range in {
			if t := (span.Span{Start: moved[s.Start], End: moved[s.End]}); !t.Empty() {
				out = append(out, t)
			}
		}
		return out
	}
	out := annotated{name: a.name, text: b.String()}
	for _, r := range a.relations {
		if r := (relation{move(r.source), move(r.cue), move(r.content)}); len(r.cue) > 0 && len(r.content) > 0 {
			out.relations = append(out.relations, r)
		}
	}
	return out
}

// paragraphs is the lines of s that are not blank, trimmed.
func paragraphs(s string) []span.Span {
	var out []span.Span
	at := 0
	for line := range strings.Lines(s) {
		body := strings.TrimSpace(line)
		if body != "" {
			start := at + strings.Index(line, body)
			out = append(out, span.Span{Start: start, End: start + len(body)})
		}
		at += len(line)
	}
	return out
}

// sentences divides paragraphs at full stops, roughly: tagging must not rest on
// sentence borders being right, and training is no place to pretend they are.
func sentences(s string, paragraphs []span.Span) []span.Span {
	var out []span.Span
	for _, p := range paragraphs {
		words := text.Words(p.Of(s))
		start := p.Start
		for i := 0; i+1 < len(words); i++ {
			w := words[i].Of(p.Of(s))
			if w != "." && w != "?" && w != "!" {
				continue
			}
			for i+2 < len(words) && strings.Contains("”’\"')''", words[i+1].Of(p.Of(s))) && words[i].End == words[i+1].Start {
				i++
			}
			if words[i].End == words[i+1].Start {
				continue
			}
			out = append(out, span.Span{Start: start, End: p.Start + words[i].End})
			start = p.Start + words[i+1].Start
		}
		out = append(out, span.Span{Start: start, End: p.End})
	}
	return out
}
