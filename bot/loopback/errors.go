package loopback

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// An apiError is an error as Discord's REST answers it.
type apiError struct {
	status  int
	code    int
	message string
	errors  tree // parts of the form at fault, for 50035
	headers map[string]string
	fields  map[string]any // further members of the body, for 429
}

// Error gives the code, the message and what is wrong with each part of a form.
func (e *apiError) Error() string {
	text := fmt.Sprintf("%d %s", e.code, e.message)
	for _, path := range slices.Sorted(maps.Keys(e.errors)) {
		text += fmt.Sprintf("; %s: %s", path, e.errors[path].message)
	}
	return text
}

func (e *apiError) body() map[string]any {
	body := map[string]any{"message": e.message, "code": e.code}
	if len(e.errors) > 0 {
		body["errors"] = e.errors.nested()
	}
	maps.Copy(body, e.fields)
	return body
}

func refuse(status, code int, message string) *apiError {
	return &apiError{status: status, code: code, message: message}
}

func unauthorized() *apiError       { return refuse(http.StatusUnauthorized, 0, "401: Unauthorized") }
func unknownRoute() *apiError       { return refuse(http.StatusNotFound, 0, "404: Not Found") }
func unknownChannel() *apiError     { return refuse(http.StatusNotFound, 10003, "Unknown Channel") }
func unknownGuild() *apiError       { return refuse(http.StatusNotFound, 10004, "Unknown Guild") }
func unknownMessage() *apiError     { return refuse(http.StatusNotFound, 10008, "Unknown Message") }
func unknownUser() *apiError        { return refuse(http.StatusNotFound, 10013, "Unknown User") }
func unknownWebhook() *apiError     { return refuse(http.StatusNotFound, 10015, "Unknown Webhook") }
func unknownInteraction() *apiError { return refuse(http.StatusNotFound, 10062, "Unknown interaction") }
func unknownCommand() *apiError {
	return refuse(http.StatusNotFound, 10063, "Unknown application command")
}
func missingAccess() *apiError     { return refuse(http.StatusForbidden, 50001, "Missing Access") }
func missingPermission() *apiError { return refuse(http.StatusForbidden, 50013, "Missing Permissions") }
func notAuthor() *apiError {
	return refuse(http.StatusForbidden, 50005, "Cannot edit a message authored by another user")
}
func emptyMessage() *apiError {
	return refuse(http.StatusBadRequest, 50006, "Cannot send an empty message")
}
func webhookExpired() *apiError {
	return refuse(http.StatusUnauthorized, 50027, "Invalid Webhook Token")
}
func badJSON() *apiError {
	return refuse(http.StatusBadRequest, 50109, "The request body contains invalid JSON.")
}
func tooLarge() *apiError {
	return refuse(http.StatusRequestEntityTooLarge, 40005, "Request entity too large")
}
func alreadyAnswered() *apiError {
	return refuse(http.StatusBadRequest, 40060, "Interaction has already been acknowledged.")
}

// A tree holds what is wrong with a form, by dotted path ("embeds.0.title").
// The path "" is the form as a whole.
type tree map[string]formError

type formError struct{ code, message string }

func (t tree) add(path, code, message string) {
	if _, already := t[path]; !already {
		t[path] = formError{code, message}
	}
}

// err returns the tree as error 50035, nil when nothing is wrong.
func (t tree) err() error {
	if len(t) == 0 {
		return nil
	}
	return &apiError{status: http.StatusBadRequest, code: 50035, message: "Invalid Form Body", errors: t}
}

// nested returns the tree as Discord writes it: an object a path element.
func (t tree) nested() map[string]any {
	root := map[string]any{}
	for path, e := range t {
		at := root
		for part := range strings.SplitSeq(path, ".") {
			if part == "" {
				continue
			}
			next, ok := at[part].(map[string]any)
			if !ok {
				next = map[string]any{}
				at[part] = next
			}
			at = next
		}
		at["_errors"] = []map[string]string{{"code": e.code, "message": e.message}}
	}
	return root
}

// join makes a path of elements; ints are positions in a list.
func join(path string, elements ...any) string {
	for _, e := range elements {
		part := fmt.Sprint(e)
		if n, ok := e.(int); ok {
			part = strconv.Itoa(n)
		}
		if path != "" {
			path += "."
		}
		path += part
	}
	return path
}
