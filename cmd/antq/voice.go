package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/pflag"

	"antq/internal/diag"
	"antq/internal/output"
	"antq/internal/site"
)

// The voice of the command line, in one file.
//
// It speaks to an office editor: whole sentences, what happened first, then what to do; no codes of the system, no blame.
// Numbers and file names stand as they are. Every phrase exists in English and Vietnamese; what is said about content comes
// from the table of problems instead.

// phrase is one thing that the command says, with the verbs of package fmt.
type phrase struct{ en, vi string }

func (a *app) say(p phrase, args ...any) string {
	text := p.en
	if a.lang == diag.Vietnamese {
		text = p.vi
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

var (
	helpRoot     = phrase{"publish an agency's campaign pages", "dựng trang thông tin phong trào của cơ quan"}
	helpRootLong = phrase{
		"antq turns the Markdown documents of state agencies into complete static web sites\nfor the campaign “Toàn dân bảo vệ an ninh Tổ quốc”.",
		"antq dựng các văn bản Markdown của cơ quan nhà nước thành trang thông tin tĩnh hoàn chỉnh\nvề phong trào “Toàn dân bảo vệ an ninh Tổ quốc”.",
	}
	helpBuild     = phrase{"content/ becomes public/, minified", "dựng content/ thành public/, đã rút gọn"}
	helpBuildLong = phrase{
		"Reads the site, checks it, and publishes it into the output folder in one step. If anything is\nwrong nothing is published and the old pages stay.",
		"Đọc nội dung, kiểm tra rồi đưa toàn bộ trang vào thư mục kết quả trong một bước. Nếu có lỗi thì\nkhông đưa gì ra, các trang cũ giữ nguyên.",
	}
	helpRefs     = phrase{"the document references in a text", "tìm các văn bản được dẫn trong một đoạn văn"}
	helpRefsLong = phrase{
		"Reads a file or standard input and prints every document that the text refers to: type, number and\nsymbol, date and issuer, as far as the text tells them. What looks odd stands in brackets.",
		"Đọc một tệp hoặc đầu vào chuẩn rồi in mọi văn bản mà đoạn văn dẫn: tên loại, số và ký hiệu, ngày,\ncơ quan ban hành, theo đúng những gì đoạn văn cho biết. Điểm bất thường ghi trong ngoặc vuông.",
	}
	helpList     = phrase{"documents, drafts, what is due, what comes next", "liệt kê văn bản, bản nháp, việc đến hạn, việc sắp tới"}
	helpListLong = phrase{
		"Lists what the content holds. Without a name of a list: the documents.",
		"Liệt kê những gì có trong nội dung. Không nêu tên danh sách thì liệt kê các văn bản, bài viết.",
	}
	helpListDocs       = phrase{"published documents", "các văn bản, bài viết được đăng"}
	helpListDrafts     = phrase{"drafts and documents of a later day", "bản nháp và bài hẹn ngày đăng"}
	helpListDue        = phrase{"duties with a last day, the nearest first", "nhiệm vụ có thời hạn, gần nhất trước"}
	helpListUnits      = phrase{"units, with their documents and duties", "các đơn vị, kèm số văn bản và nhiệm vụ"}
	helpListNext       = phrase{"the next change of the site, and facts that are still missing", "lần thay đổi tiếp theo và những thông tin còn thiếu"}
	flagWithin         = phrase{"only duties due within `DAYS` (30d)", "chỉ nhiệm vụ đến hạn trong số `NGÀY` này (30d)"}
	helpVersion        = phrase{"print the version", "in số phiên bản"}
	helpHelp           = phrase{"help about a command", "hướng dẫn dùng một lệnh"}
	helpCompletion     = phrase{"completion script for a shell", "tạo tệp tự hoàn thành lệnh cho shell"}
	helpCompletionLong = phrase{
		"Prints a script that lets the shell complete antq's commands and flags:\nbash, zsh, fish or powershell.",
		"In ra đoạn mã giúp shell tự hoàn thành lệnh và tuỳ chọn của antq:\nbash, zsh, fish hoặc powershell.",
	}

	flagSource     = phrase{"the site in the folder `DIR` (default: this folder or the nearest one above it with a site)", "trang trong thư mục `DIR` (mặc định: thư mục này hoặc thư mục cha gần nhất có trang)"}
	flagLang       = phrase{"language of messages: `en|vi`", "ngôn ngữ thông báo: `en|vi`"}
	flagNow        = phrase{"build as of this `DATE|TIME` instead of now", "dựng như tại thời điểm `DATE|TIME` này thay cho hiện tại"}
	flagAgency     = phrase{"only the agency with this `ID` (may be repeated)", "chỉ cơ quan có mã `ID` này (có thể lặp lại)"}
	flagJSON       = phrase{"print the result as JSON", "in kết quả ở dạng JSON"}
	flagQuiet      = phrase{"say nothing but problems", "chỉ nói khi có vấn đề"}
	flagVerbose    = phrase{"say more", "nói chi tiết hơn"}
	flagNoColor    = phrase{"no colours", "không dùng màu"}
	flagHelp       = phrase{"help about this command", "hướng dẫn dùng lệnh này"}
	flagOutput     = phrase{"write the site to this `DIR` (default: public in the site's folder)", "ghi trang vào thư mục `DIR` này (mặc định: public trong thư mục của trang)"}
	flagBaseURL    = phrase{"the `URL` under which the agency is published, in place of its baseURL", "địa chỉ `URL` công khai của cơ quan, thay cho baseURL"}
	flagDrafts     = phrase{"publish drafts too", "đưa ra cả bản nháp"}
	flagWorkers    = phrase{"work on `N` things at once (default: one for each processor)", "làm song song `N` việc (mặc định: mỗi bộ xử lý một việc)"}
	flagNoMinify   = phrase{"do not make files smaller", "không rút gọn tệp"}
	flagNoCache    = phrase{"neither use nor keep what an earlier build found out", "không dùng, không lưu kết quả của lần dựng trước"}
	flagStrict     = phrase{"warnings stop the build too", "cảnh báo cũng làm dừng việc dựng trang"}
	flagCPUProfile = phrase{"write a CPU profile to `FILE`", "ghi hồ sơ CPU vào tệp `FILE`"}
	flagMemProfile = phrase{"write a memory profile to `FILE`", "ghi hồ sơ bộ nhớ vào tệp `FILE`"}
	flagTrace      = phrase{"write an execution trace to `FILE`", "ghi vết thực thi vào tệp `FILE`"}

	usageWords = []phrase{
		{"Usage:", "Cách dùng:"}, {"Examples:", "Ví dụ:"}, {"Commands:", "Các lệnh:"}, {"Flags:", "Tuỳ chọn:"}, {"Common flags:", "Tuỳ chọn chung:"},
		{"Use “%s COMMAND --help” for more about a command.", "Dùng “%s LỆNH --help” để xem thêm về một lệnh."},
	}

	sayInterrupted = phrase{"Interrupted. What was published before is unchanged.", "Đã dừng theo yêu cầu. Những gì đã đăng trước đó giữ nguyên."}
	sayNoCommand   = phrase{"there is no command “%s”; “antq help” lists the commands", "không có lệnh “%s”; gõ “antq help” để xem các lệnh"}
	sayBadNow      = phrase{"“%s” is neither a date (2026-11-05) nor a time (2026-11-05T08:00+07:00)", "“%s” không phải là ngày (2026-11-05) hay thời điểm (2026-11-05T08:00+07:00)"}
	sayBadLang     = phrase{"there is no language “%s”; use en or vi", "không có ngôn ngữ “%s”; dùng en hoặc vi"}
	sayNoSite      = phrase{"there is no site in %s: content/_campaign.md and content/<agency>/_agency.md are missing. Give the folder of the site with --source DIR.", "không có trang nào trong %s: thiếu content/_campaign.md và content/<cơ quan>/_agency.md. Hãy chỉ thư mục của trang bằng --source DIR."}
	sayNoAgency    = phrase{"there is no agency named “%s”; agencies here: %s", "không có cơ quan nào mang mã “%s”; các cơ quan hiện có: %s"}
	sayBadBaseURL  = phrase{"“%s” is not an address such as https://sxd.langson.gov.vn/antq/", "“%s” không phải là địa chỉ, ví dụ https://sxd.langson.gov.vn/antq/"}
	sayBaseURLOne  = phrase{"--base-url is the address of one agency: name it with --agency (%s)", "--base-url là địa chỉ của một cơ quan: hãy nêu cơ quan bằng --agency (%s)"}
	sayBadWorkers  = phrase{"--workers takes a number from 1 up", "--workers nhận một số từ 1 trở lên"}
	sayUnknownFlag = phrase{"there is no flag %s; “%s --help” lists them", "không có tuỳ chọn %s; gõ “%s --help” để xem các tuỳ chọn"}
	sayFlagNeeds   = phrase{"the flag --%s needs a value", "tuỳ chọn --%s cần có giá trị"}
	sayFlagBad     = phrase{"“%s” is not a value for --%s", "“%s” không phải là giá trị của --%s"}
	sayNoArguments = phrase{"“%s” takes no arguments, “%s” is one too many", "lệnh “%s” không nhận thêm gì, thừa “%s”"}
	sayShells      = phrase{"name one of the shells bash, zsh, fish, powershell", "hãy nêu một trong các shell bash, zsh, fish, powershell"}
	sayWaiting     = phrase{"Another antq is writing to %s; waiting until it has finished …", "Một antq khác đang ghi vào %s; chờ lệnh đó xong …"}
	sayBadManifest = phrase{"%s is damaged (line %d), so antq cannot tell which files it wrote. Delete the output folder, or move your own files out of it and then delete it, and build again.", "%s bị hỏng (dòng %d) nên antq không biết tệp nào do mình ghi. Hãy xoá thư mục kết quả (chuyển tệp riêng ra trước nếu có) rồi dựng lại."}
	sayBusy        = phrase{"another antq is still writing to the output folder; nothing was changed", "một antq khác vẫn đang ghi vào thư mục kết quả; chưa thay đổi gì"}
	sayUnfinished  = phrase{"Some files are new, some old; the next “antq build” finishes the work.", "Một số tệp đã mới, một số còn cũ; lần “antq build” tiếp theo sẽ làm nốt."}
	sayBeside      = phrase{"antq makes the new site beside the output folder and needs to write in %s", "antq dựng trang mới bên cạnh thư mục kết quả nên cần quyền ghi trong %s"}
	sayFailure     = phrase{"the system reports: %v", "hệ thống báo: %v"}
	sayOneWarning  = phrase{"Nothing was published because of 1 warning (--strict). %s is unchanged.", "Chưa đăng gì vì có 1 cảnh báo (--strict). %s giữ nguyên."}
	sayForeign     = phrase{
		"nothing was changed: these files in %s are not antq's, but the site needs their place:\n%s\nMove them away or choose another output folder with --output.",
		"chưa thay đổi gì: các tệp sau trong %s không phải do antq tạo nhưng nằm đúng chỗ trang cần ghi:\n%s\nHãy chuyển các tệp đó đi hoặc chọn thư mục kết quả khác bằng --output.",
	}
	sayRefused = phrase{
		"refusing to write the site to %s: %s. Choose another folder with --output DIR.",
		"không ghi trang vào %s: %s. Hãy chọn thư mục khác bằng --output DIR.",
	}
	refusals = map[output.Reason]phrase{
		output.IsSource:   {"it holds the sources of the site", "thư mục này chứa nguồn của trang"},
		output.IsInSource: {"it is among the sources of the site", "thư mục này nằm trong nguồn của trang"},
		output.IsHome:     {"it holds a home folder", "thư mục này chứa thư mục cá nhân"},
		output.IsRoot:     {"it is the root of the disk", "đây là thư mục gốc của ổ đĩa"},
		output.IsFile:     {"it is a file, not a folder", "đây là tệp, không phải thư mục"},
		output.IsSymlink:  {"it is a symbolic link", "đây là liên kết tượng trưng"},
		output.IsNowhere:  {"it has no name", "thiếu tên thư mục"},
	}

	sayNothing    = phrase{"Nothing.", "Không có."}
	sayListErrors = phrase{"The content has %d errors; “antq build” shows them.", "Nội dung có %d lỗi; dùng “antq build” để xem."}
	sayBadWithin  = phrase{"“%s” is not a number of days such as 30d", "“%s” không phải là số ngày, ví dụ 30d"}
	sayNextChange = phrase{"changes by itself on %s", "tự thay đổi lúc %s"}
	missingWords  = map[site.MissingFact]phrase{
		site.MissingNumber:  {"number missing", "thiếu số"},
		site.MissingDate:    {"day of issue missing", "thiếu ngày ban hành"},
		site.MissingDay:     {"day of the conference missing", "chưa ấn định ngày họp"},
		site.MissingConsent: {"consent missing", "chưa có sự đồng ý"},
		site.MissingReport:  {"report missing", "chưa có bài tường thuật"},
		site.MissingBasis:   {"legal basis not in the site", "văn bản căn cứ chưa có trên trang"},
		site.MissingPlan:    {"unit's plan missing", "đơn vị chưa có kế hoạch"},
		site.MissingResult:  {"result missing", "chưa có kết quả"},
	}

	sayReading   = phrase{"reading", "đang đọc"}
	sayPictures  = phrase{"preparing pictures", "đang xử lý ảnh"}
	sayRendering = phrase{"building pages", "đang dựng trang"}
)

// isFlagError reports an error of the flag parser.
func isFlagError(err error) bool {
	var notExist *pflag.NotExistError
	var needed *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	return errors.As(err, &notExist) || errors.As(err, &needed) || errors.As(err, &invalid)
}

// explain says what went wrong outside the content, in the reader's language where the cause is known.
func (a *app) explain(err error) string {
	if e, ok := errors.AsType[*usageError](err); ok {
		return e.text
	}
	if e, ok := errors.AsType[*pflag.NotExistError](err); ok {
		name := "--" + e.GetSpecifiedName()
		if e.GetSpecifiedShortnames() != "" {
			name = "-" + e.GetSpecifiedName()
		}
		return a.say(sayUnknownFlag, name, "antq")
	}
	if e, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return a.say(sayFlagNeeds, e.GetSpecifiedName())
	}
	if e, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		return a.say(sayFlagBad, e.GetValue(), e.GetFlag().Name)
	}
	if e, ok := errors.AsType[*output.ForeignError](err); ok {
		return a.say(sayForeign, e.Dir, "  "+strings.Join(e.Paths, "\n  "))
	}
	if e, ok := errors.AsType[*output.RefusedError](err); ok {
		return a.say(sayRefused, e.Dir, a.say(refusals[e.Why]))
	}
	if e, ok := errors.AsType[*output.ManifestError](err); ok {
		return a.say(sayBadManifest, e.Path, e.Line)
	}
	if errors.Is(err, output.ErrBusy) {
		return a.say(sayBusy)
	}
	text := a.explainSystem(err)
	if _, ok := errors.AsType[*output.UnfinishedError](err); ok {
		text += "\n" + a.say(sayUnfinished)
	}
	return text
}

