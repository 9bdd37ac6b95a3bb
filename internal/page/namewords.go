package page

// NameWords appends the hashes of the words of an element's name, and of each two that stand side by side
// in one class: "story-body__text" has story, body, text, story body and body text.
func NameWords(words []uint32, name string) []uint32 {
	const offset, prime = 2166136261, 16777619 // FNV-1a
	if len(name) > longestAttr {
		name = name[:longestAttr]
	}
	h, before := uint32(offset), uint32(0) // of the word at hand, and of the one before it in its class
	end := func() {
		if h == offset {
			return
		}
		words = append(words, h)
		if before != 0 {
			words = append(words, (before*prime^h)*prime)
		}
		h, before = offset, h
	}
	for i := 0; i < len(name); i++ {
		b := name[i]
		switch {
		case b == ' ' || b == '\n' || b == '\t':
			end()
			before = 0
		case 'a' <= b && b <= 'z' || b >= 0x80:
			h = (h ^ uint32(b)) * prime
		case 'A' <= b && b <= 'Z':
			if i > 0 && 'a' <= name[i-1] && name[i-1] <= 'z' {
				end()
			}
			h = (h ^ uint32(b|0x20)) * prime
		default:
			end()
		}
	}
	end()
	return words
}
