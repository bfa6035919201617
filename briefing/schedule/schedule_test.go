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

// TestOneRunForEachLocalDay walks whole years in virtual time. All IANA zones take
// most of a minute: set RAPPORTEUR_LONG=1 for them.
func TestOneRunForEachLocalDay(t *testing.T) {
	zones := []string{"America/New_York", "Europe/London", "Australia/Lord_Howe", "America/Santiago", "Africa/Cairo", "Asia/Beirut",
		"Africa/Casablanca", "America/Havana", "Pacific/Apia", "Antarctica/Troll", "Asia/Amman", "Asia/Kolkata", "Europe/Moscow"}
	if os.Getenv("RAPPORTEUR_LONG") != "" {
		zones = allZones(t)
		if len(zones) < 250 {
			t.Fatalf("only %d zones found", len(zones))
		}
	}
	for _, zone := range zones {
		t.Run(zone, func(t *testing.T) {
			t.Parallel()
			loc, err := time.LoadLocation(zone)
			if err != nil {
				t.Fatal(err)
			}
			for _, year := range []int{2011, 2026} {
				exists := localDays(loc, year)
				for half := range 48 {
					walkYear(t, daily(t, fmt.Sprintf("%02d:%02d", half/2, half%2*30), zone), year, exists)
				}
			}
		})
	}
}

// localDays asks the zone itself, hour by hour, which days it has.
func localDays(loc *time.Location, year int) map[string]bool {
	days := map[string]bool{}
	for at := time.Date(year-1, 12, 30, 0, 0, 0, 0, time.UTC); at.Year() <= year || at.YearDay() < 3; at = at.Add(30 * time.Minute) {
		if local := at.In(loc); local.Year() == year {
			days[local.Format(time.DateOnly)] = true
		}
	}
	return days
}

func walkYear(t *testing.T, s Schedule, year int, exists map[string]bool) {
	t.Helper()
	seen := 0
	last := ""
	for at := time.Date(year-1, 12, 29, 0, 0, 0, 0, time.UTC); ; {
		o, ok := s.After(at)
		if !ok || o.Local[:4] > fmt.Sprint(year) {
			break
		}
		day := o.Local[:10]
		if o.Local[:4] == fmt.Sprint(year) {
			seen++
			if !exists[day] || day == last {
				t.Errorf("%s: run at %s on a day that does not exist or has had its run", s, o.Due)
			}
			// A gap at the end of a day, as in Nuuk, ends at the next day's midnight.
			local, before := o.Due.In(s.Zone()), o.Due.Add(-1).In(s.Zone())
			if local.Format(localForm) < o.Local || local.Format(time.DateOnly) != day && before.Format(time.DateOnly) != day {
				t.Errorf("%s: the run named %s is at %s", s, o.Local, local)
			}
		}
		last, at = day, o.Due
	}
	if seen != len(exists) {
		t.Errorf("%s: %d runs in %d, which has %d days", s, seen, year, len(exists))
	}
}

// allZones lists the zones of the Go distribution's own database, one name for
// each different set of rules: about half of the names are aliases.
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
	all, rules := 0, map[uint32]bool{}
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		if all++; !rules[f.CRC32] {
			rules[f.CRC32] = true
			names = append(names, f.Name)
		}
	}
	t.Logf("%d zones, %d different", all, len(names))
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
