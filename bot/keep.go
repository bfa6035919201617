package bot

import (
	"context"
	"sync"
	"time"
)

// A Keep holds the little that must outlive the process: what buttons remember, the
// budget of Identifies, the key that signs buttons.
type Keep interface {
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
	kept  map[string]kept
	order []string // keys, oldest first
}

type kept struct {
	value []byte
	until time.Time
}

// Put implements Keep.
func (m *Memory) Put(_ context.Context, key string, value []byte, until time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kept == nil {
		m.kept = map[string]kept{}
	}
	if _, known := m.kept[key]; !known {
		m.order = append(m.order, key)
	}
	m.kept[key] = kept{value, until}
	for len(m.order) > memoryLimit {
		delete(m.kept, m.order[0])
		m.order = m.order[1:]
	}
	return nil
}

// Get implements Keep.
func (m *Memory) Get(_ context.Context, key string) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	k, ok := m.kept[key]
	if !ok || !k.until.IsZero() && time.Now().After(k.until) {
		return nil, nil
	}
	return k.value, nil
}
