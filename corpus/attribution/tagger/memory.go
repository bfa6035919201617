package tagger

import (
	"strings"
	"sync"
)

// mostMemory bounds the bytes kept for projected words: some thousands of words, the
// common ones always among them.
const mostMemory = 16 << 20

// A memory keeps the rows of the words met last, in two halves: when the newer is
// full, the older is forgotten and the newer takes its place. The zero memory is empty
// and ready; it is safe for concurrent use.
type memory struct {
	mutex        sync.RWMutex
	newer, older map[string][]float32
}

// recall is the row of a word, or nil.
func (m *memory) recall(word string) []float32 {
	m.mutex.RLock()
	row := m.newer[word]
	old := row == nil
	if old {
		row = m.older[word]
	}
	m.mutex.RUnlock()
	if old && row != nil {
		m.keep(word, row)
	}
	return row
}

// keep remembers a row, which nobody changes any more, under a word.
func (m *memory) keep(word string, row []float32) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.newer == nil || 4*len(row)*len(m.newer) >= mostMemory/2 {
		m.newer, m.older = make(map[string][]float32), m.newer
	}
	m.newer[strings.Clone(word)] = row // a word would hold its article
}
