package ledger

import (
	"fmt"
	"testing"
	"time"
)

// BenchmarkIdleMinute is what a thousand digests cost each minute in which none is due.
func BenchmarkIdleMinute(b *testing.B) {
	l := fresh(b)
	for i := range 1000 {
		add(b, l, fmt.Sprint("g", i%50), daily(fmt.Sprint("c", i)), noon)
	}
	b.ReportAllocs()
	for b.Loop() {
		must(b, l.Plan(b.Context(), noon.Add(time.Minute), 6*time.Hour))
		if _, _, err := l.Waiting(b.Context(), noon); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDelivery is a run's way through the ledger, from due to sent.
func BenchmarkDelivery(b *testing.B) {
	l := fresh(b)
	d := add(b, l, "g", daily("c"), noon)
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		n++
		must(b, l.RunNow(b.Context(), "g", d.ID, fmt.Sprint("run ", n), noon))
		runs, err := l.Pending(b.Context(), noon, 16)
		must(b, err)
		r, err := l.Freeze(b.Context(), runs[0], Edition{Messages: []Message{{Body: make([]byte, 6000), Why: "why"}},
			Keys: []string{"key"}}, noon)
		must(b, err)
		_, err = l.Sending(b.Context(), r, 1, noon)
		must(b, err)
		must(b, l.Delivered(b.Context(), r, 1, "m", noon))
	}
}