// What “antq serve” says.
var (
	helpServe     = phrase{"see the site live while writing", "xem trang ngay trong khi soạn"}
	helpServeLong = phrase{
		"Shows the site in the browser and brings every saved change into the open page at once, in the\nsame place. What is wrong is said over the last good page. Nothing is published.",
		"Mở trang trong trình duyệt và đưa mọi chỗ vừa lưu vào ngay trang đang mở, giữ nguyên vị trí. Nếu\ncó lỗi thì báo trên bản dựng được gần nhất. Lệnh này không đăng gì ra ngoài.",
	}
	flagPort        = phrase{"listen on port `N`; 0 takes any free one (default: 1313, or the next free one)", "dùng cổng `N`; 0 là cổng trống bất kỳ (mặc định: 1313 hoặc cổng trống kế tiếp)"}
	flagLAN         = phrase{"let a phone in the same network see it, by an address with a secret in it", "cho điện thoại cùng mạng xem, bằng địa chỉ có mã bí mật"}
	flagOpen        = phrase{"open the browser", "mở trình duyệt"}
	flagServeDrafts = phrase{"show drafts, labelled as such", "hiện cả bản nháp, có ghi rõ là bản nháp"}
	flagEditor      = phrase{"`URL` that opens a file in the editor, with {path}, {line} and {column}; “” for none", "`URL` mở tệp trong trình soạn thảo, có {path}, {line} và {column}; “” là không dùng"}
	flagPoll        = phrase{"look at all files every second instead of waiting to be told of changes", "mỗi giây tự xem lại mọi tệp thay vì chờ hệ thống báo có thay đổi"}
	sayServing      = phrase{"The site is at %s", "Xem trang tại %s"}
	sayLAN          = phrase{"On a phone in the same network: %s", "Trên điện thoại cùng mạng: %s"}
	sayStopServing  = phrase{"Ctrl-C ends it.", "Nhấn Ctrl-C để dừng."}
	sayNoBrowser    = phrase{"The browser does not open by itself; the address is %s", "Không tự mở được trình duyệt; địa chỉ là %s"}
	sayBadPort      = phrase{"--port takes a number from 0 to 65535, not %d", "--port nhận một số từ 0 đến 65535, không phải %d"}
	sayBusyPort     = phrase{"another program uses port %d; name another one with --port, or none to take the next free one", "một chương trình khác đang dùng cổng %d; hãy nêu cổng khác bằng --port, hoặc bỏ --port để dùng cổng trống kế tiếp"}
	sayBusyPorts    = phrase{"other programs use all ports from %d to %d; --port 0 takes any free one", "các cổng từ %d đến %d đều đang được dùng; --port 0 sẽ lấy một cổng trống bất kỳ"}
	sayNoLAN        = phrase{"this machine is in no network, so --lan has nobody to serve", "máy này không nối mạng nào nên --lan không có tác dụng"}
	sayBadEditor    = phrase{"“%s” is not an address that opens a file; an example: %s", "“%s” không phải là địa chỉ mở tệp; ví dụ: %s"}
	sayRebuilt      = phrase{"%s  %s: %d pages, %d ms, %s", "%s  %s: %d trang, %d ms, %s"}
	sayFirstBuild   = phrase{"ready", "sẵn sàng"}
	sayOtherMoment  = phrase{"seen anew", "xem lại"}
	sayFilesChanged = phrase{"%d files", "%d tệp"}
	sayNoProblems   = phrase{"no problems", "không có vấn đề"}
	sayWarnings     = phrase{"warnings: %d", "cảnh báo: %d"}
	sayLastGood     = phrase{"errors: %d; the last good pages stay", "lỗi: %d; giữ các trang dựng được gần nhất"}
	sayRebuildDisk  = phrase{"The site cannot be read: %s. The last good pages stay; antq tries again.", "Không đọc được nội dung trang: %s. Các trang dựng được gần nhất vẫn giữ nguyên; antq sẽ thử lại."}
	sayPollWatches  = phrase{
		"The system lets antq watch no more folders, so antq looks at all files by itself, about every second.",
		"Hệ thống không cho theo dõi thêm thư mục nên antq tự xem lại mọi tệp, khoảng mỗi giây một lần.",
	}
	sayPollNetwork = phrase{
		"The site is on a network drive, which does not tell of changes, so antq looks at all files by itself, about every second.",
		"Trang nằm trên ổ đĩa mạng, nơi không báo khi có thay đổi, nên antq tự xem lại mọi tệp, khoảng mỗi giây một lần.",
	}
	sayPollSilent = phrase{
		"Files changed without the system telling of it, so antq looks at all files by itself from now on, about every second.",
		"Có tệp thay đổi mà hệ thống không báo nên từ nay antq tự xem lại mọi tệp, khoảng mỗi giây một lần.",
	}
)

