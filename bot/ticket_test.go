package bot

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"
)

func testSeals(t testing.TB, keep Keep) *seals {
	t.Helper()
	s, err := newSeals(t.Context(), keep, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCustomIDs(t *testing.T) {
	t.Parallel()
	s := testSeals(t, &Memory{})
	here := scope("100", "7")
	for _, p := range []press{
		{verbPage, "3", "AAAAAAAAAAAAAAAAAAAAAA"},
		{verbContext, "3f2a9c1d5e7b8a60-2s-1f", "0"},
		{verbContext, "has.dots.in-it", ""},
		{verbDigestRun, "1", "4"},
	} {
		id := s.sign(here, p)
		if id == "" || len(id) > maxCustomID {
			t.Fatalf("sign(%v) = %q", p, id)
		}
		if got, err := s.open(here, id); err != nil || got != p {
			t.Errorf("open(sign(%v)) = %v, %v", p, got, err)
		}
		if other := testSeals(t, &Memory{}); other.seal(here, "x") == s.seal(here, "x") {
			t.Error("two installations sign alike")
		}
		for _, there := range []string{scope("101", "7"), scope("", "7"), scope("", "100"), ""} {
			if _, err := s.open(there, id); !errors.Is(err, errNotOurs) {
				t.Errorf("a button of %q works in %q", here, there)
			}
		}
		for i := range len(id) * 8 {
			bent := []byte(id)
			bent[i/8] ^= 1 << (i % 8)
			if _, err := s.open(here, string(bent)); !errors.Is(err, errNotOurs) {
				t.Errorf("bit %d of %q may be flipped", i, id)
			}
		}
	}
	if id := s.sign(here, press{verbContext, strings.Repeat("x", 90), ""}); id != "" {
		t.Errorf("a custom_id of %d bytes was signed", len(id))
	}
}

func TestTickets(t *testing.T) {
	t.Parallel()
	keep := &Memory{}
	s := testSeals(t, keep)
	asked := ticket{Command: "who", Options: map[string]string{"said": "the gates of the dam"}, User: "7"}
	carried, err := s.file(t.Context(), "guild 100", asked)
	if err != nil {
		t.Fatal(err)
	}
	got, err := testSeals(t, keep).fetch(t.Context(), "guild 100", carried)
	if err != nil || got == nil || got.Options["said"] != asked.Options["said"] || got.User != "7" {
		t.Errorf("a later process fetches %+v, %v", got, err)
	}
	if _, err := s.fetch(t.Context(), "guild 101", carried); !errors.Is(err, errNotOurs) {
		t.Errorf("another guild fetches a ticket: %v", err)
	}
	if got, err := s.fetch(t.Context(), "guild 100", "AAAAAAAAAAAAAAAAAAAAAA"); got != nil || err != nil {
		t.Errorf("an unknown ticket is %v, %v", got, err)
	}
	for key, kept := range keep.kept {
		if bytes.Contains(kept.value, []byte("gates")) || strings.Contains(key, carried) {
			t.Errorf("what is kept under %q can be read", key)
		}
	}
}

func FuzzCustomID(f *testing.F) {
	s := testSeals(f, &Memory{})
	f.Add(s.sign("guild 1", press{verbPage, "1", "AAAAAAAAAAAAAAAAAAAAAA"}))
	f.Add("p.1..")
	f.Add("....")
	f.Add("")
	f.Fuzz(func(t *testing.T, id string) {
		p, err := s.open("guild 1", id)
		if err == nil && s.sign("guild 1", p) != id {
			t.Errorf("open(%q) = %v, which is signed otherwise", id, p)
		}
		if _, err := s.fetch(t.Context(), "guild 1", id); err != nil && !errors.Is(err, errNotOurs) {
			t.Errorf("fetch(%q): %v", id, err)
		}
	})
}

// A custom_id of as many bytes as Discord allows is written, and one more is not.
func TestCustomIDAtTheLimit(t *testing.T) {
	t.Parallel()
	s := testSeals(t, &Memory{})
	room := maxCustomID - len(s.sign("guild 1", press{verb: verbTry}))
	for extra, want := range map[int]bool{-1: true, 0: true, 1: false} {
		id := s.sign("guild 1", press{verb: verbTry, arg: strings.Repeat("a", room+extra)})
		if (id != "") != want || len(id) > maxCustomID {
			t.Errorf("a custom_id of %d bytes is %q", maxCustomID+extra, id)
		}
	}
}
