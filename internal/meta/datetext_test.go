package meta

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func showStamp(s stamp) string {
	switch {
	case s.instant():
		return s.time().Format(time.RFC3339)
	case s.clock:
		return s.local().Format("2006-01-02 15:04")
	}
	return s.midnight().Format(time.DateOnly)
}

func TestFindDates(t *testing.T) {
	for _, tt := range []struct{ language, text, want string }{
		{"en-US", "Friday, April 19, 2024", "2024-04-19"},
		{"en-US", "Posted 5/3/2024 at 2:30 p.m. EDT", "2024-05-03T14:30:00-04:00"},
		{"en", "3rd of May, 2024", "2024-05-03"},
		{"en", "03 May 2024 12:05 am GMT", "2024-05-03T00:05:00Z"},
		{"en", "14:30, 3 May 2024", "2024-05-03 14:30"},
		{"en", "Sept. 7, 2023 | Updated Oct. 1, 2023", "2023-09-07 2023-10-01"},
		{"en", "May 2024", ""},
		{"en", "Published 8:05 PM EDT, May 3, 2024", "2024-05-03T20:05:00-04:00"},
		{"en", "10:15 a.m. GMT, 3 May 2024", "2024-05-03T10:15:00Z"},
		{"en", "3 May 98", "1998-05-03"},
		{"de", "03.05.98", "1998-05-03"},
		{"th", "3 พ.ค. 67", "2024-05-03"},
		{"th", "3 May 24", "2024-05-03"},
		{"en", "version 1.2.24.7 of 3 May", ""},
		{"en", "31 February 2024", ""},
		{"en", "3 May 1850", ""},
		{"en-GB", "05/03/2024", "2024-03-05"},
		{"en-GB", "25/03/2024", "2024-03-25"},
		{"en", "2024-05-03 16:00 UTC+5:30", "2024-05-03T16:00:00+05:30"},
		{"de", "Freitag, 3. Mai 2024, 14.30 Uhr MESZ", "2024-05-03T14:30:00+02:00"},
		{"de", "03.05.24, 9 Uhr", "2024-05-03 09:00"},
		{"de", "Stand: 03.05.2024 um 14:30 Uhr (MEZ)", "2024-05-03T14:30:00+01:00"},
		{"fr", "le 1er août 2023 à 14h30", "2023-08-01 14:30"},
		{"es", "3 de mayo de 2024, 12:00 A. M.", "2024-05-03 00:00"},
		{"pt", "3 de março de 2024 às 08h15", "2024-03-03 08:15"},
		{"it", "3 maggio 2024 alle 18:20", "2024-05-03 18:20"},
		{"nl", "vrijdag 3 mei 2024 om 14:30 CEST", "2024-05-03T14:30:00+02:00"},
		{"pl", "3 maja 2024, godz. 14:30", "2024-05-03 14:30"},
		{"ru", "3 мая 2024, 14:30 МСК", "2024-05-03T14:30:00+03:00"},
		{"uk", "3 травня 2024 р., 14:30", "2024-05-03 14:30"},
		{"cs", "3. listopadu 2023", "2023-11-03"},
		{"hr", "3. listopada 2023.", "2023-10-03"},
		{"sk", "3. mája 2024", "2024-05-03"},
		{"sv", "Publicerad 3 maj 2024 kl. 14.30", "2024-05-03 14:30"},
		{"no", "3. desember 2023 kl. 07:05", "2023-12-03 07:05"},
		{"da", "3. maj 2024 kl. 14:30", "2024-05-03 14:30"},
		{"fi", "3. toukokuuta 2024 klo 14.30", "2024-05-03 14:30"},
		{"tr", "3 Mayıs 2024 14:30", "2024-05-03 14:30"},
		{"tr", "03 KASIM 2023", "2023-11-03"},
		{"tr", "03 ARALIK 2023, 14:30", "2023-12-03 14:30"},
		{"ar", "الأحد 3 أيار / مايو 2020 09:05 مساءً", "2020-05-03 21:05"},
		{"ar", "5 أكتوبر 2021 - 12:15 ص", "2021-10-05 00:15"},
		{"el", "3 Μαΐου 2024, 14:30", "2024-05-03 14:30"},
		{"hu", "2024. május 3. 14:30", "2024-05-03 14:30"},
		{"ro", "3 mai 2024, ora 14:30", "2024-05-03 14:30"},
		{"bg", "3 май 2024, 14:30", "2024-05-03 14:30"},
		{"sr", "3. маја 2024.", "2024-05-03"},
		{"id", "Jumat, 3 Mei 2024 14:30 WIB", "2024-05-03T14:30:00+07:00"},
		{"vi", "Thứ sáu, 3 tháng 5 năm 2024", "2024-05-03"},
		{"vi", "3/5/2024, 14:30 (GMT+7)", "2024-05-03T14:30:00+07:00"},
		{"ar", "٣ مايو ٢٠٢٤", "2024-05-03"},
		{"ar", "3 تشرين الثاني 2023", "2023-11-03"},
		{"fa", "3 مه 2024", "2024-05-03"},
		{"hi", "3 मई 2024, 14:30 IST", "2024-05-03T14:30:00+05:30"},
		{"zh", "2024年5月3日 14:30", "2024-05-03 14:30"},
		{"ja", "2024年5月3日(金) 14時30分", "2024-05-03 14:30"},
		{"ko", "2024년 5월 3일 오후 2:30", "2024-05-03 14:30"},
		{"ko", "입력 2024. 5. 3. 14:30", "2024-05-03 14:30"},
		{"ja", "令和8年3月5日", "2026-03-05"},
		{"ja", "令和元年5月3日 14時30分", "2019-05-03 14:30"},
		{"ja", "平成30年12月31日", "2018-12-31"},
		{"ja", "2026年（令和8年）3月5日", "2026-03-05"},
		{"ja", "2026（令和8）年3月5日", "2026-03-05"},
		{"ja", "令和8（2026）年3月5日", "2026-03-05"},
		{"ja", "令和の3月5日", ""},
		{"zh", "中華民國113年5月3日", "2024-05-03"},
		{"fa", "۱۴ آبان ۱۴۰۵", "2026-11-05"},
		{"fa", "پنجشنبه ۱۴ آبان ۱۴۰۵ - ۱۰:۲۰", "2026-11-05 10:20"},
		{"fa", "۳۰ اسفند ۱۴۰۳", "2025-03-20"},
		{"fa", "۱ فروردین ۱۴۰۴", "2025-03-21"},
		{"fa", "۱ فروردين ۱۴۰۳", "2024-03-20"},
		{"fa", "۳۰ اسفند ۱۴۰۴", ""}, // a year of 365 days
		{"fa", "۱۴۰۵/۰۸/۱۴", "2026-11-05"},
		{"fa", "۲۰۲۶/۱۱/۰۵", "2026-11-05"},
		{"fa", "۵ نوامبر ۲۰۲۶", "2026-11-05"},
		{"ps", "۱۴ عقرب ۱۴۰۵", "2026-11-05"},
		{"ar", "1447/05/12", ""}, // of the Islamic calendar
		{"th", "3 พฤษภาคม 2567", "2024-05-03"},
		{"th", "วันศุกร์ที่ 3 พฤษภาคม พ.ศ. 2567 เวลา 14:30 น.", "2024-05-03 14:30"},
		{"th", "3 พ.ค. 2567 14:30", "2024-05-03 14:30"},
		{"th", "3 มิ.ย. 2024", "2024-06-03"},
		{"th", "3 มิ.ย. ค.ศ.2024", "2024-06-03"},
		{"th", "3 พฤษภาคม มีผู้เข้าชม 2567 คน", ""}, // so many visitors
		{"th", "03/06/2567", "2024-06-03"},
		{"en", "3 May 2750", ""},
		{"ur", "3 مئی 2024", "2024-05-03"},
		{"mr", "३ मे २०२४", "2024-05-03"},
		{"ta", "மே 3, 2024", "2024-05-03"},
		{"ta", "3 ஆகஸ்ட் 2024", "2024-08-03"},
		{"te", "3 ఆగస్టు 2024", "2024-08-03"},
		{"gu", "3 ઑગસ્ટ 2024", "2024-08-03"},
		{"ml", "3 ഓഗസ്റ്റ് 2024", "2024-08-03"},
		{"kn", "3 ಆಗಸ್ಟ್ 2024", "2024-08-03"},
		{"pa", "3 ਅਗਸਤ 2024", "2024-08-03"},
		{"ka", "3 აგვისტო, 2024", "2024-08-03"},
		{"hy", "3 օգոստոսի, 2024", "2024-08-03"},
		{"sq", "3 gusht 2024", "2024-08-03"},
		{"mk", "3 август 2024", "2024-08-03"},
		{"be", "3 лістапада 2023", "2023-11-03"},
		{"az", "3 avqust 2024", "2024-08-03"},
		{"kk", "3 тамыз 2024", "2024-08-03"},
		{"sw", "3 Agosti 2024", "2024-08-03"},
		{"tl", "Agosto 3, 2024", "2024-08-03"},
		{"af", "3 Desember 2023", "2023-12-03"},
		{"gl", "3 de xaneiro de 2024", "2024-01-03"},
	} {
		t.Run(tt.language+" "+tt.text, func(t *testing.T) {
			r := &resolver{Head: &Head{}, f: Facts{Language: tt.language}}
			var got []string
			for _, d := range findDates(tt.text, r.locale()) {
				got = append(got, showStamp(d.stamp))
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("got %q, want %q", s, tt.want)
			}
		})
	}
}

