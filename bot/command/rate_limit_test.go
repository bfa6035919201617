package command

import (
	"errors"
	"strconv"
	"testing"
	"time"
)

func TestRateLimits(t *testing.T) {
	t.Parallel()
	l, now := NewRateLimits(0), time.Unix(1_900_000_000, 0)
	for i := range UserBurst {
		if err := l.TakeQuestion("7", "1", now); err != nil {
			t.Fatalf("question %d: %v", i, err)
		}
	}
	if err := l.TakeQuestion("7", "1", now); !errors.Is(err, errTooMany) {
		t.Errorf("one question too many: %v", err)
	}
	if err := l.TakeQuestion("7", "1", now.Add(RateWindow)); err != nil {
		t.Errorf("after the window: %v", err)
	}
	for i := range pressBurst + 1 {
		if err := l.TakePress("7", now); (err != nil) != (i == pressBurst) {
			t.Errorf("press %d: %v", i, err)
		}
	}
	for i := range checkBurst + 1 {
		if err := l.takeCheck("1", now); (err != nil) != (i == checkBurst) {
			t.Errorf("check %d: %v", i, err)
		}
	}
	if err := l.takeCheck("2", now); err != nil {
		t.Errorf("another guild: %v", err)
	}
	refused := 0
	for i := range 100 {
		if l.TakeQuestion(strconv.Itoa(1000+i), "2", now) != nil {
			refused++
		}
	}
	if refused != 100-guildBurst {
		t.Errorf("%d of a guild's 100 questions were refused", refused)
	}
	for i := range 2 * maxRateEntries {
		l.TakeCompletion(strconv.Itoa(i), now)
	}
	if len(l.completions) > maxRateEntries {
		t.Errorf("%d members are remembered", len(l.completions))
	}
}
