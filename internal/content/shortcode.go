package content

import "slices"

// ShortcodeSpec is what may be written in a call {{< name key="value" >}}.
type ShortcodeSpec struct {
	Name    string
	Args    []string // allowed arguments
	Need    []string // arguments that must be there
	NeedOne []string // of these exactly one must be there
	En, Vi  string   // what it shows
	Example string
}

// shortcodes is the only place where shortcodes are named.
var shortcodes = []ShortcodeSpec{
	{
		Name: "document", Args: []string{"path", "number"}, NeedOne: []string{"path", "number"},
		En: "a card of a document of the site, by its path or number", Vi: "thẻ giới thiệu một văn bản của trang, theo đường dẫn hoặc số",
		Example: `{{< document number="301/KH-UBND" >}}`,
	},
	{
		Name: "tasks", Args: []string{"plan"},
		En: "the table of tasks of a plan, by default of this one", Vi: "bảng nhiệm vụ của một kế hoạch, mặc định là kế hoạch này",
		Example: `{{< tasks plan="/ke-hoach/phat-dong-2026" >}}`,
	},
	{
		Name: "agenda", Args: []string{"of"},
		En: "the agenda of a conference, by default of this one", Vi: "chương trình của một hội nghị, mặc định là hội nghị này",
		Example: `{{< agenda of="/hoi-nghi/phat-dong-2026" >}}`,
	},
	{
		Name: "attendees", Args: []string{"of"},
		En: "who attends a conference, by default this one", Vi: "thành phần dự một hội nghị, mặc định là hội nghị này",
		Example: `{{< attendees >}}`,
	},
	{
		Name: "honourees", Args: []string{"of"},
		En: "the list of those rewarded by a decision, by default this one", Vi: "danh sách được khen thưởng theo một quyết định, mặc định là quyết định này",
		Example: `{{< honourees of="/khen-thuong/2026" >}}`,
	},
	{
		Name: "gallery", Args: []string{"images", "caption"}, Need: []string{"images"},
		En: "pictures side by side; images is a list of files, separated by commas", Vi: "nhóm ảnh; images là danh sách tệp, cách nhau bằng dấu phẩy",
		Example: `{{< gallery images="anh-1.jpg, anh-2.jpg" caption="Lễ phát động" >}}`,
	},
	{
		Name: "video", Args: []string{"file", "url", "title", "poster"}, Need: []string{"title"}, NeedOne: []string{"file", "url"},
		En: "a video file beside the page, or a link that is opened only when clicked", Vi: "tệp video cạnh trang, hoặc đường dẫn chỉ mở khi bấm",
		Example: `{{< video file="phat-dong.mp4" title="Lễ phát động phong trào" >}}`,
	},
	{
		Name: "contact",
		En:   "how to reach the agency or the conference's contact person", Vi: "đầu mối liên hệ của cơ quan hoặc của hội nghị",
		Example: `{{< contact >}}`,
	},
}

// Shortcodes returns the shortcodes that may be called, in the order of the documentation. The caller may keep the list.
func Shortcodes() []ShortcodeSpec { return slices.Clone(shortcodes) }

// shortcodeNamed finds a shortcode by its name.
func shortcodeNamed(name string) (ShortcodeSpec, bool) {
	for _, s := range shortcodes {
		if s.Name == name {
			return s, true
		}
	}
	return ShortcodeSpec{}, false
}
