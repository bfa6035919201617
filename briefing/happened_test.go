package briefing

import (
	"errors"
	"strings"
	"testing"

	"rapporteur/corpus/store"
	"rapporteur/corpus/store/storetest"
	"rapporteur/corpus/when"
)

// events is one line for each way in which an interval can lie to a day.
func events(t testing.TB) store.Entry {
	interval := func(from, to string, p when.Precision) when.Interval {
		return when.Interval{From: day(t, from), To: day(t, to), Precision: p}
	}
	return storetest.Entry(t, "A year on the river", "wire.example", "2031-05-10",
		storetest.Line{Text: "The lock was opened on Monday by the mayor.", Happened: "on Monday", When: storetest.On(t, "2031-05-05")},
		storetest.Line{Text: "Anglers counted the salmon this week.", Happened: "this week", When: interval("2031-05-05", "2031-05-11", when.WeekPrecision)},
		storetest.Line{Text: "Rain fell for all of May on the lower town.", Happened: "May", When: interval("2031-05-01", "2031-05-31", when.MonthPrecision)},
		storetest.Line{Text: "The treaty was broken twice in 2031 by farmers.", Happened: "in 2031", When: interval("2031-01-01", "2031-12-31", when.YearPrecision)},
		storetest.Line{Text: "A market will be held until 12 May in the square.", Happened: "until 12 May", When: interval("2031-05-10", "2031-05-12", when.RangePrecision), Planned: true},
	)
}

func TestHappenedPrecision(t *testing.T) {
	d := desk(t, events(t))
	for _, row := range []struct {
		on   string
		want []string
	}{
		{"2031-05-05", []string{"lock", "salmon"}},
		{"2031-05-12", []string{"market"}},
		{"2031-05-01", nil},
		{"may 2031", []string{"lock", "salmon", "Rain", "market"}},
		{"2031", []string{"lock", "salmon", "Rain", "treaty", "market"}},
	} {
		ans, err := d.Happened(t.Context(), HappenedQuestion{On: row.on})
		if err != nil {
			t.Fatalf("%s: %v", row.on, err)
		}
		var texts []string
		for _, e := range ans.Events {
			texts = append(texts, e.Text)
		}
		all := strings.Join(texts, " ")
		for _, w := range row.want {
			if !strings.Contains(all, w) {
				t.Errorf("%s: %q is missing from %q", row.on, w, texts)
			}
		}
		if len(texts) != len(row.want) {
			t.Errorf("%s: %d events, want %d: %q", row.on, len(texts), len(row.want), texts)
		}
		if (len(ans.Events) == 0) != (len(ans.Nearest) > 0) {
			t.Errorf("%s: %d events and %d nearest days", row.on, len(ans.Events), len(ans.Nearest))
		}
	}
}

func TestHappenedPlanAndOutcome(t *testing.T) {
	d := desk(t,
		storetest.Entry(t, "Before", "wire.example", "2031-05-03",
			storetest.Line{Text: "Minister Ivo Brandt will travel to Odrava on Monday.", Happened: "on Monday", When: storetest.On(t, "2031-05-05"), Planned: true}),
		storetest.Entry(t, "After", "herald.example", "2031-05-06",
			storetest.Line{Text: "Minister Ivo Brandt travelled to Odrava on Monday.", Happened: "on Monday", When: storetest.On(t, "2031-05-05")}),
	)
	ans, err := d.Happened(t.Context(), HappenedQuestion{On: "2031-05-05"})
	if err != nil || len(ans.Events) != 1 {
		t.Fatalf("%d events, %v; want the plan and its outcome as one", len(ans.Events), err)
	}
	if e := ans.Events[0]; e.Planned || e.Told.Publishers != 2 || !strings.Contains(e.Text, "travelled") {
		t.Errorf("told as %+v; want the outcome, by two publishers", e)
	}
}

func TestHappenedTellingWithoutADay(t *testing.T) {
	d := desk(t,
		storetest.Entry(t, "Talks to be held", "wire.example", "2031-05-03",
			storetest.Line{Text: "Water Minister Elina Marsk will meet Sergei Malkov in Tarnholm on Monday.", Happened: "on Monday", When: storetest.On(t, "2031-05-05"), Planned: true}),
		storetest.Entry(t, "Talks held", "herald.example", "2031-05-06",
			storetest.Line{Text: "Elina Marsk and Sergei Malkov met for five hours in Tarnholm."},
			storetest.Line{Text: "Elina Marsk and Sergei Malkov would meet again in Tarnholm."},
			storetest.Line{Text: "Elina Marsk was born in Tarnholm."}),
		storetest.Entry(t, "Long after", "herald.example", "2031-07-06",
			storetest.Line{Text: "Elina Marsk and Sergei Malkov met at a wedding in Tarnholm."}),
	)
	ans, err := d.Happened(t.Context(), HappenedQuestion{On: "2031-05-05"})
	if err != nil || len(ans.Events) != 1 {
		t.Fatalf("%d events, %v; want the plan and the telling as one", len(ans.Events), err)
	}
	if e := ans.Events[0]; !strings.Contains(e.Text, "five hours") || e.Planned || e.DatedBy != "on Monday" || !strings.Contains(e.Why, "Talks to be held") {
		t.Errorf("told as %+v; want the five hours, dated by the other article", e)
	}
}

func TestBadDate(t *testing.T) {
	d := desk(t, events(t))
	for _, on := range []string{"", "soon", "32 may", "2031-13-45", "\x00"} {
		var bad *InputError
		if _, err := d.Happened(t.Context(), HappenedQuestion{On: on}); !errors.As(err, &bad) || !strings.Contains(bad.Problem, "2022-01-21") {
			t.Errorf("Happened on %q gives %v, want an InputError with an example", on, err)
		}
	}
}
