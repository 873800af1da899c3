import { fileURLToPath } from 'node:url'
import { momentAt, type HouseholdInput } from '@tieuchi/runtime'
import type { PlanResult } from '@tieuchi/runtime/plan'
import { ResultsTogether } from '@tieuchi/server/batches/results-together.ts'
import { rulesOnTrial } from '@tieuchi/server/batches/rules-on-trial.ts'
import { decideMany, type HouseholdLine } from '@tieuchi/client'
import { build } from '@tieuchi/server/app.ts'
import { asSystem, type Database } from '@tieuchi/server/plugins/database.ts'
import { createPerson } from '@tieuchi/server/people/people-service.ts'
import { newKey, keyStart } from '@tieuchi/server/partners/partner-key.ts'
import { insertPartner } from '@tieuchi/server/partners/partner-queries.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { loadRules } from '@tieuchi/server/policies/policy-loading.ts'
import { isIssue, resolvePackRules } from '@tieuchi/server/policies/pack-rules.ts'
import { hashToken } from '@tieuchi/server/sessions/session-token.ts'
import { loadUnits } from '@tieuchi/server/units/unit-service.ts'
import { definePart, NotMeasurable } from '../part.ts'
import { openBenchDatabase } from '../workload/database-register.ts'
import { householdAt } from '../workload/households.ts'

const households = 100_000
const sample = 1_000
const day = '2025-10-01'
const code = '11074'
const programme = 'poverty'

/** Names of what the packs ask of households and of members. */
interface Known {
  readonly household: ReadonlySet<string>
  readonly members: ReadonlySet<string>
}

const within = <Answers extends object>(answers: Answers, names: ReadonlySet<string>): Answers => Object.fromEntries(Object.entries(answers).filter(([name]) => name === 'id' || names.has(name))) as Answers

/** A household that was never decided on; what the made-up score sheet of other parts asks is left out. */
const inputAt = (index: number, known: Known): HouseholdInput => {
  const { household = {}, members = [] } = householdAt(index, { day })
  return { household: within(household, known.household), members: members.map((member) => within(member, known.members)), history: [] }
}

async function partnerKey({ db }: Database, unit: string): Promise<string> {
  const key = newKey()
  const person = await createPerson(db, { login: 'bench', name: 'Bench', unitId: unit, role: 'administrator' })
  await asSystem(db, (tx) => insertPartner(tx, {
    name: 'Bench', purpose: 'bench', unit_id: unit, programmes: [programme], explanations: false, requests_per_minute: 1000, households_per_day: 10_000_000, valid_to: '2099-12-31',
    key_start: keyStart(key), key_hash: hashToken(key), created_at: new Date(), created_by: person, revoked_at: null, revoked_by: null,
  }))
  return key
}

/** Whether something of what was told of a household could not be concluded. */
const isOpen = (layer: unknown): boolean => {
  const { outcomes = [] } = (layer ?? {}) as { readonly outcomes?: readonly { readonly state: string }[] }
  return outcomes.some(({ state }) => state === 'undetermined')
}

/** Households streamed through the decision API, from their JSON over a connection to the JSON of their results, against the plan alone. */
export const api = definePart({
  figures: {
    rate: { title: '100.000 households streamed through the API by a partner, per second', measure: 'rate', bar: { at_least: 2_000 } },
    to_plan: { title: 'processor time of that, client and server together, to that of the plan alone', measure: 'ratio', bar: { at_most: 60 } },
  },
  prepare: async () => {
    const packs = readPacks(fileURLToPath(new URL('../../../rulesets', import.meta.url)))
    const rules = resolvePackRules(packs, { programme, at: day })
    if (isIssue(rules)) throw new NotMeasurable(rules.message.en)
    const database = await openBenchDatabase()
    await asSystem(database.db, async (tx) => {
      await loadUnits(tx, packs.units)
      await loadRules(tx, packs)
    })
    const unit = packs.units.find(({ spells }) => spells.some((spell) => spell.code === code && (spell.valid_from ?? day) <= day && (spell.valid_to ?? day) >= day))
    if (!unit) throw new NotMeasurable(`no unit ${code}`)
    const app = await build({ db: database.db })
    const access = { address: await app.listen({ port: 0, host: '127.0.0.1' }), key: await partnerKey(database, unit.id) }
    const attributes = Object.fromEntries(Object.entries(unit.attributes).flatMap(([name, spells]) => spells.flatMap((spell) => ((spell.valid_from ?? day) <= day && (spell.valid_to ?? day) >= day ? [[name, spell.value] as const] : []))))
    const { household, members } = packs.common.dictionary.properties
    const known = { household: new Set(Object.keys(household.properties)), members: new Set(Object.keys(members.items.properties)) }
    const plan = new ResultsTogether([{ rules: rulesOnTrial(rules.assemblies.national), entitlements: [] }], momentAt(day))
    let sent = 0
    function* lines(count: number): Generator<HouseholdLine> {
      for (let index = 0; index < count; index += 1) {
        sent = index + 1
        yield { id: index, input: { ...inputAt(index, known) } }
      }
    }
    const stream = async (count: number, take: (outcomes: unknown, index: number) => void): Promise<void> => {
      for await (const line of decideMany(access, { programmes: [programme], unit: code, at: day }, lines(count))) take('decisions' in line ? line.decisions[programme]?.layers['national'] : line.problem, line.line - 1)
    }
    const told = { inFlight: 0, open: 0 }
    const byPlan = async (index: number): Promise<PlanResult | undefined> => (await plan.find({ ...inputAt(index, known), unit: attributes }))[0]
    const used = (): number => process.cpuUsage().user + process.cpuUsage().system
    return {
      agree: async () => {
        const differences: string[] = []
        const answers: unknown[] = []
        await stream(sample, (answer) => answers.push(answer))
        for (const [index, answer] of answers.entries()) {
          const { outcomes = [] } = (await byPlan(index)) ?? {}
          const found = JSON.stringify((answer as { readonly outcomes?: readonly object[] }).outcomes, (name, value: unknown) => (name === 'missing' ? undefined : value))
          if (found !== JSON.stringify(outcomes)) differences.push(`household ${index}: ${found ?? JSON.stringify(answer)} instead of ${JSON.stringify(outcomes)}`)
        }
        return differences
      },
      measure: async () => {
        const inputs = Array.from({ length: sample * 10 }, (_input, index) => ({ ...inputAt(index, known), unit: attributes }))
        const before = used()
        for (const input of inputs) await plan.find(input)
        const alone = (used() - before) / inputs.length
        const [began, work] = [performance.now(), used()]
        let decided = 0
        await stream(households, (layer) => {
          told.inFlight = Math.max(told.inFlight, sent - decided)
          decided += 1
          if (isOpen(layer)) told.open += 1
        })
        if (decided !== households) throw new Error(`${decided} of ${households} were answered`)
        return { rate: (households * 1000) / (performance.now() - began), to_plan: (used() - work) / households / alone }
      },
      asides: () => ({
        in_flight: { title: 'most lines that were sent and not yet answered', measure: 'count', value: told.inFlight },
        open: { title: 'households of these of which too little is known: the interpreter says what is missing', measure: 'count', value: told.open },
      }),
      close: async () => {
        await app.close()
        await database.close()
      },
    }
  },
})