// What “antq check” and “antq explain” say.
var (
	helpCheck     = phrase{"find everything wrong or dangerous before the public does", "rà soát mọi lỗi và nội dung không được đăng trước khi công khai"}
	helpCheckLong = phrase{
		"Builds the site without publishing it and tells all that it finds: errors, warnings and notes, and\nwhat is accepted with a reason. With names of files or folders the report is limited to these.",
		"Dựng thử trang mà không đăng rồi nêu mọi điều tìm thấy: lỗi, cảnh báo, ghi chú và những chỗ được bỏ\nqua có lý do. Nếu nêu tên tệp hoặc thư mục thì chỉ báo về các tệp đó.",
	}
	flagCheckStrict  = phrase{"warnings fail too", "có cảnh báo cũng coi là chưa đạt"}
	flagFormat       = phrase{"form of the report: `text|json|sarif|github`", "dạng báo cáo: `text|json|sarif|github`"}
	sayBadFormat     = phrase{"there is no form “%s”; use text, json, sarif or github", "không có dạng “%s”; dùng text, json, sarif hoặc github"}
	sayTwoFormats    = phrase{"--json and --format %s exclude each other", "không dùng --json cùng với --format %s"}
	sayNoFile        = phrase{"there is no “%s” in the site's folder", "trong thư mục của trang không có “%s”"}
	sayChecked       = phrase{"Looked at: %d documents, %d other files.", "Đã xem: %d tệp nội dung, %d tệp khác."}
	sayWaivers       = phrase{"Accepted with a reason, %d:", "Được bỏ qua có lý do, %d:"}
	sayWaiver        = phrase{"%s:%d: %s (%d×): %s", "%s:%d: %s (%d×): %s"}
	sayGood          = phrase{"It can be published.", "Có thể đăng."}
	sayGoodWarned    = phrase{"It can be published. Warnings to look at first: %d.", "Có thể đăng. Nên xem lại trước %d cảnh báo."}
	sayFilesGood     = phrase{"These files can be published.", "Các tệp này có thể đăng."}
	sayFilesWarned   = phrase{"These files can be published. Warnings to look at first: %d.", "Các tệp này có thể đăng. Nên xem lại trước %d cảnh báo."}
	sayStoppedByOne  = phrase{"It cannot be published yet because of 1 error.", "Chưa đăng được vì 1 lỗi."}
	sayStopped       = phrase{"It cannot be published yet because of %d errors.", "Chưa đăng được vì %d lỗi."}
	sayStoppedStrict = phrase{"Not yet: warnings to mend (--strict): %d.", "Chưa đạt vì %d cảnh báo (--strict)."}

	helpExplain     = phrase{"what a code means, why it matters, how to mend it", "giải thích một mã: nghĩa là gì, vì sao, sửa thế nào"}
	helpExplainLong = phrase{
		"Explains the code that stands in brackets behind each problem. Without a code: all of them.",
		"Giải thích mã ghi trong ngoặc vuông sau mỗi vấn đề. Không nêu mã thì liệt kê tất cả.",
	}
	sayExplainOne = phrase{"“antq explain CODE” tells why, and how to mend it.", "Gõ “antq explain MÃ” để xem lý do và cách sửa."}
	sayNoCode     = phrase{"there is no code “%s”; “antq explain” lists them", "không có mã “%s”; gõ “antq explain” để xem các mã"}
	sayNearCode   = phrase{"there is no code “%s”; did you mean “%s”?", "không có mã “%s”; có phải là “%s”?"}
	sayWhy        = phrase{"Why:", "Vì sao:"}
	waiverWords   = map[bool]phrase{
		true:  {"A file may accept it with a reason (key waive).", "Tệp có thể bỏ qua mã này nếu nêu lý do (khoá waive)."},
		false: {"It cannot be waived.", "Mã này không được bỏ qua."},
	}
)

