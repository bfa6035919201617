// Command train learns from editors' timelines how likely a word of a day's articles is to
// be in an editor's line about that day.
//
//	go run ./briefing/story/train -out briefing/story/model.json TOPIC_DIR...
//	go run ./briefing/story/train -across TOPIC_DIR...
//
// A TOPIC_DIR has articles.jsonl and gold.jsonl. The weights of measures stay as they are. With -across nothing is
// written: each topic, and each fifth of the weeks, is scored by odds learned without it, and by the built-in
// model. The same topics give the same model, byte for byte.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"rapporteur/briefing/story"
	"rapporteur/briefing/story/gold"
	"rapporteur/corpus/civil"
)

func main() {
	if err := run(context.Background(), os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, w io.Writer) error {
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	out := flags.String("out", "", "write the model to this file")
	across := flags.Bool("across", false, "score by models that never saw what they are scored on")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 || (*out == "") == !*across {
		return errors.New("give topic folders, and either -out FILE or -across")
	}
	built, err := story.Learned()
	if err != nil {
		return err
	}
	var all []day
	for _, dir := range flags.Args() {
		t, err := gold.Load(ctx, dir)
		if err != nil {
			return err
		}
		all = append(all, daysOf(t)...)
	}
	if *across {
		return compare(w, all, built)
	}
	m := learn(all, built)
	m.Provenance = "weights of measures set by hand in plain steps; odds of words and pairs learned from the timelines " +
		strings.Join(names(all), ", ") + " by go run ./briefing/story/train"
	if err := report(w, "all, as trained", all, m); err != nil {
		return err
	}
	b, err := json.MarshalIndent(m, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(*out, append(b, '\n'), 0o644)
}

// A day is a day of a topic, what editors wrote about it, and the words of its articles.
type day struct {
	topic *gold.Topic
	on    civil.Day
	lines []gold.Line
	has   []map[string]bool // of each line, its words and pairs of words
	grams []story.Gram
}

func daysOf(t *gold.Topic) []day {
	at := map[civil.Day]int{}
	var out []day
	for _, l := range t.Lines {
		i, ok := at[l.On]
		if !ok {
			i = len(out)
			at[l.On] = i
			out = append(out, day{topic: t, on: l.On, grams: story.Grams(t.Material(l.On))})
		}
		has := map[string]bool{}
		words := l.Words()
		for k, w := range words {
			has[w] = true
			if k > 0 {
				has[words[k-1]+" "+w] = true
			}
		}
		out[i].lines, out[i].has = append(out[i].lines, l), append(out[i].has, has)
	}
	return out
}

func names(all []day) []string {
	var out []string
	for _, d := range all {
		out = append(out, d.topic.Name)
	}
	return slices.Compact(out)
}

// compare scores each topic by odds learned from the others, and each fifth of the weeks by odds from the rest.
func compare(w io.Writer, all []day, built story.Model) error {
	split := func(in func(day) bool) (own, others []day) {
		out := func(d day) bool { return !in(d) }
		return slices.DeleteFunc(slices.Clone(all), out), slices.DeleteFunc(slices.Clone(all), in)
	}
	for _, name := range names(all) {
		own, others := split(func(d day) bool { return d.topic.Name == name })
		if err := report(w, name+", by the model built in", own, built); err != nil {
			return err
		}
		if len(others) > 0 {
			if err := report(w, name+", by odds from the others", own, learn(others, built)); err != nil {
				return err
			}
		}
	}
	for fold := range 5 {
		own, others := split(func(d day) bool { return d.on.Sub(civil.Of(2000, 1, 3))/7%5 == fold })
		if len(own) > 0 && len(others) > 0 {
			what := fmt.Sprintf("weeks %d of 5, by odds from the rest", fold+1)
			if err := report(w, what, own, learn(others, built)); err != nil {
				return err
			}
		}
	}
	return nil
}

func report(w io.Writer, what string, days []day, m story.Model) error {
	var n, one, two float64
	for _, d := range days {
		for _, l := range d.lines {
			a, b := gold.Score(d.topic, l, m)
			n, one, two = n+1, one+a, two+b
		}
	}
	_, err := fmt.Fprintf(w, "%-40s %4.0f days  ROUGE-1 %.2f  ROUGE-2 %.2f\n", what, n, 100*one/n, 100*two/n)
	return err
}
