package page

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// notPictures are the classes of images that show nothing of what a page tells: faces of
// authors, buttons, adverts.
const notPictures = ClassByline | ClassBio | ClassShare | ClassAd | ClassRating

// readImage keeps a picture, but none that is too small to be seen or called something
// else. class is that of the inline elements around it.
func (w *walker) readImage(n *html.Node, class Class, node int32) {
	if class&notPictures != 0 {
		return
	}
	img := Image{Node: node, Block: w.blocksSoFar()}
	var src, lazy, other, srcset, layout string
	for i := range n.Attr {
		switch at := &n.Attr[i]; at.Key {
		case "src":
			src = at.Val
		case "data-src", "data-original", "data-lazy-src":
			lazy = at.Val
		case "data-url", "data-image":
			other = at.Val
		case "srcset", "data-srcset":
			srcset = at.Val
		case "alt":
			img.Alt = strings.TrimSpace(at.Val)
		case "width":
			img.Width, _ = strconv.Atoi(strings.TrimSuffix(at.Val, "px"))
		case "height":
			img.Height, _ = strconv.Atoi(strings.TrimSuffix(at.Val, "px"))
		case "layout":
			layout = at.Val
		default:
			if strings.HasPrefix(at.Key, "data-") && namesPicture(at.Val) {
				other = at.Val
			}
		}
	}
	if n.DataAtom == 0 && (layout == "responsive" || layout == "fill") {
		img.Width, img.Height = 0, 0 // of an amp-img: no more than a ratio
	}
	img.Width, img.Height = clampSize(img.Width), clampSize(img.Height)
	if img.Width > 0 && img.Width < 3 || img.Height > 0 && img.Height < 3 {
		return
	}
	if holdsPlace(src) {
		img.URL = firstAddress(lazy, other, widest(srcset), pictureSource(n), src)
	} else {
		img.URL = firstAddress(lazy, src)
	}
	if img.URL != "" {
		w.page.Images = appendBounded(w.page.Images, img)
	}
}

// firstAddress is the first of several addresses that is one: scripts fill in the others.
func firstAddress(addresses ...string) string {
	for _, a := range addresses {
		if a = strings.TrimSpace(a); a != "" && !strings.HasPrefix(a, "data:") && !strings.HasPrefix(a, "about:") {
			return a
		}
	}
	return ""
}

// namesPicture reports whether an attribute's value is the address of a picture.
func namesPicture(value string) bool {
	if len(value) > 1000 || strings.ContainsAny(value, " {<\"") || strings.IndexByte(value, '/') < 0 {
		return false
	}
	path, _, _ := strings.Cut(value, "?")
	for _, ext := range [...]string{".jpg", ".jpeg", ".png", ".webp", ".avif"} {
		if strings.HasSuffix(path, ext) {
			return true
		}
	}
	return false
}

// holdsPlace reports whether an address is that of a picture that stands in for another one
// until a script has loaded that, or none.
func holdsPlace(src string) bool {
	src, _, _ = strings.Cut(src, "?")
	name := src[strings.LastIndexByte(src, '/')+1:]
	stem, _, _ := strings.Cut(name, ".")
	switch strings.ToLower(stem) {
	case "lazy", "blank", "placeholder", "spacer", "transparent", "loading", "loader", "pixel", "1x1", "dummy", "empty":
		return true
	}
	return src == "" || strings.HasPrefix(src, "data:") || strings.HasPrefix(src, "about:")
}

// pictureSource is the address in the first source element of the picture that holds n.
func pictureSource(n *html.Node) string {
	if n.Parent == nil || n.Parent.DataAtom != atom.Picture {
		return ""
	}
	for c := n.Parent.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Source {
			continue
		}
		if address := firstAddress(widest(attr(c, "srcset")), widest(attr(c, "data-srcset"))); address != "" {
			return address
		}
	}
	return ""
}

// clampSize takes a size that no screen has for none.
func clampSize(n int) int {
	if n < 0 || n > 1<<16 {
		return 0
	}
	return n
}

// widest is the address in a srcset with the largest width or density. As in the standard, an address ends at white
// space, for it may hold commas; only what follows it, its size, ends at a comma.
func widest(srcset string) (url string) {
	const space = " \t\n\f\r"
	best := -1.0
	for {
		srcset = strings.TrimLeft(srcset, space+",")
		if srcset == "" {
			return url
		}
		end := strings.IndexAny(srcset, space)
		if end < 0 {
			end = len(srcset)
		}
		address, size := strings.TrimRight(srcset[:end], ","), ""
		if srcset = srcset[end:]; len(address) == end {
			size, srcset, _ = strings.Cut(srcset, ",")
		}
		v := 0.0
		if size = strings.Trim(size, space); size != "" {
			v, _ = strconv.ParseFloat(size[:len(size)-1], 64)
		}
		if v > best {
			url, best = address, v
		}
	}
}
