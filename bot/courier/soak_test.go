package courier

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rapporteur/briefing"
	"rapporteur/corpus/testenv"
)

// TestSoakOfTheCourier delivers a digest a minute to each of fifty channels: no
// goroutine and hardly any memory is left behind. RAPPORTEUR_LONG=1 makes it a hundred
// thousand digests.
func TestSoakOfTheCourier(t *testing.T) {
	const channels = 50
	minutes := testenv.Times(8, 20, 2000)
	inPressRoom(t, 1, func(t *testing.T, p *pressRoom) {
		taker := &taker{}
		p.to, p.desk = taker, terse{}
		p.start()
		for i := range channels {
			p.add("42", fmt.Sprint(9001+i), "* * * * *", plainDigest)
		}
		p.later(time.Duration(minutes/4) * time.Minute)
		heap, goroutines := left()
		p.later(time.Duration(minutes-minutes/4) * time.Minute)
		heapThen, goroutinesThen := left()
		n := taker.taken.Load()
		t.Logf("%d digests; heap %d KiB, then %d KiB; goroutines %d, then %d", n, heap>>10, heapThen>>10, goroutines, goroutinesThen)
		if n < int64(channels*(minutes-1)) {
			t.Errorf("%d digests in %d minutes", n, minutes)
		}
		if goroutinesThen > goroutines {
			t.Errorf("%d goroutines, and %d later", goroutines, goroutinesThen)
		}
		if grown := int64(heapThen) - int64(heap); grown > 4<<20 {
			t.Errorf("the heap grew by %d KiB", grown>>10)
		}
	})
}

// left is what memory and goroutines there are when all is quiet.
func left() (heap uint64, goroutines int) {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc, runtime.NumGoroutine()
}

// A taker is a Discord that takes every message and remembers none.
type taker struct{ taken atomic.Int64 }

// RoundTrip implements http.RoundTripper.
func (k *taker) RoundTrip(req *http.Request) (*http.Response, error) {
	id := "1"
	if strings.HasSuffix(req.URL.Path, "/messages") {
		id = fmt.Sprint(k.taken.Add(1))
	}
	return &http.Response{
		StatusCode: http.StatusOK, Status: "200 OK", Request: req,
		Header: http.Header{"Content-Type": {"application/json"}, "Date": {time.Now().UTC().Format(http.TimeFormat)}},
		Body:   io.NopCloser(strings.NewReader(`{"id":"` + id + `"}`)),
	}, nil
}

// A terse editor writes one line and remembers nothing.
type terse struct{}

func (terse) Edition(_ context.Context, q briefing.EditionQuestion) (briefing.Edition, error) {
	return briefing.Edition{BriefAnswer: briefing.BriefAnswer{From: q.Today, To: q.Today, Items: []briefing.BriefItem{{
		Section: "headlines", Text: "The ferry sailed.", Sources: []briefing.Source{{ID: "a", Title: "Ferry"}},
	}}}}, nil
}

func (terse) Timeline(context.Context, briefing.TimelineQuestion) (briefing.TimelineAnswer, error) {
	return briefing.TimelineAnswer{}, nil
}

func (terse) ReadDays(briefing.Asker, string, string) (briefing.Interval, error) {
	return briefing.Interval{}, nil
}

var _ Editor = terse{}
