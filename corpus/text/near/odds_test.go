package near

import (
	"strings"
	"testing"
)

func TestAtOdds(t *testing.T) {
	for _, row := range []struct {
		asked, told string
		want        bool
	}{
		{"300 boats were lost", "more than three hundred boats were lost in 2019", false},
		{"400 boats were lost", "more than three hundred boats were lost", true},
		{"400 boats were lost", "many boats were lost", false}, // nothing in its place
		{"boats were lost", "300 boats were lost", false},
		{"1,500,000 tonnes", "1.5 million tonnes", false},
		{"4.1 million tonnes", "4,100,000 tonnes", false},
		{"twenty five men", "25 men", false},
		{"twenty-five men", "26 men", true},
		{"on 5 May 2014", "on May 5, 2014", false},
		{"two dozen boats", "24 boats", false},
		{"the gates will not open", "the gates will open", true},
		{"the gates will open", "the gates will not open", false}, // a part of it, half remembered
		{"the gates won't open", "nobody can open the gates", false},
		{"prices rose", "prices fell", true},
		{"prices rose", "prices fell and rose again", false},
		{"ahead of the vote", "before the vote", false},
		{"", "nothing", false},
		{"six tonnes", "six million tonnes", false}, // a word dropped
		{"half a loaf", "a quarter of a loaf", true},
	} {
		if got := Read(row.asked).AtOdds(Read(row.told)); got != row.want {
			t.Errorf("%q, told as %q, is at odds: %t, want %t", row.asked, row.told, got, row.want)
		}
	}
}

func TestFigures(t *testing.T) {
	for text, want := range map[string]string{
		"three hundred": "300", "two hundred fifty thousand": "250000", "forty thousand sandbags": "40000",
		"5 6": "5 6", "thousands": "1000",
		"1.5 million and 2": "1500000 2", "twenty five": "25", "2014 100": "2014 100",
	} {
		if got := strings.Join(figures(Read(text).words), " "); got != want {
			t.Errorf("figures of %q are %q, want %q", text, got, want)
		}
	}
}