// causes are the failures of the system that people meet, in the order in which they are looked for.
var causes = []struct {
	err  error
	text phrase
}{
	{syscall.ENOSPC, phrase{"the disk is full", "ổ đĩa đã đầy"}},
	{syscall.EROFS, phrase{"the disk can only be read", "ổ đĩa chỉ cho phép đọc"}},
	{syscall.ENOTDIR, phrase{"a part of this path is a file, not a folder", "một phần của đường dẫn này là tệp, không phải thư mục"}},
	{syscall.EISDIR, phrase{"this is a folder, not a file", "đây là thư mục, không phải tệp"}},
	{syscall.ENOTEMPTY, phrase{"the folder is not empty", "thư mục không trống"}},
	{syscall.ENAMETOOLONG, phrase{"the name is too long for this disk", "tên quá dài đối với ổ đĩa này"}},
	{fs.ErrPermission, phrase{"no permission", "không có quyền"}},
	{fs.ErrNotExist, phrase{"there is no such file or folder", "không có tệp hoặc thư mục này"}},
}

// explainSystem says what the system refused and where. antq writes beside the output folder too, so a lack of permission
// there says why it wanted it.
func (a *app) explainSystem(err error) string {
	for _, c := range causes {
		if !errors.Is(err, c.err) {
			continue
		}
		text := a.say(c.text)
		where := pathOf(err)
		if where != "" {
			text = where + ": " + text
		}
		if c.err == fs.ErrPermission && strings.HasPrefix(filepath.Base(where), ".") {
			text += ". " + a.say(sayBeside, filepath.Dir(where))
		}
		return text
	}
	return a.say(sayFailure, err)
}

// pathOf returns the file or folder that a failure of the system is about, or "".
func pathOf(err error) string {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Path
	}
	if e, ok := errors.AsType[*os.LinkError](err); ok {
		return e.New
	}
	return ""
}
