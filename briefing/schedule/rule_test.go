package schedule

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	for _, row := range []struct{ at, days, want string }{
		{"09:00", "", "every day at 09:00, Europe/Berlin"},
		{"9am", "daily", "every day at 09:00, Europe/Berlin"},
		{"9:30 pm", "weekdays", "Monday to Friday at 21:30, Europe/Berlin"},
		{"21.30", "Mon, Thu", "Mondays and Thursdays at 21:30, Europe/Berlin"},
		{"0715", "weekends", "Saturday and Sunday at 07:15, Europe/Berlin"},
		{"noon", "sundays", "Sundays at 12:00, Europe/Berlin"},
		{"12 am", "fri-sun", "Fridays, Saturdays and Sundays at 00:00, Europe/Berlin"},
		{"7h05", "on Tuesdays and wednesday", "Tuesdays and Wednesdays at 07:05, Europe/Berlin"},
		{"0 9 * * 1-5", "", "Monday to Friday at 09:00, Europe/Berlin"},
		{"15 6 * * 7", "", "Sundays at 06:15, Europe/Berlin"},
		{"at 9am", "", "every day at 09:00, Europe/Berlin"},
		{"daily 09:00", "", "every day at 09:00, Europe/Berlin"},
		{"every day at noon", " ", "every day at 12:00, Europe/Berlin"},
		{"Weekdays 9 AM", "", "Monday to Friday at 09:00, Europe/Berlin"},
		{"9:30 pm on weekdays", "", "Monday to Friday at 21:30, Europe/Berlin"},
		{"weekly on Friday at 17:00", "", "Fridays at 17:00, Europe/Berlin"},
		{"at 7:00, mon, thu", "", "Mondays and Thursdays at 07:00, Europe/Berlin"},
		{"mon-wed, 18.15", "", "Mondays, Tuesdays and Wednesdays at 18:15, Europe/Berlin"},
		{"every sunday at 9:00 am", "", "Sundays at 09:00, Europe/Berlin"},
		{"09:00", "weekly on saturday", "Saturdays at 09:00, Europe/Berlin"},
		{"0 9 * * mon-fri", "", "Monday to Friday at 09:00, Europe/Berlin"},
		{"*/20 9-17 * * *", "", "every 20 minutes from 09:00 to 17:40, Europe/Berlin"},
	} {
		s, err := Parse(row.at, row.days, "Europe/Berlin")
		if err != nil || s.String() != row.want {
			t.Errorf("Parse(%q, %q) = %q, %v; want %q", row.at, row.days, s, err, row.want)
		}
		at, days := s.Rule().Typed()
		if again, err := Parse(at, days, "Europe/Berlin"); err != nil || again.Rule() != s.Rule() {
			t.Errorf("typed again as %q, %q the rule %+v is %+v, %v", at, days, s.Rule(), again.Rule(), err)
		}
	}
}

