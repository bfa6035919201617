package when

import (
	"errors"
	"testing"

	"rapporteur/corpus/civil"
	"rapporteur/corpus/text"
)

// seeds are the texts of the golden files, which hold every kind of expression.
func seeds(f *testing.F) {
	for _, s := range []string{
		"", "Friday", "From Jan. 10 to 12, 2021-22, the '80s ended.", "’90s 21. 1. 22–3/4/5 Q3 9999", "Dec. 31, 9999 and 30 years later",
		"1 January 1000; a decade ago, 99 decades ago", "last last next this week of Feb. 29, 2023", "\xff\xfeFriday\xc3 2022\xe2", "the 0th of May 0000",
		"twenty ninety nineteen two thousand and", "99999999 20221231 2022-02-29 31/31/31",
	} {
		f.Add(s, 2022, 1, 22)
	}
}

func FuzzFind(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, words string, y, m, d int) {
		published := civil.Day{}
		if y >= 1000 && y <= 9999 && validDay(y, m, d) {
			published = civil.Day{Year: y, Month: monthOf(m), Day: d}
		}
		doc := paragraphs(words)
		dates := Find(doc, published)
		checkDates(t, doc, dates)
		for _, e := range Events(doc, dates) {
			if e.Clause.Empty() || !doc.Sentences[e.Sentence].Holds(e.Clause) {
				t.Errorf("clause %v of sentence %v", e.Clause, doc.Sentences[e.Sentence].Span)
			}
		}
		day, evidence, ok := Infer(doc)
		if ok != !day.IsZero() || ok != (len(evidence) > 0) {
			t.Errorf("Infer = %v, %v, %v", day, evidence, ok)
		}
	})
}

func checkDates(t *testing.T, doc *text.Document, dates []Date) {
	t.Helper()
	for i, d := range dates {
		if d.Empty() || !doc.Sentences[d.Sentence].Holds(d.Span) {
			t.Errorf("date %v outside its sentence %v", d.Span, doc.Sentences[d.Sentence].Span)
		}
		if d.To.Before(d.From) || d.From.Year < 1000 || d.To.Year > 9999 {
			t.Errorf("%q is %v", d.Of(doc.Text), d.Interval)
		}
		if i > 0 && d.End < dates[i-1].End {
			t.Errorf("%q comes after %q", d.Of(doc.Text), dates[i-1].Of(doc.Text))
		}
		if d.Why == "" {
			t.Errorf("%q has no reason", d.Of(doc.Text))
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"yesterday", "21.1.", "last fri", "week of jan 17", "w/c 1/1/70", "last 999 years", "since 9999", "next 99 decades", "2022-W53", "999 years ago today", "\xffjan 5"} {
		f.Add(s, true)
	}
	a := ParseContext{Today: civil.Of(2022, 1, 26)}
	f.Fuzz(func(t *testing.T, typed string, dayFirst bool) {
		a := ParseContext{Today: a.Today, DayFirst: dayFirst}
		i, err := Parse(typed, a)
		var bad *NotADateError
		switch {
		case err != nil && !errors.As(err, &bad):
			t.Errorf("Parse(%q): %v, want a NotADateError", typed, err)
		case err == nil && (i.To.Before(i.From) || i.From.Year < 1000 || i.To.Year > 9999 || i.Precision == ""):
			t.Errorf("Parse(%q) = %v", typed, i)
		}
		i, at, ok := FindIn(typed, a)
		if ok && (at.Empty() || at.End > len(typed) || i.To.Before(i.From)) {
			t.Errorf("FindIn(%q) = %v, %v", typed, i, at)
		}
	})
}
