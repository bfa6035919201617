package tagger

import (
	"strconv"
	"sync"
	"testing"
)

func TestCache(t *testing.T) {
	var c wordCache
	row := make([]float32, 256)
	half := maxCacheBytes / 2 / (4 * len(row))
	if c.get("the") != nil {
		t.Error("an empty cache has a word")
	}
	c.put("the", row)
	c.put("once", row)
	for i := range 5 * half {
		c.put(strconv.Itoa(i), row)
		if i%100 == 0 && c.get("the") == nil {
			t.Fatalf("a word in constant use is gone after %d others", i)
		}
	}
	if c.get("once") != nil {
		t.Error("a word used once is never dropped")
	}
	if n := len(c.newer) + len(c.older); 4*len(row)*n > maxCacheBytes {
		t.Errorf("%d rows are kept, more than %d bytes", n, maxCacheBytes)
	}
}

func TestCacheTogether(t *testing.T) {
	var c wordCache
	var all sync.WaitGroup
	for g := range 4 {
		all.Go(func() {
			for i := range 2000 {
				word := strconv.Itoa((i * (g + 1)) % 500)
				if row := c.get(word); row == nil {
					c.put(word, []float32{1})
				} else if row[0] != 1 {
					t.Errorf("%s has the row of another word", word)
				}
			}
		})
	}
	all.Wait()
}
