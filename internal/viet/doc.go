// Package viet knows Vietnamese official text: how it is spelled, sorted,
// dated and how its documents are named and cited. It knows nothing of files,
// pages or HTML; text goes in, values come out, and every function is pure.
//
// Spelling. [NFC] gives the one Unicode form this program works in. [Fold]
// gives the unaccented lower-case form that search and comparison use,
// [FoldTone] unifies only the two habits of placing a tone mark (hoà, hòa), and
// [Slug] makes the ASCII names of files and addresses.
//
// Order. A [Collator] sorts by the Vietnamese alphabet, and people by their
// given name.
//
// Dates. A [Date] has a year, a month and a day of which the smaller ones may
// be unknown. [ParseDate] and [ParsePhrase] read what officers write, never
// guess a day and refuse what the calendar does not have; [FindDate] finds the
// first date in running text.
//
// Documents. A [DocType] is a row of the table of types and codes
// (NĐ 30/2020, Phụ lục III, and practice beside it). A [Number] is a printed
// number and symbol, such as 108/NQ-ĐUSXD or 05-NQ/TU. [FindReferences] finds
// the documents that a text cites, and [ParseBasis] reads one line of legal
// basis (căn cứ).
//
// The lists behind these rules are the tab-separated files of the data folder;
// each names its source and date, and is corrected without touching code.
package viet
