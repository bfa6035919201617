// Command train learns what each measure of a sentence is worth from editors' own
// timelines.
//
//	go run ./briefing/story/train -out briefing/story/model.json TOPIC_DIR...
//	go run ./briefing/story/train -across TOPIC_DIR...
//
// A TOPIC_DIR holds articles.jsonl and gold.jsonl. With -across nothing is written:
// each topic, and each fifth of the weeks, is scored by a model that never saw it.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"runtime/pprof"
	"strings"
	"time"

	"rapporteur/briefing/story"
	"rapporteur/briefing/story/gold"
	"rapporteur/corpus/civil"
)

type task struct {
	topic *gold.Topic
	line  gold.Line
	table *story.Table
	worth []float64
	ref   []string
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	out := flag.String("out", "", "file for the model")
	across := flag.Bool("across", false, "score by models that never saw what they are scored on")
	show := flag.Bool("show", false, "")
	decay := flag.Float64("decay", 0.005, "")
	drop := flag.String("drop", "", "")
	prof := flag.String("prof", "", "")
	flag.Parse()
	if *prof != "" {
		f, _ := os.Create(*prof)
		pprof.StartCPUProfile(f)
		defer pprof.StopCPUProfile()
	}
	t0 := time.Now()
	var all []task
	topics := map[string][]task{}
	for _, dir := range flag.Args() {
		t, err := gold.Load(context.Background(), dir)
		if err != nil {
			return err
		}
		tables := map[civil.Day]*story.Table{}
		fmt.Println("loaded", time.Since(t0))
		for _, l := range t.Lines {
			if tables[l.On] == nil {
				x := story.Measure(t.Material(l.On))
				tables[l.On] = &x
			}
			k := task{topic: t, line: l, table: tables[l.On], ref: gold.Words(strings.Join(l.Reference, " "))}
			k.worth = worth(k.table.Texts, k.ref)
			all = append(all, k)
			topics[t.Name] = append(topics[t.Name], k)
		}
		fmt.Println("measured", time.Since(t0))
	}
	if *across {
		for _, d := range strings.Split(*drop, ";") {
			dropped = map[string]bool{}
			for _, x := range strings.Split(d, ",") {
				dropped[x] = true
			}
			fmt.Println("without", d)
			for name, tasks := range topics {
				var rest []task
				for _, k := range all {
					if k.topic.Name != name {
						rest = append(rest, k)
					}
				}
				report("other topics -> "+name, tasks, learn(rest, *decay), false)
			}
			var a, b float64
			for f := range 5 {
				var tr, te []task
				for _, k := range all {
					if k.line.On.Sub(civil.Of(2000, 1, 1))/7%5 == f {
						te = append(te, k)
					} else {
						tr = append(tr, k)
					}
				}
				x, y := scoreOf(te, learn(tr, *decay), false)
				a += x * float64(len(te)) / float64(len(all))
				b += y * float64(len(te)) / float64(len(all))
			}
			fmt.Printf("folds by week: ROUGE-1 %.2f ROUGE-2 %.2f   %v\n", 100*a, 100*b, time.Since(t0))
		}
		return nil
	}
	m := learn(all, *decay)
	for name, tasks := range topics {
		report(name, tasks, m, *show)
	}
	report("all", all, m, false)
	if *out != "" {
		b, _ := json.MarshalIndent(m, "", "\t")
		return os.WriteFile(*out, append(b, '\n'), 0o644)
	}
	return nil
}

var free = os.Getenv("FREE") != ""

var dropped = map[string]bool{}

func report(what string, ts []task, m story.Model, show bool) {
	a, b := scoreOf(ts, m, show)
	fmt.Printf("%-30s %d ROUGE-1 %.2f ROUGE-2 %.2f\n", what, len(ts), 100*a, 100*b)
}

func scoreOf(ts []task, m story.Model, show bool) (r1, r2 float64) {
	for _, k := range ts {
		n := gold.Budget(len(k.ref))
		lines := headlines(k.topic.Material(k.line.On), m, n)
		w := gold.Words(strings.Join(lines, " "))
		w = w[:min(len(w), n)]
		a, b := gold.Rouge(1, w, k.ref), gold.Rouge(2, w, k.ref)
		r1 += a
		r2 += b
		if show {
			fmt.Printf("== %s %s %.2f %.2f\n  REF %s\n", k.line.Timeline, k.line.On, a, b, strings.Join(k.line.Reference, " "))
			for _, l := range lines {
				fmt.Println("   ", l)
			}
		}
	}
	return r1 / float64(len(ts)), r2 / float64(len(ts))
}

// worth is how much of the reference a sentence has, for its length.
func worth(texts []string, ref []string) []float64 {
	in1, in2 := map[string]bool{}, map[string]bool{}
	for i, w := range ref {
		in1[w] = true
		if i > 0 {
			in2[ref[i-1]+" "+w] = true
		}
	}
	out := make([]float64, len(texts))
	for k, t := range texts {
		w := gold.Words(t)
		n := 0.0
		for i, x := range w {
			if in1[x] && !story.Function(x) {
				n++
			}
			if i > 0 && in2[w[i-1]+" "+x] {
				n += 2
			}
		}
		out[k] = n / float64(len(w)+8)
	}
	return out
}

func learn(ts []task, decay float64) story.Model {
	names := ts[0].table.Names
	k := len(names)
	w, m, v := make([]float64, k), make([]float64, k), make([]float64, k)
	for e := 1; e <= 120; e++ {
		g := make([]float64, k)
		for _, t := range ts {
			rows := t.table.Rows
			s := make([]float64, len(rows))
			mx := math.Inf(-1)
			for i, r := range rows {
				for f := range r {
					s[i] += w[f] * r[f]
				}
				mx = math.Max(mx, s[i])
			}
			var zz, ey float64
			for i := range s {
				s[i] = math.Exp(s[i] - mx)
				zz += s[i]
			}
			for i := range s {
				s[i] /= zz
				ey += s[i] * t.worth[i]
			}
			for i, r := range rows {
				c := s[i] * (t.worth[i] - ey)
				if c > 1e-6 || c < -1e-6 {
					for f := range r {
						g[f] += c * r[f]
					}
				}
			}
		}
		for f := range g {
			g[f] = g[f]/float64(len(ts)) - decay*w[f]
			if dropped[names[f]] {
				g[f] = 0
			}
			m[f] = 0.9*m[f] + 0.1*g[f]
			v[f] = 0.99*v[f] + 0.01*g[f]*g[f]
			w[f] += 0.05 * (m[f] / (1 - math.Pow(0.9, float64(e)))) / (math.Sqrt(v[f]/(1-math.Pow(0.99, float64(e)))) + 1e-6)
			if w[f]*float64(ts[0].table.Ways[f]) < 0 && !free {
				w[f] = 0
			}
		}
	}
	out := story.Model{Weights: map[string]float64{}}
	for f, n := range names {
		out.Weights[n] = math.Round(w[f]*1000) / 1000
	}
	return out
}

func headlines(m story.Material, model story.Model, n int) (out []string) {
	for _, i := range story.Compose(m, model, story.Options{Words: n}).Items {
		p := i.Places[0]
		out = append(out, m.Articles[p.Article].At(p.Span))
	}
	return out
}
