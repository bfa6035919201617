package bot

import (
	"fmt"
	"testing"
	"time"
)

// The first guild gets half of the refusals, the next half of what is left, and so on. Who
// has used none is the first to have what comes back.
func TestCreditIsShared(t *testing.T) {
	t.Parallel()
	var c credit
	now := time.Now()
	for guild, want := range []int{20, 10, 5, 3, 1, 1, 0} {
		got := 0
		for c.take(fmt.Sprint(guild), now) == 0 {
			got++
		}
		if got != want {
			t.Errorf("guild %d has %d, want %d", guild, got, want)
		}
	}
	if d := c.take("new", now); d > allowedEvery {
		t.Errorf("somebody new waits %s", d)
	}
	c.spare("0")
	if c.take("0", now) == 0 || c.take("new", now) != 0 {
		t.Error("what is given back goes to one that has used much, and not to one that has used none")
	}
	now = now.Add(allowedEvery)
	if c.take("0", now) == 0 || c.take("newer", now) != 0 {
		t.Error("what is earned goes to one that has used much, and not to one that has used none")
	}
}

// What was used comes back with time, and not by a clock that goes back; refusals that
// nobody took are counted.
func TestCreditComesBack(t *testing.T) {
	t.Parallel()
	var c credit
	now := time.Now()
	c.take("7", now)
	for range 99 {
		c.charge("7")
	}
	if d := c.take("8", now); d < 10*time.Minute || d > 15*time.Minute {
		t.Errorf("61 too many are waited for %s", d)
	}
	d := c.take("7", now)
	if c.take("7", now.Add(d-time.Second)) == 0 || c.take("7", now.Add(d+time.Second)) != 0 {
		t.Errorf("it is not there after the %s that were told", d)
	}
	now = now.Add(2 * time.Hour)
	if c.take("8", now) != 0 || len(c.by) != 1 || c.used != 1 {
		t.Errorf("two hours later %d guilds have used %.1f", len(c.by), c.used)
	}
	for c.take("8", now) == 0 {
	}
	if c.take("8", now.Add(-24*time.Hour)) == 0 {
		t.Error("a clock that goes back earns something")
	}
}
