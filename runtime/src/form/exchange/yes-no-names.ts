import { plainLetters } from '../../values/plain-letters.ts'
import type { Cell } from './cell.ts'
import { uiOption, type Reading } from './reading.ts'
import { below, entriesBelow, type SchemaNode } from './schema-node.ts'

/** What people call the two answers; forms here always say Có and Không. */
const names: ReadonlyMap<unknown, readonly string[]> = new Map([[true, ['co', 'yes', 'dung', 'true']], [false, ['khong', 'no', 'sai', 'false']]])

const isName = (answer: unknown, cell: Cell | undefined): cell is Cell => typeof cell?.value === 'string' && (names.get(answer) ?? []).includes(plainLetters(cell.value.trim()))

const listed = (cell: Cell | undefined): readonly Cell[] => (Array.isArray(cell?.value) ? entriesBelow(cell) : [])

/** Whether a list is of yes and no, each once. */
const isBoth = (cells: readonly (Cell | undefined)[]): boolean => cells.length === 2 && [true, false].every((answer) => cells.some((cell) => cell?.value === answer))

/** Where a schema says only what every yes-no question is: that it is yes or no, and what these are called. */
export const takeYesNo = ({ ledger }: Reading, node: SchemaNode, ui: Cell | undefined): void => {
  const list = listed(node.keyword('enum'))
  const answers: readonly unknown[] = isBoth(list) ? list.map(({ value }) => value) : [true, false]
  const called = listed(uiOption(ui, 'enumNames') ?? node.keyword('enumNames'))
  const options = listed(node.keyword('oneOf')).map((option) => [below(option, 'const'), below(option, 'title')] as const)
  const taken = [
    ...(isBoth(list) ? list : []),
    ...called.filter((cell, index) => isName(answers[index], cell)),
    ...(isBoth(options.map(([answer]) => answer)) ? options.flatMap(([answer, title]) => [...(answer ? [answer] : []), ...(isName(answer?.value, title) ? [title] : [])]) : []),
  ]
  for (const cell of taken) ledger.take(cell)
}
