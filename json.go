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
	if _, offset := d.Time.Zone(); offset != 0 {
		d.Time = d.Time.In(time.FixedZone("", offset))
	} else {
		d.Time = d.Time.UTC()
	}
	return nil
}
