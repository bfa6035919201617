package when

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/text"
)

func TestEvents(t *testing.T) {
	golden(t, "testdata/event/*.txtar", func(doc *text.Document, published civil.Day) string {
		var b strings.Builder
		dates := Find(doc, published)
		for _, e := range Events(doc, dates) {
			fmt.Fprintf(&b, "%s | %s", dates[e.Date].Interval, e.Clause.Of(doc.Text))
			if e.Planned {
				b.WriteString(" | planned")
			}
			if e.Telling {
				b.WriteString(" | telling")
			}
			b.WriteString("\n")
		}
		return b.String()
	})
}

func TestInfer(t *testing.T) {
	golden(t, "testdata/infer/*.txtar", func(doc *text.Document, _ civil.Day) string {
		day, evidence, ok := Infer(doc)
		if !ok {
			return "unknown\n"
		}
		var b strings.Builder
		fmt.Fprintln(&b, day)
		for _, s := range evidence {
			fmt.Fprintln(&b, s.Of(doc.Text))
		}
		return b.String()
	})
}
