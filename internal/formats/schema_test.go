// Package formats tests outputs with the well-kept readers of their formats: the JSON with a
// validator of its published schema, the front matter with a reader of YAML. It is a module
// of its own, so that the library depends on neither.
package formats

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/seed-90a94633/newsparse"
)

const schemaFile = "../../schema/article.schema.json"

// articleSchema compiles the published schema. strict closes its objects: a property that it
// does not name is then an error, so that none is missing from it.
func articleSchema(t testing.TB, strict bool) *jsonschema.Schema {
	t.Helper()
	data, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	if strict {
		closeObjects(doc)
	}
	c := jsonschema.NewCompiler() // checks the schema against that of draft 2020-12
	c.AssertFormat()
	if err := c.AddResource("article.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("article.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func closeObjects(node any) {
	switch node := node.(type) {
	case map[string]any:
		for value := range maps.Values(node) {
			closeObjects(value)
		}
		if node["type"] == "object" {
			node["additionalProperties"] = false
		}
	case []any:
		for _, value := range node {
			closeObjects(value)
		}
	}
}

func validate(t testing.TB, schema *jsonschema.Schema, data []byte) error {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	return schema.Validate(value)
}

// Every expected JSON of the golden cases is valid, and so is what Parse makes of their pages,
// candidates included.
func TestGoldenOutputsAreValid(t *testing.T) {
	schema := articleSchema(t, true)
	pages, err := filepath.Glob("../../testdata/golden/*/page.*")
	if err != nil || len(pages) == 0 {
		t.Fatal("no golden cases", err)
	}
	for _, file := range pages {
		folder := filepath.Dir(file)
		t.Run(filepath.Base(folder), func(t *testing.T) {
			if data, err := os.ReadFile(filepath.Join(folder, "article.json")); err == nil {
				if err := validate(t, schema, data); err != nil {
					t.Error(err)
				}
			}
			page, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			defer page.Close()
			article, err := newsparse.Parse(page)
			if article == nil {
				t.Skip(err)
			}
			data, err := json.Marshal(article)
			if err != nil {
				t.Fatal(err)
			}
			if err := validate(t, schema, data); err != nil {
				t.Error(err)
			}
		})
	}
}

// What is not an Article is refused.
func TestSchemaRefuses(t *testing.T) {
	schema := articleSchema(t, false)
	for name, data := range map[string]string{
		"nothing":                        `null`,
		"no confidence":                  `{"title":"T"}`,
		"a confidence of percents":       `{"confidence":93}`,
		"an unknown kind":                `{"confidence":1,"body":[{"kind":"poem","text":"x"}]}`,
		"a heading without level":        `{"confidence":1,"body":[{"kind":"heading","text":"x"}]}`,
		"a list without items":           `{"confidence":1,"body":[{"kind":"list","text":"x"}]}`,
		"a table without rows":           `{"confidence":1,"body":[{"kind":"table","text":"x"}]}`,
		"a mark without its range":       `{"confidence":1,"body":[{"kind":"paragraph","text":"x","marks":[{"kind":"bold"}]}]}`,
		"a date that is none":            `{"confidence":1,"published":{"time":"yesterday"}}`,
		"a removal without reason":       `{"confidence":1,"removed":[{"text":"x","place":{"block":1}}]}`,
		"a removal of an unknown reason": `{"confidence":1,"removed":[{"reason":"boring","text":"x","place":{"block":1}}]}`,
	} {
		if validate(t, schema, []byte(data)) == nil {
			t.Errorf("%s is valid: %s", name, data)
		}
	}
	// Readers of one version can read what a later one adds.
	if err := validate(t, schema, []byte(`{"confidence":1,"added":"later"}`)); err != nil {
		t.Error(err)
	}
}
