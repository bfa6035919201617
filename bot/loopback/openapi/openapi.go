// Package openapi checks the requests that a loopback Discord gets against Discord's own
// OpenAPI document. Only tests use it; it is no part of the program.
package openapi

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"rapporteur/bot/loopback"
)

// A Document checks request bodies against Discord's OpenAPI document, from any goroutine, for many servers.
type Document struct {
	paths    map[string]map[string]json.RawMessage
	compiler *jsonschema.Compiler

	mu      sync.Mutex
	schemas map[string]*jsonschema.Schema // by pointer; compiled at first use
	passed  sync.Map                      // valid requests by SHA-256: most tests register the same commands
}

// documentURL names the document to the schema compiler; nothing is fetched.
const documentURL = "loopback:///openapi.json"

// Load reads the document of https://github.com/discord/discord-api-spec.
// An absent file is an error that satisfies errors.Is(err, fs.ErrNotExist).
func Load(path string) (*Document, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read Discord's OpenAPI document: %w", err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	exempt(doc)
	o := &Document{compiler: jsonschema.NewCompiler(), schemas: map[string]*jsonschema.Schema{}}
	o.compiler.DefaultDraft(jsonschema.Draft2020)
	if err := o.compiler.AddResource(documentURL, doc); err != nil {
		return nil, fmt.Errorf("load %s: %w", path, err)
	}
	var outline struct {
		Paths map[string]map[string]json.RawMessage
	}
	if err := json.Unmarshal(text, &outline); err != nil {
		return nil, fmt.Errorf("read the paths of %s: %w", path, err)
	}
	o.paths = outline.Paths
	return o, nil
}

// Validator is Validate of the document at path, for Options.Validate; nil where there is no such file. It takes the
// results of a function that looks for the file.
func Validator(path string, err error) (func(loopback.Request) error, error) {
	if err == nil {
		var o *Document
		if o, err = Load(path); err == nil {
			return o.Validate, nil
		}
	}
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return nil, err
}

// exempt corrects the one place where the document is wrong: it requires default_member_permissions to be a number,
// while Discord itself sends and takes a decimal string.
func exempt(node any) {
	switch node := node.(type) {
	case map[string]any:
		if properties, ok := node["properties"].(map[string]any); ok {
			if _, ok := properties["default_member_permissions"]; ok {
				properties["default_member_permissions"] = map[string]any{"type": []any{"string", "integer", "null"}}
			}
		}
		for _, in := range node {
			exempt(in)
		}
	case []any:
		for _, in := range node {
			exempt(in)
		}
	}
}

// Validate reports what in a request's body the document does not allow, or that it has no such request.
func (o *Document) Validate(r loopback.Request) error {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %s %s", r.Method, r.Route, r.Body))
	if _, ok := o.passed.Load(sum); ok {
		return nil
	}
	err := o.judge(r)
	if err == nil {
		o.passed.Store(sum, true)
	}
	return err
}

func (o *Document) judge(r loopback.Request) error {
	operation, ok := o.paths[r.Route][strings.ToLower(r.Method)]
	if !ok {
		return fmt.Errorf("the document has no %s %s", r.Method, r.Route)
	}
	if r.Method == http.MethodGet || len(r.Body) == 0 {
		return nil
	}
	schema, err := o.schema(r, operation)
	if err != nil {
		return err
	}
	body, err := jsonschema.UnmarshalJSON(bytes.NewReader(r.Body))
	if err != nil {
		return fmt.Errorf("read the body: %w", err)
	}
	if err := schema.Validate(body); err != nil {
		return fmt.Errorf("body %.300s: %w", r.Body, err)
	}
	return nil
}

// schema is the compiled schema of an operation's JSON body.
func (o *Document) schema(r loopback.Request, operation json.RawMessage) (*jsonschema.Schema, error) {
	var has struct {
		RequestBody *struct {
			Content map[string]json.RawMessage
		}
	}
	if err := json.Unmarshal(operation, &has); err != nil {
		return nil, fmt.Errorf("read the document's %s %s: %w", r.Method, r.Route, err)
	}
	if has.RequestBody == nil || has.RequestBody.Content["application/json"] == nil {
		return nil, fmt.Errorf("%s %s takes no JSON body", r.Method, r.Route)
	}
	escape := strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D", "@", "%40")
	pointer := documentURL + "#/paths/" + escape.Replace(r.Route) + "/" + strings.ToLower(r.Method) +
		"/requestBody/content/application~1json/schema"
	o.mu.Lock()
	defer o.mu.Unlock()
	if known := o.schemas[pointer]; known != nil {
		return known, nil
	}
	schema, err := o.compiler.Compile(pointer)
	if err != nil {
		return nil, fmt.Errorf("compile the schema of %s %s: %w", r.Method, r.Route, err)
	}
	o.schemas[pointer] = schema
	return schema, nil
}
