package schedule

import (
	"archive/zip"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func daily(t testing.TB, at, zone string) Schedule {
	t.Helper()
	s, err := Parse(at, "", zone)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestAfterRoundClockChanges(t *testing.T) {
	for _, row := range []struct{ about, at, zone, after, want string }{
		{"a gap: first instant after it", "02:30", "America/New_York", "2026-03-08T05:00:00Z", "2026-03-08T02:30 2026-03-08T03:00:00-04:00"},
		{"and the day after is itself again", "02:30", "America/New_York", "2026-03-08T07:00:00Z", "2026-03-09T02:30 2026-03-09T02:30:00-04:00"},
		{"an overlap: the first time", "01:30", "America/New_York", "2026-11-01T04:00:00Z", "2026-11-01T01:30 2026-11-01T01:30:00-04:00"},
		{"and not the second time", "01:30", "America/New_York", "2026-11-01T05:30:00Z", "2026-11-02T01:30 2026-11-02T01:30:00-05:00"},
		{"a gap at midnight", "00:00", "America/Santiago", "2026-09-05T12:00:00Z", "2026-09-06T00:00 2026-09-06T01:00:00-03:00"},
		{"a gap of half an hour", "02:15", "Australia/Lord_Howe", "2026-10-03T00:00:00Z", "2026-10-04T02:15 2026-10-04T02:30:00+11:00"},
		{"a day that does not exist", "09:00", "Pacific/Apia", "2011-12-29T19:00:00Z", "2011-12-31T09:00 2011-12-31T09:00:00+14:00"},
	} {
		t.Run(row.about, func(t *testing.T) {
			after, err := time.Parse(time.RFC3339, row.after)
			if err != nil {
				t.Fatal(err)
			}
			o, ok := daily(t, row.at, row.zone).After(after)
			if got := o.Local + " " + o.Due.Format(time.RFC3339); !ok || got != row.want {
				t.Errorf("got %s, want %s", got, row.want)
			}
		})
	}
}

func TestRunsInsideOneGapAreOne(t *testing.T) {
	s, err := Parse("*/15 * * * *", "", "America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 3, 8, 6, 40, 0, 0, time.UTC) // 01:40 EST
	var got []string
	for range 4 {
		o, _ := s.After(at)
		got = append(got, o.Local[11:]+"="+o.Due.Format("15:04"))
		at = o.Due
	}
	if want := "01:45=01:45 02:00=03:00 03:15=03:15 03:30=03:30"; strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, " "), want)
	}
}

func TestBetween(t *testing.T) {
	s := daily(t, "09:00", "UTC")
	day := func(d, h int) time.Time { return time.Date(2026, 3, d, h, 0, 0, 0, time.UTC) }
	for _, row := range []struct {
		after, upTo time.Time
		newest      string
		older       int
	}{
		{day(1, 9), day(2, 8), "", 0},
		{day(1, 9), day(2, 9), "2026-03-02T09:00", 0},
		{day(1, 8), day(5, 10), "2026-03-05T09:00", 4},
	} {
		o, older, ok := s.Between(row.after, row.upTo, 1000)
		if o.Local != row.newest || older != row.older || ok != (row.newest != "") {
			t.Errorf("Between(%v, %v) = %s, %d, %v", row.after, row.upTo, o.Local, older, ok)
		}
	}
	often, err := Parse("* * * * *", "", "UTC")
	if err != nil {
		t.Fatal(err)
	}
	if o, older, _ := often.Between(day(1, 0).AddDate(-3, 0, 0), day(1, 0), 100); o.Local != "2026-03-01T00:00" || older < 100 {
		t.Errorf("after three years down: newest %s, at least %d older", o.Local, older)
	}
}

// TestOneRunForEachLocalDay walks whole years in virtual time, every half hour of the
// days of thirteen zones; of all IANA zones with RAPPORTEUR_LONG=1. Zones whose clocks
// did the same all year (Berlin, Paris and thirty more) are walked once for that year:
// the offsets of a year and the instants at which they change are all that After
// learns of a zone, so it cannot tell them apart.
func TestOneRunForEachLocalDay(t *testing.T) {
	zones := []string{"America/New_York", "Europe/London", "Australia/Lord_Howe", "America/Santiago", "Africa/Cairo", "Asia/Beirut",
		"Africa/Casablanca", "America/Havana", "Pacific/Apia", "Antarctica/Troll", "Asia/Amman", "Asia/Kolkata", "Europe/Moscow"}
	if os.Getenv("RAPPORTEUR_LONG") != "" {
		zones = allZones(t)
		if len(zones) < 500 {
			t.Fatalf("only %d zones found", len(zones))
		}
	}
	for _, year := range []int{2011, 2026} {
		alike := map[string][]string{}
		for _, zone := range zones {
			loc, err := time.LoadLocation(zone)
			if err != nil {
				t.Fatal(err)
			}
			key := clockOf(loc, year)
			alike[key] = append(alike[key], zone)
		}
		t.Logf("%d: %d zones, %d different clocks", year, len(zones), len(alike))
		for _, names := range alike {
			t.Run(fmt.Sprint(year, " ", names[0]), func(t *testing.T) {
				t.Parallel()
				want := firstInstants(t, names[0], year)
				for half := range 48 {
					clock := fmt.Sprintf("%02d:%02d", half/2, half%2*30)
					walkYear(t, daily(t, clock, names[0]), year, want[clock])
				}
			})
		}
	}
}

