package newsparse_test

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Each exported function and method has an Example, but for methods that other packages'
// interfaces ask for.
func TestEveryFunctionHasAnExample(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(fset, name, source, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "example_") {
			files = append(files, file)
		}
	}
	pkg, err := doc.NewFromFiles(fset, files, "github.com/seed-90a94633/newsparse")
	if err != nil {
		t.Fatal(err)
	}
	functions := slices.Clone(pkg.Funcs)
	for _, typ := range pkg.Types {
		functions = append(append(functions, typ.Funcs...), typ.Methods...)
	}
	interfaces := []string{"Error", "Is", "IsZero", "String", "MarshalText", "UnmarshalText", "UnmarshalJSON"}
	for _, f := range functions {
		if len(f.Examples) == 0 && !slices.Contains(interfaces, f.Name) {
			t.Errorf("%s %s has no Example", f.Recv, f.Name)
		}
	}
}
