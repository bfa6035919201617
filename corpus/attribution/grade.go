package attribution

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// A Grade says how a speaker's name is shown.
type Grade string

// The grades. A Withheld name is not shown: the mention stands in its place.
const (
	Certain  Grade = "certain"
	Probable Grade = "probable"
	Withheld Grade = ""
)

//go:embed grades.txt
var gradesFile string

// thresholds are the confidences from which a name is probable and certain.
type thresholds struct{ probable, certain float64 }

// Grade is the grade of the speaker's name by its basis and confidence, with the thresholds of grades.txt, which come
// from hand-marked sources. A speaker without a name has none.
func (s Speaker) Grade() Grade {
	t, ok := gradeThresholds()[s.Basis]
	switch {
	case s.Name == "" || !ok || s.Confidence < t.probable:
		return Withheld
	case s.Confidence < t.certain:
		return Probable
	}
	return Certain
}

// Shown is the speaker as members and programs may see it: without a name that is withheld. A description is then one
// of somebody unnamed; with any other mention nobody is known to have spoken.
func (s Speaker) Shown() Speaker {
	if s.Name == "" || s.Grade() != Withheld {
		return s
	}
	s.Name, s.Confidence, s.Evidence = "", 0, ""
	if s.Basis == Description {
		s.Basis = Anonymous
	} else {
		s.Basis = Unattributed
	}
	return s
}

// gradeThresholds reads the lines "threshold BASIS PROBABLE CERTAIN" of grades.txt.
var gradeThresholds = sync.OnceValue(func() map[Basis]thresholds {
	out := map[Basis]thresholds{}
	for line := range strings.Lines(gradesFile) {
		f := strings.Fields(line)
		if len(f) != 4 || f[0] != "threshold" {
			continue
		}
		probable, _ := strconv.ParseFloat(f[2], 64) // TestGrades holds that they are numbers
		certain, _ := strconv.ParseFloat(f[3], 64)
		out[Basis(f[1])] = thresholds{probable, certain}
	}
	return out
})
