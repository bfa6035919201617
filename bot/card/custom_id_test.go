package card

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"rapporteur/bot/discord"
	"rapporteur/bot/kv"
)

func testSigner(t testing.TB, store kv.Store) *Signer {
	t.Helper()
	s, err := NewSigner(t.Context(), store, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCustomIDs(t *testing.T) {
	t.Parallel()
	s := testSigner(t, &kv.Memory{})
	here := Scope("100", "7")
	for _, p := range []CustomID{
		{VerbPage, "3", "AAAAAAAAAAAAAAAAAAAAAA"},
		{VerbContext, "3f2a9c1d5e7b8a60-2s-1f", "0"},
		{VerbContext, "has.dots.in-it", ""},
		{VerbDigestRun, "1", "4"},
	} {
		id := s.Sign(here, p)
		if id == "" || len(id) > discord.MaxCustomID {
			t.Fatalf("Sign(%v) = %q", p, id)
		}
		if got, err := s.Verify(here, id); err != nil || got != p {
			t.Errorf("Verify(Sign(%v)) = %v, %v", p, got, err)
		}
		if other := testSigner(t, &kv.Memory{}); other.signature(here, "x") == s.signature(here, "x") {
			t.Error("two installations sign alike")
		}
		for _, there := range []string{Scope("101", "7"), Scope("", "7"), Scope("", "100"), ""} {
			if _, err := s.Verify(there, id); !errors.Is(err, ErrForeignButton) {
				t.Errorf("a button of %q works in %q", here, there)
			}
		}
		for i := range len(id) * 8 {
			bent := []byte(id)
			bent[i/8] ^= 1 << (i % 8)
			if _, err := s.Verify(here, string(bent)); !errors.Is(err, ErrForeignButton) {
				t.Errorf("bit %d of %q may be flipped", i, id)
			}
		}
	}
	if id := s.Sign(here, CustomID{VerbContext, strings.Repeat("x", 90), ""}); id != "" {
		t.Errorf("a custom_id of %d bytes was signed", len(id))
	}
}

func TestSavedQuestions(t *testing.T) {
	t.Parallel()
	keep := &recordingStore{values: map[string][]byte{}}
	s := testSigner(t, keep)
	asked := SavedQuestion{Command: "who", Options: map[string]string{"said": "the gates of the dam"}, User: "7"}
	token, err := s.Save(t.Context(), "guild 100", asked)
	if err != nil {
		t.Fatal(err)
	}
	got, err := testSigner(t, keep).Load(t.Context(), "guild 100", token)
	if err != nil || got == nil || got.Options["said"] != asked.Options["said"] || got.User != "7" {
		t.Errorf("a later process loads %+v, %v", got, err)
	}
	if _, err := s.Load(t.Context(), "guild 101", token); !errors.Is(err, ErrForeignButton) {
		t.Errorf("another guild loads a question: %v", err)
	}
	if got, err := s.Load(t.Context(), "guild 100", "AAAAAAAAAAAAAAAAAAAAAA"); got != nil || err != nil {
		t.Errorf("an unknown token loads %v, %v", got, err)
	}
	for key, value := range keep.values {
		if bytes.Contains(value, []byte("gates")) || strings.Contains(key, token) {
			t.Errorf("what is kept under %q can be read", key)
		}
	}
}

// A recordingStore remembers every value that was put into it.
type recordingStore struct {
	kv.Memory
	values map[string][]byte
}

func (s *recordingStore) Put(ctx context.Context, key string, value []byte, until time.Time) error {
	s.values[key] = value
	return s.Memory.Put(ctx, key, value, until)
}

func FuzzCustomID(f *testing.F) {
	s := testSigner(f, &kv.Memory{})
	f.Add(s.Sign("guild 1", CustomID{VerbPage, "1", "AAAAAAAAAAAAAAAAAAAAAA"}))
	f.Add("p.1..")
	f.Add("....")
	f.Add("")
	f.Fuzz(func(t *testing.T, id string) {
		p, err := s.Verify("guild 1", id)
		if err == nil && s.Sign("guild 1", p) != id {
			t.Errorf("Verify(%q) = %v, which Sign writes differently", id, p)
		}
		if _, err := s.Load(t.Context(), "guild 1", id); err != nil && !errors.Is(err, ErrForeignButton) {
			t.Errorf("Load(%q): %v", id, err)
		}
	})
}

// A custom_id at Discord's limit is signed; one byte more is not.
func TestCustomIDAtTheLimit(t *testing.T) {
	t.Parallel()
	s := testSigner(t, &kv.Memory{})
	room := discord.MaxCustomID - len(s.Sign("guild 1", CustomID{Verb: VerbSuggestion}))
	for extra, want := range map[int]bool{-1: true, 0: true, 1: false} {
		id := s.Sign("guild 1", CustomID{Verb: VerbSuggestion, Arg: strings.Repeat("a", room+extra)})
		if (id != "") != want || len(id) > discord.MaxCustomID {
			t.Errorf("a custom_id of %d bytes is %q", discord.MaxCustomID+extra, id)
		}
	}
}
