package kv

import (
	"context"
	"log/slog"
	"sync"
	"time"
)

// A Keep holds the little that must outlive the process: what buttons remember, the
// budget of Identifies, the key that signs buttons.
type Store interface {
	// Put stores value under key until the given time; a zero time means for good.
	Put(ctx context.Context, key string, value []byte, until time.Time) error
	// Get returns the value, or nil when there is none or its time is over.
	Get(ctx context.Context, key string) ([]byte, error)
}

// memoryLimit caps a Memory's entries; the oldest go first.
const memoryLimit = 10_000

// Memory is a Keep that forgets when the process ends. The zero value is ready to use.
type Memory struct {
	mu    sync.Mutex
	Kept  map[string]kept
	order []string // keys, oldest first
}

type kept struct {
	Value []byte
	until time.Time
}

// Put implements Keep.
func (m *Memory) Put(_ context.Context, key string, value []byte, until time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.Kept == nil {
		m.Kept = map[string]kept{}
	}
	if _, known := m.Kept[key]; !known {
		m.order = append(m.order, key)
	}
	m.Kept[key] = kept{value, until}
	for len(m.order) > memoryLimit {
		delete(m.Kept, m.order[0])
		m.order = m.order[1:]
	}
	return nil
}

// Get implements Keep.
func (m *Memory) Get(_ context.Context, key string) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	k, ok := m.Kept[key]
	if !ok || !k.until.IsZero() && time.Now().After(k.until) {
		return nil, nil
	}
	return k.Value, nil
}

// drop forgets a key.
func (m *Memory) drop(key string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.Kept, key) // its place in order goes in its turn
	return nil
}

// A sturdyKeep goes on from memory while the Keep that outlives the process fails, on a
// full disk for instance: buttons then work, and Identifies are counted, until the
// process ends.
type Fallback struct {
	First Store
	Log   *slog.Logger
	spare Memory // what the first did not take; newer than what it has
}

// Put implements Keep. It does not fail.
func (k *Fallback) Put(ctx context.Context, key string, value []byte, until time.Time) error {
	if err := k.First.Put(ctx, key, value, until); err != nil {
		k.Log.ErrorContext(ctx, "something is kept in memory alone, until the end of this process", "err", err)
		return k.spare.Put(ctx, key, value, until)
	}
	return k.spare.drop(key)
}

// Get implements Keep.
func (k *Fallback) Get(ctx context.Context, key string) ([]byte, error) {
	if value, err := k.spare.Get(ctx, key); value != nil || err != nil {
		return value, err
	}
	return k.First.Get(ctx, key)
}