// yearAround is a year with days to spare, in UTC.
func yearAround(year int) (from, to time.Time) {
	return time.Date(year-1, 12, 26, 0, 0, 0, 0, time.UTC), time.Date(year+1, 1, 7, 0, 0, 0, 0, time.UTC)
}

// clockOf writes down a zone's offsets over a year and when they change.
func clockOf(loc *time.Location, year int) string {
	at, to := yearAround(year)
	var b strings.Builder
	for !at.IsZero() && at.Before(to) {
		_, offset := at.In(loc).Zone()
		fmt.Fprintln(&b, at.Unix(), offset)
		_, at = at.In(loc).ZoneBounds()
	}
	return b.String()
}

// firstInstants finds by looking at the clock all through a year when it first shows
// each half hour or has passed it, for the days that it shows at all: by time of day,
// then by wall time. Where the clock jumps within the next half hour it looks every
// minute.
func firstInstants(t *testing.T, zone string, year int) map[string]map[string]time.Time {
	loc, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	const half = 30 * time.Minute
	first, days := map[string]time.Time{}, map[string]bool{}
	at, to := yearAround(year)
	reached := floating(at.In(loc)).Truncate(half)
	for at.Before(to) {
		shown := floating(at.In(loc))
		days[shown.Format(time.DateOnly)] = true
		for ; !reached.After(shown); reached = reached.Add(half) {
			first[reached.Format(localForm)] = at
		}
		step := half
		if shown.Minute()%30 != 0 || floating(at.Add(half).In(loc)).Sub(shown) != half {
			step = time.Minute
		}
		at = at.Add(step)
	}
	byTime := map[string]map[string]time.Time{}
	for wall, at := range first {
		day, clock, _ := strings.Cut(wall, "T")
		if !strings.HasPrefix(day, fmt.Sprint(year)) || !days[day] {
			continue
		}
		if byTime[clock] == nil {
			byTime[clock] = map[string]time.Time{}
		}
		byTime[clock][wall] = at
	}
	return byTime
}

// walkYear goes from run to run of a daily schedule and wants each of the year's
// instants, and no other run. It empties want.
func walkYear(t *testing.T, s Schedule, year int, want map[string]time.Time) {
	t.Helper()
	if len(want) < 364 {
		t.Fatalf("%s: %d days in %d", s, len(want), year)
	}
	for at, to := yearAround(year); ; {
		o, ok := s.After(at)
		if !ok || !o.Due.Before(to) {
			break
		}
		if first, due := want[o.Local]; due && !first.Equal(o.Due) || !due && strings.HasPrefix(o.Local, fmt.Sprint(year)) {
			t.Errorf("%s: the run named %s is at %s, want %s", s, o.Local, o.Due, first.In(s.Zone()))
		}
		delete(want, o.Local)
		at = o.Due
	}
	for wall := range want {
		t.Errorf("%s: no run on %s", s, wall)
	}
}

// allZones lists the zones of the Go distribution's own database, aliases too.
func allZones(t *testing.T) []string {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Skipf("the go command does not say where it is: %v", err)
	}
	z, err := zip.OpenReader(filepath.Join(strings.TrimSpace(string(root)), "lib", "time", "zoneinfo.zip"))
	if err != nil {
		t.Skipf("the zone database of the Go distribution is not here: %v", err)
	}
	defer z.Close()
	var names []string
	for _, f := range z.File {
		if !strings.HasSuffix(f.Name, "/") {
			names = append(names, f.Name)
		}
	}
	return names
}

func BenchmarkAfter(b *testing.B) {
	s := daily(b, "02:30", "America/New_York")
	at := time.Date(2026, 3, 7, 12, 0, 0, 0, time.UTC)
	b.ReportAllocs()
	for b.Loop() {
		s.After(at)
	}
}
