package ledgertest

import (
	"slices"
	"testing"
	"time"

	"rapporteur/briefing/ledger"
)

// testDelivery follows a digest from its rule to the channel and on.
func testDelivery(t *testing.T, l Ledger) {
	ctx, noon := t.Context(), noon()
	d := due(t, l, "c")
	for range 2 { // however often it is planned, there is one row
		must(t, l.Plan(ctx, noon.Add(-3*time.Hour), catchUp))
	}
	r := only(t, l, noon)
	if r.Name != "2026-03-09T09:00" || r.State != ledger.Due || r.Channel != "c" {
		t.Fatalf("planned %+v", r)
	}
	messages := []ledger.Message{{Body: []byte("one"), Why: "1"}, {Body: []byte("two")}}
	edition := ledger.Edition{Messages: messages, Cursor: "seq 7", Keys: []string{"k1"}}
	r = got(l.Freeze(ctx, r, edition, noon))(t)
	again := got(l.Freeze(ctx, r, ledger.Edition{Messages: []ledger.Message{{Body: []byte("other")}}}, noon))(t)
	if len(r.Messages) != 2 || len(again.Messages) != 2 || string(again.Messages[0].Body) != "one" {
		t.Fatalf("the first edition must win: %+v, then %+v", r, again)
	}
	for guild, want := range map[string]string{"g": "1", "h": ""} {
		if why, err := l.Why(ctx, guild, r.Mark(1)); err != nil || why != want {
			t.Errorf("the reasons for guild %s are %q, %v; want %q", guild, why, err, want)
		}
	}
	for _, at := range []time.Time{noon, noon.Add(time.Minute)} {
		if first, err := l.Sending(ctx, r, 1, at); err != nil || !first.Equal(noon) {
			t.Errorf("at %v the first try was at %v, %v; want %v", at, first, err, noon)
		}
	}
	must(t, l.Delivered(ctx, r, 1, "m1", noon))
	if r := only(t, l, noon); r.Messages[0].ID != "m1" || r.Messages[1].ID != "" {
		t.Errorf("after one message of two: %+v", r.Messages)
	}
	must(t, l.Delivered(ctx, r, 2, "m2", noon))
	must(t, l.Plan(ctx, noon, catchUp))
	if all := open(t, l, noon); len(all) != 0 {
		t.Errorf("a delivered occurrence is still open, or planned again: %+v", all)
	}
	now := list(t, l, "g")[0]
	if now.ID != d.ID || now.Cursor != "seq 7" || now.Last == nil || !now.Last.Sent || now.Last.Name != r.Name {
		t.Errorf("after delivery: %+v, last %+v", now, now.Last)
	}
	if keys, err := l.DeliveredKeys(ctx, "c", noon.Add(-time.Hour)); err != nil || !slices.Equal(keys, []string{"k1"}) {
		t.Errorf("delivered keys %v, %v; want k1", keys, err)
	}
}

// testNoNews: an empty edition ends its occurrence and moves the digest on.
func testNoNews(t *testing.T, l Ledger) {
	due(t, l, "c")
	r := got(l.Freeze(t.Context(), only(t, l, noon()), ledger.Edition{Cursor: "seq 8"}, noon()))(t)
	d := list(t, l, "g")[0]
	if r.State != ledger.Empty || len(open(t, l, noon())) != 0 || d.Cursor != "seq 8" || d.Last == nil || d.Last.Sent {
		t.Errorf("%+v, of the digest %+v", r, d)
	}
}

// testSuspension: a digest whose channel refuses is suspended and reported once, and
// goes on with the first message that is delivered.
func testSuspension(t *testing.T, l Ledger) {
	ctx, noon := t.Context(), noon()
	due(t, l, "c")
	refusal := ledger.Failure{Problem: "no access", Next: noon.Add(time.Minute), Refused: true}
	suspended := got(l.Failed(ctx, only(t, l, noon), refusal, noon))(t)
	if all := open(t, l, noon); suspended || len(all) != 0 {
		t.Errorf("suspended %v, open %+v before its next try", suspended, all)
	}
	if n, next, err := l.Waiting(ctx, noon); err != nil || n != 0 || !next.Equal(refusal.Next) {
		t.Errorf("%d open, next try %v, %v", n, next, err)
	}
	r := only(t, l, refusal.Next)
	if r.Tries != 1 || r.Refused != 1 {
		t.Errorf("after one refusal: %+v", r)
	}
	refusal = ledger.Failure{Problem: "no access", Refused: true, Suspend: true}
	for i, want := range []bool{true, false} { // only the first suspension is news
		if suspended := got(l.Failed(ctx, r, refusal, noon))(t); suspended != want {
			t.Errorf("suspension %d: %v, want %v", i, suspended, want)
		}
	}
	tomorrow := noon.AddDate(0, 0, 1)
	must(t, l.Plan(ctx, tomorrow, catchUp))
	edition := ledger.Edition{Messages: []ledger.Message{{Body: []byte("x")}}}
	r = got(l.Freeze(ctx, only(t, l, tomorrow), edition, tomorrow))(t)
	must(t, l.Delivered(ctx, r, 1, "m", tomorrow))
	if d := list(t, l, "g")[0]; d.Suspended != "" {
		t.Errorf("delivered, and still suspended: %q", d.Suspended)
	}
}

// testOrder: the occurrence of a digest waits for the one before it.
func testOrder(t *testing.T, l Ledger) {
	ctx, tomorrow := t.Context(), noon().AddDate(0, 0, 1)
	due(t, l, "c")
	next := tomorrow.Add(time.Hour)
	got(l.Failed(ctx, only(t, l, noon()), ledger.Failure{Problem: "busy", Next: next}, noon()))(t)
	must(t, l.Plan(ctx, tomorrow, catchUp))
	if all := open(t, l, tomorrow); len(all) != 0 {
		t.Errorf("a younger occurrence overtakes: %+v", all)
	}
	if n, at, err := l.Waiting(ctx, tomorrow); err != nil || n != 0 || !at.Equal(next) {
		t.Errorf("%d open and the next at %v, %v; want none before the older one at %v", n, at, err, next)
	}
	if r := only(t, l, next); r.Name != "2026-03-09T09:00" {
		t.Errorf("first comes %s", r.Name)
	}
}
