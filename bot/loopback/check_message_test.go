package loopback_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"rapporteur/bot/loopback"
)

// wire is a bot that speaks plain HTTP.
type wire struct {
	t *testing.T
	s *loopback.Server
}

// do sends a request and returns its status and body.
func (w wire) do(method, path string, body any) (int, map[string]any) {
	w.t.Helper()
	var text []byte
	switch body := body.(type) {
	case nil:
	case string:
		text = []byte(body)
	default:
		var err error
		if text, err = json.Marshal(body); err != nil {
			w.t.Fatal(err)
		}
	}
	req, err := http.NewRequestWithContext(w.t.Context(), method, w.s.URL()+"/api/v10"+path, bytes.NewReader(text))
	if err != nil {
		w.t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bot "+loopback.Token)
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		w.t.Fatal(err)
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		w.t.Fatal(err)
	}
	var object map[string]any
	if json.Unmarshal(raw, &object) != nil {
		object = map[string]any{"list": string(raw)}
	}
	return resp.StatusCode, object
}

// at digs for the error code at a dotted path of a 50035 answer; "" if there is none.
func at(object map[string]any, path string) string {
	node, _ := object["errors"].(map[string]any)
	for part := range strings.SplitSeq(path, ".") {
		if part != "" {
			node, _ = node[part].(map[string]any)
		}
	}
	list, _ := node["_errors"].([]any)
	if len(list) == 0 {
		return ""
	}
	return list[0].(map[string]any)["code"].(string)
}

type obj = map[string]any
type arr = []any

const inPlace = "/channels/" + loopback.DefaultChannel + "/messages"

func x(n int) string { return strings.Repeat("é", n) }

func repeat(n int, make func(i int) any) arr {
	list := arr{}
	for i := range n {
		list = append(list, make(i))
	}
	return list
}

func embed(parts obj) obj { return obj{"embeds": arr{parts}} }

func row(parts ...any) obj { return obj{"components": arr{obj{"type": 1, "components": parts}}} }

func button(id string) obj { return obj{"type": 2, "style": 1, "label": "L", "custom_id": id} }

func buttons(n int) arr {
	return repeat(n, func(i int) any { return button(fmt.Sprint("b", i)) })
}

func v2(parts ...any) obj { return obj{"flags": 1 << 15, "components": parts} }

func display(text string) obj { return obj{"type": 10, "content": text} }

func options(n int) arr {
	return repeat(n, func(i int) any { return obj{"label": fmt.Sprint(i), "value": fmt.Sprint(i)} })
}

func choose(parts obj) obj {
	s := obj{"type": 3, "custom_id": "s", "options": options(1)}
	for k, v := range parts {
		s[k] = v
	}
	return row(s)
}

func link(parts obj) obj {
	b := obj{"type": 2, "style": 5, "label": "L", "url": "https://a.example/"}
	for k, v := range parts {
		b[k] = v
	}
	return row(b)
}

// A limit is a body at a limit, the same one beyond it, and where the answer says so.
type limit struct {
	name         string
	at, beyond   any
	path, says   string // of a 50035 answer
	code, status int    // when the answer is another one
}

