package check

import "testing"

func TestBasesForm(t *testing.T) {
	formRule{
		code: "bases-form",
		hits: []formCase{
			{body: "Căn cứ Luật Thi đua, khen thưởng‹.›\n\nCăn cứ Quyết định số 12/QĐ-SM ngày 05/3/2026.", fixed: "khen thưởng;\n"},
			{body: "Căn cứ Luật Thi đua‹,›\n\nThực hiện Kế hoạch số 12/KH-SM ngày 05/3/2026.", fixed: "Thi đua;\n"},
			{body: "Căn cứ Quyết định số 12/QĐ-SM ngày 05/3/202‹6›\n\nCăn cứ Luật Thi đua.", fixed: "05/3/2026;\n"},
		},
		traps: withBody(
			"Căn cứ Luật Thi đua;\n\nCăn cứ Quyết định số 12/QĐ-SM ngày 05/3/2026.\n\nSở quy định.",
			"Căn cứ Kế hoạch số 12/KH-SM, Sở ban hành như sau:\n\nCăn cứ Luật Thi đua.",
			"Căn cứ Luật Thi đua.\n\nSở quy định:\n\n## I. A\n\nCăn cứ Kế hoạch này, làm.\n\nCăn cứ kết quả, chấm điểm;",
			"Thực hiện tốt việc này.\n\nThực hiện tốt việc kia.",
		),
	}.run(t)
	formRule{
		code: "bases-form/last",
		hits: []formCase{
			{body: "Căn cứ Luật Thi đua;\n\nCăn cứ Quyết định số 12/QĐ-SM ngày 05/3/2026‹;›\n\nSở quy định.", fixed: "05/3/2026.\n"},
			{body: "Căn cứ Luật Thi đua;\n\nThực hiện Kế hoạch số 12/KH-SM của Sở về việ‹c›\n\n## I. A", fixed: "về việc.\n"},
			{body: "Căn cứ Luật Thi đua;\n\nThực hiện Kế hoạch số 12/KH-SM của\n\nSở Mẫu về việc kia‹;›\n\nI. A", fixed: "việc kia.\n"},
		},
		traps: withBody(
			"Căn cứ Luật Thi đua;\n\nCăn cứ Quyết định số 12/QĐ-SM ngày 05/3/2026.\n\nSở quy định:",
			"Căn cứ Luật Thi đua;\n\nThực hiện Kế hoạch số 12/KH-SM của\n\nSở Mẫu.\n\nSở quy định:",
			"Căn cứ Luật Thi đua;",
		),
	}.run(t)
}

func TestRecipientsForm(t *testing.T) {
	formRule{
		code:  "recipients-form/filed",
		hits:  withFront("title: A\n‹recipients›:\n  - Sở Mẫu\n  - Sở Thử", "title: A\nrecipients: ‹Sở Mẫu›", "‹recipients›:\n  - Sở Mẫu\ntitle: A"),
		traps: withFront("title: A\nrecipients:\n  - Sở Mẫu\nfiled: VT", "title: A", "title: A\nfiled:\n  - VT"),
	}.run(t)
	end := "Hết./.\n\nNơi nhận:\n\n"
	formRule{
		code:  "recipients-form",
		hits:  withBody(end+"- Sở Mẫ‹u›\n- Lưu: VT.", end+"- Sở Mẫu‹.›\n- Lưu: VT.", "**Nơi nhận:**\n- Sở Mẫu;\n- Xã‹,›\n- Lưu: VT, VP."),
		traps: withBody(end+"- Sở Mẫu;\n- Lưu: VT.", end+"- Các bến: B1,\n\nB2 và\n\nB3 (Nhóm);\n\n - Lưu: VT.\n\nTRƯỞNG BAN\n\n- x", "- Sở Mẫu\n- Sở Thử"),
	}.run(t)
	formRule{
		code:  "recipients-form/last",
		hits:  withBody(end+"- ‹Sở Mẫu.›", end+"- Sở Mẫu;\n- ‹Sở Thử.›", "#### **Nơi nhận:**\n\n- Sở Mẫu;\n- ‹Xã.›\n\n**GIÁM ĐỐC**"),
		traps: withBody(end+"- Lưu: VT.", end+"- Sở Mẫu;\n- Lưu: VT, VP(HTĐ).\n\n**TRƯỞNG BAN**", "Nơi nhận: như trên."),
	}.run(t)
	formRule{
		code:  "recipients-form/stop",
		hits:  withBody(end+"- Lưu: VT‹;›", end+"- A b;\n- Lưu: V‹T›", end+"- A b;\n- Lưu: VT, VP‹,›"),
		traps: withBody(end+"- Lưu: VT.", end+"- A b;\n- Lưu: VT.", "Văn bản khác"),
	}.run(t)
}

