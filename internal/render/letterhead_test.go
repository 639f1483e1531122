package render

import (
	"reflect"
	"strings"
	"testing"

	"antq/internal/content"
	"antq/internal/site"
)

func TestLetterhead(t *testing.T) {
	admin := func(number string, issued content.Date, superior string, issuers ...string) *site.Admin {
		return &site.Admin{Administrative: &content.Administrative{Issued: issued}, TypeName: "Kế hoạch", Number: number,
			Place: "Lạng Sơn", Issuers: issuers, Superior: superior}
	}
	letter := admin("12/SXD-VP", content.Date{Year: 2026, Month: 3, Day: 5}, "", "Sở Xây dựng")
	letter.TypeName = "Công văn"
	for _, c := range []struct {
		name string
		in   *site.Entry
		want *Letterhead
	}{
		{
			"issued",
			&site.Entry{State: site.StateIssued, Admin: admin("05/KH-SXD", content.Date{Year: 2026, Month: 5, Day: 2}, "Ủy ban nhân dân tỉnh Lạng Sơn", "Sở Xây dựng")},
			&Letterhead{Superior: "UBND TỈNH LẠNG SƠN", Organs: []string{"SỞ XÂY DỰNG"}, Number: "Số: 05/KH-SXD", Dateline: "Lạng Sơn, ngày 02 tháng 5 năm 2026", Type: "KẾ HOẠCH"},
		},
		{
			"draft without number and day",
			&site.Entry{State: site.StateUnsigned, Admin: admin("/KH-SXD", content.Date{Year: 2026, Month: 5}, "", "Sở Xây dựng")},
			&Letterhead{Organs: []string{"SỞ XÂY DỰNG"}, Number: "Số: " + gap + "/KH-SXD", Dateline: "Lạng Sơn, ngày" + gap + "tháng 5 năm 2026", Type: "KẾ HOẠCH", Draft: true},
		},
		{
			"draft of which only the year is known",
			&site.Entry{State: site.StateUnsigned, Admin: admin("", content.Date{Year: 2026}, "", "Ban Quản lý")},
			&Letterhead{Organs: []string{"BAN QUẢN LÝ"}, Number: "Số: " + gap, Dateline: "Lạng Sơn, ngày" + gap + "tháng" + gap + "năm 2026", Type: "KẾ HOẠCH", Draft: true},
		},
		{
			"marks apart from their letters",
			&site.Entry{Admin: admin("1/KH-X", content.Date{}, "", "Sở Xa\u0302y du\u031b\u0323ng")},
			&Letterhead{Organs: []string{"SỞ XÂY DỰNG"}, Number: "Số: 1/KH-X", Dateline: "Lạng Sơn, ngày" + gap + "tháng" + gap + "năm" + gap, Type: "KẾ HOẠCH"},
		},
		{
			"joint",
			&site.Entry{Admin: admin("12/KHPH-CAT-SXD", content.Date{Year: 2026, Month: 1, Day: 15}, "Ủy ban nhân dân tỉnh", "Công an tỉnh", "Sở Xây dựng")},
			&Letterhead{Organs: []string{"CÔNG AN TỈNH", "SỞ XÂY DỰNG"}, Number: "Số: 12/KHPH-CAT-SXD", Dateline: "Lạng Sơn, ngày 15 tháng 01 năm 2026", Type: "KẾ HOẠCH"},
		},
		{
			"Party, by the issuer",
			&site.Entry{Admin: admin("108/NQ-ĐUSXD", content.Date{Year: 2026, Month: 1, Day: 15}, "Đảng ủy Ủy ban nhân dân tỉnh", "Đảng uỷ Sở Xây dựng")},
			&Letterhead{Party: true, Superior: "ĐẢNG ỦY UBND TỈNH", Organs: []string{"ĐẢNG UỶ SỞ XÂY DỰNG"}, Number: "Số 108/NQ-ĐUSXD", Dateline: "Lạng Sơn, ngày 15 tháng 01 năm 2026", Type: "KẾ HOẠCH"},
		},
		{
			"Party, by the number",
			&site.Entry{Admin: admin("05-NQ/TU", content.Date{Year: 2026, Month: 1, Day: 15}, "", "Ban Thường vụ")},
			&Letterhead{Party: true, Organs: []string{"BAN THƯỜNG VỤ"}, Number: "Số 05-NQ/TU", Dateline: "Lạng Sơn, ngày 15 tháng 01 năm 2026", Type: "KẾ HOẠCH"},
		},
		{
			"letter",
			&site.Entry{Title: "mời họp", Admin: letter},
			&Letterhead{Organs: []string{"SỞ XÂY DỰNG"}, Number: "Số: 12/SXD-VP", Dateline: "Lạng Sơn, ngày 05 tháng 3 năm 2026", Subject: "V/v mời họp"},
		},
		{"yet to be issued", &site.Entry{State: site.StateExpected, Admin: admin("", content.Date{}, "", "Sở Xây dựng")}, nil},
		{"told of, not written out", &site.Entry{Shared: true, Admin: admin("301/KH-UBND", content.Date{Year: 2025, Month: 11, Day: 24}, "", "Ủy ban nhân dân tỉnh")}, nil},
	} {
		if got := letterhead(c.in); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s:\n%+v, want\n%+v", c.name, got, c.want)
		}
	}
}

func TestBoundNames(t *testing.T) {
	for name, want := range map[string]string{
		"BAN QUẢN LÝ KHU KINH TẾ CỬA KHẨU ĐỒNG ĐĂNG - LẠNG SƠN": "BAN_QUẢN_LÝ KHU_KINH_TẾ CỬA_KHẨU ĐỒNG_ĐĂNG_- LẠNG_SƠN",
		"ỦY BAN NHÂN DÂN XÃ NƠI CÓ CỬA KHẨU":                    "ỦY_BAN_NHÂN_DÂN XÃ NƠI_CÓ_CỬA_KHẨU",
		"SỞ XÂY DỰNG":                     "SỞ XÂY_DỰNG",
		"UBND THÀNH PHỐ HẢI PHÒNG":        "UBND THÀNH_PHỐ HẢI_PHÒNG",
		"SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH": "SỞ VĂN HÓA, THỂ_THAO VÀ DU_LỊCH",
		"SỞ": "SỞ",
		"":   "",
	} {
		if got := strings.ReplaceAll((*Letterhead)(nil).Bound(name), "\u00a0", "_"); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

func TestSigners(t *testing.T) {
	in := []content.Signer{{Authority: "TM.", For: "Ban Thường vụ", Position: "Bí thư"}, {Authority: "TUQ."}, {Authority: "Q."}}
	for party, want := range map[bool]string{true: "T/M", false: "TM."} {
		if got := signers(in, party); got[0].Authority != want || got[1].Authority != "TUQ." || got[2].Authority != "Q." {
			t.Errorf("of the Party %v: %+v", party, got)
		}
	}
}
