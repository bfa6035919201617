package discord

import (
	"fmt"
	"testing"
	"time"
)

// The first guild gets half of the refusals, the next half of what is left, and so on. Who
// has used none is the first to have what comes back.
func TestCreditIsShared(t *testing.T) {
	t.Parallel()
	var c RefusalBudget
	now := time.Now()
	for guild, want := range []int{20, 10, 5, 3, 1, 1, 0} {
		got := 0
		for c.Take(fmt.Sprint(guild), now) == 0 {
			got++
		}
		if got != want {
			t.Errorf("guild %d has %d, want %d", guild, got, want)
		}
	}
	if d := c.Take("new", now); d > refillEvery {
		t.Errorf("somebody new waits %s", d)
	}
	c.Return("0")
	if c.Take("0", now) == 0 || c.Take("new", now) != 0 {
		t.Error("what is given back goes to one that has used much, and not to one that has used none")
	}
	now = now.Add(refillEvery)
	if c.Take("0", now) == 0 || c.Take("newer", now) != 0 {
		t.Error("what is earned goes to one that has used much, and not to one that has used none")
	}
}

// What was used comes back with time, and not by a clock that goes back; refusals that
// nobody took are counted.
func TestCreditComesBack(t *testing.T) {
	t.Parallel()
	var c RefusalBudget
	now := time.Now()
	c.Take("7", now)
	for range 99 {
		c.Charge("7")
	}
	if d := c.Take("8", now); d < 10*time.Minute || d > 15*time.Minute {
		t.Errorf("61 too many are waited for %s", d)
	}
	d := c.Take("7", now)
	if c.Take("7", now.Add(d-time.Second)) == 0 || c.Take("7", now.Add(d+time.Second)) != 0 {
		t.Errorf("it is not there after the %s that were told", d)
	}
	now = now.Add(2 * time.Hour)
	if c.Take("8", now) != 0 || len(c.byGuild) != 1 || c.used != 1 {
		t.Errorf("two hours later %d guilds have used %.1f", len(c.byGuild), c.used)
	}
	for c.Take("8", now) == 0 {
	}
	if c.Take("8", now.Add(-24*time.Hour)) == 0 {
		t.Error("a clock that goes back earns something")
	}
}
