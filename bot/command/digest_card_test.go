package command

import (
	"testing"

	"rapporteur/bot/card"
	"rapporteur/briefing/digest"
)

func TestEveryKindHasAName(t *testing.T) {
	for _, k := range digest.Kinds() {
		if kindName(k) == card.Escape(string(k)) {
			t.Errorf("the kind %s is not offered to moderators", k)
		}
	}
}
