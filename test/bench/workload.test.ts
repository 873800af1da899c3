import { checkRelease, type HouseholdInput } from '@tieuchi/runtime'
import { checkInput, validateDocument } from '@tieuchi/runtime/validation/server'
import { describe, expect, it } from 'vitest'
import { judgeByInterpreter } from './baselines/by-interpreter.ts'
import { handWrittenLaw } from './baselines/hand-written-law.ts'
import { judgeByHand } from './baselines/hand-written.ts'
import { judgeAll } from './baselines/contestant.ts'
import { jsonLogicJudge } from './baselines/json-logic-engine.ts'
import { jsonRulesJudge } from './baselines/json-rules-engine.ts'
import { zenJudge } from './baselines/zen-engine.ts'
import { differencesOf } from './baselines/judgement.ts'
import { householdAt, householdsFrom } from './workload/households.ts'
import { dayNumber, typedHousehold } from './workload/typed-household.ts'
import { readWorkload } from './workload/workload.ts'

const workload = readWorkload()
const day = workload.moment.facts_at
const rowsOf = ({ release }: ReturnType<typeof readWorkload>) => release.logic.flatMap((piece) => (piece.id === 'sheet_points' && piece.kind === 'table' ? piece.rows : []))

const answersOf = ({ household = {}, members = [] }: HouseholdInput): number =>
  Object.keys(household).length + members.reduce((sum, member) => sum + Object.keys(member).length - 1, 0)

describe('the release of the bench', () => {
  it('passes every check a release must pass, with 80 rows and with 1.280', () => {
    for (const [copies, rows] of [[1, 80], [16, 1280]] as const) {
      const { common, release } = copies === 1 ? workload : readWorkload(copies)
      expect(validateDocument('common', common)).toEqual([])
      expect(validateDocument('release', release)).toEqual([])
      expect(checkRelease(common, release)).toEqual([])
      expect(rowsOf({ ...workload, release })).toHaveLength(rows)
    }
  })
})

describe('the households of the bench', () => {
  const households = [...householdsFrom(2000, { day })]

  it('are the same on every run and valid answers to the dictionary', () => {
    expect([...householdsFrom(20, { day })]).toEqual(households.slice(0, 20))
    for (const input of households.slice(0, 200)) expect(checkInput(workload.common, input)).toEqual([])
    for (let index = 0; index < 200; index += 1) expect(checkInput(workload.common, householdAt(index, { day, missing: 0.1 }))).toEqual([])
  })

  it('have 4,2 members on average', () => {
    const members = households.reduce((sum, { members: list = [] }) => sum + list.length, 0)
    expect(members / households.length).toBeCloseTo(4.2, 1)
  })

  it('miss a tenth of their answers where asked to', () => {
    const whole = households.reduce((sum, input) => sum + answersOf(input), 0)
    const kept = households.reduce((sum, _, index) => sum + answersOf(householdAt(index, { day, missing: 0.1 })), 0)
    expect(kept / whole).toBeCloseTo(0.9, 1)
  })

  const law = handWrittenLaw(workload.release)
  const typed = households.slice(0, 150).map(typedHousehold)
  const byHand = typed.map((household) => judgeByHand(household, dayNumber(day), law))

  it('are judged by hand as by the interpreter', async () => {
    const inputs = households.slice(0, 150)
    expect(differencesOf('interpreter', byHand, await judgeByInterpreter(workload, inputs))).toEqual([])
    expect(new Set(byHand.map(({ class: name }) => name)).size).toBe(5)
  })

  it.each([['json-rules-engine', jsonRulesJudge], ['@gorules/zen-engine', zenJudge], ['json-logic-engine', jsonLogicJudge]] as const)('are judged alike by %s', async (name, judgeOf) => {
    expect(differencesOf(name, byHand, await judgeAll(judgeOf(workload), typed))).toEqual([])
  })
})
