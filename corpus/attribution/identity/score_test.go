package identity

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/attribution/polnear"
	"rapporteur/corpus/people"
	"rapporteur/corpus/span"
	"rapporteur/corpus/testenv"
	"rapporteur/corpus/text"
	"rapporteur/corpus/text/english"
)

var (
	update  = flag.Bool("update", false, "rewrite the golden files")
	verbose = flag.Bool("wrong", false, "print the sources resolved wrongly in the fitting half")
)

// mark is one source of PolNeAR's dev articles, marked by hand.
type mark struct {
	File  string
	Start int // bytes of the file
	End   int
	Kind  string // pronoun or nominal
	Name  string // who is meant, other forms after "|"; "" where nobody nameable or several
}

// trial is a marked source, what the resolver said and whether it is right.
type trial struct {
	mark
	got   attribution.Speaker
	right bool
	text  string // the source, for -wrong
}

// marks is the marked sources of each dev article.
func marks(t testing.TB) map[string][]mark { return marksIn(t, "testdata/marked.jsonl") }

// paper is a PolNeAR article with its annotated statements.
type paper struct {
	doc        *text.Document
	statements []attribution.Statement
	from       []int // for each statement, the byte of the file where its source begins
}

// readPaper reads an article and the annotation of its first annotator.
func readPaper(t testing.TB, dir, file string) paper {
	raw, err := os.ReadFile(filepath.Join(dir, "text", file))
	if err != nil {
		t.Fatal(err)
	}
	doc := document(string(raw))
	anns, _ := filepath.Glob(filepath.Join(dir, "attributions", strings.TrimSuffix(file, ".txt")+"_*.ann"))
	slices.Sort(anns)
	p := paper{doc: doc}
	if len(anns) == 0 {
		return p
	}
	b, err := os.ReadFile(anns[0])
	if err != nil {
		t.Fatal(err)
	}
	p.statements = annotated(string(b), string(raw))
	for i, st := range p.statements {
		at := st.Speaker.Start
		if st.Speaker.Empty() {
			at = st.Cue.Start
		}
		p.statements[i].Sentence = sentenceAt(doc, at)
		p.from = append(p.from, st.Speaker.Start)
	}
	return p
}

// document divides a plain text, a paragraph a line and the first the title.
func document(s string) *text.Document {
	doc := &text.Document{Text: s, Ordered: true}
	off := 0
	paragraph := 0
	for line := range strings.Lines(s) {
		p := span.Span{Start: off, End: off + len(strings.TrimRight(line, "\n"))}
		off += len(line)
		if strings.TrimSpace(line) == "" {
			continue
		}
		for _, one := range text.Sentences(s, p) {
			doc.Sentences = append(doc.Sentences, text.Sentence{Span: one, Paragraph: paragraph, Title: paragraph == 0})
		}
		paragraph++
	}
	return doc
}

// annotated is the statements of an article's stand-off file; of a part in several pieces
// the first, of the content all.
func annotated(notes, article string) []attribution.Statement {
	first := func(pieces []span.Span) span.Span {
		if len(pieces) == 0 {
			return span.Span{}
		}
		return pieces[0]
	}
	var out []attribution.Statement
	for _, r := range polnear.Annotated(notes, article) {
		out = append(out, attribution.Statement{Speaker: attribution.Speaker{Span: first(r.Source)}, Cue: first(r.Cue),
			Content: r.Content})
	}
	return out
}

// shuffled is the paper with its sentences in random order, a line each, as in article format 1.
func (p paper) shuffled(r *rand.Rand) paper {
	order := r.Perm(len(p.doc.Sentences))
	var b strings.Builder
	out := paper{doc: &text.Document{}}
	moved := make([]span.Span, len(order)) // old sentence to new span
	for line, i := range order {
		s := p.doc.Sentences[i].Span
		start := b.Len()
		b.WriteString(s.Of(p.doc.Text))
		moved[i] = span.Span{Start: start, End: b.Len()}
		out.doc.Sentences = append(out.doc.Sentences, text.Sentence{Span: moved[i], Paragraph: line + 1})
		b.WriteByte('\n')
	}
	out.doc.Text = b.String()
	move := func(s span.Span) span.Span {
		i := sentenceAt(p.doc, s.Start)
		old := p.doc.Sentences[i].Span
		if s.Empty() || !old.Holds(s) {
			return span.Span{}
		}
		by := moved[i].Start - old.Start
		return span.Span{Start: s.Start + by, End: s.End + by}
	}
	for n, st := range p.statements {
		st.Speaker.Span, st.Cue = move(st.Speaker.Span), move(st.Cue)
		st.Sentence = sentenceAt(out.doc, st.Speaker.Start)
		out.statements = append(out.statements, st)
		out.from = append(out.from, p.from[n])
	}
	return out
}

// try resolves a paper and judges the marked sources.
func try(p paper, marks []mark) []trial {
	got := Resolve(p.doc, people.Mentions(p.doc), p.statements)
	var out []trial
	for _, m := range marks {
		for i, st := range got {
			if p.from[i] != m.Start || st.Speaker.Empty() {
				continue
			}
			out = append(out, trial{m, st.Speaker, meant(m.Name, st.Speaker.Name), st.Speaker.Of(p.doc.Text)})
			break
		}
	}
	return out
}

