package gold

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/briefing/story"
	"rapporteur/corpus/testenv"
)

var update = flag.Bool("update", false, "write testdata/score.txt anew; read the difference before committing")

// TestScore holds the digests to the scores in testdata: a change of quality shows
// in the difference of that file.
func TestScore(t *testing.T) {
	dir := testenv.Shared(t, "eval", "digests")
	if testing.Short() {
		t.Skip("scores two topics; not in the short test")
	}
	model, err := story.Learned()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	var all, one, two float64
	for _, name := range []string{"bpoil", "h1n1"} {
		topic, err := Load(t.Context(), filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		var n, a, b float64
		for _, l := range topic.Lines {
			x, y := Score(topic, l, model)
			n, a, b = n+1, a+x, b+y
		}
		fmt.Fprintf(&out, "%-12s %4.0f days  ROUGE-1 %.2f  ROUGE-2 %.2f\n", name, n, 100*a/n, 100*b/n)
		all, one, two = all+n, one+a, two+b
	}
	fmt.Fprintf(&out, "%-12s %4.0f days  ROUGE-1 %.2f  ROUGE-2 %.2f\n", "all", all, 100*one/all, 100*two/all)
	golden(t, filepath.Join("testdata", "score.txt"), out.String())
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func TestRouge(t *testing.T) {
	for _, row := range []struct {
		n                 int
		digest, reference string
		want              float64
	}{
		{1, "The river rose.", "the RIVER rose", 1},
		{2, "The river rose.", "the RIVER rose", 1},
		{1, "the the the", "the river", 0.4},
		{2, "river the", "the river", 0},
		{1, "", "the river", 0},
		{2, "river", "river", 0},
	} {
		if got := Rouge(row.n, Words(row.digest), Words(row.reference)); got != row.want {
			t.Errorf("ROUGE-%d of %q against %q = %v, want %v", row.n, row.digest, row.reference, got, row.want)
		}
	}
}
