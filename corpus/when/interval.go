package when

import (
	"time"

	"rapporteur/corpus/civil"
)

// validDay reports whether the calendar has the day.
func validDay(y, m, d int) bool {
	return m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m)
}

func daysIn(y, m int) int { return time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day() }

func monthOf(n int) time.Month { return time.Month(n) }

func oneDay(d civil.Day) Interval { return Interval{d, d, DayPrecision} }

// unitAround is the calendar unit that holds d. Weeks begin on Monday (ISO 8601), decades in years that end in 0.
func unitAround(d civil.Day, u unit) Interval {
	switch u {
	case week, weekend:
		monday := d.Add(-((int(d.Weekday()) + 6) % 7))
		if u == weekend {
			return Interval{monday.Add(5), monday.Add(6), RangePrecision}
		}
		return Interval{monday, monday.Add(6), WeekPrecision}
	case month:
		return Interval{civil.Of(d.Year, d.Month, 1), civil.Of(d.Year, d.Month+1, 0), MonthPrecision}
	case quarter:
		first := (d.Month-1)/3*3 + 1
		return Interval{civil.Of(d.Year, first, 1), civil.Of(d.Year, first+3, 0), QuarterPrecision}
	case half:
		first := (d.Month-1)/6*6 + 1
		return Interval{civil.Of(d.Year, first, 1), civil.Of(d.Year, first+6, 0), RangePrecision}
	case year:
		return wholeYear(d.Year)
	case decade:
		y := d.Year / 10 * 10
		return Interval{civil.Of(y, 1, 1), civil.Of(y+9, 12, 31), DecadePrecision}
	}
	return oneDay(d)
}

func wholeYear(y int) Interval {
	return Interval{civil.Of(y, 1, 1), civil.Of(y, 12, 31), YearPrecision}
}

// addUnits moves d by n units, to the last day of a month that is too short.
func addUnits(d civil.Day, u unit, n int) civil.Day {
	months := 0
	switch u {
	case day:
		return d.Add(n)
	case week, weekend:
		return d.Add(7 * n)
	case month:
		months = n
	case quarter:
		months = 3 * n
	case half:
		months = 6 * n
	case year:
		months = 12 * n
	case decade:
		months = 120 * n
	}
	first := civil.Of(d.Year, d.Month+time.Month(months), 1)
	return civil.Of(first.Year, first.Month, min(d.Day, daysIn(first.Year, int(first.Month))))
}

// seasonOf is season n of the year in which it begins, in whole months of the north: spring is March to May,
// winter December to February.
func seasonOf(y, n int) Interval {
	first := time.Month(3 * n)
	return Interval{civil.Of(y, first, 1), civil.Of(y, first+3, 0), SeasonPrecision}
}

// printable reports whether the years have four digits and the interval is not empty.
func (i Interval) printable() bool {
	return i.From.Year >= 1000 && i.To.Year <= 9999 && !i.To.Before(i.From)
}

// String is the interval as "2022-01-17..2022-01-23 week", or one day as itself.
func (i Interval) String() string {
	if i.From == i.To {
		return i.From.String()
	}
	return i.From.String() + ".." + i.To.String() + " " + string(i.Precision)
}
