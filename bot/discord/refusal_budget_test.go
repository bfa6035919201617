package discord

import (
	"fmt"
	"testing"
	"time"
)

// The first guild gets half of the refusals, the next half of what is left, and so on. A
// guild that has used none gets returned and refilled ones first.
func TestRefusalBudgetIsShared(t *testing.T) {
	t.Parallel()
	var c RefusalBudget
	now := time.Now()
	for guild, want := range []int{20, 10, 5, 3, 1, 1, 0} {
		got := 0
		for c.Take(fmt.Sprint(guild), now) == 0 {
			got++
		}
		if got != want {
			t.Errorf("guild %d got %d, want %d", guild, got, want)
		}
	}
	if d := c.Take("new", now); d > refillEvery {
		t.Errorf("a new guild waits %s", d)
	}
	c.Return("0")
	if c.Take("0", now) == 0 || c.Take("new", now) != 0 {
		t.Error("a returned refusal goes to a guild that has used many, not to a new one")
	}
	now = now.Add(refillEvery)
	if c.Take("0", now) == 0 || c.Take("newer", now) != 0 {
		t.Error("a refilled refusal goes to a guild that has used many, not to a new one")
	}
}

// Time refills the budget, a clock that is set back does not, and charges count.
func TestRefusalBudgetRefills(t *testing.T) {
	t.Parallel()
	var c RefusalBudget
	now := time.Now()
	c.Take("7", now)
	for range 99 {
		c.Charge("7")
	}
	if d := c.Take("8", now); d < 10*time.Minute || d > 15*time.Minute {
		t.Errorf("with 61 refusals too many, the wait is %s", d)
	}
	d := c.Take("7", now)
	if c.Take("7", now.Add(d-time.Second)) == 0 || c.Take("7", now.Add(d+time.Second)) != 0 {
		t.Errorf("the budget is not refilled after the returned wait of %s", d)
	}
	now = now.Add(2 * time.Hour)
	if c.Take("8", now) != 0 || len(c.byGuild) != 1 || c.used != 1 {
		t.Errorf("two hours later %d guilds have used %.1f", len(c.byGuild), c.used)
	}
	for c.Take("8", now) == 0 {
	}
	if c.Take("8", now.Add(-24*time.Hour)) == 0 {
		t.Error("a clock that was set back refills the budget")
	}
}
