import { limits } from '../../limits/limits.ts'
import type { Cell } from './cell.ts'
import { uiOption, wordsAt, type Reading } from './reading.ts'
import { below, entriesBelow, isRecord, type SchemaNode } from './schema-node.ts'

/** One thing to choose, by its code. */
export interface Choice {
  readonly code: string
  readonly title: string
  readonly cell: Cell
  readonly titleCell?: Cell | undefined
}

export interface Choices {
  /** What the choices are written in: the list of them. */
  readonly cell: Cell
  readonly choices: readonly Choice[]
}

const isScalar = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value)

/** A choice with a title of its own: `const`, or an `enum` of one. */
const codeCell = (option: Cell): Cell | undefined => {
  const single = below(option, 'enum')
  const cell = below(option, 'const') ?? (Array.isArray(single?.value) && single.value.length === 1 ? below(single, 0) : undefined)
  return cell && isScalar(cell.value) ? cell : undefined
}

const alternatives = (list: Cell | undefined): readonly Choice[] | undefined => {
  if (!Array.isArray(list?.value) || list.value.length === 0) return undefined
  const options = entriesBelow(list)
  const read = options.flatMap((option) => {
    const cell = codeCell(option)
    const titleCell = below(option, 'title')
    return cell && isRecord(option.value) ? [{ code: String(cell.value), title: wordsAt(titleCell) ?? String(cell.value), cell, titleCell }] : []
  })
  return read.length === options.length ? read : undefined
}

const enumerated = (list: Cell | undefined, names: Cell | undefined): readonly Choice[] | undefined => {
  if (!Array.isArray(list?.value)) return undefined
  const read = entriesBelow(list).flatMap((cell, index) => {
    if (!isScalar(cell.value)) return []
    const titleCell = names && Array.isArray(names.value) ? below(names, index) : undefined
    return [{ code: String(cell.value), title: wordsAt(titleCell) ?? String(cell.value), cell, titleCell }]
  })
  return read.length > 0 ? read : undefined
}

/** A code the dictionary can keep. */
const isCode = ({ code }: Choice): boolean => code.trim() !== '' && code.length <= limits.name && code.isWellFormed() && !code.includes('\0')

/**
 * What a question is chosen from: `enum` with the names rjsf gives it, or `oneOf` and `anyOf` of constants with titles.
 * Undefined where it is not chosen. Nothing is taken yet; what cannot be a code is left out.
 */
export const findChoices = (node: SchemaNode, ui: Cell | undefined): Choices | undefined => {
  const [oneOf, anyOf, list] = [node.keyword('oneOf'), node.keyword('anyOf'), node.keyword('enum')]
  const found = ([[oneOf, alternatives(oneOf)], [anyOf, alternatives(anyOf)], [list, enumerated(list, uiOption(ui, 'enumNames') ?? node.keyword('enumNames'))]] as const)
    .find(([, choices]) => choices !== undefined)
  if (!found?.[0] || !found[1]) return undefined
  const choices = [...new Map(found[1].filter(isCode).toReversed().map((choice) => [choice.code, choice])).values()].toReversed()
  return choices.length > 0 ? { cell: found[0], choices } : undefined
}

const written = { vi: 'Các lựa chọn ghi bằng số hoặc đúng/sai được lưu thành mã chữ; hãy xem lại nếu dữ liệu cũ phải khớp.', en: 'Choices written as numbers or true/false are kept as codes in letters; look at them again where older data has to match.' }

/** Accounts for the codes, and for their titles where they are used. */
export const takeChoices = ({ ledger }: Reading, { cell, choices }: Choices): void => {
  for (const choice of choices) {
    ledger.take(choice.cell)
    if (choice.titleCell && wordsAt(choice.titleCell) !== undefined) ledger.take(choice.titleCell)
  }
  if (choices.some((choice) => typeof choice.cell.value !== 'string')) ledger.note(cell, 'as_text', written)
}
