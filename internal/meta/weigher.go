package meta

import "context"

// A Weigher is told who a line of a text names, and its marks, in Quarters.
type Weigher = func(names []Author, marks []int16)

type weigherKey struct{}

// WithWeigher returns a context in which WeigherOf finds w. The program that fits the weights of the marks
// listens with it.
func WithWeigher(ctx context.Context, w Weigher) context.Context {
	return context.WithValue(ctx, weigherKey{}, w)
}

// WeigherOf is who listens in a context, nil for nobody.
func WeigherOf(ctx context.Context) Weigher {
	w, _ := ctx.Value(weigherKey{}).(Weigher)
	return w
}
