import { fileURLToPath } from 'node:url'
import { momentAt, type HouseholdInput } from '@tieuchi/runtime'
import type { PlanResult } from '@tieuchi/runtime/plan'
import { ResultsTogether, type LookedAt } from '@tieuchi/server/batches/results-together.ts'
import { resultByInterpreter } from '@tieuchi/server/batches/row-judge.ts'
import { rulesOnTrial } from '@tieuchi/server/batches/rules-on-trial.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { isIssue, resolvePackRules } from '@tieuchi/server/policies/pack-rules.ts'
import { differentResults } from '../contestants.ts'
import { definePart } from '../part.ts'
import { beneficiaryAt } from '../workload/beneficiaries.ts'

const rulesets = fileURLToPath(new URL('../../../rulesets', import.meta.url))

const day = '2026-12-31'
const moment = momentAt(day)
const households = 100_000
const together = 10_000
const sample = 40
/** Sampled households lie so far apart. */
const apart = 2_477

/** Every programme in force on the day, with all it entitles to. */
const programmesOf = (packs: ReturnType<typeof readPacks>): readonly LookedAt[] =>
  packs.programmes.filter(({ document }) => document.id !== 'common').flatMap(({ document: { id } }) => {
    const rules = resolvePackRules(packs, { programme: id, at: day })
    if (isIssue(rules)) return []
    const { national } = rules.assemblies
    return [{ rules: rulesOnTrial(national), entitlements: national.release.logic.flatMap((piece) => (piece.kind === 'entitlement' ? [piece.id] : [])) }]
  })

/** What both look at; nothing where the rules contradict themselves. */
const told = (result: PlanResult | undefined): PlanResult => ({ outcomes: [], member_outcomes: {}, entitlements: [], ...result, rules: [], facts: [] })

/** Every benefit of the plan for a whole register, from answers to what each person is entitled to, as the Excel file of an area is made: of a province within two minutes. */
export const benefits = definePart({
  figures: { rate: { title: 'households a second by every programme of the packs, of 100.000', measure: 'rate', bar: { at_least: 5_000 } } },
  prepare: () => {
    const packs = readPacks(rulesets)
    const programmes = programmesOf(packs)
    const results = new ResultsTogether(programmes, moment)
    const inputAt = (index: number): HouseholdInput => beneficiaryAt(index, packs.common.dictionary, day)
    return Promise.resolve({
      agree: async () => {
        const inputs = Array.from({ length: sample }, (_, index) => inputAt(index * apart))
        const found = await Promise.all(inputs.map((input) => results.find(input)))
        const differences: string[] = []
        for (const [place, { rules }] of programmes.entries()) {
          const right = await Promise.all(inputs.map((input) => resultByInterpreter(rules, input, moment)))
          differences.push(...differentResults(rules.assembly.programme, right.map(told), found.map((each) => told(each[place]))))
        }
        return differences
      },
      measure: async () => {
        let seconds = 0
        for (let first = 0; first < households; first += together) {
          const inputs = Array.from({ length: together }, (_, index) => inputAt(first + index))
          const began = performance.now()
          for (const input of inputs) await results.find(input)
          seconds += (performance.now() - began) / 1_000
        }
        return { rate: households / seconds }
      },
    })
  },
})