func TestParseMachine(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"2024-05-03T14:30:05.123+02:00", "2024-05-03T14:30:05+02:00"},
		{"2024-05-03T14:30:05Z", "2024-05-03T14:30:05Z"},
		{"2567-05-03T14:30:05+07:00", "2024-05-03T14:30:05+07:00"}, // as some Thai sites write it
		{"2024-05-03T14:30+0200", "2024-05-03T14:30:00+02:00"},
		{"2024-05-03 14:30:05 +02", "2024-05-03T14:30:05+02:00"},
		{"2024-05-03 14:30:05 CEST", "2024-05-03T14:30:05+02:00"},
		{"2024-05-03T14:30:05", "2024-05-03 14:30"},
		{"2024-5-3", "2024-05-03"},
		{"2024/05/03 02:30 PM", "2024-05-03 14:30"},
		{"20240503", "2024-05-03"},
		{"20240503143005", "2024-05-03 14:30"},
		{"20240503T143005Z", "2024-05-03T14:30:05Z"},
		{"Fri, 03 May 2024 14:30:05 GMT", "2024-05-03T14:30:05Z"},
		{"Fri May 03 2024 14:30:05 GMT+0200", "2024-05-03T14:30:05+02:00"},
		{"1714739405", "2024-05-03T12:30:05Z"},
		{"1714739405000", "2024-05-03T12:30:05Z"},
		{"May 3, 2024", "2024-05-03"},
		{"0001-01-01T00:00:00Z", ""},
		{"2024-13-40", ""},
		{"2 hours ago", ""},
		{"", ""},
	} {
		got := ""
		if s, ok := parseMachine(tt.in, locale{"en", true}); ok {
			got = showStamp(s.stamp)
		}
		if got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestURLDate(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"https://post.example/2024/05/03/ferry", "2024-05-03"},
		{"https://post.example/news/ferry-20240503.html", "2024-05-03"},
		{"https://post.example/2024-05-03-ferry", "2024-05-03"},
		{"https://post.example/2024/may/03/ferry", "2024-05-03"},
		{"https://post.example/2024/05/ferry", ""},
		{"https://post.example/ferry?on=2024-05-03", ""},
		{"https://post.example/12345678", ""},
	} {
		got := ""
		if s, ok := urlDate(tt.in); ok {
			got = showStamp(s)
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestDateMeaning(t *testing.T) {
	for _, tt := range []struct{ before, after, want string }{
		{"Updated ", "", "modified"},
		{"Zuletzt aktualisiert am ", "", "modified"},
		{"Stand: ", "", "modified"},
		{"Обновлено: ", "", "modified"},
		{"Published 2 May, updated ", "", "modified"},
		{"First published: ", "", "published"},
		{"", " 更新", "modified"},
		{"Understanding ", "", ""},
		{"By Ada Moss, ", "", ""},
	} {
		if got := dateMeaning(tt.before, tt.after); got != tt.want {
			t.Errorf("%q … %q: got %q, want %q", tt.before, tt.after, got, tt.want)
		}
	}
}

func TestReconcile(t *testing.T) {
	loc := locale{"en", false}
	at := func(place placeKind, text string) dateCandidate {
		s, ok := parseMachine(text, loc)
		if !ok {
			t.Fatalf("no date: %q", text)
		}
		f := findDates(text, loc)
		return dateCandidate{stamp: s.stamp, place: place, source: fmt.Sprint(place), raw: text, dmy: len(f) > 0 && f[0].dmy}
	}
	for _, tt := range []struct {
		name, want string
		list       []dateCandidate
	}{
		{"metadata lead", "2024-05-03T10:00:00Z", []dateCandidate{at(told, "2024-05-03T10:00:00Z"), at(shown, "9 May 2024")}},
		{"a printed day next to it is right", "2024-05-04", []dateCandidate{at(told, "2024-05-03T23:30:00Z"), at(shown, "4 May 2024")}},
		{"a printed clock tells the offset", "2024-05-04T01:30:00+02:00", []dateCandidate{at(told, "2024-05-03T23:30:00Z"), at(shown, "4 May 2024, 01:30")}},
		{"the same day, offset told by the clock", "2024-05-03T12:00:00+02:00", []dateCandidate{at(told, "2024-05-03T10:00:00Z"), at(shown, "3 May 2024, 12:00")}},
		{"a stray date changes nothing", "2024-05-03T23:30:00Z", []dateCandidate{at(told, "2024-05-03T23:30:00Z"), at(stray, "4 May 2024")}},
		{"a day gains the instant of another source", "2024-05-03T10:00:00Z", []dateCandidate{at(told, "2024-05-03"), at(told, "2024-05-03T10:00:00Z")}},
		{"day and month exchanged agree", "2024-05-03T10:00:00Z", []dateCandidate{at(told, "2024-05-03T10:00:00Z"), at(shown, "05/03/2024")}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := reconcile(tt.list, nil)
			if s := showStamp(got.stamp); !ok || s != tt.want {
				t.Errorf("got %s, want %s", s, tt.want)
			}
		})
	}
}
