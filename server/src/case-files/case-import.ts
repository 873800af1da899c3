import { limits, type Answer, type Answers, type Assembly, type CaseDocument, type Issue, type Literal } from '@tieuchi/runtime'
import type { ReadCell, ReadSheet } from '../excel/excel-reading.ts'
import { plainText } from '../households/household-search.ts'
import { randomId } from '../plugins/random-id.ts'
import { readValue } from './case-cells.ts'
import { readableColumns, type ValueColumn } from './case-columns.ts'
import { headWords, problemWords, sheetWords } from './case-file-words.ts'
import { readTable, type ReadTable, type SheetRow } from './case-sheet.ts'

/** The cases of a file; or everything that is wrong with it, and then none of them. */
export type ImportedCases = { readonly cases: readonly CaseDocument[] } | { readonly issues: readonly Issue[] }

type Member = NonNullable<CaseDocument['given']['members']>[number]
type Expect = CaseDocument['expect']

const isNamed = (sheet: ReadSheet, { vi, en }: { readonly vi: string; readonly en: string }): boolean => [vi, en].some((words) => plainText(words) === plainText(sheet.name))

/**
 * Cases from sheets as `caseSheets` writes them. A row with the code of a case changes that case: what has no column there stays. A row
 * with another code, or none, is a new case. Besides the columns of such a file it may have one for whatever else can be answered or expected.
 */
export function readCases(assembly: Assembly, sheets: readonly ReadSheet[]): ImportedCases {
  const columns = readableColumns(assembly)
  const membersSheet = sheets.find((each) => isNamed(each, sheetWords.members))
  const casesSheet = sheets.find((each) => isNamed(each, sheetWords.cases)) ?? sheets.find((each) => each !== membersSheet)
  if (!casesSheet || casesSheet.rows.length === 0) return { issues: [{ code: 'case_file', severity: 'error', path: [], params: {}, message: problemWords.noSheet() }] }
  const cases = readTable(casesSheet, ['code', 'title', 'titleEn', 'day'], columns.cases)
  const members = membersSheet && membersSheet.rows.length > 0 ? readTable(membersSheet, ['code', 'member'], columns.members) : undefined
  const rows = new CaseRows(assembly, cases, members)
  const issues = [...cases.issues, ...(members?.issues ?? []), ...rows.issues()]
  return issues.length > 0 ? { issues } : { cases: rows.cases() }
}

const textOf = (cell: ReadCell): string => (cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell))

/** Answers with the columns of one place written over them; a blank cell is no answer. */
function writeOver(answers: Answers, { values }: SheetRow, of: ValueColumn['of']): Answers {
  const here = values.filter(({ column }) => column.of === of)
  const kept = Object.entries(answers).filter(([name]) => here.every(({ column }) => column.name !== name))
  const written = here.flatMap(({ column, value }) => (value === undefined ? [] : [[column.name, value] as const]))
  return Object.fromEntries([...kept, ...written])
}

const literalOf = (value: Answer): Literal => (typeof value === 'object' ? value.toSorted().join(', ') : value)

function expectOver(expect: Expect, { values }: SheetRow): Expect {
  return values.filter(({ column }) => column.of === 'expect').reduce<Expect>((all, { column: { name }, value }) => {
    const { [name]: _before, ...others } = all
    return value === undefined ? others : { ...others, [name]: literalOf(value) }
  }, expect)
}

function expectOfMember(expect: Expect, member: string, { values }: SheetRow): Expect {
  return values.filter(({ column }) => column.of === 'expectOfMembers').reduce<Expect>((all, { column: { name }, value }) => {
    const { [name]: before, ...others } = all
    const { [member]: _before, ...rest } = typeof before === 'object' ? before : {}
    const next = value === undefined ? rest : { ...rest, [member]: literalOf(value) }
    return Object.keys(next).length === 0 ? others : { ...others, [name]: next }
  }, expect)
}

/** The rows of both sheets, put together by the codes of cases. */
class CaseRows {
  readonly #existing: ReadonlyMap<string, CaseDocument>
  readonly #cases: ReadTable
  readonly #members: ReadTable | undefined

