package when

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/text"
)

func TestExplain(t *testing.T) {
	golden(t, "testdata/why/*.txtar", func(doc *text.Document, published civil.Day) string {
		var b strings.Builder
		for _, d := range Find(doc, published) {
			fmt.Fprintf(&b, "%s: %s\n", d.Interval, d.Why)
		}
		return b.String()
	})
}
