package tagger

import (
	"strings"
	"sync"
)

// maxCacheBytes holds the projections of some thousands of words, the common ones always among them.
const maxCacheBytes = 16 << 20

// A wordCache keeps the rows of the latest words, in two halves: when the newer is full, it takes the place of the
// older. The zero wordCache is empty and ready for use; it is safe for concurrent use.
type wordCache struct {
	mutex        sync.RWMutex
	newer, older map[string][]float32
}

// get is the row of a word, or nil.
func (c *wordCache) get(word string) []float32 {
	c.mutex.RLock()
	row, old := c.newer[word], c.older[word]
	c.mutex.RUnlock()
	if row == nil && old != nil {
		c.put(word, old)
		return old
	}
	return row
}

// put keeps a row, which must not change any more.
func (c *wordCache) put(word string, row []float32) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.newer == nil || 4*len(row)*len(c.newer) >= maxCacheBytes/2 {
		c.newer, c.older = make(map[string][]float32), c.newer
	}
	c.newer[strings.Clone(word)] = row // a word would hold its article
}
