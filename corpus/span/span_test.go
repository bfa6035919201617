package span

import "testing"

func TestMapFile(t *testing.T) {
	// File: `<p>A &amp; B</p>`; text: "A & B".
	m := Map{
		{Text: Span{0, 2}, File: Span{3, 5}},
		{Text: Span{2, 3}, File: Span{5, 10}},
		{Text: Span{3, 5}, File: Span{10, 12}},
	}
	for _, row := range []struct{ in, want Span }{
		{Span{0, 1}, Span{3, 4}},
		{Span{0, 5}, Span{3, 12}},
		{Span{2, 3}, Span{5, 10}},
		{Span{1, 2}, Span{4, 5}},
		{Span{4, 5}, Span{11, 12}},
	} {
		if got := m.File(row.in); got != row.want {
			t.Errorf("File(%v) = %v, want %v", row.in, got, row.want)
		}
	}
	if got := (Map)(nil).File(Span{4, 9}); got != (Span{4, 9}) {
		t.Errorf("the empty map moved a span to %v", got)
	}
}

func TestSpanRelations(t *testing.T) {
	a, b := Span{2, 6}, Span{6, 8}
	if a.Overlaps(b) || !a.Overlaps(Span{5, 7}) || !a.Holds(Span{2, 3}) || a.Holds(Span{1, 3}) {
		t.Error("Overlaps or Holds is off at the borders")
	}
	if got := (Span{1, 3}).Of("abcd"); got != "bc" {
		t.Errorf("Of = %q, want %q", got, "bc")
	}
}
