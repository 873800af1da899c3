import { readFileSync } from 'node:fs'
import type { CommonDocument, HouseholdInput } from '@tieuchi/runtime'
import { checkInput } from '@tieuchi/runtime/validation/server'
import { DecideError, issuesError } from './decide-error.ts'

/** Content of the file, not yet held against a dictionary. The unit comes from the command line alone. */
export function readInputFile(file: string): object {
  const value = parse(file)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DecideError({ vi: `${file}: cần một đối tượng có “household” và “members”.`, en: `${file}: an object with “household” and “members” is expected.` })
  }
  if ('unit' in value) throw new DecideError({ vi: `${file} › unit: địa bàn lấy theo --unit; hãy bỏ phần này khỏi tệp.`, en: `${file} › unit: the unit comes from --unit; remove this part from the file.` })
  return value
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DecideError(error instanceof SyntaxError
      ? { vi: `${file}: không phải JSON hợp lệ (${reason}).`, en: `${file}: not valid JSON (${reason}).` }
      : { vi: `${file}: không đọc được (${reason}).`, en: `${file}: cannot be read (${reason}).` })
  }
}

/** The content as an input of the dictionary; each thing that does not fit is named. */
export function demandInput(common: CommonDocument, value: object, file: string): HouseholdInput {
  if (isInput(common, value)) return value
  throw issuesError(file, checkInput(common, value))
}

const isInput = (common: CommonDocument, value: object): value is HouseholdInput => checkInput(common, value).every(({ severity }) => severity !== 'error')
