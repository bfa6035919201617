package bot

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"rapporteur/bot/card/cardtest"
	"rapporteur/briefing"
	"rapporteur/briefing/digest"
	"rapporteur/briefing/schedule"
)

// A fakeDesk returns fixed answers.
type fakeDesk struct {
	mu       sync.Mutex // guards hold and err while the bot runs
	who      briefing.WhoAnswer
	said     briefing.SaidAnswer
	happened briefing.HappenedAnswer
	brief    briefing.BriefAnswer
	source   briefing.SourceAnswer
	timeline briefing.TimelineAnswer
	people   []briefing.PersonChoice
	days     []briefing.NearDay
	err      error                // of each question
	hold     <-chan struct{}      // each question waits until it is closed; nil does not wait
	asked    func(briefing.Asker) // called with who asks; nil is none
	panics   bool                 // instead of answering
	offTopic bool                 // there is news of every day, but none about what was asked
}

func (d *fakeDesk) take(ctx context.Context, a briefing.Asker) error {
	d.mu.Lock()
	hold, err := d.hold, d.err
	d.mu.Unlock()
	if d.panics {
		panic("the desk fell over")
	}
	if d.asked != nil {
		d.asked(a)
	}
	if hold != nil {
		select {
		case <-hold:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return err
}

// slow makes further questions wait, and then return err.
func (d *fakeDesk) slow(hold <-chan struct{}, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.hold, d.err = hold, err
}

func (d *fakeDesk) Who(ctx context.Context, q briefing.WhoQuestion) (briefing.WhoAnswer, error) {
	a := d.who
	a.Phrase = q.Phrase
	return a, d.take(ctx, q.Asker)
}

func (d *fakeDesk) Said(ctx context.Context, q briefing.SaidQuestion) (briefing.SaidAnswer, error) {
	return d.said, d.take(ctx, q.Asker)
}

func (d *fakeDesk) Happened(ctx context.Context, q briefing.HappenedQuestion) (briefing.HappenedAnswer, error) {
	if q.On == cardtest.Date(2031, 3, 12).String() || d.offTopic && q.About == "" {
		return cardtest.SampleHappened(), d.take(ctx, q.Asker)
	}
	return d.happened, d.take(ctx, q.Asker)
}

func (d *fakeDesk) Ask(ctx context.Context, q briefing.AskQuestion) (briefing.AskAnswer, error) {
	who := d.who
	who.Phrase = q.Text
	return briefing.AskAnswer{ReadAs: "who", Who: &who}, d.take(ctx, q.Asker)
}

func (d *fakeDesk) Brief(ctx context.Context, q briefing.BriefQuestion) (briefing.BriefAnswer, error) {
	if d.offTopic && q.About == "" {
		return cardtest.SampleBrief(), d.take(ctx, q.Asker)
	}
	return d.brief, d.take(ctx, q.Asker)
}

func (d *fakeDesk) Timeline(ctx context.Context, q briefing.TimelineQuestion) (briefing.TimelineAnswer, error) {
	return d.timeline, d.take(ctx, q.Asker)
}

func (d *fakeDesk) Source(ctx context.Context, q briefing.SourceQuestion) (briefing.SourceAnswer, error) {
	a, other := d.source, cardtest.Herald()
	if q.ID == other.ID {
		a.Source = other
	}
	return a, d.take(ctx, q.Asker)
}

func (d *fakeDesk) ReadDays(_ briefing.Asker, option, typed string) (briefing.Interval, error) {
	t, err := time.Parse(time.DateOnly, typed)
	if err != nil {
		return briefing.Interval{}, &briefing.InputError{Option: option, Problem: "write it as 2026-03-14"}
	}
	y, m, day := t.Date()
	return briefing.Interval{From: briefing.Day{Year: y, Month: m, Day: day}, To: briefing.Day{Year: y, Month: m, Day: day}}, nil
}

func (d *fakeDesk) Coverage(context.Context, briefing.Asker) (briefing.Coverage, error) {
	return d.who.Coverage, d.err
}

func (d *fakeDesk) CompletePeople(_ context.Context, _ briefing.Asker, typed string, limit int) ([]briefing.PersonChoice, error) {
	var out []briefing.PersonChoice
	for _, p := range d.people {
		if strings.Contains(strings.ToLower(p.Name), strings.ToLower(typed)) && len(out) < limit {
			out = append(out, p)
		}
	}
	return out, d.err
}

func (d *fakeDesk) CompleteDays(_ context.Context, _ briefing.Asker, typed string, limit int) ([]briefing.NearDay, error) {
	var out []briefing.NearDay
	for _, n := range d.days {
		if strings.Contains(n.Day.String(), typed) && len(out) < limit {
			out = append(out, n)
		}
	}
	return out, d.err
}

// fakeDigests is a command.DigestAdmin in memory.
type fakeDigests struct {
	mu      sync.Mutex
	digests map[string][]digest.Digest // by guild
	zones   map[string]*time.Location
	ran     []string // guild/name of digests run
}

func (k *fakeDigests) List(_ context.Context, guild string) ([]digest.Digest, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return append([]digest.Digest{}, k.digests[guild]...), nil
}

func (k *fakeDigests) Save(_ context.Context, guild, _, name string, edit func(*digest.Digest) error) (digest.Digest, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if name != "" {
		d, err := digest.Find(k.digests[guild], name)
		if err == nil {
			err = edit(&d)
		}
		for i := range k.digests[guild] {
			if err == nil && k.digests[guild][i].ID == d.ID {
				k.digests[guild][i] = d
			}
		}
		return d, err
	}
	d := digest.Digest{ID: int64(len(k.digests[guild]) + 1), Settings: digest.Settings{Rule: schedule.Rule{Zone: "UTC"}}}
	if err := edit(&d); err != nil {
		return d, err
	}
	if k.digests == nil {
		k.digests = map[string][]digest.Digest{}
	}
	k.digests[guild] = append(k.digests[guild], d)
	return d, nil
}

func (k *fakeDigests) Remove(_ context.Context, guild, _, name string) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	gone, err := digest.Find(k.digests[guild], name)
	k.digests[guild] = slices.DeleteFunc(k.digests[guild], func(d digest.Digest) bool { return err == nil && d.ID == gone.ID })
	return err
}

func (k *fakeDigests) Run(_ context.Context, guild, _, name string) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.ran = append(k.ran, guild+"/"+name)
	return nil
}

