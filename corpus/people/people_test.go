package people

import (
	"slices"
	"testing"

	"rapporteur/corpus/text/english"
)

func TestFold(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"O’Neill’s", "oneill"},
		{"Türkiye's Defence Minister", "turkiye defense minister"},
		{"Sauli Niinistö", "sauli niinisto"},
		{"Lech Wałęsa", "lech walesa"},
		{"Ban Ki-moon", "ban ki moon"},
		{"U.S. Sen. John F. Kerry", "us sen john f kerry"},
		{"the Organisation", "the organization"},
		{"Сергей Лавров", "sergei lavrov"},
		{"Weißer Øystein İnönü", "weisser oystein inonu"},
		{"", ""}, {"...", ""},
	} {
		if got := english.Fold(row.in); got != row.want {
			t.Errorf("english.Fold(%q) = %q, want %q", row.in, got, row.want)
		}
	}
}

func TestKey(t *testing.T) {
	for _, group := range [][]string{
		{"Sergei", "Sergey", "Serhiy", "Sergej", "Sergie"},
		{"Zelensky", "Zelenskyy", "Zelenskiy", "Zelenski"},
		{"Yevgeny", "Evgeny", "Yevgeni"},
		{"Khodorkovsky", "Hodorkovskij"},
		{"Volodymyr", "Vladimir"},
	} {
		for _, s := range group[1:] {
			if Key(s) != Key(group[0]) {
				t.Errorf("Key(%q) = %q but Key(%q) = %q", s, Key(s), group[0], Key(group[0]))
			}
		}
	}
	if Key("Lavrov") == Key("Larov") || Key("Putin") == Key("Patin") {
		t.Error("two names share a key")
	}
}

func TestBare(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"Secretary Antony Blinken SecBlinken", "Antony Blinken"},
		{"U.S. Secretary of State Antony Blinken", "Antony Blinken"},
		{"Sen. Jeanne Shaheen (D-N.H.)", "Jeanne Shaheen"},
		{"Mr Obama", "Obama"}, {"President-elect Joe Biden", "Joe Biden"},
		{"Estonian Defence Minister Kalle Laanet", "Kalle Laanet"},
		{"The President", "The President"}, {"Jim Justice", "Jim Justice"},
		{"Kremlin spokesman Dmitry Peskov", "Dmitry Peskov"},
	} {
		if got := Bare(row.in); got != row.want {
			t.Errorf("Bare(%q) = %q, want %q", row.in, got, row.want)
		}
	}
}

// TestNamesakesFindAllThatAgree holds the index of full names against looking at all.
func TestNamesakesFindAllThatAgree(t *testing.T) {
	given := []string{"sergei", "serhiy", "s", "anna", "anne", "a", "joe", "joseph", "j", "jim", "anna sr", "al",
		"albert", "victor", "viktor", "v"}
	var names []name
	for _, first := range given {
		names = append(names, name{parts: []string{first, "holt"}}, name{parts: []string{first, "brill"}})
		for _, second := range given {
			names = append(names, name{parts: []string{first, second, "holt"}})
		}
	}
	index, agreeing := newNamesakes(), 0
	for i, a := range names {
		agrees := func(b name) bool { return a.parts[len(a.parts)-1] == b.parts[len(b.parts)-1] && sameBearer(a, b) }
		var want []int
		for j, b := range names[:i] {
			if agrees(b) {
				want = append(want, j)
			}
		}
		got := slices.DeleteFunc(slices.Clone(index.of(a.parts)), func(j int) bool { return !agrees(names[j]) })
		if !slices.Equal(got, want) {
			t.Errorf("the names that agree with %q are %v, want %v", a.parts, got, want)
		}
		index.add(a.parts)
		agreeing += len(want)
	}
	if agreeing == 0 {
		t.Error("no two names agree")
	}
}
