import { checkInputLimits, type CommonDocument, type HouseholdInput, type Issue } from '@tieuchi/runtime'
import { checkInput } from '@tieuchi/runtime/validation/server'
import { DecideError, issuesError } from './decide-error.ts'
import { parseJsonFile } from './json-file.ts'

/** Content of the file, not yet held against a dictionary. The unit comes from the command line alone. */
export function readInputFile(file: string): object {
  const value = parseJsonFile(file)
  const tooLarge = checkInputLimits(value)
  if (tooLarge.length > 0) throw issuesError(file, tooLarge)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DecideError({ vi: `${file}: cần một đối tượng có “household” và “members”.`, en: `${file}: an object with “household” and “members” is expected.` })
  }
  if ('unit' in value) throw new DecideError({ vi: `${file} › unit: địa bàn lấy theo --unit; hãy bỏ phần này khỏi tệp.`, en: `${file} › unit: the unit comes from --unit; remove this part from the file.` })
  return withMemberIds(value)
}

/** Members without an id are called m1, m2 … by their place in the list. */
export function withMemberIds(value: object): object {
  if (!('members' in value) || !Array.isArray(value.members)) return value
  const members: readonly unknown[] = value.members
  return { ...value, members: members.map((member, index) => (typeof member === 'object' && member !== null && !Array.isArray(member) && !('id' in member) ? { id: `m${index + 1}`, ...member } : member)) }
}

/** The content as an input of the dictionary; each thing that does not fit is named. */
export function demandInput(common: CommonDocument, value: object, file: string): HouseholdInput {
  const read = asInput(common, value)
  if ('input' in read) return read.input
  throw issuesError(file, read.issues)
}

/** The content as an input of the dictionary, or what does not fit. */
export function asInput(common: CommonDocument, value: object): { readonly input: HouseholdInput } | { readonly issues: readonly Issue[] } {
  return isInput(common, value) ? { input: value } : { issues: checkInput(common, value) }
}

const isInput = (common: CommonDocument, value: object): value is HouseholdInput => checkInput(common, value).every(({ severity }) => severity !== 'error')

/** What each member is called, by id. */
export function memberNames(input: object, nameField: string): ReadonlyMap<string, string> {
  const members: unknown = 'members' in input ? input.members : []
  return new Map((Array.isArray(members) ? members : []).flatMap((member: Readonly<Record<string, unknown>>) => {
    const { id, [nameField]: name } = member
    return typeof id === 'string' && typeof name === 'string' ? [[id, name] as const] : []
  }))
}