func TestEndMark(t *testing.T) {
	parts := "## I. Một\n\n1. Việc một.\n\n2. Việc hai.\n\n3. Việc ba"
	formRule{
		code: "end-mark",
		hits: []formCase{
			{body: parts + "‹.›", fixed: "Việc ba./.\n"},
			{body: parts + "‹.›\n\nNơi nhận:\n\n- Lưu: VT.", fixed: "Việc ba./.\n"},
			{body: parts + ".\n\nTrên đây là kế hoạch‹.›\n\n(Gửi kèm phụ lục)", fixed: "kế hoạch./.\n"},
		},
		traps: withBody(parts+"./.", "Vài dòng không chia mục.", parts+"./.\n\nNơi nhận:\n- Lưu: VT."),
	}.run(t)
	formRule{
		code:  "end-mark/twice",
		hits:  withBody("Một./.\n\nHai‹./.›", parts+"./.\n\nThêm ‹./.›\n\nNơi nhận:\n- Lưu: VT.", "Một./. Hai‹./.› Ba./."),
		traps: withBody("Một./.", "Một./.\n\nPHỤ LỤC I\n\nHai./.", "Dấu `./.` ở cuối. Hết./."),
	}.run(t)
	formRule{
		code:  "end-mark/behind",
		hits:  withBody("Hết./.\n\n‹Còn nữa.›", "Hết./. ‹Còn nữa.›", "- Một./.\n- ‹Hai›"),
		traps: withBody("Hết./.\n\n(Kèm theo phụ lục)\n\nNơi nhận:\n\n- Xã;\n- Lưu: VT.\n\n**GIÁM ĐỐC**\n\n**Mẫu Văn Thử**", "“Hết./.”", "Hết[^1]./.\n\n[^1]: Ghi chú."),
	}.run(t)
}

func TestNumbering(t *testing.T) {
	formRule{
		code:  "numbering-gap",
		hits:  withBody("## I. A\n\n## ‹III›. C", "## I. A\n\n### 1. B\n\n### ‹3›. C", "1. Một\n\n2. Hai\n\n‹3.1›. Ba\n\n3.2 Bốn"),
		traps: withBody("## I. A\n\n### 1. B\n\n## II. C\n\n### 1. D", "a) A;\n\nb) B;\n\nc) C;\n\nd) D;\n\nđ) E;\n\ne) F", "Điều 5. A\n\nĐiều 6. B"),
	}.run(t)
	formRule{
		code:  "numbering-gap/again",
		hits:  withBody("## I. A\n\n## II. B\n\n## ‹II›. C", "## I. A\n\n### 1. B\n\n### 2. C\n\n### ‹2›. D", "a) A;\n\nb) B;\n\n‹b›) C"),
		traps: withBody("## I. A\n\n1. B\n\n2. C\n\n## II. D\n\n1. E", "Điều 4. A\n\nĐiều 4a. B", "- A\n- B"),
	}.run(t)
	formRule{
		code:  "numbering-gap/first",
		hits:  withBody("## I. A\n\n### ‹2›. B", "## I. A\n\n‹b›) B;\n\nc) C", "### 1. A\n\n#### ‹1.2›. B"),
		traps: withBody("## I. A\n\n### 1. B", "Điều 7. A\n\n1. B", "## Lời đầu\n\n### Việc"),
	}.run(t)
}

func TestHeadings(t *testing.T) {
	formRule{
		code: "heading-level/jump",
		hits: []formCase{
			{body: "## Một\n\n#### ‹Hai›\n\n#### Ba", fixed: "## Một\n\n### Hai\n\n### Ba"},
			{body: "### ‹Một›\n\n### Hai\n\nChữ", fixed: "## Một\n\n## Hai\n\nChữ"},
			{body: "## Một\n\n#### ‹Hai›\n\n##### Ba\n\n## Bốn\n\n### Năm", fixed: "### Hai\n\n#### Ba\n\n## Bốn\n\n### Năm"},
		},
		traps: withBody("## Một\n\n### Hai\n\n#### Ba\n\n## Bốn", "## Một\n\n### Hai\n\n## Ba", "```\n#### x\n```\n\n## Một"),
	}.run(t)
	formRule{
		code: "heading-level/siblings",
		hits: []formCase{
			{body: "## I. A\n\n### 1. B\n\n#### 1.1. C\n\n### ‹1.2. D›", fixed: "#### 1.1. C\n\n#### 1.2. D"},
			{body: "## I. A\n\n### ‹II. B›", fixed: "## I. A\n\n## II. B"},
			{body: "## I. A\n\n### **1. B**\n\n### 2. B\n\n## ‹3. C›", fixed: "### 2. B\n\n### 3. C"},
		},
		traps: withBody("## I. A\n\n### 1. B\n\n### 2. C\n\n## II. D\n\n### 1. E", "## I. A\n\n### 1. B\n\n**2. C**", "## I. A\n\n### B\n\n## II. C"),
	}.run(t)
	formRule{
		code: "heading-level/colon",
		hits: []formCase{
			{body: "## I. Một‹:›", fixed: "## I. Một\n"},
			{body: "## **I. Một‹:›**", fixed: "## **I. Một**\n"},
			{body: "## Một‹:› ##\n\nChữ", fixed: "## Một ##\n"},
		},
		traps: withBody("## Một", "## **Nơi nhận:**\n\n- Lưu: VT.", "## Kính gửi:", "Một:\n\n- Hai", "## Bước 1: Chuẩn bị"),
	}.run(t)
}
