package loopback

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// An apiError is an error as Discord's REST answers it.
type apiError struct {
	status  int
	code    int
	message string
	errors  formErrors // invalid parts of the body, for 50035
	headers map[string]string
	fields  map[string]any // further members of the body, for 429
}

// Error gives the code, the message and what is wrong with each part of the body.
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

// refuse is the answer with an HTTP status, Discord's error code and its message.
func refuse(status, code int, message string) *apiError {
	return &apiError{status: status, code: code, message: message}
}

func unauthorized() *apiError       { return refuse(401, 0, "401: Unauthorized") }
func unknownRoute() *apiError       { return refuse(404, 0, "404: Not Found") }
func unknownChannel() *apiError     { return refuse(404, 10003, "Unknown Channel") }
func unknownGuild() *apiError       { return refuse(404, 10004, "Unknown Guild") }
func unknownMember() *apiError      { return refuse(404, 10007, "Unknown Member") }
func unknownMessage() *apiError     { return refuse(404, 10008, "Unknown Message") }
func unknownUser() *apiError        { return refuse(404, 10013, "Unknown User") }
func unknownWebhook() *apiError     { return refuse(404, 10015, "Unknown Webhook") }
func unknownInteraction() *apiError { return refuse(404, 10062, "Unknown interaction") }
func unknownCommand() *apiError     { return refuse(404, 10063, "Unknown application command") }
func tooLarge() *apiError           { return refuse(413, 40005, "Request entity too large") }
func alreadyAnswered() *apiError {
	return refuse(400, 40060, "Interaction has already been acknowledged.")
}
func missingAccess() *apiError { return refuse(403, 50001, "Missing Access") }
func notAuthor() *apiError {
	return refuse(403, 50005, "Cannot edit a message authored by another user")
}
func emptyMessage() *apiError      { return refuse(400, 50006, "Cannot send an empty message") }
func missingPermission() *apiError { return refuse(403, 50013, "Missing Permissions") }
func webhookExpired() *apiError    { return refuse(401, 50027, "Invalid Webhook Token") }
func badJSON() *apiError           { return refuse(400, 50109, "The request body contains invalid JSON.") }

// formErrors holds what is wrong with a body, by dotted path ("embeds.0.title"). The path "" is the body as a whole.
type formErrors map[string]formError

type formError struct{ code, message string }

// add records an error, unless its path has one already.
func (e formErrors) add(path, code, format string, args ...any) {
	if _, already := e[path]; !already {
		e[path] = formError{code, fmt.Sprintf(format, args...)}
	}
}

// err returns the errors as error 50035, nil when there are none.
func (e formErrors) err() error {
	if len(e) == 0 {
		return nil
	}
	return &apiError{status: 400, code: 50035, message: "Invalid Form Body", errors: e}
}

// badForm is error 50035 for one part of a body.
func badForm(path, code, format string, args ...any) error {
	e := formErrors{}
	e.add(path, code, format, args...)
	return e.err()
}

// nested returns the errors as Discord writes them: one object per path element.
func (e formErrors) nested() map[string]any {
	root := map[string]any{}
	for path, one := range e {
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
		at["_errors"] = []map[string]string{{"code": one.code, "message": one.message}}
	}
	return root
}

// join makes a path of elements; ints are positions in a list.
func join(path string, elements ...any) string {
	for _, e := range elements {
		path += "." + fmt.Sprint(e)
	}
	return strings.TrimPrefix(path, ".")
}
