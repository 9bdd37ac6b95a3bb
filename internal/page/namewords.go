package page

// NameWords appends the hashes of the words of an element's name, and of each two that stand side by side
// in one class: "story-body__text" has story, body, text, story body and body text.
func NameWords(words []uint32, name string) []uint32 {
	if len(name) > longestAttr {
		name = name[:longestAttr]
	}
	h, before := uint32(fnvOffset), uint32(0) // of the word at hand, and of the one before it in its class
	end := func() {
		if h == fnvOffset {
			return
		}
		words = append(words, h)
		if before != 0 {
			words = append(words, (before*fnvPrime^h)*fnvPrime)
		}
		h, before = fnvOffset, h
	}
	for i := 0; i < len(name); i++ {
		b := name[i]
		switch {
		case b == ' ' || b == '\n' || b == '\t':
			end()
			before = 0
		case 'a' <= b && b <= 'z' || b >= 0x80:
			h = (h ^ uint32(b)) * fnvPrime
		case 'A' <= b && b <= 'Z':
			if i > 0 && 'a' <= name[i-1] && name[i-1] <= 'z' {
				end()
			}
			h = (h ^ uint32(b|0x20)) * fnvPrime
		default:
			end()
		}
	}
	end()
	return words
}
