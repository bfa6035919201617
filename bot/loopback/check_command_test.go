package loopback_test

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"rapporteur/bot/loopback"
)

const allCommands = "/applications/" + loopback.ApplicationID + "/commands"

// command is a slash command "c" with some of its members replaced.
func command(parts obj) arr {
	c := obj{"type": 1, "name": "c", "description": "d"}
	for k, v := range parts {
		c[k] = v
	}
	return arr{c}
}

func option(name string, parts obj) obj {
	o := obj{"type": 3, "name": name, "description": "d"}
	for k, v := range parts {
		o[k] = v
	}
	return o
}

func with(options ...any) arr { return command(obj{"options": options}) }

func many(n int) arr {
	return repeat(n, func(i int) any { return option(fmt.Sprint("o", i), nil) })
}

func offered(n int) arr {
	return repeat(n, func(i int) any { return obj{"name": fmt.Sprint(i), "value": fmt.Sprint(i)} })
}

// heavy is a command of exactly n characters.
func heavy(n int) arr {
	list := arr{}
	left := n - len("c") - len("d")
	for i := 0; left > 0; i++ {
		name := fmt.Sprintf("option-%03d", i)
		choices := arr{}
		left -= len(name) + 1
		for j := 0; j < 25 && left > 0; j++ {
			size := min(100, left-3)
			if rest := left - size - 3; rest > 0 && rest < 20 {
				size -= 20
			}
			left -= size + 3
			choices = append(choices, obj{"name": fmt.Sprintf("%03d", j), "value": x(size)})
		}
		list = append(list, option(name, obj{"choices": choices}))
	}
	return with(list...)
}

func TestCommandLimits(t *testing.T) {
	t.Parallel()
	sub := func(options ...any) obj { return obj{"type": 1, "name": "sub", "description": "d", "options": options} }
	group := func(options ...any) obj {
		return obj{"type": 2, "name": "group", "description": "d", "options": options}
	}
	w := wire{t, start(t, loopback.Options{})}
	check(t, w, http.MethodPut, allCommands, []limit{
		{name: "name", at: command(obj{"name": x(32)}), beyond: command(obj{"name": x(33)}), path: "0.name", says: "APPLICATION_COMMAND_INVALID_NAME"},
		{name: "lower case", at: command(obj{"name": "who-said_it"}), beyond: command(obj{"name": "Who"}), path: "0.name", says: "APPLICATION_COMMAND_INVALID_NAME"},
		{name: "name characters", at: command(obj{"name": "qué"}), beyond: command(obj{"name": "a b"}), path: "0.name", says: "APPLICATION_COMMAND_INVALID_NAME"},
		{name: "description", at: command(obj{"description": x(100)}), beyond: command(obj{"description": x(101)}), path: "0.description", says: "BASE_TYPE_BAD_LENGTH"},
		{name: "no description", at: command(nil), beyond: command(obj{"description": ""}), path: "0.description", says: "BASE_TYPE_BAD_LENGTH"},
		{name: "menu description", at: command(obj{"type": 3, "name": "Who said this?", "description": ""}), beyond: command(obj{"type": 3}), path: "0.description", says: "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION"},
		{name: "menu name", at: command(obj{"type": 3, "name": x(32), "description": ""}), beyond: command(obj{"type": 3, "name": x(33), "description": ""}), path: "0.name", says: "BASE_TYPE_BAD_LENGTH"},
		{name: "options", at: with(many(25)...), beyond: with(many(26)...), path: "0.options", says: "BASE_TYPE_MAX_LENGTH"},
		{name: "option name", at: with(option(x(32), nil)), beyond: with(option(x(33), nil)), path: "0.options.0.name", says: "APPLICATION_COMMAND_INVALID_NAME"},
		{name: "option twice", at: with(option("a", nil), option("b", nil)), beyond: with(option("a", nil), option("a", nil)), path: "0.options", says: "APPLICATION_COMMAND_OPTIONS_NAME_INVALID"},
		{name: "required last", at: with(option("a", obj{"required": true}), option("b", nil)), beyond: with(option("b", nil), option("a", obj{"required": true})), path: "0.options.1", says: "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"},
		{name: "choices", at: with(option("a", obj{"choices": offered(25)})), beyond: with(option("a", obj{"choices": offered(26)})), path: "0.options.0.choices", says: "BASE_TYPE_MAX_LENGTH"},
		{name: "choice value", at: with(option("a", obj{"choices": arr{obj{"name": "n", "value": x(100)}}})), beyond: with(option("a", obj{"choices": arr{obj{"name": "n", "value": x(101)}}})), path: "0.options.0.choices.0.value", says: "BASE_TYPE_BAD_LENGTH"},
		{name: "choices completed", at: with(option("a", obj{"autocomplete": true})), beyond: with(option("a", obj{"autocomplete": true, "choices": offered(1)})), path: "0.options.0.autocomplete", says: "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES_INVALID"},
		{name: "length", at: with(option("a", obj{"max_length": 6000})), beyond: with(option("a", obj{"max_length": 6001})), path: "0.options.0.max_length", says: "NUMBER_TYPE_MAX"},
		{name: "nesting", at: with(group(sub())), beyond: with(group(group(sub()))), path: "0.options.0.type", says: "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"},
		{name: "nesting mixed", at: with(sub()), beyond: with(sub(), option("a", nil)), path: "0.options", says: "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"},
		{name: "size", at: heavy(8000), beyond: heavy(8001), path: "0", says: "APPLICATION_COMMAND_TOO_LARGE"},
		{name: "names twice", at: command(nil), beyond: append(command(nil), command(nil)...), path: "1", says: "APPLICATION_COMMANDS_DUPLICATE_NAME"},
	})
}

