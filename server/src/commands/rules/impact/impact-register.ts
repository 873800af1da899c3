import { describeUnit, findUnit, formatDate, unitAnswers, type CommonDocument, type Text, type UnitDocument, type UnitOnDate } from '@tieuchi/runtime'
import { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import { readCsvHouseholds } from './csv-households.ts'
import { readNdjson } from './ndjson-households.ts'
import { problemsError, readText, type FileHousehold, type FileProblem, type ReadHousehold } from './register-file.ts'

export interface RegisterRequest {
  readonly file: string
  readonly common: CommonDocument
  readonly units: readonly UnitDocument[]
  readonly at: string
}

export interface ReadRegister {
  readonly register: RegisterColumns
  /** The units that households live in, by id. */
  readonly units: ReadonlyMap<string, UnitOnDate>
}

/** Unit of households of which the file does not say where they live. */
export const nowhere = ''

/** Puts the households of a file into columns, one after the other; where one cannot be read, all that is wrong with the file is said. */
export async function readRegister(request: RegisterRequest): Promise<ReadRegister> {
  const { file, common } = request
  const reading = new RegisterReading(request)
  for await (const read of householdsIn(file, common)) reading.take(read)
  return reading.result()
}

const householdsIn = (file: string, common: CommonDocument): AsyncGenerator<ReadHousehold> =>
  /\.csv$/i.test(file) ? readCsvHouseholds(readText(file), file, common) : readNdjson(readText(file), common)

class RegisterReading {
  readonly #request: RegisterRequest
  readonly #register: RegisterColumns
  readonly #units = new Map<string, UnitOnDate>()
  /** Units by their code; undefined where there is none on the day. */
  readonly #byCode = new Map<string, UnitOnDate | undefined>()
  /** Lines of households by what the file calls them. */
  readonly #lines = new Map<string, number>()
  readonly #problems: FileProblem[] = []
  #households = 0

  constructor(request: RegisterRequest) {
    this.#request = request
    this.#register = new RegisterColumns(request.common)
  }

  take(read: ReadHousehold): void {
    if ('problems' in read) this.#problems.push(...read.problems)
    else this.#put(read.household)
  }

  result(): ReadRegister {
    const { file } = this.#request
    if (this.#problems.length > 0) throw problemsError(file, this.#problems)
    if (this.#households === 0) throw problemsError(file, [{ line: 1, message: nobody }])
    return { register: this.#register, units: this.#units }
  }

  #put({ line, id, unit: code, input }: FileHousehold): void {
    const before = id === undefined ? undefined : this.#lines.get(id)
    if (id !== undefined) this.#lines.set(id, line)
    if (before !== undefined) this.#problems.push({ line, message: again(id ?? '', before) })
    const unit = code === undefined ? undefined : this.#unitOf(code)
    if (code !== undefined && !unit) this.#problems.push({ line, place: 'unit', message: noUnit(code, this.#request.at) })
    if (unit) this.#units.set(unit.id, unit)
    this.#households += 1
    if (this.#problems.length === 0) this.#register.put({ id: uuidOf(this.#households), unit: unit?.id ?? nowhere, input: { ...input, unit: { ...(unit && unitAnswers(unit)), ...input.unit } } })
  }

  #unitOf(code: string): UnitOnDate | undefined {
    const { units, at } = this.#request
    if (!this.#byCode.has(code)) {
      const found = findUnit(units, { code, at })
      this.#byCode.set(code, found && describeUnit(units, found, at))
    }
    return this.#byCode.get(code)
  }
}

/** Columns know households by ids of one form. */
const uuidOf = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`

const nobody: Text = { vi: 'tệp không có hộ nào.', en: 'the file holds no household.' }
const again = (id: string, line: number): Text => ({ vi: `hộ “${id}” đã có ở dòng ${line}; mỗi hộ chỉ nêu một lần, các dòng của một hộ phải liền nhau.`, en: `the household “${id}” stands in line ${line} already; tell of each once, with its lines one after another.` })
const noUnit = (code: string, at: string): Text => ({ vi: `không có đơn vị mã “${code}” vào ngày ${formatDate(at)}; hãy kiểm tra mã và ngày.`, en: `no unit has the code “${code}” on ${formatDate(at)}; check code and day.` })
