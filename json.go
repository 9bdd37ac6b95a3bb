package newsparse

import (
	"encoding/json"
	"time"
)

// UnmarshalJSON reads a Date as it was written. Without it, the time would take on the
// reader's own time zone wherever the offsets agree.
func (d *Date) UnmarshalJSON(data []byte) error {
	type plain Date
	if err := json.Unmarshal(data, (*plain)(d)); err != nil {
		return err
	}
	d.Time = withOffset(d.Time)
	return nil
}

// withOffset is t in a zone that is its offset and has no name: the same on every machine.
func withOffset(t time.Time) time.Time {
	if _, offset := t.Zone(); offset != 0 {
		return t.In(time.FixedZone("", offset))
	}
	return t.UTC()
}