func (k *fakeDigests) Preview(context.Context, string, string) (briefing.BriefAnswer, error) {
	return cardtest.SampleBrief(), nil
}

func (k *fakeDigests) Why(context.Context, string, string) (string, error) { return "", nil }

func (k *fakeDigests) Zone(_ context.Context, guild string) (*time.Location, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if z := k.zones[guild]; z != nil {
		return z, nil
	}
	return time.UTC, nil
}

func (k *fakeDigests) SetZone(_ context.Context, guild, _, name string) error {
	zone, err := time.LoadLocation(name)
	if err != nil {
		return &briefing.InputError{Option: "zone", Problem: "no such time zone; try Europe/Tallinn"}
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.zones == nil {
		k.zones = map[string]*time.Location{}
	}
	k.zones[guild] = zone
	return nil
}

func sampleDesk() *fakeDesk {
	return &fakeDesk{
		who: cardtest.SampleWho(),
		said: briefing.SaidAnswer{
			Person:     &briefing.MatchedPerson{Name: "Maret Orel", Roles: []string{"Water Minister"}, MatchedBy: "misspelling"},
			Statements: []briefing.Statement{cardtest.NamedStatement()}, Coverage: cardtest.SampleCoverage(),
		},
		happened: cardtest.SampleHappened(),
		brief:    cardtest.SampleBrief(),
		timeline: briefing.TimelineAnswer{
			From: cardtest.Date(2031, 3, 12), To: cardtest.Date(2031, 3, 13), Coverage: cardtest.SampleCoverage(),
			Days:   []briefing.TimelineDay{{Day: cardtest.Date(2031, 3, 12), Sentences: 9, Event: cardtest.SampleHappened().Events[0]}},
			Counts: []briefing.NearDay{{Day: cardtest.Date(2031, 3, 12), Events: 9}, {Day: cardtest.Date(2031, 3, 13), Events: 1}},
		},
		source: briefing.SourceAnswer{
			Found: true, Source: cardtest.Gazette(), Dated: "text", Coverage: cardtest.SampleCoverage(),
			Before:   "The reservoir is at its lowest in forty years.",
			Sentence: "\"We will not open the gates before the spring,\" Water Minister Maret Orel said.",
			After:    "Farmers in the valley called it a betrayal.",
		},
		people: []briefing.PersonChoice{{Name: "Maret Orel", Statements: 41}, {Name: "Pavel Ruut", Statements: 1}},
		days:   []briefing.NearDay{{Day: cardtest.Date(2031, 3, 12), Events: 9}, {Day: cardtest.Date(2031, 3, 13), Events: 1}},
	}
}
