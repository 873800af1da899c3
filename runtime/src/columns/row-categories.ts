import { rowsOfBlock } from './column-layout.ts'
import { rowsOf, type FlowParts } from './outcome-flow.ts'
import type { CategorisedOutcome } from './outcome-categories.ts'
import type { RegisterColumns } from './register-columns.ts'

/** Categories before and after of the households with one number of members, row by row. */
export interface RowCategories {
  readonly members: number
  readonly before: Uint8Array
  readonly after: Uint8Array
}

/** Of a row that is not looked at, or that only the interpreter can judge. */
export const notLooked = 255

/** The category of every household in columns, by its place in `before` and `after` of a flow. */
export const rowCategories = (register: RegisterColumns, { before, after, kept, planes, within }: FlowParts): readonly RowCategories[] =>
  register.buckets.flatMap(({ members, rows, blocks }) => {
    const [left, right] = [kept.household.get(members), planes.household.get(members)]
    if (!left || !right) return []
    const found: RowCategories = { members, before: new Uint8Array(rows).fill(notLooked), after: new Uint8Array(rows).fill(notLooked) }
    const [leftWords, rightWords] = [kept.asked.household.length, planes.asked.household.length]
    const places = before.gates.map((gate) => kept.asked.household.indexOf(gate))
    for (let block = 0; block < blocks; block += 1) {
      const last = rows - block * rowsOfBlock
      const there = (last >= rowsOfBlock ? -1 : (1 << last) - 1) & (left[block * leftWords + within] ?? 0)
      if (there === 0) continue
      const [leftWordOf, rightWordOf] = [(place: number) => left[block * leftWords + (places[place] ?? 0)] ?? 0, (place: number) => right[block * rightWords + place] ?? 0]
      const looked = there & ~(leftWordOf(apartIn(before)) | rightWordOf(apartIn(after)))
      before.categories.forEach((_category, place) => note(found.before, leftWordOf(place) & looked, block, place))
      after.categories.forEach((_category, place) => note(found.after, rightWordOf(place) & looked, block, place))
    }
    return [found]
  })

const note = (rows: Uint8Array, word: number, block: number, category: number): void => {
  if (word !== 0) for (const row of rowsOf(word, block)) rows[row] = category
}

const apartIn = ({ categories }: CategorisedOutcome): number => categories.findIndex(({ state }) => state === 'apart')
