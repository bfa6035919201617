package card

import "testing"

// A button carries a suggestion whole, but for its label.
func TestSuggestionsAreCarried(t *testing.T) {
	t.Parallel()
	for _, s := range []Suggestion{
		SuggestOnly("", "said", "person", "Orel"),
		{Command: "said", Option: "person", Value: "Orel"},
		{Command: "who", Option: "said", Value: "a|b=c"},
		{Command: "brief", Option: "on"},
	} {
		if got, ok := DecodeSuggestion(s.encode()); !ok || got != s {
			t.Errorf("%q is read as %+v, want %+v", s.encode(), got, s)
		}
	}
	for _, arg := range []string{"", "=", "said", "said|person"} {
		if got, ok := DecodeSuggestion(arg); ok {
			t.Errorf("%q is read as %+v", arg, got)
		}
	}
}
