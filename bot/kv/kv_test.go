package kv

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"rapporteur/briefing/ledger"
)

// Each Store must pass the same test.
func TestStores(t *testing.T) {
	t.Parallel()
	for name, newStore := range map[string]func(t *testing.T) Store{
		"memory":    func(*testing.T) Store { return &Memory{} },
		"full disk": func(*testing.T) Store { return newFallback(&fullDisk{full: true}) },
		"ledger": func(t *testing.T) Store {
			k, err := ledger.Open(t.Context(), filepath.Join(t.TempDir(), "ledger.db"))
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { k.Close() })
			return k
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			k, ctx := newStore(t), t.Context()
			if v, err := k.Get(ctx, "nothing"); v != nil || err != nil {
				t.Errorf("an unknown key has the value %q, %v", v, err)
			}
			later, past := time.Now().Add(time.Hour), time.Now().Add(-time.Hour)
			for key, until := range map[string]time.Time{"forever": {}, "an hour": later, "expired": past} {
				if err := k.Put(ctx, key, []byte("old"), later); err != nil {
					t.Fatal(err)
				}
				if err := k.Put(ctx, key, []byte(key), until); err != nil {
					t.Fatal(err)
				}
			}
			wants := map[string][]byte{"forever": []byte("forever"), "an hour": []byte("an hour"), "expired": nil}
			for key, want := range wants {
				if v, err := k.Get(ctx, key); !bytes.Equal(v, want) || err != nil {
					t.Errorf("Get(%q) = %q, %v; want %q", key, v, err, want)
				}
			}
		})
	}
}

func TestMemoryIsBounded(t *testing.T) {
	t.Parallel()
	m := &Memory{}
	for i := range memoryLimit + 10 {
		if err := m.Put(t.Context(), fmt.Sprint(i), nil, time.Time{}); err != nil {
			t.Fatal(err)
		}
	}
	if len(m.entries) != memoryLimit || len(m.order) != memoryLimit {
		t.Errorf("a memory of at most %d has %d entries and %d keys", memoryLimit, len(m.entries), len(m.order))
	}
}

// A fullDisk is a Store that rejects every value while it is full.
type fullDisk struct {
	Memory
	mu   sync.Mutex
	full bool
}

func (d *fullDisk) fill(full bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.full = full
}

func (d *fullDisk) Put(ctx context.Context, key string, value []byte, until time.Time) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.full {
		return errors.New("no space left on device")
	}
	return d.Memory.Put(ctx, key, value, until)
}

func newFallback(first Store) *Fallback {
	return &Fallback{Primary: first, Log: slog.New(slog.DiscardHandler)}
}

// A value in memory is newer than the one on disk, until the disk accepts one again.
func TestFallbackReturnsTheNewest(t *testing.T) {
	t.Parallel()
	disk, ctx := &fullDisk{}, t.Context()
	k := newFallback(disk)
	for _, step := range []struct {
		full   bool
		value  string
		onDisk string
	}{{false, "one", "one"}, {true, "two", "one"}, {true, "three", "one"}, {false, "four", "four"}} {
		disk.fill(step.full)
		if err := k.Put(ctx, "k", []byte(step.value), time.Time{}); err != nil {
			t.Fatal(err)
		}
		got, err := k.Get(ctx, "k")
		stored, _ := disk.Get(ctx, "k")
		if string(got) != step.value || err != nil || string(stored) != step.onDisk {
			t.Errorf("got %q, %v with %q on the disk, want %q and %q", got, err, stored, step.value, step.onDisk)
		}
	}
}