  constructor({ release }: Assembly, cases: ReadTable, members: ReadTable | undefined) {
    this.#existing = new Map(release.cases.map((each) => [each.id, each]))
    this.#cases = cases
    this.#members = members
  }

  issues(): readonly Issue[] {
    const { rows, problemAt } = this.#cases
    const codes = rows.map((row) => textOf(row.key('code')))
    const tooMany = rows.length > limits.cases ? [problemAt(limits.cases + 2, undefined, problemWords.tooMany(limits.cases))] : []
    const ofCases = rows.flatMap((row, index) => {
      const code = codes[index] ?? ''
      const day = this.#dayOf(row)
      return [
        ...(code !== '' && codes.indexOf(code) < index ? [problemAt(row.number, headWords.code, problemWords.doubleCode(code))] : []),
        ...(textOf(row.key('title')) === '' ? [problemAt(row.number, headWords.title, problemWords.empty())] : []),
        ...(day === undefined ? [problemAt(row.number, headWords.day, problemWords.empty())] : 'problem' in day ? [problemAt(row.number, headWords.day, day.problem)] : []),
      ]
    })
    return [...tooMany, ...ofCases, ...this.#memberIssues(new Set(codes))]
  }

  #memberIssues(codes: ReadonlySet<string>): readonly Issue[] {
    if (!this.#members) return []
    const { rows, problemAt } = this.#members
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

  #dayOf(row: SheetRow) {
    const cell = row.key('day')
    return cell === undefined ? undefined : readValue(cell, { type: 'date' })
  }

  cases(): readonly CaseDocument[] {
    return this.#cases.rows.map((row) => this.#case(row))
  }

  #case(row: SheetRow): CaseDocument {
    const code = textOf(row.key('code'))
    const before = this.#existing.get(code)
    const { household = {}, unit = {}, members: _members, ...given } = before?.given ?? {}
    const [vi, en] = [textOf(row.key('title')), textOf(row.key('titleEn'))]
    const members = this.#membersOf(code, before)
    const written = { household: writeOver(household, row, 'household'), unit: writeOver(unit, row, 'unit') }
    return {
      id: before?.id ?? randomId(),
      title: { vi, en: en === '' ? vi : en },
      ...this.#moment(row, before),
      given: {
        ...((before?.given.household !== undefined || Object.keys(written.household).length > 0) && { household: written.household }),
        ...(members && { members: members.list }),
        ...((before?.given.unit !== undefined || Object.keys(written.unit).length > 0) && { unit: written.unit }),
        ...given,
      },
      ...(before?.assume && { assume: before.assume }),
      expect: members ? members.expect(expectOver(before?.expect ?? {}, row)) : expectOver(before?.expect ?? {}, row),
    }
  }

  /** Three dates stay as they are while the day whose law applies is the same. */
  #moment(row: SheetRow, before: CaseDocument | undefined): Pick<CaseDocument, 'at' | 'moment'> {
    const read = this.#dayOf(row)
    const day = read && 'value' in read ? String(read.value) : ''
    return before?.moment?.law_at === day ? { moment: before.moment } : { at: day }
  }

  #membersOf(code: string, before: CaseDocument | undefined): { readonly list: readonly Member[]; readonly expect: (expect: Expect) => Expect } | undefined {
    const known = before?.given.members
    if (!this.#members) return known && { list: known, expect: (expect) => expect }
    const rows = code === '' ? [] : this.#members.rows.filter((row) => textOf(row.key('code')) === code)
    if (rows.length === 0 && known === undefined) return undefined
    const named = rows.map((row, index) => ({ row, id: textOf(row.key('member')) || `m${index + 1}` }))
    return {
      list: named.map(({ row, id }) => {
        const { id: _id, ...answers } = known?.find((member) => member.id === id) ?? { id }
        return { ...writeOver(answers, row, 'members'), id }
      }),
      expect: (expect) => named.reduce((all, { row, id }) => expectOfMember(all, id, row), expect),
    }
  }
}
