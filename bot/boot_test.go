package bot

import (
	"strings"
	"testing"

	"rapporteur/bot/loopback"
)

func TestWhoIsAnswered(t *testing.T) {
	t.Parallel()
	st := open(t, loopback.Options{}, Options{})
	reply, err := st.Command(st.ctx, loopback.Actor{}, "who", loopback.Value{Name: "said", Value: "open the gates"})
	if err != nil {
		t.Fatalf("%v\n%s", err, st.log)
	}
	text := shown(reply.Message)
	for _, want := range []string{"Maret Orel", "We will not open the gates", "12 March 2031", "gazette.example", "reported by 2 publishers", "1,204 articles"} {
		if !strings.Contains(text, want) {
			t.Errorf("the answer does not contain %q:\n%s", want, text)
		}
	}
	if !reply.Message.Ephemeral() {
		t.Error("the answer is public")
	}
}