// meant reports whether the resolver's name is one of those marked: the surname
// the same, and the given name where both are printed.
func meant(marked, got string) bool {
	g := strings.Fields(strings.TrimPrefix(english.Fold(got), "the "))
	for name := range strings.SplitSeq(marked, "|") {
		w := strings.Fields(strings.TrimPrefix(english.Fold(name), "the "))
		if len(w) == 0 || len(g) == 0 {
			if len(w) == len(g) {
				return true
			}
			continue
		}
		if slices.Equal(w, g) || len(w) > 1 && len(g) > 1 && w[len(w)-1] == g[len(g)-1] && w[0] == g[0] {
			return true
		}
		if len(w) == 1 && w[0] == g[len(g)-1] {
			return true
		}
	}
	return false
}

// halves is the trials of the fitting half and of the checking half, the articles taken in turn.
func halves(t testing.TB, shuffle bool) (fit, check []trial) {
	dir := testenv.Shared(t, "eval", "polnear", "dev")
	all := marks(t)
	files := make([]string, 0, len(all))
	for f := range all {
		files = append(files, f)
	}
	slices.Sort(files)
	for i, f := range files {
		p := readPaper(t, dir, f)
		var ts []trial
		if shuffle {
			for seed := range uint64(3) {
				ts = append(ts, try(p.shuffled(rand.New(rand.NewPCG(seed, 7))), all[f])...)
			}
		} else {
			ts = try(p, all[f])
		}
		if i%2 == 0 {
			fit = append(fit, ts...)
		} else {
			check = append(check, ts...)
		}
	}
	return fit, check
}

// tally counts trials.
type tally struct {
	sources, nameable, answered, named, right int // named: names given, right: of these
}

func count(ts []trial, kind string) (c tally) {
	for _, tr := range ts {
		if kind != "" && tr.Kind != kind {
			continue
		}
		c.sources++
		nameable := tr.Name != ""
		if nameable {
			c.nameable++
		}
		if tr.got.Name == "" {
			continue
		}
		c.named++
		if nameable {
			c.answered++
		}
		if tr.right {
			c.right++
		}
	}
	return c
}

func percent(a, b int) float64 { return 100 * float64(a) / float64(max(1, b)) }

func (c tally) String() string {
	return fmt.Sprintf("%3d sources, %3d nameable: %3d answered (%5.1f %%); %3d names given, %3d right (%5.1f %%)",
		c.sources, c.nameable, c.answered, percent(c.answered, c.nameable), c.named, c.right, percent(c.right, c.named))
}

func TestScore(t *testing.T) {
	var b strings.Builder
	fit, check := halves(t, false)
	for _, half := range []struct {
		name string
		ts   []trial
	}{{"fitted on", fit}, {"checked on", check}} {
		for _, kind := range []string{"pronoun", "nominal", ""} {
			fmt.Fprintf(&b, "%-10s %-8s %v\n", half.name, kind, count(half.ts, kind))
		}
		sure, right := 0, 0
		for _, tr := range half.ts {
			if tr.got.Name != "" && tr.got.Confidence >= 0.9 {
				sure++
				right += btoi(tr.right)
			}
		}
		fmt.Fprintf(&b, "%-10s at confidence 0.9 and above: %d names, %d right (%.1f %%)\n", half.name, sure, right,
			percent(right, sure))
	}
	fit2, check2 := halves(t, true)
	fmt.Fprintf(&b, "shuffled   %v\n", count(append(fit2, check2...), ""))
	if *verbose {
		for _, tr := range fit {
			if !tr.right {
				t.Logf("%.30s:%d %q want %q got %q (%s %.2f) %s", tr.File, tr.Start, tr.text, tr.mark.Name, tr.got.Name,
					tr.got.Basis, tr.got.Confidence, tr.got.Evidence)
			}
		}
	}
	golden(t, "testdata/score.txt", b.String())
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s has changed; look at it and run with -update\ngot:\n%s\nwant:\n%s", path, got, want)
	}
}

// TestCalibration holds confidence against how often the names are right.
func TestCalibration(t *testing.T) {
	fit, check := halves(t, false)
	fit = append(fit, trainTrials(t)...)
	var b strings.Builder
	b.WriteString("confidence    fitted on: names, right, mean    checked on: names, right, mean\n")
	for _, bin := range [...][2]float64{{0, 0.7}, {0.7, 0.8}, {0.8, 0.9}, {0.9, 1}} {
		fmt.Fprintf(&b, "%.1f to %.1f   %v   %v\n", bin[0], bin[1], reliability(fit, bin), reliability(check, bin))
	}
	golden(t, "testdata/calibration.txt", b.String())
}

// reliability is the names given with a confidence in the bin, lower bound inclusive:
// how many, the share that is right, and the mean confidence, in per cent.
func reliability(ts []trial, bin [2]float64) string {
	names, right, sum := 0, 0, 0.0
	for _, tr := range ts {
		if c := tr.got.Confidence; tr.got.Name != "" && c >= bin[0] && c < bin[1] {
			names++
			right += btoi(tr.right)
			sum += c
		}
	}
	return fmt.Sprintf("%8d  %5.1f %%  %5.1f %%", names, percent(right, names), 100*sum/float64(max(1, names)))
}

// trainTrials is the trials of the train articles.
func trainTrials(t *testing.T) []trial {
	dir := testenv.Shared(t, "eval", "polnear", "train")
	all := marksIn(t, "testdata/fitted.jsonl")
	var out []trial
	for _, f := range slices.Sorted(maps.Keys(all)) {
		out = append(out, try(readPaper(t, dir, f), all[f])...)
	}
	return out
}