func numberedCommands(prefix string, kind, n int) arr {
	return repeat(n, func(i int) any {
		c := obj{"type": kind, "name": fmt.Sprint(prefix, i)}
		if kind == 1 {
			c["description"] = "d"
		}
		return c
	})
}

func TestTooManyCommands(t *testing.T) {
	t.Parallel()
	for kind, limit := range map[int]int{1: 100, 2: 15, 3: 15} {
		w := wire{t, start(t, loopback.Options{})}
		if status, answer := w.do(http.MethodPut, allCommands, numberedCommands("n", kind, limit)); status != http.StatusOK {
			t.Errorf("kind %d: %d commands: %d %v", kind, limit, status, answer)
		}
		status, answer := w.do(http.MethodPut, allCommands, numberedCommands("n", kind, limit+1))
		if status != http.StatusBadRequest || answer["code"] != 30032.0 {
			t.Errorf("kind %d: %d commands: got %d %v, want code 30032", kind, limit+1, status, answer)
		}
	}
}

func TestCommandCreatesADay(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 13, 9, 0, 0, 0, time.UTC)
	w := wire{t, start(t, loopback.Options{Now: func() time.Time { return now }})}
	put := func(prefix string, want int) {
		t.Helper()
		if status, answer := w.do(http.MethodPut, allCommands, numberedCommands(prefix, 1, 100)); status != want {
			t.Errorf("%s: got %d %v, want %d", prefix, status, answer, want)
		}
	}
	put("a", http.StatusOK)
	put("a", http.StatusOK) // names that exist cost nothing
	put("b", http.StatusOK)
	put("c", http.StatusTooManyRequests)
	if last := w.s.Requests()[3]; last.Code != 30034 {
		t.Errorf("got code %d, want 30034", last.Code)
	}
	now = now.Add(24 * time.Hour)
	put("c", http.StatusOK)
	if got := w.s.Commands()[0].Name; got != "c0" {
		t.Errorf("first command %q, want c0", got)
	}
}

func TestOverwriteKeepsIDs(t *testing.T) {
	t.Parallel()
	w := wire{t, start(t, loopback.Options{})}
	w.do(http.MethodPut, allCommands, numberedCommands("a", 1, 3))
	before := w.s.Commands()
	w.do(http.MethodPut, allCommands, numberedCommands("a", 1, 2))
	after := w.s.Commands()
	if len(after) != 2 || after[0].ID != before[0].ID || after[0].Version == before[0].Version {
		t.Errorf("before %+v\nafter %+v", before, after)
	}
	guild := "/applications/" + loopback.ApplicationID + "/guilds/" + loopback.DefaultGuild + "/commands"
	if status, _ := w.do(http.MethodPost, guild, command(nil)[0]); status != http.StatusOK {
		t.Errorf("create in a guild: %d", status)
	}
	if all := w.s.Commands(); len(all) != 3 || all[2].GuildID != loopback.DefaultGuild {
		t.Errorf("got %+v", all)
	}
	id := w.s.Commands()[2].ID
	if status, answer := w.do(http.MethodPatch, guild+"/"+id, obj{"description": "new"}); status != http.StatusOK || answer["description"] != "new" || answer["name"] != "c" {
		t.Errorf("edit: %d %v", status, answer)
	}
	if status, _ := w.do(http.MethodDelete, guild+"/"+id, nil); status != http.StatusNoContent {
		t.Errorf("delete: %d", status)
	}
	if status, answer := w.do(http.MethodGet, guild+"/"+id, nil); status != http.StatusNotFound || answer["code"] != 10063.0 {
		t.Errorf("get a deleted one: %d %v", status, answer)
	}
}
