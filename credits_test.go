package newsparse

import (
	"strings"
	"testing"
)

// Who made a picture is told at the end of its caption, in some words.
func TestCreditOf(t *testing.T) {
	for text, want := range map[string]string{
		"A pier at dusk. Foto: Ann Lee":                "Ann Lee",
		"A pier at dusk (Photo: Ann Lee)":              "Ann Lee",
		"A pier at dusk. (XY Photo/Ann Lee)":           "XY Photo/Ann Lee",
		"A pier at dusk\n© Ann Lee":                    "Ann Lee",
		"Photo: Ann Lee":                               "Ann Lee",
		"A pier at dusk, Bild © Ann Lee":               "Ann Lee",
		"A pier at dusk (seen on 3/4/2020)":            "",
		"A pier at dusk.":                              "",
		"A pier at dusk. (XY Photo/Ann Lee) and boats": "",
		"A pier © of all that was built along the long shore of the old town by hand":                        "",
		"A pier at dusk, seen from the old mill. Photo: Ann Lee, for the Daily":                              "Ann Lee, for the Daily",
		"Seen from the pier at dusk (from the mill/from the old bridge over there and from the new one too)": "",
		"Photo: all that was built along the long shore of the old town by hand":                             "",
		"A pier. © Ann Lee": "Ann Lee",
		"Photo:":            "Photo:",
		"港の夕暮れ＝林明撮影":        "林明",
		"港の夕暮れ（林明撮影）。":      "林明",
		"港の夕暮れ＝林撮影":         "",
		"港の夕暮れ＝" + strings.Repeat("林", 20) + "撮影": strings.Repeat("林", 20),
		"港の夕暮れ＝" + strings.Repeat("林", 21) + "撮影": "",
		"": "",
	} {
		if got := creditOf(text, false); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got := creditOf("Ann Lee", true); got != "Ann Lee" {
		t.Errorf("a text that is called a credit: %q", got)
	}
}
