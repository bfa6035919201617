package tagger

import (
	"strconv"
	"sync"
	"testing"
)

func TestMemory(t *testing.T) {
	var m memory
	row := make([]float32, 256)
	half := mostMemory / 2 / (4 * len(row))
	if m.recall("the") != nil {
		t.Error("an empty memory recalls a word")
	}
	m.keep("the", row)
	m.keep("once", row)
	for i := range 5 * half {
		m.keep(strconv.Itoa(i), row)
		if i%100 == 0 && m.recall("the") == nil {
			t.Fatalf("a word met all the time is forgotten after %d others", i)
		}
	}
	if m.recall("once") != nil {
		t.Error("a word met once is never forgotten")
	}
	if n := len(m.newer) + len(m.older); 4*len(row)*n > mostMemory {
		t.Errorf("%d rows are kept, more than %d bytes", n, mostMemory)
	}
}

func TestMemoryTogether(t *testing.T) {
	var m memory
	var all sync.WaitGroup
	for g := range 4 {
		all.Go(func() {
			for i := range 2000 {
				word := strconv.Itoa((i * (g + 1)) % 500)
				if row := m.recall(word); row == nil {
					m.keep(word, []float32{1})
				} else if row[0] != 1 {
					t.Errorf("%s has the row of another word", word)
				}
			}
		})
	}
	all.Wait()
}
