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

// Both Keeps must pass the same test.
func TestKeeps(t *testing.T) {
	t.Parallel()
	for name, make := range map[string]func(t *testing.T) Store{
		"memory":    func(*testing.T) Store { return &Memory{} },
		"full disk": func(*testing.T) Store { return sturdy(&fullDisk{full: true}) },
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
			k, ctx := make(t), t.Context()
			if v, err := k.Get(ctx, "nothing"); v != nil || err != nil {
				t.Errorf("an unknown key gave %q, %v", v, err)
			}
			later, past := time.Now().Add(time.Hour), time.Now().Add(-time.Hour)
			for key, until := range map[string]time.Time{"for good": {}, "for now": later, "over": past} {
				if err := k.Put(ctx, key, []byte("old"), later); err != nil {
					t.Fatal(err)
				}
				if err := k.Put(ctx, key, []byte(key), until); err != nil {
					t.Fatal(err)
				}
			}
			for key, want := range map[string][]byte{"for good": []byte("for good"), "for now": []byte("for now"), "over": nil} {
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
	if len(m.Kept) != memoryLimit || len(m.order) != memoryLimit {
		t.Errorf("a memory of %d keeps %d entries under %d names", memoryLimit, len(m.Kept), len(m.order))
	}
}

// A fullDisk is a Keep that takes nothing while it is full.
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

func sturdy(first Store) *Fallback {
	return &Fallback{First: first, Log: slog.New(slog.DiscardHandler)}
}

// What was kept in memory is newer than what the disk has, until the disk takes it.
func TestTheNewestIsKept(t *testing.T) {
	t.Parallel()
	disk, ctx := &fullDisk{}, t.Context()
	k := sturdy(disk)
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
		behind, _ := disk.Get(ctx, "k")
		if string(got) != step.value || err != nil || string(behind) != step.onDisk {
			t.Errorf("got %q, %v with %q on the disk, want %q and %q", got, err, behind, step.value, step.onDisk)
		}
	}
}
