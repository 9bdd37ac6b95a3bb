// Package cv divides pages into the folds of the cross-validation. The trainer and the
// bench share it, so that no page is measured with a model that has seen its site.
package cv

import (
	"fmt"
	"hash/fnv"
	"io"
	"net/url"
	"os"
	"path/filepath"

	"golang.org/x/net/publicsuffix"

	"github.com/seed-90a94633/newsparse/internal/label"
)

// Folds is the number of parts.
const Folds = 5

// Fold puts all pages of a site, in whatever set, into one of the folds. A page without
// an address is a site of its own.
func Fold(address, id string) int { return int(Site(address, id) % Folds) }

// Site is a hash of the site that a page is of.
func Site(address, id string) uint32 {
	site := id
	if u, err := url.Parse(address); err == nil && u.Hostname() != "" {
		site = u.Hostname()
		if s, err := publicsuffix.EffectiveTLDPlusOne(site); err == nil {
			site = s
		}
	}
	h := fnv.New32a()
	io.WriteString(h, site)
	return h.Sum32()
}

// Path is the file of the model that was trained without a fold.
func Path(dir string, fold int) string {
	return filepath.Join(dir, fmt.Sprintf("fold%d.bin", fold))
}

// ReadModels reads the models of all folds.
func ReadModels(dir string) (models [Folds]*label.Model, err error) {
	for i := range models {
		data, err := os.ReadFile(Path(dir, i))
		if err != nil {
			return models, err
		}
		if models[i], err = label.ReadModel(data); err != nil {
			return models, fmt.Errorf("%s: %w", Path(dir, i), err)
		}
	}
	return models, nil
}
