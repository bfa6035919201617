// Command train learns what each measure of a sentence is worth from editors' own
// timelines.
//
//	go run ./briefing/story/train -out model.json TOPIC_DIR...
//	go run ./briefing/story/train -across TOPIC_DIR...
//
// A TOPIC_DIR holds articles.jsonl and gold.jsonl. With -across nothing is written:
// each topic, and each fifth of the weeks, is scored by a model that never saw it,
// beside the model built in, which a learned one must beat there to take its place.
// The same topics give the same model, to the byte.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
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
	var all []task
	for _, dir := range flags.Args() {
		t, err := gold.Load(ctx, dir)
		if err != nil {
			return err
		}
		all = append(all, tasksOf(t)...)
	}
	if *across {
		return compare(w, all)
	}
	m := learn(all)
	m.Provenance = fmt.Sprintf("learned from %d days of the timelines %s by go run ./briefing/story/train", len(all), strings.Join(names(all), ", "))
	if err := report(w, "all, as trained", all, m); err != nil {
		return err
	}
	b, err := json.MarshalIndent(m, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(*out, append(b, '\n'), 0o644)
}

// A task is a day of a timeline with the sentences a digest of it can have.
type task struct {
	topic *gold.Topic
	line  gold.Line
	table *story.Table
	worth []float64 // of each sentence
}

func tasksOf(t *gold.Topic) []task {
	tables := map[civil.Day]*story.Table{}
	var out []task
	for _, l := range t.Lines {
		if tables[l.On] == nil {
			x := story.Measure(t.Material(l.On))
			tables[l.On] = &x
		}
		k := task{topic: t, line: l, table: tables[l.On]}
		k.worth = worth(k.table.Texts, l.Words())
		out = append(out, k)
	}
	return out
}

func names(all []task) []string {
	var out []string
	for _, k := range all {
		if len(out) == 0 || out[len(out)-1] != k.topic.Name {
			out = append(out, k.topic.Name)
		}
	}
	return out
}

// compare scores each topic by a model of the others, and each fifth of the weeks by
// a model of the rest.
func compare(w io.Writer, all []task) error {
	split := func(in func(task) bool) (yes, no []task) {
		for _, k := range all {
			if in(k) {
				yes = append(yes, k)
			} else {
				no = append(no, k)
			}
		}
		return yes, no
	}
	built, err := story.Learned()
	if err != nil {
		return err
	}
	for _, name := range names(all) {
		own, others := split(func(k task) bool { return k.topic.Name == name })
		if err := report(w, name+", by the model built in", own, built); err != nil {
			return err
		}
		if len(others) > 0 {
			if err := report(w, name+", by a model of the others", own, learn(others)); err != nil {
				return err
			}
		}
	}
	for fold := range 5 {
		own, others := split(func(k task) bool { return k.line.On.Sub(civil.Of(2000, 1, 3))/7%5 == fold })
		if len(own) > 0 && len(others) > 0 {
			if err := report(w, fmt.Sprintf("weeks %d of 5, by a model of the rest", fold+1), own, learn(others)); err != nil {
				return err
			}
		}
	}
	return nil
}

func report(w io.Writer, what string, tasks []task, m story.Model) error {
	var one, two float64
	for _, k := range tasks {
		a, b := gold.Score(k.topic, k.line, m)
		one, two = one+a, two+b
	}
	n := float64(len(tasks))
	_, err := fmt.Fprintf(w, "%-40s %4d days  ROUGE-1 %.2f  ROUGE-2 %.2f\n", what, len(tasks), 100*one/n, 100*two/n)
	return err
}
