package content

// Administrative holds the keys of an administrative document (NĐ 30/2020, Phụ lục VI), shared by plans and documents and
// open to notices and commendations.
type Administrative struct {
	Type       string // tên loại as in Phụ lục III ("Quyết định")
	Number     string // số và ký hiệu as printed: "108/NQ-ĐUSXD", "/KH-SXD" when no number is given yet
	Symbol     string // only where number and symbol were typed apart
	Issued     Date
	Place      string
	Issuer     []string
	Superior   string
	Period     Period
	Status     string // as typed: expected, unsigned, issued, expired; "" = derived
	Effective  Date
	Expires    Date
	Bases      []Basis
	Recipients []string
	Filed      []string
	Signers    []Signer
	File       string
	Tasks      []Task
	UnitPlans  *UnitPlans
}

// Basis is one căn cứ: the line as printed, or its parts, and where it leads if that is typed.
type Basis struct {
	Text, Verb, Type, Number string
	Issued                   Date
	Issuer                   []string
	Subject                  string
	To                       string
}

// Signer is a signatory; Authority is TM. KT. TL. TUQ. or Q.
type Signer struct{ Authority, Position, Name, For string }

// UnitPlans asks units for plans of their own.
type UnitPlans struct {
	From   []string // unit ids, group ids, or "all"
	Before Date
}

// Task is a duty with at most one time.
type Task struct {
	ID, What            string
	Owner, Partners, To []string
	From, Until         Date
	Note                string
	Day                 []Date     // day: a full or partial date (one), unless Yearly
	Before              Date       // strict: the last day is the day before
	Yearly              bool       // every: year
	BeforeDays          []DayMonth // with Yearly
	Days                []DayMonth // with Yearly
	Months              []int      // with Yearly, 1-12
	When                string     // ongoing, on-event, to-be-announced
}

// Plan is kế hoạch.
type Plan struct{ Administrative }

// Legal is an administrative document of any type (kind "document").
type Legal struct{ Administrative }

// Conference is a meeting: launch, training, review, signing.
type Conference struct {
	Of        string
	Format    string
	When      When
	Where     Venue
	Host      string
	With      []string
	Attendees []Attendees
	Agenda    []AgendaItem
	Status    string // postponed, cancelled or ""
	Contact   *Contact
}

// When is the time of a conference; a Start without a day is tentative, Was is the earlier day of a postponed one.
type When struct {
	Start, End, Was Date
	Note            string
}

// Venue is where a conference is held.
type Venue struct{ Name, Room, Address string }

// Attendees is a group of those invited; WhoFile names a CSV file beside the page instead of Who.
type Attendees struct {
	Group   string
	Who     []string
	WhoFile string
}

// AgendaItem is one point of the agenda; Time is "08:15" or "08:15-09:30", normalised, or "".
type AgendaItem struct{ Time, Item, By, Doc string }

// Contact is a person to ask.
type Contact struct{ Name, Position, Unit, Phone, Email string }

// Story is a good example.
type Story struct {
	Subject Subject
	Deed    string
	Field   string
	Period  Period
	Quote   *Quote
	Award   string
}

// Subject is whom a story is about; Type is "person" or "collective".
type Subject struct{ Type, Name, Position, Unit, Consent string }

// Quote is a saying and who said it.
type Quote struct{ Text, By string }

// Model is a mô hình; Decision is a path or a citation, Status is "active" or "ended".
type Model struct {
	Started  Date
	Decision string
	Status   string
	Results  string
}

// Commendation is a decision to reward; HonoureesFile names a CSV file beside the page instead of Honourees.
type Commendation struct {
	Administrative
	Year          int
	Level         string // agency, province, ministry, central
	Form          string
	Award         string // typed status: proposed, awarded
	Honourees     []Honouree
	HonoureesFile string
}

// Honouree is a rewarded person or collective; Story is a path. Line is where a CSV file has the row, 0 in front matter.
type Honouree struct {
	Type, Name, Unit, Form, Deed, Story string
	Line                                int
}

// Notice is news or a notice, which may be an administrative document (Thông báo số …).
type Notice struct {
	Administrative
	Format string // notice, news
}

// Material is something to publicise with: leaflet, slides, poster, audio, video, text.
type Material struct {
	Files    []MaterialFile
	Audience string
	Format   string
}

// MaterialFile is one file of a material.
type MaterialFile struct{ File, Title, Note string }

// Page is a free page.
type Page struct{}

// Section is _section.md: title, description, order and introduction of a section.
type Section struct{ Order int }

// Agency is _agency.md, the profile of an agency; the body is its introduction.
type Agency struct {
	Name, ShortName, Code, OrganID, Place string
	Parent, Portal                        Link
	BaseURL                               string
	Address, Phone, Fax, Email            string
	Officer                               *Contact
	Responsible                           *Contact
	En                                    EnglishName
	Hotlines                              []Hotline
	Board                                 []BoardMember
	Units                                 []Unit
	Palette                               string // red, blue, green
	Logo                                  string
	URLs                                  string // html, folders
	Nav                                   []NavItem
	Accessibility                         Accessibility
	Approval                              []string // kinds that need approved
	PublicContacts                        PublicContacts
	Deploy                                []DeployTarget
}

// Link is a name with an address.
type Link struct{ Name, URL string }

// EnglishName is the agency's name and address in English (NĐ 42/2022, Điều 7).
type EnglishName struct{ Name, Address string }

// Hotline is where a citizen reports.
type Hotline struct{ Name, Phone, Hours, Note string }

// BoardMember is a member of the Ban Chỉ đạo.
type BoardMember struct{ Role, Name, Position string }

// Unit is a division or attached unit of the agency.
type Unit struct{ ID, Name, ShortName, Head, Parent, Group string }

// NavItem is an entry of the menu; To is a path.
type NavItem struct{ Title, To string }

// Accessibility is what the statement says beyond what is generated.
type Accessibility struct {
	Checked Date
	Gaps    []string
}

// PublicContacts are numbers and addresses that may be published beyond those of the profile.
type PublicContacts struct{ Phones, Emails, Accounts []string }

// DeployTarget is where and how the site is deployed.
type DeployTarget struct {
	Name, URL, Mode string
	Keep            int
	MaxDelete       string // a number or a percentage
}

// Campaign is _campaign.md: the campaign and the hub.
type Campaign struct {
	Name, Slogan string
	Period       Period
	Hotlines     []Hotline
	Terms        []Term
	Hub          Hub
}

// Term is a wrong form and the right one.
type Term struct{ Wrong, Right, Note string }

// Hub is the page over all agencies.
type Hub struct {
	Title, BaseURL string
	Nav            []NavItem
	Deploy         []DeployTarget
}

func (*Page) kind() Kind         { return KindPage }
func (*Plan) kind() Kind         { return KindPlan }
func (*Story) kind() Kind        { return KindStory }
func (*Conference) kind() Kind   { return KindConference }
func (*Legal) kind() Kind        { return KindDocument }
func (*Model) kind() Kind        { return KindModel }
func (*Commendation) kind() Kind { return KindCommendation }
func (*Notice) kind() Kind       { return KindNotice }
func (*Material) kind() Kind     { return KindMaterial }
func (*Section) kind() Kind      { return KindSection }
func (*Agency) kind() Kind       { return KindAgency }
func (*Campaign) kind() Kind     { return KindCampaign }
