package people

import (
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
