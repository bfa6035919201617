package store_test

import (
	"context"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"rapporteur/corpus/store"
	"rapporteur/corpus/store/storetest"
)

// TestSettleInMemory settles 100 articles that each appeared twice, so that every
// statement is compared with another, and looks how much is held meanwhile: what
// is read of a telling must not stay until the last one is read. It must not run in
// parallel, since it measures all that the process holds.
func TestSettleInMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, which finds nothing here")
	}
	const most = 9 << 20 // it is 5 MB, mostly what is kept on purpose; all that is read is 13 MB
	st, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "store.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	entries := storetest.Generated(t, 3_000)
	for range 2 {
		if _, err := st.Add(t.Context(), store.Operator, entries...); err != nil {
			t.Fatal(err)
		}
		for i := range entries {
			entries[i].Article.ID = "again-" + entries[i].Article.ID
		}
	}
	entries = nil
	before := live()
	ctx := watched{t.Context(), new(watch)}
	if err := st.Settle(ctx); err != nil {
		t.Fatal(err)
	}
	if ctx.peak == 0 {
		t.Fatal("nothing was measured")
	}
	if held := int64(ctx.peak) - int64(before); held > most {
		t.Errorf("settling held %d kB, want %d at most", held>>10, most>>10)
	}
}

// A watched context looks at the memory in use whenever the database has asked so
// many times whether it is done.
type watched struct {
	context.Context
	*watch
}

type watch struct {
	sync.Mutex
	asked int
	peak  uint64
}

func (w watched) Done() <-chan struct{} {
	w.Lock()
	defer w.Unlock()
	if w.asked++; w.asked%1500 == 0 {
		w.peak = max(w.peak, live())
	}
	return w.Context.Done()
}

// live is the bytes in use after a collection.
func live() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
