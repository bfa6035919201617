package identity

import "testing"

func TestSetOff(t *testing.T) {
	for _, row := range []struct {
		before    string
		is, clear bool
	}{
		{"The leader of the Country Party, ", true, true},
		{"A spokesman for the harbour company, ", true, true},
		{"The mayor, ", true, true},
		{"A lawyer for the driver, ", true, false},
		{"A brother of the minister, ", true, false},
		{"A spokesman for ", false, false},
		{"Mayor ", false, false},
		{"", false, false},
	} {
		if is, clear := setOff(row.before); is != row.is || clear != row.clear {
			t.Errorf("setOff(%q) = %v, %v; want %v, %v", row.before, is, clear, row.is, row.clear)
		}
	}
}
