package card

import (
	"fmt"

	"rapporteur/briefing"
)

// Coverage is the small print under every answer: what was searched.
func Coverage(c briefing.Coverage) Markdown {
	if c.Articles == 0 {
		return "There are no articles yet. The operator of this bot adds them."
	}
	text := fmt.Sprintf("Searched %s by %s", Count(c.Articles, "article"), Count(c.Publishers, "publisher"))
	if !c.First.IsZero() {
		text += ", " + string(formatDay(c.First)) + " to " + string(formatDay(c.Last))
	}
	return Markdown(text + ".")
}
