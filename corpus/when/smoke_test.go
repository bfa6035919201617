package when

import (
	"testing"

	"rapporteur/corpus/civil"
)

func TestSmoke(t *testing.T) {
	a := Asking{Today: civil.Of(2022, 1, 26)}
	for _, s := range []string{"yesterday", "21.1.", "last fri", "week of jan 17", "2014", "feb 2022", "21 jan 2022", "january 2022", "2022-01-21", "between March and May 2021", "christmas 2021", "rubbish", "may", "sat", "3/4/22", "2 weeks ago"} {
		i, err := Read(s, a)
		t.Log(s, i, err)
	}
	i, sp, ok := Spot("what happened on last friday in Kyiv", a)
	t.Log(i, sp, ok)
}
