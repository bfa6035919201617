package civil

import (
	"encoding/json"
	"testing"
	"time"
)

func TestDayArithmetic(t *testing.T) {
	d := Of(2024, time.February, 28)
	for _, row := range []struct {
		got, want string
	}{
		{d.Add(1).String(), "2024-02-29"},
		{d.Add(2).String(), "2024-03-01"},
		{d.Add(-59).String(), "2023-12-31"},
		{Of(2022, 1, 32).String(), "2022-02-01"},
		{Day{}.String(), ""},
	} {
		if row.got != row.want {
			t.Errorf("got %q, want %q", row.got, row.want)
		}
	}
	if n := Of(2024, 3, 1).Sub(d); n != 2 {
		t.Errorf("1 March 2024 is %d days after 28 February, want 2", n)
	}
	if !d.Before(d.Add(1)) || !d.After(d.Add(-1)) || d.Compare(d) != 0 {
		t.Error("days do not sort in calendar order")
	}
}

func TestDayJSON(t *testing.T) {
	for _, row := range []struct {
		day  Day
		want string
	}{{Of(2022, 1, 21), `"2022-01-21"`}, {Day{}, "null"}} {
		b, err := json.Marshal(row.day)
		if err != nil || string(b) != row.want {
			t.Errorf("Marshal(%v) = %s, %v; want %s", row.day, b, err, row.want)
		}
		var back Day
		if err := json.Unmarshal(b, &back); err != nil || back != row.day {
			t.Errorf("Unmarshal(%s) = %v, %v; want %v", b, back, err, row.day)
		}
	}
	var d Day
	for _, bad := range []string{`"21 January"`, `7`, `"2022-02-30"`} {
		if err := json.Unmarshal([]byte(bad), &d); err == nil {
			t.Errorf("Unmarshal(%s) gave %v, want an error", bad, d)
		}
	}
}
