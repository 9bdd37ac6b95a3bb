package main

import "testing"

// A story under its headline stands alone, one below a menu or above a copyright does not.
func TestIsAlone(t *testing.T) {
	for _, c := range []struct {
		name  string
		story []float32
		roles []string
		want  bool
	}{
		{"story", []float32{1, 1}, []string{"", "paragraph"}, true},
		{"headline and story", []float32{0, 1, 1}, []string{"title", "", ""}, true},
		{"menu, headline and story", []float32{0, 0, 1}, []string{"", "title", ""}, false},
		{"story and copyright", []float32{1, 0}, []string{"", ""}, false},
	} {
		// The page before it has no story at all.
		all := &corpus{story: append([]float32{0}, c.story...), roles: append([]string{""}, c.roles...)}
		if got := all.isAlone(&span{from: 1, to: int32(len(all.story))}); got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
}

// A story has a few blocks around it, never more than there are.
func TestAroundTheStory(t *testing.T) {
	g := &goldPage{ID: "ferry"}
	in := make([]bool, 40)
	if first, after := g.around(in); first != 0 || after != 0 {
		t.Errorf("around no story: %d to %d", first, after)
	}
	in[15], in[20] = true, true
	first, after := g.around(in)
	if first > 15 || first < 10 || after < 21 || after > 25 {
		t.Errorf("around 15 to 21: %d to %d", first, after)
	}
	if first, after := g.around(in[15:21]); first != 0 || after != 6 {
		t.Errorf("around all of a page: %d to %d", first, after)
	}
}