func TestPlainWords(t *testing.T) {
	for cron, want := range map[string]string{
		"0 9 1 * *":         "on the 1st of every month at 09:00",
		"30 7 1,15 * *":     "on the 1st and 15th of every month at 07:30",
		"0 9 1 1,7 *":       "on the 1st of January and July at 09:00",
		"0 9 29 2 *":        "on the 29th of February at 09:00",
		"0 9,12,17 * * *":   "every day at 09:00, 12:00 and 17:00",
		"0,30 8,20 * * 1-5": "Monday to Friday at 08:00, 08:30, 20:00 and 20:30",
		"0 9 * 6-8 *":       "every day in June, July and August at 09:00",
		"0 9 * jun MON":     "Mondays in June at 09:00",
		"0 9 22 * 5":        "on the 22nd of every month and on Fridays at 09:00",
		"0 9 3 12 5":        "on the 3rd of December and on Fridays in December at 09:00",
		"* * * * *":         "every minute",
		"*/15 * * * *":      "every 15 minutes",
		"*/15 * * * 0":      "Sundays, every 15 minutes",
		"0 * * * *":         "every hour",
		"5 * * * *":         "every hour, 5 minutes past",
		"30 9-17 * * 1-5":   "Monday to Friday, every hour from 09:30 to 17:30",
		"10 */2 * * *":      "every 2 hours from 00:10",
		"15 */6 * * *":      "every day at 00:15, 06:15, 12:15 and 18:15",
		"0 9 ? * 0-6":       "every day at 09:00",
		"*/7 * * * *":       "on the cron schedule */7 * * * *",
		"1,2,4 8-12 * * *":  "on the cron schedule 1,2,4 8-12 * * *",
		"0 9 1-20 * *":      "on the cron schedule 0 9 1-20 * *",
		"0 9 * 1-7 *":       "on the cron schedule 0 9 * 1-7 *",
	} {
		s, err := Parse(cron, "", "UTC")
		if err != nil || s.String() != want+", UTC" {
			t.Errorf("%s is %q, %v; want %q", cron, s, err, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, row := range []struct{ at, days, zone, option string }{
		{"9", "", "UTC", "at"},
		{"25:00", "", "UTC", "at"},
		{"09:60", "", "UTC", "at"},
		{"13pm", "", "UTC", "at"},
		{"soon", "", "UTC", "at"},
		{"", "", "UTC", "at"},
		{"weekly 09:00", "", "UTC", "at"},
		{"daily", "", "UTC", "at"},
		{"someday 09:00", "", "UTC", "at"},
		{"09:00 10:00", "", "UTC", "at"},
		{"weekdays 09:00", "mon", "UTC", "days"},
		{"0 9 * * 1-5", "mon", "UTC", "days"},
		{"09:00", "weekly", "UTC", "days"},
		{"09:00", "someday", "UTC", "days"},
		{"09:00", "mon-", "UTC", "days"},
		{"09:00", "", "Berlin", "timezone"},
		{"09:00", "", "", "timezone"},
		{"09:00", "", "Local", "timezone"},
		{"TZ= 0 9 * *", "", "UTC", "at"},
		{"@every 1h 2 3 4", "", "UTC", "at"},
		{"0 0 30 2 *", "", "UTC", "at"},
		{"61 9 * * *", "", "UTC", "at"},
	} {
		_, err := Parse(row.at, row.days, row.zone)
		var bad *RuleError
		if !errors.As(err, &bad) || bad.Option != row.option {
			t.Errorf("Parse(%q, %q, %q): got %v, want a RuleError about %s", row.at, row.days, row.zone, err, row.option)
		}
	}
}

func TestChanges(t *testing.T) {
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, row := range []struct{ at, zone, want string }{
		{"02:30", "America/New_York", "On 2026-03-08 the clocks skip 02:30, so that day's digest comes at 03:00."},
		{"09:00", "America/New_York", ""},
		{"* * * * *", "America/New_York", "On 2026-03-08 the clocks skip 02:00, so that day's digest comes at 03:00."},
		{"23:30", "America/Nuuk", "On 2026-03-28 the clocks skip 23:30, so that day's digest comes at 00:00."},
		{"02:15", "Australia/Lord_Howe", "On 2026-10-04 the clocks skip 02:15, so that day's digest comes at 02:30."},
	} {
		s, err := Parse(row.at, "", row.zone)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Changes(from); got != row.want {
			t.Errorf("%s in %s: got %q, want %q", row.at, row.zone, got, row.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("09:00", "mon,thu", "Europe/Berlin")
	f.Add("weekly on friday at 5.30pm", "", "Europe/Berlin")
	f.Add("TZ=", "", "UTC")
	f.Add("TZ=0 * * * *", "", "UTC")
	f.Add("CRON_TZ=UTC 0 9 * *", "", "UTC")
	f.Add("@every -1h 1 2 3", "fri-sun", "America/New_York")
	f.Fuzz(func(t *testing.T, at, days, zone string) {
		s, err := Parse(at, days, zone)
		if err != nil {
			var bad *RuleError
			if !errors.As(err, &bad) {
				t.Fatalf("an error not written for moderators: %v", err)
			}
			return
		}
		if _, err := s.Rule().Schedule(); err != nil {
			t.Fatalf("the rule %+v that Parse made is refused: %v", s.Rule(), err)
		}
		if strings.Contains(s.String(), "%!") || !strings.HasSuffix(s.String(), ", "+zone) {
			t.Fatalf("in words the rule %+v is %q", s.Rule(), s)
		}
		now := time.Date(2026, 3, 8, 6, 0, 0, 0, time.UTC)
		if o, ok := s.After(now); ok && !o.Due.After(now) {
			t.Fatalf("next run %v is not after %v", o, now)
		}
	})
}
