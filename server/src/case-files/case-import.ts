import { limits, type Assembly, type CaseDocument, type Issue } from '@tieuchi/runtime'
import type { ReadSheet } from '../excel/excel-reading.ts'
import { plainText } from '../households/household-search.ts'
import { randomId } from '../plugins/random-id.ts'
import { textOf } from './case-cells.ts'
import { readableColumns } from './case-columns.ts'
import { headWords, problemWords, sheetWords, stateWords } from './case-file-words.ts'
import { readHistory, type ReadHistory } from './case-history.ts'
import { readTable, type ReadTable, type SheetRow } from './case-sheet.ts'
import { answersOver, namedOfMember, namedOver, type Named } from './case-writing.ts'

/** The cases of a file; or everything that is wrong with it, and then none of them. */
export type ImportedCases = { readonly cases: readonly CaseDocument[] } | { readonly issues: readonly Issue[] }

type Given = CaseDocument['given']
type Member = NonNullable<Given['members']>[number]

const isNamed = (sheet: ReadSheet, { vi, en }: { readonly vi: string; readonly en: string }): boolean => [vi, en].some((words) => plainText(words) === plainText(sheet.name))

/**
 * Cases from sheets as `caseSheets` writes them. A row with the code of a case changes that case: what has no column there stays. A row
 * with another code, or none, is a new case. Besides the columns of such a file it may have one for whatever else can be answered, given or expected.
 */
export function readCases(assembly: Assembly, sheets: readonly ReadSheet[]): ImportedCases {
  const columns = readableColumns(assembly)
  const membersSheet = sheets.find((each) => isNamed(each, sheetWords.members))
  const historySheet = sheets.find((each) => isNamed(each, sheetWords.history))
  const casesSheet = sheets.find((each) => isNamed(each, sheetWords.cases)) ?? sheets.find((each) => each !== membersSheet && each !== historySheet)
  if (!casesSheet || casesSheet.rows.length === 0) return { issues: [{ code: 'case_file', severity: 'error', path: [], params: {}, message: problemWords.noSheet() }] }
  const cases = readTable(casesSheet, { needed: ['code', 'title', 'day'], other: ['titleEn', 'factsAt', 'unitAt', 'membership', 'history', 'historyFrom'] }, columns.cases)
  const members = membersSheet && membersSheet.rows.length > 0 ? readTable(membersSheet, { needed: ['code', 'member'], other: [] }, columns.members) : undefined
  const history = historySheet && historySheet.rows.length > 0 ? readHistory(assembly, historySheet, new Set(cases.rows.map((row) => textOf(row.key('code'))))) : undefined
  const rows = new CaseRows(assembly, { cases, members, history })
  const issues = [...cases.issues, ...(members?.issues ?? []), ...(history?.issues ?? []), ...rows.issues()]
  return issues.length > 0 ? { issues } : { cases: rows.cases() }
}

interface ReadSheets {
  readonly cases: ReadTable
  readonly members: ReadTable | undefined
  readonly history: ReadHistory | undefined
}

/** What a row says of its case besides answers, given results and expectations. */
interface CaseHead {
  readonly row: SheetRow
  readonly code: string
  readonly day: unknown
  readonly factsAt: unknown
  readonly unitAt: unknown
  readonly membership: unknown
  readonly history: unknown
  readonly historyFrom: unknown
}

const readHead = (row: SheetRow): CaseHead => {
  const day = (key: 'day' | 'factsAt' | 'unitAt' | 'historyFrom') => row.read(key, { type: 'date' })
  const state = (key: 'membership' | 'history') => row.read(key, { type: 'text', codes: stateWords[key] })
  return { row, code: textOf(row.key('code')), day: day('day'), factsAt: day('factsAt'), unitAt: day('unitAt'), membership: state('membership'), history: state('history'), historyFrom: day('historyFrom') }
}

const idPattern = /^[a-z2-7]{10}$/

/** The rows of the sheets, put together by the codes of cases. */
class CaseRows {
  readonly #existing: ReadonlyMap<string, CaseDocument>
  readonly #sheets: ReadSheets
  readonly #heads: readonly CaseHead[]
  readonly #members: ReadonlyMap<string, readonly SheetRow[]>

  constructor({ release }: Assembly, sheets: ReadSheets) {
    this.#existing = new Map(release.cases.map((each) => [each.id, each]))
    this.#sheets = sheets
    this.#heads = sheets.cases.rows.map(readHead)
    this.#members = Map.groupBy(sheets.members?.rows ?? [], (row) => textOf(row.key('code')))
  }

