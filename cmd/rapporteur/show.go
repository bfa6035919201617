package main

import (
	"fmt"
	"io"
	"strings"

	"rapporteur/briefing"
)

// The answers as a person at a terminal reads them.

func showWho(w io.Writer, a briefing.WhoAnswer) {
	if len(a.Answers) == 0 {
		fmt.Fprintf(w, "Nobody in this corpus is told to have said that.\n")
	}
	for _, s := range a.Answers {
		showStatement(w, s)
	}
	showHints(w, a.DidYouMean)
	showCoverage(w, a.Coverage)
}

func showSaid(w io.Writer, a briefing.SaidAnswer) {
	if a.Person == nil {
		fmt.Fprintf(w, "Nobody of that name speaks in this corpus.\n")
	} else {
		fmt.Fprintln(w, strings.Join(append([]string{a.Person.Name}, a.Person.Roles...), ", "))
		if len(a.Statements) == 0 {
			fmt.Fprintf(w, "Nothing found.\n")
		}
	}
	for _, s := range a.Statements {
		showStatement(w, s)
	}
	showHints(w, a.DidYouMean)
	showCoverage(w, a.Coverage)
}

func showHappened(w io.Writer, a briefing.HappenedAnswer) {
	if len(a.Events) == 0 {
		fmt.Fprintf(w, "%s\n", nothingOf(a.From, a.To))
		for _, n := range a.Nearest {
			fmt.Fprintf(w, "  %s has %d\n", n.Day, n.Events)
		}
	}
	for _, e := range a.Events {
		planned := ""
		if e.Planned {
			planned = ", planned"
		}
		fmt.Fprintf(w, "%s%s\n  %s\n", days(e.From, e.To), planned, e.Text)
		showSources(w, e.Sources)
	}
	showCoverage(w, a.Coverage)
}

func showBrief(w io.Writer, a briefing.BriefAnswer) {
	if len(a.Items) == 0 {
		fmt.Fprintf(w, "No news of %s.\n", days(a.From, a.To))
	}
	section := ""
	for _, i := range a.Items {
		if i.Section != section {
			section = i.Section
			fmt.Fprintf(w, "%s\n", strings.ToUpper(section))
		}
		if i.Speaker != "" {
			fmt.Fprintf(w, "  %s:\n", i.Speaker)
		}
		fmt.Fprintf(w, "  %s\n", i.Text)
		showSources(w, i.Sources)
	}
	showCoverage(w, a.Coverage)
}

func showAsk(w io.Writer, a routed) {
	switch {
	case a.Who != nil:
		showWho(w, *a.Who)
	case a.Said != nil:
		showSaid(w, *a.Said)
	case a.Happened != nil:
		showHappened(w, *a.Happened)
	case a.Brief != nil:
		showBrief(w, *a.Brief)
	}
}

func showStatement(w io.Writer, s briefing.Statement) {
	words := s.Quote
	if s.Negated && s.Sentence != "" {
		words = s.Sentence
	}
	fmt.Fprintf(w, "%q\n", words)
	var about []string
	switch {
	case s.Speaker != "" && s.Basis == "named":
		about = append(about, s.Speaker)
	case s.Speaker != "":
		about = append(about, fmt.Sprintf("%s, printed as %q", s.Speaker, s.AsPrinted))
	case s.AsPrinted != "":
		about = append(about, fmt.Sprintf("%s: %q", s.Basis, s.AsPrinted))
	default:
		about = append(about, s.Basis)
	}
	if s.Conflict {
		about = append(about, "disputed by another article")
	}
	if !s.SaidOn.IsZero() {
		about = append(about, s.SaidOn.String())
	}
	fmt.Fprintf(w, "  %s\n", strings.Join(about, ", "))
	showSources(w, s.Sources)
}

func showSources(w io.Writer, all []briefing.Source) {
	for _, s := range all {
		parts := []string{s.Title}
		for _, more := range []string{s.Publisher, s.Published.String(), s.URL} {
			if more != "" {
				parts = append(parts, more)
			}
		}
		fmt.Fprintf(w, "    %s\n", strings.Join(parts, " · "))
	}
}

func showHints(w io.Writer, hints []string) {
	if len(hints) > 0 {
		fmt.Fprintf(w, "Did you mean: %s?\n", strings.Join(hints, "; "))
	}
}

func showCoverage(w io.Writer, c briefing.Coverage) {
	fmt.Fprintf(w, "(%d articles by %d publishers, %s)\n", c.Articles, c.Publishers, days(c.First, c.Last))
}

// nothingOf says that nothing is told of an interval, which is zero where the question
// named none.
func nothingOf(from, to briefing.Day) string {
	if from.IsZero() {
		return "Nothing is told of that."
	}
	return "Nothing is told of " + days(from, to) + "."
}

// days is an interval as short as its ends allow.
func days(from, to briefing.Day) string {
	switch {
	case from.IsZero() && to.IsZero():
		return "undated"
	case from == to:
		return from.String()
	}
	return from.String() + " to " + to.String()
}