func messageLimits() []limit {
	rows := func(n int) obj {
		return obj{"components": repeat(n, func(i int) any {
			return obj{"type": 1, "components": arr{button(fmt.Sprint(i))}}
		})}
	}
	fields := func(n int) obj {
		return embed(obj{"fields": repeat(n, func(int) any { return obj{"name": "n", "value": "v"} })})
	}
	field := func(name, value string) obj {
		return embed(obj{"fields": arr{obj{"name": name, "value": value}}})
	}
	embeds := func(n, size int) obj {
		return obj{"embeds": repeat(n, func(int) any { return obj{"description": x(size)} })}
	}
	long := func(n int) string { return "https://a.example/" + strings.Repeat("a", n-len("https://a.example/")) }
	section := func(n int) obj {
		return v2(obj{"type": 9, "components": repeat(n, func(int) any { return display("t") }), "accessory": button("a")})
	}
	described := func(n int) obj {
		return v2(obj{"type": 12, "items": arr{obj{"media": obj{"url": "https://a.example/"}, "description": x(n)}}})
	}
	gallery := func(n int) obj {
		return v2(obj{"type": 12, "items": repeat(n, func(int) any { return obj{"media": obj{"url": "https://a.example/"}} })})
	}
	mentions := func(n int) obj {
		return obj{"content": "c", "allowed_mentions": obj{"users": repeat(n, func(i int) any { return fmt.Sprint(i + 1) })}}
	}
	return []limit{
		{name: "content", at: obj{"content": x(2000)}, beyond: obj{"content": x(2001)}, path: "content", says: "BASE_TYPE_MAX_LENGTH"},
		{name: "nothing", at: obj{"content": "."}, beyond: obj{"content": " \n "}, status: 400, code: 50006},
		{name: "nothing at all", at: obj{"content": "."}, beyond: obj{}, status: 400, code: 50006},
		{name: "embeds", at: embeds(10, 1), beyond: embeds(11, 1), path: "embeds", says: "BASE_TYPE_MAX_LENGTH"},
		{name: "embed text", at: embeds(2, 3000), beyond: obj{"embeds": append(embeds(1, 3000)["embeds"].(arr), obj{"description": x(3001)})}, path: "embeds", says: "MAX_EMBED_SIZE_EXCEEDED"},
		{name: "embed title", at: embed(obj{"title": x(256)}), beyond: embed(obj{"title": x(257)}), path: "embeds.0.title", says: "BASE_TYPE_MAX_LENGTH"},
		{name: "embed description", at: embeds(1, 4096), beyond: embeds(1, 4097), path: "embeds.0.description", says: "BASE_TYPE_MAX_LENGTH"},
		{name: "fields", at: fields(25), beyond: fields(26), path: "embeds.0.fields", says: "BASE_TYPE_MAX_LENGTH"},
		{name: "field name", at: field(x(256), "v"), beyond: field(x(257), "v"), path: "embeds.0.fields.0.name", says: "BASE_TYPE_MAX_LENGTH"},
		{name: "field value", at: field("n", x(1024)), beyond: field("n", x(1025)), path: "embeds.0.fields.0.value", says: "BASE_TYPE_MAX_LENGTH"},
		{name: "empty field", at: field("n", "v"), beyond: field("n", " "), path: "embeds.0.fields.0.value", says: "BASE_TYPE_REQUIRED"},
		{name: "footer", at: embed(obj{"footer": obj{"text": x(2048)}}), beyond: embed(obj{"footer": obj{"text": x(2049)}}), path: "embeds.0.footer.text", says: "BASE_TYPE_MAX_LENGTH"},
		{name: "author", at: embed(obj{"author": obj{"name": x(256)}}), beyond: embed(obj{"author": obj{"name": x(257)}}), path: "embeds.0.author.name", says: "BASE_TYPE_MAX_LENGTH"},
		{name: "empty embed", at: embed(obj{"title": "t"}), beyond: embed(obj{"color": 1}), path: "embeds.0.description", says: "BASE_TYPE_REQUIRED"},
		{name: "embed address", at: embed(obj{"title": "t", "url": "https://a.example"}), beyond: embed(obj{"title": "t", "url": "ftp://a.example"}), path: "embeds.0.url", says: "URL_TYPE_INVALID_SCHEME"},
		{name: "colour", at: embed(obj{"title": "t", "color": 0xFFFFFF}), beyond: embed(obj{"title": "t", "color": 0x1000000}), path: "embeds.0.color", says: "NUMBER_TYPE_MAX"},
		{name: "rows", at: rows(5), beyond: rows(6), path: "components", says: "BASE_TYPE_MAX_LENGTH"},
		{name: "buttons", at: row(buttons(5)...), beyond: row(buttons(6)...), path: "components.0.components", says: "BASE_TYPE_BAD_LENGTH"},
		{name: "empty row", at: row(buttons(1)...), beyond: row(), path: "components.0.components", says: "BASE_TYPE_BAD_LENGTH"},
		{name: "row at the top", at: row(buttons(1)...), beyond: obj{"components": buttons(1)}, path: "components.0.type", says: "UNION_TYPE_CHOICES"},
		{name: "custom_id", at: row(button(x(100))), beyond: row(button(x(101))), path: "components.0.components.0.custom_id", says: "BASE_TYPE_BAD_LENGTH"},
		{name: "no custom_id", at: row(button("a")), beyond: row(button("")), path: "components.0.components.0.custom_id", says: "BASE_TYPE_BAD_LENGTH"},
		{name: "custom_id twice", at: row(button("a"), button("b")), beyond: row(button("a"), button("a")), path: "components.0.components.1.custom_id", says: "COMPONENT_CUSTOM_ID_DUPLICATED"},
		{name: "label", at: link(obj{"label": x(80)}), beyond: link(obj{"label": x(81)}), path: "components.0.components.0.label", says: "BASE_TYPE_MAX_LENGTH"},
		{name: "no label", at: link(nil), beyond: link(obj{"label": ""}), path: "components.0.components.0", says: "BUTTON_COMPONENT_NO_LABEL_OR_EMOJI"},
		{name: "style", at: row(button("a")), beyond: row(obj{"type": 2, "style": 7, "label": "L", "custom_id": "a"}), path: "components.0.components.0.style", says: "BASE_TYPE_CHOICES"},
		{name: "link address", at: link(obj{"url": long(512)}), beyond: link(obj{"url": long(513)}), path: "components.0.components.0.url", says: "BASE_TYPE_MAX_LENGTH"},
		{name: "link scheme", at: link(nil), beyond: link(obj{"url": "javascript:x"}), path: "components.0.components.0.url", says: "URL_TYPE_INVALID_SCHEME"},
		{name: "link with custom_id", at: link(nil), beyond: link(obj{"custom_id": "a"}), path: "components.0.components.0", says: "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE"},
		{name: "button with address", at: row(button("a")), beyond: row(obj{"type": 2, "style": 1, "label": "L", "custom_id": "a", "url": "https://a.example"}), path: "components.0.components.0.url", says: "BUTTON_COMPONENT_INVALID_FIELD"},
		{name: "select options", at: choose(obj{"options": options(25)}), beyond: choose(obj{"options": options(26)}), path: "components.0.components.0.options", says: "BASE_TYPE_BAD_LENGTH"},
		{name: "placeholder", at: choose(obj{"placeholder": x(150)}), beyond: choose(obj{"placeholder": x(151)}), path: "components.0.components.0.placeholder", says: "BASE_TYPE_MAX_LENGTH"},
		{name: "option label", at: choose(obj{"options": arr{obj{"label": x(100), "value": "v"}}}), beyond: choose(obj{"options": arr{obj{"label": x(101), "value": "v"}}}), path: "components.0.components.0.options.0.label", says: "BASE_TYPE_BAD_LENGTH"},
		{name: "option value twice", at: choose(nil), beyond: choose(obj{"options": append(options(1), options(1)...)}), path: "components.0.components.0.options.1.value", says: "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"},
		{name: "select beside a button", at: choose(nil), beyond: row(obj{"type": 3, "custom_id": "s", "options": options(1)}, button("b")), path: "components.0.components", says: "COMPONENT_LAYOUT_WIDTH_EXCEEDED"},
		{name: "values", at: choose(obj{"max_values": 25}), beyond: choose(obj{"max_values": 26}), path: "components.0.components.0.max_values", says: "NUMBER_TYPE_MAX"},
		{name: "v2 components", at: v2(repeat(40, func(int) any { return display("t") })...), beyond: v2(repeat(41, func(int) any { return display("t") })...), path: "components", says: "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"},
		{name: "v2 text", at: v2(display(x(2000)), display(x(2000))), beyond: v2(display(x(2000)), display(x(2001))), path: "components", says: "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED"},
		{name: "v2 one text", at: v2(display("t")), beyond: v2(display("")), path: "components.0.content", says: "BASE_TYPE_BAD_LENGTH"},
		{name: "v2 beside content", at: v2(display("t")), beyond: obj{"flags": 1 << 15, "content": "c", "components": arr{display("t")}}, path: "content", says: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"},
		{name: "v2 beside embeds", at: v2(display("t")), beyond: obj{"flags": 1 << 15, "embeds": arr{obj{"title": "t"}}, "components": arr{display("t")}}, path: "embeds", says: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"},
		{name: "text without v2", at: v2(display("t")), beyond: obj{"components": arr{display("t")}}, path: "components.0.type", says: "UNION_TYPE_CHOICES"},
		{name: "section", at: section(3), beyond: section(4), path: "components.0.components", says: "BASE_TYPE_BAD_LENGTH"},
		{name: "gallery", at: gallery(10), beyond: gallery(11), path: "components.0.items", says: "BASE_TYPE_BAD_LENGTH"},
		{name: "alternative text", at: described(1024), beyond: described(1025), path: "components.0.items.0.description", says: "BASE_TYPE_MAX_LENGTH"},
		{name: "container in container", at: v2(obj{"type": 17, "components": arr{display("t")}}), beyond: v2(obj{"type": 17, "components": arr{obj{"type": 17, "components": arr{display("t")}}}}), path: "components.0.components.0.type", says: "UNION_TYPE_CHOICES"},
		{name: "component id twice", at: v2(display("t")), beyond: v2(obj{"type": 10, "id": 1, "content": "a"}, obj{"type": 10, "id": 1, "content": "b"}), path: "components.1.id", says: "COMPONENT_ID_DUPLICATED"},
		{name: "flags", at: obj{"content": "c", "flags": 4096}, beyond: obj{"content": "c", "flags": 64}, path: "flags", says: "MESSAGE_FLAGS_INVALID"},
		{name: "nonce", at: obj{"content": "c", "nonce": x(25)}, beyond: obj{"content": "c", "nonce": x(26)}, path: "nonce", says: "BASE_TYPE_MAX_LENGTH"},
		{name: "mentioned users", at: mentions(100), beyond: mentions(101), path: "allowed_mentions.users", says: "BASE_TYPE_MAX_LENGTH"},
		{name: "mention kinds", at: obj{"content": "c", "allowed_mentions": obj{"parse": arr{"users"}}}, beyond: obj{"content": "c", "allowed_mentions": obj{"parse": arr{"here"}}}, path: "allowed_mentions.parse.0", says: "BASE_TYPE_CHOICES"},
		{name: "mentions twice", at: obj{"content": "c", "allowed_mentions": obj{"parse": arr{}, "users": arr{"1"}}}, beyond: obj{"content": "c", "allowed_mentions": obj{"parse": arr{"users"}, "users": arr{"1"}}}, path: "allowed_mentions", says: "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE"},
		{name: "kind of value", at: obj{"content": "7"}, beyond: obj{"content": 7}, path: "content", says: "BASE_TYPE_CONVERT"},
		{name: "form", at: obj{"content": "c"}, beyond: `{"content":`, status: 400, code: 50109},
	}
}

// check sends both bodies of every limit and compares the answers.
func check(t *testing.T, w wire, method, path string, limits []limit) {
	t.Helper()
	for _, l := range limits {
		if status, answer := w.do(method, path, l.at); status != http.StatusOK && status != http.StatusCreated {
			t.Errorf("%s: at the limit: %d %v", l.name, status, answer)
		}
		status, answer := w.do(method, path, l.beyond)
		switch {
		case l.code != 0:
			if status != l.status || answer["code"] != float64(l.code) {
				t.Errorf("%s: got %d %v, want %d with code %d", l.name, status, answer, l.status, l.code)
			}
		case status != http.StatusBadRequest || answer["code"] != 50035.0 || at(answer, l.path) != l.says:
			t.Errorf("%s: got %d %v, want %s at %s", l.name, status, answer, l.says, l.path)
		}
	}
}

func TestMessageLimits(t *testing.T) {
	t.Parallel()
	w := wire{t, start(t, loopback.Options{})}
	check(t, w, http.MethodPost, inPlace, messageLimits())
}

func TestThreadLimits(t *testing.T) {
	t.Parallel()
	w := wire{t, start(t, loopback.Options{})}
	check(t, w, http.MethodPost, "/channels/"+loopback.DefaultChannel+"/threads", []limit{
		{name: "name", at: obj{"name": x(100), "type": 11}, beyond: obj{"name": x(101), "type": 11}, path: "name", says: "BASE_TYPE_BAD_LENGTH"},
		{name: "archive", at: obj{"name": "n", "auto_archive_duration": 4320}, beyond: obj{"name": "n", "auto_archive_duration": 61}, path: "auto_archive_duration", says: "BASE_TYPE_CHOICES"},
	})
}
