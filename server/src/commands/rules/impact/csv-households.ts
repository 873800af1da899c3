import type { Answer, CommonDocument, MemberAnswers } from '@tieuchi/runtime'
import { readCsv, type CsvRow } from '../../../excel/csv-reading.ts'
import { CommandError } from '../../command-error.ts'
import { asInput } from '../../decide-input.ts'
import { readHead, type CsvColumn } from './csv-columns.ts'
import { csvWords } from './csv-words.ts'
import type { FileProblem, ReadHousehold } from './register-file.ts'

/**
 * Households as a table: the first line names questions of the dictionary, each other line tells of a member. Lines that follow one
 * another with the same `household` are one household; what is of the household or its unit stands in its first line, and in the
 * others not at all or the same again. Without a column `household` each line is a household of its own.
 */
export async function* readCsvHouseholds(text: AsyncIterable<string>, file: string, common: CommonDocument): AsyncGenerator<ReadHousehold> {
  const rows = readCsv(text)
  const head = await rows.next()
  if (head.done) throw new CommandError({ vi: `${file}: tệp trống; dòng đầu phải nêu tên các cột.`, en: `${file}: the file is empty; its first line has to name the columns.` })
  const { columns, problems } = readHead(head.value, common)
  if (problems.length > 0) {
    yield { problems }
    return
  }
  let open: CsvHousehold | undefined
  for await (const row of rows) {
    const read = readRow(row, columns)
    if (open && read.household !== undefined && open.name === read.household) {
      open.add(read)
      continue
    }
    if (open) yield open.read(common)
    open = new CsvHousehold(read, columns)
  }
  if (open) yield open.read(common)
}

/** The cells of a line, read. */
interface RowCells {
  readonly line: number
  readonly household?: string
  readonly member?: string
  readonly unit?: string
  readonly answers: ReadonlyMap<CsvColumn, Answer>
  readonly problems: readonly FileProblem[]
}

function readRow({ line, cells, whole }: CsvRow, columns: readonly CsvColumn[]): RowCells {
  if (!whole) return { line, answers: new Map(), problems: [{ line, message: csvWords.open }] }
  const problems: FileProblem[] = []
  if (cells.length > columns.length) problems.push({ line, message: csvWords.tooMany(cells.length, columns.length) })
  if (cells.length < columns.length) problems.push({ line, message: csvWords.tooFew(cells.length, columns.length) })
  const names: { household?: string; member?: string; unit?: string } = {}
  const answers = new Map<CsvColumn, Answer>()
  columns.forEach((column, index) => {
    const cell = cells[index] ?? ''
    if (cell === '') return
    if (column.of === 'row') {
      names[column.name] = cell
      return
    }
    const read = column.read(cell)
    if ('value' in read) answers.set(column, read.value)
    else problems.push({ line, place: column.name, message: read.problem })
  })
  return { line, ...names, answers, problems }
}

/** The lines of one household. */
class CsvHousehold {
  readonly name: string | undefined
  readonly #line: number
  readonly #unit: string | undefined
  readonly #ofMembers: boolean
  readonly #answers: Readonly<Record<'household' | 'unit', Map<string, Answer>>> = { household: new Map(), unit: new Map() }
  readonly #members: { readonly line: number; readonly answers: MemberAnswers }[] = []
  readonly #problems: FileProblem[] = []

  constructor(first: RowCells, columns: readonly CsvColumn[]) {
    this.name = first.household
    this.#line = first.line
    this.#unit = first.unit
    this.#ofMembers = columns.some(({ of, name }) => of === 'members' || (of === 'row' && name === 'member'))
    if (first.household === undefined && first.problems.length === 0 && columns.some(({ of, name }) => of === 'row' && name === 'household')) this.#problems.push({ line: first.line, place: 'household', message: csvWords.unnamed })
    this.add(first)
  }

  add({ line, member, unit, answers, problems }: RowCells): void {
    this.#problems.push(...problems)
    if (unit !== undefined && unit !== this.#unit) this.#problems.push({ line, place: 'unit', message: csvWords.other(unit, this.#line) })
    const own: Record<string, Answer> = {}
    for (const [{ of, name }, answer] of answers) {
      if (of === 'members') own[name] = answer
      else if (of !== 'row') this.#put(of, name, answer, line)
    }
    if (member !== undefined || Object.keys(own).length > 0) this.#members.push({ line, answers: { id: member ?? `m${this.#members.length + 1}`, ...own } })
  }

  #put(of: 'household' | 'unit', name: string, answer: Answer, line: number): void {
    const before = this.#answers[of].get(name)
    if (line === this.#line) this.#answers[of].set(name, answer)
    else if (JSON.stringify(before) !== JSON.stringify(answer)) this.#problems.push({ line, place: name, message: csvWords.other(String(answer), this.#line) })
  }

  /** A household none of whose members is told of is one whose members nobody asked for. */
  read(common: CommonDocument): ReadHousehold {
    if (this.#problems.length > 0) return { problems: this.#problems }
    const { household, unit } = this.#answers
    const read = asInput(common, {
      household: Object.fromEntries(household),
      ...(unit.size > 0 && { unit: Object.fromEntries(unit) }),
      ...(this.#ofMembers && this.#members.length > 0 && { members: this.#members.map(({ answers }) => answers) }),
    })
    if ('input' in read) return { household: { line: this.#line, ...(this.name !== undefined && { id: this.name }), ...(this.#unit !== undefined && { unit: this.#unit }), input: read.input } }
    return { problems: read.issues.map(({ path, message }) => {
      const [part, at] = path
      return { line: part === 'members' ? (this.#members[Number(at)]?.line ?? this.#line) : this.#line, ...(path.length > 0 && { place: String(path.at(-1)) }), message }
    }) }
  }
}
