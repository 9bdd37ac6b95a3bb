package newsparse_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/seed-90a94633/newsparse"
)

// A schemaNode is what these tests read of the published JSON Schema.
type schemaNode struct {
	Properties map[string]*schemaNode `json:"properties"`
	Required   []string               `json:"required"`
	Enum       []string               `json:"enum"`
	Defs       map[string]*schemaNode `json:"$defs"`
}

func publishedSchema(t *testing.T) *schemaNode {
	t.Helper()
	data, err := os.ReadFile("schema/article.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var root schemaNode
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	return &root
}

// The schema names the fields that the types have, and requires those that are always written.
// That outputs are valid is tested in internal/formats.
func TestSchemaHasTheFieldsOfTheTypes(t *testing.T) {
	schema := publishedSchema(t)
	schema.Defs["Article"] = schema
	for _, value := range []any{
		newsparse.Article{}, newsparse.Block{}, newsparse.Mark{}, newsparse.Item{}, newsparse.Cell{}, newsparse.Image{}, newsparse.Author{},
		newsparse.Publisher{}, newsparse.Date{}, newsparse.Removal{}, newsparse.Place{}, newsparse.Repair{}, newsparse.Candidate{},
	} {
		typ := reflect.TypeOf(value)
		def := schema.Defs[typ.Name()]
		if def == nil {
			t.Errorf("the schema has no %s", typ.Name())
			continue
		}
		var fields, always []string
		for i := range typ.NumField() {
			name, option, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			fields = append(fields, name)
			if option == "" {
				always = append(always, name)
			}
		}
		slices.Sort(fields)
		if got := slices.Sorted(maps.Keys(def.Properties)); !slices.Equal(got, fields) {
			t.Errorf("%s has the properties %v, want %v", typ.Name(), got, fields)
		}
		if !slices.Equal(def.Required, always) {
			t.Errorf("%s requires %v, want %v", typ.Name(), def.Required, always)
		}
	}
}

// The schema knows all kinds and reasons.
func TestSchemaHasTheConstants(t *testing.T) {
	schema := publishedSchema(t)
	constants := map[string][]string{} // by type
	inspect := func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Values) == 1 {
			typ, isNamed := spec.Type.(*ast.Ident)
			value, isLiteral := spec.Values[0].(*ast.BasicLit)
			if isNamed && isLiteral {
				text, err := strconv.Unquote(value.Value)
				if err != nil {
					t.Fatal(err)
				}
				constants[typ.Name] = append(constants[typ.Name], text)
			}
		}
		return true
	}
	for _, name := range []string{"article.go", "embeds.go", "genre.go"} {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, inspect)
	}
	for typ, property := range map[string]*schemaNode{
		"Kind":       schema.Defs["Block"].Properties["kind"],
		"MarkKind":   schema.Defs["Mark"].Properties["kind"],
		"Reason":     schema.Defs["Removal"].Properties["reason"],
		"Genre":      schema.Properties["genre"],
		"Media":      schema.Defs["Block"].Properties["media"],
		"RepairKind": schema.Defs["Repair"].Properties["kind"],
	} {
		if len(constants[typ]) == 0 || !slices.Equal(property.Enum, constants[typ]) {
			t.Errorf("%s: the schema has %q, the constants are %q", typ, property.Enum, constants[typ])
		}
	}
}
