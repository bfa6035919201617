// Package kv keeps small values beyond the life of a process: what buttons remember, the
// budget of Identifies, the key that signs buttons.
//
// Store is the interface, which briefing/ledger implements on disk. Memory and Fallback
// implement it here, and each must pass the same test.
package kv

import (
	"context"
	"log/slog"
	"sync"
	"time"
)

// A Store maps keys to values that expire.
type Store interface {
	// Put stores value under key until the given time; a zero time means forever.
	Put(ctx context.Context, key string, value []byte, until time.Time) error
	// Get returns the value, or nil when there is none or it has expired.
	Get(ctx context.Context, key string) ([]byte, error)
}

// memoryLimit caps a Memory's entries; the oldest are dropped first.
const memoryLimit = 10_000

// Memory is a Store that forgets when the process ends. The zero value is ready to use.
type Memory struct {
	mu      sync.Mutex
	entries map[string]entry
	order   []string // keys, oldest first
}

type entry struct {
	value []byte
	until time.Time
}

// Put implements Store. It does not fail.
func (m *Memory) Put(_ context.Context, key string, value []byte, until time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.entries == nil {
		m.entries = map[string]entry{}
	}
	if _, known := m.entries[key]; !known {
		m.order = append(m.order, key)
	}
	m.entries[key] = entry{value, until}
	for len(m.order) > memoryLimit {
		delete(m.entries, m.order[0])
		m.order = m.order[1:]
	}
	return nil
}

// Get implements Store. It does not fail.
func (m *Memory) Get(_ context.Context, key string) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	e, ok := m.entries[key]
	if !ok || !e.until.IsZero() && time.Now().After(e.until) {
		return nil, nil
	}
	return e.value, nil
}

// remove forgets a key. The key stays in order until its turn to be dropped.
func (m *Memory) remove(key string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.entries, key)
}

// Fallback keeps values in memory while Primary fails, on a full disk for instance. Buttons
// then work, and Identifies are counted, until the process ends.
type Fallback struct {
	Primary Store
	Log     *slog.Logger
	memory  Memory // what Primary did not take; newer than what it has
}

// Put implements Store. It does not fail.
func (f *Fallback) Put(ctx context.Context, key string, value []byte, until time.Time) error {
	if err := f.Primary.Put(ctx, key, value, until); err != nil {
		f.Log.ErrorContext(ctx, "a value is kept only in memory, until this process ends", "err", err)
		return f.memory.Put(ctx, key, value, until)
	}
	f.memory.remove(key)
	return nil
}

// Get implements Store.
func (f *Fallback) Get(ctx context.Context, key string) ([]byte, error) {
	if value, err := f.memory.Get(ctx, key); value != nil || err != nil {
		return value, err
	}
	return f.Primary.Get(ctx, key)
}
