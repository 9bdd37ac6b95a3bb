package page

import (
	"strconv"
	"strings"
)

// What a cell of a table may take at the most, as in HTML.
const mostColumns, mostRows = 1000, 65534

// Spans is how many columns and rows of its table a cell takes. One that takes 0 rows takes all below it.
func (n *Node) Spans() (columns, rows int32) {
	if n.DOM == nil {
		return 1, 1
	}
	if rows = leadingNumber(attr(n.DOM, "rowspan"), 1); rows == 0 {
		rows = mostRows
	}
	return max(1, min(leadingNumber(attr(n.DOM, "colspan"), 1), mostColumns)), min(rows, mostRows)
}

// leadingNumber is the number that a value begins with, as browsers read one: "2", "100%".
func leadingNumber(value string, otherwise int32) int32 {
	value = strings.TrimSpace(value)
	end := 0
	for end < len(value) && '0' <= value[end] && value[end] <= '9' {
		end++
	}
	n, err := strconv.ParseInt(value[:end], 10, 32)
	if err != nil {
		return otherwise
	}
	return int32(n)
}
