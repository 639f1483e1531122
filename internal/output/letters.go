package output

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// composed lists the letters that are written as one character or as a letter with a mark behind it. Each pair of
// characters in pairs is such a letter and the letter without the mark; class is the mark's canonical combining class,
// which orders several marks on one letter. The rows hold the canonical decompositions of the Latin, Greek and Cyrillic
// small letters (The Unicode Standard, UnicodeData.txt); other scripts have one form in practice.
var composed = []struct {
	mark  rune
	class uint8
	pairs string
}{
	{0x0300, 230, "àaèeìiòoùuǜüǹnѐеѝиḕēṑōẁwầâằăềêồôờơừưỳy"},
	{0x0301, 230, "áaéeíióoúuýyćcĺlńnŕrśsźzǘüǵgǻåǽæǿøΐϊάαέεήηίιΰϋόούυώωϓϒѓгќкḉçḗēḯïḱkḿmṍõṓōṕpṹũẃwấâắăếêốôớơứư"},
	{0x0302, 230, "âaêeîiôoûuĉcĝgĥhĵjŝsŵwŷyẑzậạệẹộọ"},
	{0x0303, 230, "ãañnõoĩiũuṽvẫâẵăẽeễêỗôỡơữưỹy"},
	{0x0304, 230, "āaēeīiōoūuǖüǟäǡȧǣæǭǫȫöȭõȱȯȳyӣиӯуḡgḹḷṝṛ"},
	{0x0306, 230, "ăaĕeğgĭiŏoŭuйиўуӂжӑаӗеḝȩặạ"},
	{0x0307, 230, "ċcėeġgİiżzȧaȯoḃbḋdḟfḣhṁmṅnṗpṙrṡsṥśṧšṩṣṫtẇwẋxẏy"},
	{0x0308, 230, "äaëeïiöoüuÿyϊιϋυϔϒёеїіӓаӛәӝжӟзӥиӧоӫөӭэӱуӵчӹыḧhṏõṻūẅwẍxẗt"},
	{0x0309, 230, "ảaẩâẳăẻeểêỉiỏoổôởơủuửưỷy"},
	{0x030a, 230, "åaůuẘwẙy"},
	{0x030b, 230, "őoűuӳу"},
	{0x030c, 230, "čcďděeľlňnřršsťtžzǎaǐiǒoǔuǚüǧgǩkǯʒǰjȟh"},
	{0x030f, 230, "ȁaȅeȉiȍoȑrȕuѷѵ"},
	{0x0311, 230, "ȃaȇeȋiȏoȓrȗu"},
	{0x031b, 216, "ơoưu"},
	{0x0323, 220, "ḅbḍdḥhḳkḷlṃmṇnṛrṣsṭtṿvẉwẓzạaẹeịiọoợơụuựưỵy"},
	{0x0324, 220, "ṳu"},
	{0x0325, 220, "ḁa"},
	{0x0326, 220, "șsțt"},
	{0x0327, 202, "çcģgķkļlņnŗrşsţtȩeḑdḩh"},
	{0x0328, 202, "ąaęeįiųuǫo"},
	{0x032d, 220, "ḓdḙeḽlṋnṱtṷu"},
	{0x032e, 220, "ḫh"},
	{0x0330, 220, "ḛeḭiṵu"},
	{0x0331, 220, "ḇbḏdḵkḻlṉnṟrṯtẕzẖh"},
}

// mark is a decomposed letter's last step: the letter before it and the mark.
type mark struct {
	letter, mark rune
}

var (
	marked  = markedLetters()
	classes = markClasses()
)

func markedLetters() map[rune]mark {
	m := make(map[rune]mark)
	for _, row := range composed {
		pair := []rune(row.pairs)
		for i := 0; i < len(pair); i += 2 {
			m[pair[i]] = mark{pair[i+1], row.mark}
		}
	}
	return m
}

func markClasses() map[rune]uint8 {
	m := make(map[rune]uint8)
	for _, row := range composed {
		m[row.mark] = row.class
	}
	return m
}

// pathKey returns what is the same for two paths that some file system takes for one: those that differ only in letter
// case or in composed and decomposed letters.
func pathKey(path string) string {
	ascii := true
	for i := 0; i < len(path) && ascii; i++ {
		ascii = path[i] < utf8.RuneSelf
	}
	if ascii {
		return strings.ToLower(path)
	}
	key := make([]rune, 0, len(path))
	for _, r := range path {
		key = decompose(key, r)
	}
	orderMarks(key)
	return string(key)
}

// decompose appends the small letter of r and its marks.
func decompose(to []rune, r rune) []rune {
	m, ok := marked[r]
	if !ok {
		r = unicode.ToLower(unicode.ToUpper(r))
		m, ok = marked[r]
	}
	if !ok {
		return append(to, r)
	}
	return append(decompose(to, m.letter), m.mark)
}

// orderMarks sorts each run of marks by class; marks of one class keep their order, which is seen.
func orderMarks(rs []rune) {
	for i := 0; i < len(rs); i++ {
		end := i
		for end < len(rs) && classes[rs[end]] != 0 {
			end++
		}
		if end > i {
			slices.SortStableFunc(rs[i:end], func(a, b rune) int { return int(classes[a]) - int(classes[b]) })
			i = end
		}
	}
}
