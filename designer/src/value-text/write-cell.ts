import { operandsOf, operatorOf, type Cell, type Operand, type OperatorName, type SingleOperand } from '@tieuchi/runtime'
import { soundWritings, writingsOf } from './atom-text.ts'
import { shownEstablished, shownRange } from './operator-words.ts'
import { readCell } from './read-cell.ts'
import { contextAt, type ValueContext } from './value-context.ts'

/** The shortest way to write a value, and the one that nothing beside it can change. */
const shortest = (operand: SingleOperand, context: ValueContext): string => soundWritings(operand, context)[0] ?? writingsOf(operand, context)[0] ?? ''
const safest = (operand: SingleOperand, context: ValueContext): string => soundWritings(operand, context).at(-1) ?? writingsOf(operand, context).at(-1) ?? ''

type WriteOne = (operand: SingleOperand, context: ValueContext) => string

const compose = (operator: OperatorName, operands: readonly SingleOperand[], context: ValueContext, { write, separator }: { readonly write: WriteOne; readonly separator: string }): string => {
  const { language } = context
  const written = operands.map((operand, index) => write(operand, contextAt(context, operator, index)))
  if (operator === 'isKnown') return shownEstablished[language][operands[0] === false ? 'no' : 'yes']
  if (operator === 'between') return `${shownRange[language][0]} ${written[0] ?? ''} ${shownRange[language][1]} ${written[1] ?? ''}`
  if (operator === 'in' && written.length > 1) return written.join(separator)
  const { cell, right, label } = operatorOf(operator)
  return (cell?.shown[language] ?? `${label[language]}: `) + written.join(right === 'pair' ? '; ' : separator)
}

const ways = [{ write: shortest, separator: ', ' }, { write: shortest, separator: '; ' }, { write: safest, separator: '; ' }] as const

const same = (a: Cell | null, b: Cell | null): boolean => JSON.stringify(a) === JSON.stringify(b)

const written = (cell: Cell, context: ValueContext): string => {
  const [entry] = Object.entries(cell) as [OperatorName, Operand][]
  if (!entry) return ''
  const [operator, operand] = entry
  let text = ''
  for (const way of ways) {
    text = compose(operator, operandsOf(operand), context, way)
    const read = readCell(text, context)
    if ('cell' in read && same(read.cell, cell)) return text
  }
  return text
}

const kept = new WeakMap<ValueContext, WeakMap<Cell, string>>()

/** A cell as its column shows it: the shortest writing that is read as the same cell. Nothing stands where any value will do. */
export const writeCell = (cell: Cell | null, context: ValueContext): string => {
  if (cell === null) return ''
  const known = kept.get(context) ?? new WeakMap<Cell, string>()
  kept.set(context, known)
  const text = known.get(cell) ?? written(cell, context)
  known.set(cell, text)
  return text
}
