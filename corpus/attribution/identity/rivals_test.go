package identity

import (
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rapporteur/corpus/attribution"
	"rapporteur/corpus/people"
)

// wanted takes the expectations out of the marked sources of an article: whom each means, in order.
func wanted(s string) (article string, want []string) {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "=")
		if !ok {
			b.WriteString(s)
			return b.String(), want
		}
		who, after, _ := strings.Cut(rest, "]]")
		b.WriteString(before + "]]")
		want = append(want, who)
		s = after
	}
}

// TestRivals reads articles in which somebody unnamed competes with a name.
func TestRivals(t *testing.T) { judge(t, "testdata/rivals.txtar") }

// TestHolders reads articles in which an office or a surname has one holder or two.
func TestHolders(t *testing.T) { judge(t, "testdata/holders.txtar") }

// TestNames reads articles that print names in many forms.
func TestNames(t *testing.T) { judge(t, "testdata/names.txtar") }

// TestPlaces reads articles in which a capital has the name of a man.
func TestPlaces(t *testing.T) { judge(t, "testdata/places.txtar") }

// TestPhrases reads sources in which a name stands that is not the speaker.
func TestPhrases(t *testing.T) { judge(t, "testdata/phrases.txtar") }

// judge resolves the articles of an archive and holds each source against whom it means.
func judge(t *testing.T, path string) {
	ar, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range ar.Files {
		t.Run(f.Name, func(t *testing.T) {
			article, want := wanted(string(f.Data))
			doc, statements := marked("Velmar\n"+article, !strings.HasPrefix(f.Name, "lines"))
			for i, st := range Resolve(doc, people.Mentions(doc), statements) {
				name, maybe := strings.CutPrefix(want[i], "?")
				got := st.Speaker.Name
				if got == "" && (maybe || name == "-") || got == name {
					continue
				}
				t.Errorf("%q is %q (%s %.2f, %s), want %q", st.Speaker.Of(doc.Text), got, st.Speaker.Basis, st.Speaker.Confidence,
					st.Speaker.Evidence, want[i])
			}
		})
	}
}

// TestVoices reads sources of which the verb says that they are spoken to or spoken of.
func TestVoices(t *testing.T) { judge(t, "testdata/voices.txtar") }

// TestWhoStandsForItsNoun looks at the basis: a "who" after somebody unnamed is an
// unnamed source, not one without a speaker.
func TestWhoStandsForItsNoun(t *testing.T) {
	for _, row := range []struct {
		article string
		want    attribution.Basis
	}{
		{"One deckhand, [[who]] asked not to be named, said the logs were broken.", attribution.Anonymous},
		{"A senior official [[who]] saw the letter said the vote would fail.", attribution.Anonymous},
		{"A rigger from the yard, [[who]] asked not to be named, said so.", attribution.Anonymous},
		{"Leo Castane, [[who]] runs the harbour, said the logs were fine.", attribution.Pronoun},
		{"Leo Castane, 58, [[who]] runs the harbour, said the logs were fine.", attribution.Pronoun},
		{"Asked [[who]] would pay, the mayor left.", attribution.Unattributed},
	} {
		doc, statements := marked("Velmar\n"+row.article+"\n", true)
		for _, st := range Resolve(doc, people.Mentions(doc), statements) {
			if st.Speaker.Basis != row.want {
				t.Errorf("%q is %q (%s), want %s", row.article, st.Speaker.Name, st.Speaker.Basis, row.want)
			}
		}
	}
}
