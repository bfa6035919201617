package main

import (
	"strings"

	"rapporteur/corpus/span"
	"rapporteur/corpus/text"
)

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

// sentences divides paragraphs at full stops, roughly: tagging must not rest on sentence borders being right.
func sentences(s string, paragraphs []span.Span) []span.Span {
	var out []span.Span
	for _, p := range paragraphs {
		body := p.Of(s)
		words := text.Words(body)
		start := p.Start
		for i := 0; i+1 < len(words); i++ {
			w := words[i].Of(body)
			if w != "." && w != "?" && w != "!" {
				continue
			}
			for i+2 < len(words) && strings.Contains("”’\"')''", words[i+1].Of(body)) && words[i].End == words[i+1].Start {
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
