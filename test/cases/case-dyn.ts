import { addDays, type Assumptions, type Evaluation, type HistoryEntry, type HouseholdInput } from '@tieuchi/runtime'
import { caseDefaults } from './case-defaults.ts'
import { CaseKeys } from './case-keys.ts'
import { birthDate as yearsBefore } from './case-person.ts'
import { CaseProblem } from './case-problem.ts'
import type { CasePlace, CaseProduct } from './case-product.ts'
import { classWords } from './case-words.ts'

export interface MovementQuestion extends CasePlace {
  readonly law_at: string
  readonly at: string
  readonly inputs: Readonly<Record<string, unknown>>
}

/** Judges what became of a household between two classes, given the lists it was ever on. */
export function judgeMovement(product: CaseProduct, { law_at: lawAt, at, inputs, ...place }: MovementQuestion): Promise<Evaluation> {
  const keys = new CaseKeys(inputs, 'inputs')
  const before = keys.takeText('class_before', 'before', 'status_before')
  const after = keys.takeText('class_after', 'after', 'status_after')
  const ever = keys.has('ever_on_list') ? keys.takeTexts('ever_on_list') : caseDefaults.everOnList
  keys.finish()
  const assume: Assumptions = typeof after === 'string' ? { [`${product.programme}.class`]: classOf(after) } : {}
  return product.ask({ moment: { law_at: lawAt, facts_at: at, unit_at: at }, input: historyOf(product, { before, ever, at }), assume }, product.programme, place)
}

function classOf(word: string): string {
  const code = classWords[word]
  if (code === undefined) throw new CaseProblem(`“${word}” is no class; expected one of ${Object.keys(classWords).join(', ')} or null`)
  return code
}

interface Told {
  readonly before: string | null | undefined
  readonly ever: readonly string[] | null | undefined
  readonly at: string
}

/** One decision of a year for each list, then the one before the review; what is `null` is left unknown. */
function historyOf({ programme }: CaseProduct, { before, ever, at }: Told): Pick<HouseholdInput, 'history' | 'history_from'> {
  if (before === null) return {}
  const values = [...(ever ?? []), ...(before === undefined ? [] : [before])].map(classOf)
  const first = (index: number) => yearsBefore(values.length - index, at)
  const history = values.map((value, index): HistoryEntry => ({
    programme, layer: 'national', outcome: 'class', value, from: first(index), decided_on: first(index), ...(index < values.length - 1 && { to: addDays(first(index + 1), -1) }),
  }))
  return { history, ...(ever === null && { history_from: yearsBefore(1, at) }) }
}