  issues(): readonly Issue[] {
    const { rows, problemAt } = this.#sheets.cases
    const codes = this.#heads.map(({ code }) => code)
    const tooMany = rows.length > limits.cases ? [problemAt(limits.cases + 2, undefined, problemWords.tooMany(limits.cases))] : []
    const ofCases = this.#heads.flatMap(({ row, code, membership, history }, index) => [
      ...(code !== '' && codes.indexOf(code) < index ? [problemAt(row.number, headWords.code, problemWords.doubleCode(code))] : []),
      ...(['title', 'day'] as const).flatMap((key) => (textOf(row.key(key)) === '' ? [problemAt(row.number, headWords[key], problemWords.empty())] : [])),
      ...(membership === 'unknown' && this.#memberRows(code).length > 0 ? [problemAt(row.number, headWords.membership, problemWords.unknownMembers())] : []),
      ...(history !== undefined && this.#decisions(code).length > 0 ? [problemAt(row.number, headWords.history, problemWords.listedHistory())] : []),
    ])
    return [...tooMany, ...ofCases, ...this.#memberIssues(new Set(codes))]
  }

  #memberIssues(codes: ReadonlySet<string>): readonly Issue[] {
    if (!this.#sheets.members) return []
    const { rows, problemAt } = this.#sheets.members
    const seen = new Set<string>()
    return rows.flatMap((row) => {
      const [code, member] = [textOf(row.key('code')), textOf(row.key('member'))]
      const key = JSON.stringify([code, member])
      const double = member !== '' && seen.has(key)
      seen.add(key)
      if (code === '') return [problemAt(row.number, headWords.code, problemWords.empty())]
      if (!codes.has(code)) return [problemAt(row.number, headWords.code, problemWords.noCase(code))]
      return double ? [problemAt(row.number, headWords.member, problemWords.doubleMember(member))] : []
    })
  }

  #memberRows(code: string): readonly SheetRow[] {
    return code === '' ? [] : (this.#members.get(code) ?? [])
  }

  #decisions(code: string): NonNullable<Given['history']> {
    return code === '' ? [] : (this.#sheets.history?.of(code) ?? [])
  }

  cases(): readonly CaseDocument[] {
    return this.#heads.map((head) => this.#case(head))
  }

  #case(head: CaseHead): CaseDocument {
    const { row, code } = head
    const before = this.#existing.get(code)
    const [vi, en] = [textOf(row.key('title')), textOf(row.key('titleEn'))]
    const members = this.#membersOf(head, before)
    const ofMembers = (named: Named, of: 'assumeOfMembers' | 'expectOfMembers'): Named => members.rows.reduce((all, { row: of_, id }) => namedOfMember(all, id, of_, of), named)
    const assume = ofMembers(namedOver(before?.assume ?? {}, row, 'assume'), 'assumeOfMembers')
    return {
      id: before?.id ?? (idPattern.test(code) ? code : randomId()),
      title: { vi, en: en === '' ? vi : en },
      ...this.#moment(head, before),
      given: { ...this.#answers(row, before, 'household'), ...members.given, ...this.#answers(row, before, 'unit'), ...this.#history(head, before) },
      ...(Object.keys(assume).length > 0 && { assume }),
      expect: ofMembers(namedOver(before?.expect ?? {}, row, 'expect'), 'expectOfMembers'),
    }
  }

  #answers(row: SheetRow, before: CaseDocument | undefined, place: 'household' | 'unit'): Pick<Given, 'household' | 'unit'> {
    const written = answersOver(before?.given[place] ?? {}, row, place)
    return before?.given[place] !== undefined || Object.keys(written).length > 0 ? { [place]: written } : {}
  }

  /** One day, or three dates where one of the others is said; without columns for them they stay while the day whose law applies is the same. */
  #moment({ day, factsAt, unitAt }: CaseHead, before: CaseDocument | undefined): Pick<CaseDocument, 'at' | 'moment'> {
    const lawAt = String(day)
    const { has } = this.#sheets.cases
    if (!has('factsAt') && !has('unitAt') && before?.moment?.law_at === lawAt) return { moment: before.moment }
    return factsAt === undefined && unitAt === undefined ? { at: lawAt } : { moment: { law_at: lawAt, facts_at: String(factsAt ?? lawAt), unit_at: String(unitAt ?? lawAt) } }
  }

  #membersOf({ code, membership }: CaseHead, before: CaseDocument | undefined): { readonly given: Pick<Given, 'members' | 'members_complete'>; readonly rows: readonly { readonly row: SheetRow; readonly id: string }[] } {
    const known = before?.given.members
    const said = this.#sheets.cases.has('membership')
    const complete = said ? (membership === 'partial' ? { members_complete: false } : {}) : { ...(before?.given.members_complete !== undefined && { members_complete: before.given.members_complete }) }
    const given = (members: readonly Member[] | undefined) => (members === undefined ? complete : { members, ...complete })
    if (!this.#sheets.members) return { given: given(membership === 'unknown' ? undefined : (known ?? (membership === undefined ? undefined : []))), rows: [] }
    const rows = this.#memberRows(code).map((row, index) => ({ row, id: textOf(row.key('member')) || `m${index + 1}` }))
    if (rows.length === 0 && (said ? membership === undefined || membership === 'unknown' : known === undefined)) return { given: given(undefined), rows }
    const members = rows.map(({ row, id }): Member => {
      const { id: _id, ...answers } = known?.find((member) => member.id === id) ?? { id }
      return { ...answersOver(answers, row, 'members'), id }
    })
    return { given: given(members), rows }
  }

  /** Earlier decisions; where neither a sheet nor a cell says anything of them they stay. */
  #history({ code, history, historyFrom }: CaseHead, before: CaseDocument | undefined): Pick<Given, 'history' | 'history_from'> {
    const { history: listed, history_from: since } = before?.given ?? {}
    const { has } = this.#sheets.cases
    const [entries, isNever] = [this.#decisions(code), listed?.length === 0 && !has('history')]
    const unsaid = this.#sheets.history === undefined || isNever ? listed : undefined
    const now = entries.length > 0 ? entries : history === 'none' ? [] : history === 'unknown' ? undefined : unsaid
    const from = has('historyFrom') ? historyFrom : since
    return { ...(now && { history: now }), ...(from !== undefined && { history_from: String(from) }) }
  }
}
