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

// TestCourierSoak delivers a digest a minute to each of fifty channels: it leaks no
// goroutine and almost no memory. RAPPORTEUR_LONG=1 delivers a hundred thousand digests.
func TestCourierSoak(t *testing.T) {
	const channels = 50
	minutes := testenv.Times(8, 20, 2000)
	withCourier(t, 1, func(t *testing.T, p *harness) {
		all := &acceptAll{}
		p.to, p.desk = all, oneLineEditor{}
		p.start()
		for i := range channels {
			p.add("42", fmt.Sprint(9001+i), "* * * * *", unchanged)
		}
		p.later(time.Duration(minutes/4) * time.Minute)
		heap, goroutines := usage()
		p.later(time.Duration(minutes-minutes/4) * time.Minute)
		heapThen, goroutinesThen := usage()
		n := all.messages.Load()
		t.Logf("%d digests; heap %d KiB, then %d KiB; goroutines %d, then %d",
			n, heap>>10, heapThen>>10, goroutines, goroutinesThen)
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

// usage is the memory and goroutines in use.
func usage() (heap uint64, goroutines int) {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc, runtime.NumGoroutine()
}

// acceptAll is a Discord that accepts every message and keeps none.
type acceptAll struct{ messages atomic.Int64 }

// RoundTrip implements http.RoundTripper.
func (a *acceptAll) RoundTrip(req *http.Request) (*http.Response, error) {
	id := "1"
	if strings.HasSuffix(req.URL.Path, "/messages") {
		id = fmt.Sprint(a.messages.Add(1))
	}
	return &http.Response{
		StatusCode: http.StatusOK, Status: "200 OK", Request: req,
		Header: http.Header{"Content-Type": {"application/json"}, "Date": {time.Now().UTC().Format(http.TimeFormat)}},
		Body:   io.NopCloser(strings.NewReader(`{"id":"` + id + `"}`)),
	}, nil
}

// A oneLineEditor writes one line and keeps nothing.
type oneLineEditor struct{}

func (oneLineEditor) Edition(_ context.Context, q briefing.EditionQuestion) (briefing.Edition, error) {
	return briefing.Edition{BriefAnswer: briefing.BriefAnswer{From: q.Today, To: q.Today, Items: []briefing.BriefItem{{
		Section: "headlines", Text: "The ferry sailed.", Sources: []briefing.Source{{ID: "a", Title: "Ferry"}},
	}}}}, nil
}

func (oneLineEditor) Timeline(context.Context, briefing.TimelineQuestion) (briefing.TimelineAnswer, error) {
	return briefing.TimelineAnswer{}, nil
}

func (oneLineEditor) ReadDays(briefing.Asker, string, string) (briefing.Interval, error) {
	return briefing.Interval{}, nil
}

var _ Editor = oneLineEditor{}
