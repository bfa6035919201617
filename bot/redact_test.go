package bot

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"rapporteur/bot/loopback"
)

func TestRedact(t *testing.T) {
	t.Parallel()
	typed := []string{"Who leaked the Memo?", "péter"}
	for err, want := range map[error]string{
		errors.New("open /data/corpus.db: disk I/O error"):       "open /data/corpus.db: disk I/O error",
		fmt.Errorf("events about %q: out of memory", "the memo"): `events about "(withheld)": out of memory`,
		fmt.Errorf("weigh %q for %q: x", "PÉTER", "guild 7"):     `weigh "(withheld)" for "guild 7": x`,
		fmt.Errorf("mend %q", "a \"memo\""):                      `mend "(withheld)"`,
		fmt.Errorf("mend %q", "other"):                           `mend "other"`,
	} {
		if got := redact(err, typed); got != want {
			t.Errorf("logged as %s, want %s", got, want)
		}
	}
}

// A member's question is not in the log, even when answering fails.
func TestQuestionsAreNotLogged(t *testing.T) {
	t.Parallel()
	desk := sampleDesk()
	desk.err = fmt.Errorf("search statements by %q: disk on fire", "zebra crossing")
	st := open(t, loopback.Options{}, Options{Desk: desk})
	for _, name := range []string{"who", "said"} {
		option := map[string]string{"who": "said", "said": "person"}[name]
		if _, err := st.Command(st.ctx, loopback.Actor{}, name, loopback.Value{Name: option, Value: "the zebra crossing"}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := st.Autocomplete(st.ctx, loopback.Actor{}, "said", "person", loopback.Value{Name: "person", Value: "zebra"}); err != nil {
		t.Fatal(err)
	}
	if log := st.log.String(); strings.Contains(log, "zebra") || !strings.Contains(log, "disk on fire") {
		t.Errorf("the log is:\n%s", log)
	}
}
