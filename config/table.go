package config

import (
	"fmt"
	"reflect"
	"strings"
)

// Table is the settings as a Markdown table, read from the Config type itself so that the README cannot fall behind
// it.
func Table() string {
	var b strings.Builder
	b.WriteString("| setting | environment | default | what it is |\n|---|---|---|---|\n")
	rows(&b, "", reflect.ValueOf(Default()))
	return b.String()
}

func rows(b *strings.Builder, prefix string, v reflect.Value) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name := prefix + f.Tag.Get("toml")
		doc, ok := f.Tag.Lookup("doc")
		if !ok {
			rows(b, name+".", v.Field(i))
			continue
		}
		value := fmt.Sprint(v.Field(i).Interface())
		if v.Field(i).Type() == reflect.TypeFor[Secret]() {
			value = ""
		}
		if value != "" {
			value = "`" + strings.ToLower(value) + "`"
			if f.Name == "Timezone" {
				value = "`" + v.Field(i).String() + "`"
			}
		}
		fmt.Fprintf(b, "| `%s` | `%s` | %s | %s |\n", name, f.Tag.Get("env"), value, doc)
	}
}
