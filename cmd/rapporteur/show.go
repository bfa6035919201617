package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/dustin/go-humanize/english"

	"rapporteur/briefing"
)

// showWho prints an answer for a person at a terminal, as the other show functions do.
func showWho(w io.Writer, a briefing.WhoAnswer) {
	if len(a.Answers) == 0 {
		fmt.Fprintf(w, "No quotes like that in these articles.\n")
	}
	for _, s := range a.Answers {
		showStatement(w, s)
	}
	showHints(w, a.DidYouMean)
	showCoverage(w, a.Coverage)
}

func showSaid(w io.Writer, a briefing.SaidAnswer) {
	if a.Person == nil {
		fmt.Fprintf(w, "No quotes from anyone of that name in these articles.\n")
	} else {
		fmt.Fprintln(w, strings.Join(append([]string{a.Person.Name}, a.Person.Roles...), ", "))
		if len(a.Statements) == 0 {
			fmt.Fprintf(w, "No matching quotes found.\n")
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
		fmt.Fprintf(w, "No events found for %s.\n", daysOr(a.From, a.To, "that date"))
		for _, n := range a.Nearest {
			fmt.Fprintf(w, "  %s has %s\n", n.Day, english.Plural(n.Events, "event", ""))
		}
	}
	for _, e := range a.Events {
		planned := ""
		if e.Planned {
			planned = ", planned"
		}
		fmt.Fprintf(w, "%s%s\n  %s\n", daysOr(e.From, e.To, "undated"), planned, e.Text)
		showTold(w, e.Told)
		showSources(w, e.Sources)
	}
	showCoverage(w, a.Coverage)
}

func showBrief(w io.Writer, a briefing.BriefAnswer) {
	if len(a.Items) == 0 {
		fmt.Fprintf(w, "No news for %s.\n", daysOr(a.From, a.To, "that date"))
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

func showStatement(w io.Writer, s briefing.Statement) {
	words := s.Quote
	if s.Negated && s.Sentence != "" {
		words = s.Sentence
	}
	fmt.Fprintf(w, "%q\n", words)
	var about []string
	switch {
	case s.Speaker != "" && s.Basis == "named":
		about = append(about, s.Hedge()+s.Speaker)
	case s.Speaker != "":
		about = append(about, fmt.Sprintf("%s%s (the article says %q)", s.Hedge(), s.Speaker, s.AsPrinted))
	case s.AsPrinted != "":
		about = append(about, fmt.Sprintf("speaker not named: %q", s.AsPrinted))
	default:
		about = append(about, "unknown speaker")
	}
	if s.Conflict {
		about = append(about, "another article names someone else")
	}
	if !s.SaidOn.IsZero() {
		about = append(about, s.SaidOn.String())
	}
	fmt.Fprintf(w, "  %s\n", strings.Join(about, ", "))
	showTold(w, s.Told)
	showSources(w, s.Sources)
}

// showTold says where several publishers print one text; the sources below speak for themselves otherwise.
func showTold(w io.Writer, told briefing.Told) {
	if told.Texts < told.Publishers {
		count := func(n int, noun string) string { return english.Plural(n, noun, "") }
		fmt.Fprintf(w, "    %s:\n", told.Say(count))
	}
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
	fmt.Fprintf(w, "(%d articles by %d publishers, %s)\n", c.Articles, c.Publishers, daysOr(c.First, c.Last, "undated"))
}

// daysOr is a period as short as its ends allow; none is its text where both are unknown.
func daysOr(from, to briefing.Day, none string) string {
	switch {
	case from.IsZero() && to.IsZero():
		return none
	case from == to:
		return from.String()
	}
	return from.String() + " to " + to.String()
}
