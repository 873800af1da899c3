import type { HouseholdInput } from '../../documents/input-document.ts'
import { Interpreter } from '../../logic/interpreter.ts'
import type { Scalar } from '../../values/value.ts'
import { historiesFor } from './histories.ts'
import { draftOf, type Draft, type Reach } from './reach.ts'

type Judge = (draft: Draft) => Promise<boolean | 'unknown'>

/**
 * Households whose earlier decisions meet a goal that reads them: found by trial, for decisions are a record and not
 * answers that could be solved for. Where the draft has a record already, it stays as it is.
 */
export async function* reachHistory(reach: Reach, outcome: string, want: Scalar | undefined, draft: Draft, judge: Judge): AsyncGenerator<Draft> {
  if (draft.input.history !== undefined) return
  for (const history of historiesFor(reach, outcome, want)) {
    const input: HouseholdInput = { ...draft.input, history }
    if ((await judge({ input, interpreter: new Interpreter(reach.assembly, { input, moment: reach.moment }) })) !== true) continue
    const next = draftOf(reach, input)
    if (!next) return
    yield next
  }
}
