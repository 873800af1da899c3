import { assemble, checkRelease, momentAt, type Assembly, type HouseholdInput, type LogicPiece, type Release } from '@tieuchi/runtime'
import { runHere } from '@tieuchi/runtime/columns/planes.ts'
import type { RegisterRow } from '@tieuchi/runtime/columns/row-encoding.ts'
import { millionthsIn } from '@tieuchi/runtime/impact/entitlement-sum.ts'
import type { PlanResult } from '@tieuchi/runtime/plan'
import { FlowCounts, withoutValue, type FlowCell } from '@tieuchi/server/batches/flow-counts.ts'
import { breakdownsOf } from '@tieuchi/server/impact/judging/breakdowns.ts'
import { ColumnJudge } from '@tieuchi/server/impact/judging/column-judge.ts'
import { judgeDetails } from '@tieuchi/server/impact/judging/detail-part.ts'
import { judgeFlow, keyOf, type JudgingTools } from '@tieuchi/server/impact/judging/flow-part.ts'
import type { ImpactQuestion } from '@tieuchi/server/impact/judging/impact-question.ts'
import { isEndless } from '@tieuchi/server/impact/judging/register-flow.ts'
import { linesOf } from '@tieuchi/server/impact/judging/lines.ts'
import type { MoneyPart } from '@tieuchi/server/impact/judging/money-figures.ts'
import { judgeMoney } from '@tieuchi/server/impact/judging/money-part.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { householdsBesideThresholds } from '../support/threshold-households.ts'
import { Scene, type Situation } from './impact-scene.ts'
import { comparedReleases } from './pack-releases.ts'
import { randomAssemblies } from './random-releases.ts'
import { guildRelease, guildResults } from './workshop.ts'

const moment = momentAt('2027-01-01')
const signal = new AbortController().signal

/** Households of a register of which it is checked to which lines they are near. */
const mostNear = 2

type Step = (release: Release, other: Release) => Release

/** One change as officials make them: a piece as another release has it, a row or rule less, rows in another order, another number. */
const steps = (pick: number): Step => {
  const inPiece = (work: (piece: LogicPiece, index: number) => LogicPiece): Step => (release) => ({ ...release, logic: release.logic.map((piece, index) => (index === pick % release.logic.length ? work(piece, index) : piece)) })
  const rowLess = <T>(rows: readonly T[]): readonly T[] => (rows.length > 1 ? rows.toSpliced((pick >> 4) % rows.length, 1) : rows)
  return ([
    (release, other) => ({ ...release, logic: release.logic.map((piece) => (piece.id === release.logic[pick % release.logic.length]?.id ? (other.logic.find(({ id }) => id === piece.id) ?? piece) : piece)) }),
    inPiece((piece) => (piece.kind === 'table' ? { ...piece, rows: rowLess(piece.rows) } : piece.kind === 'rules' ? { ...piece, rules: rowLess(piece.rules) } : piece)),
    inPiece((piece) => (piece.kind === 'table' ? { ...piece, rows: piece.rows.toReversed() } : piece)),
    (release) => {
      const names = Object.keys(release.parameters)
      const changed = names[(pick >> 3) % names.length]
      return { ...release, parameters: Object.fromEntries(Object.entries(release.parameters).map(([id, parameter]) => [id, id === changed && typeof parameter.value === 'number' ? { ...parameter, value: parameter.value + 1 } : parameter])) }
    },
  ] satisfies Step[])[(pick >> 8) % 4] as Step
}

const assembled = (before: Assembly, release: Release): Assembly | undefined => {
  if (checkRelease(before.common, release, { guild: guildRelease }).length > 0) return undefined
  return assemble({ programme: before.programme, layer: 'national', common: before.common, releases: { guild: guildRelease, [before.programme]: release } })
}

/** Rules that differ from random ones by a few changes. */
const changedBy = (before: Assembly, other: Assembly, picks: readonly number[]): Assembly =>
  picks.reduce((now, pick) => assembled(before, steps(pick)(now.release, other.release)) ?? now, before)

const random = randomAssemblies.map((any) => assembled(any, any.release)).filter((found) => found !== undefined)

const situations: fc.Arbitrary<Situation> = fc.tuple(random, random, fc.array(fc.nat(), { minLength: 2, maxLength: 8 }))
  .chain(([before, other, picks]) => fc.array(householdsBesideThresholds(before, moment.facts_at, guildResults), { minLength: 4, maxLength: 10 })
    .map((inputs): Situation => ({ before, after: changedBy(before, other, picks), others: { guild: guildRelease }, inputs })))

/** Outcomes of the household, and entitlements. */
const subjectsOf = ({ release }: Assembly): readonly string[] => release.logic.flatMap((piece) => ((piece.kind === 'outcome' && piece.of !== 'members') || piece.kind === 'entitlement' ? [piece.id] : []))

const sorted = (cells: readonly FlowCell[]): readonly string[] => cells.map((cell) => JSON.stringify(cell)).toSorted()

/** By the digits it is written with. */
const nearestMillionth = (amount: number): bigint => {
  const [whole = '', fraction = ''] = (Math.abs(amount) < 1e-6 ? Math.abs(amount).toFixed(20) : String(Math.abs(amount))).split('.')
  const nearest = (BigInt(`${whole}${fraction.padEnd(7, '0').slice(0, 7)}`) + 5n) / 10n
  return amount < 0 ? -nearest : nearest
}

/** What entitlements come to, counted household by household. */
class MoneyRecount {
  readonly #counts = new Map<string, { granted: number; millionths: bigint; unknown: number; undetermined: number }>()

  add(side: string, { release }: Assembly, { unit, input }: RegisterRow, result: PlanResult | undefined): void {
    for (const piece of release.logic) {
      if (piece.kind !== 'entitlement') continue
      const undetermined = { state: 'undetermined', amount: undefined } as const
      const found = result ? result.entitlements.filter(({ id }) => id === piece.id) : piece.of === 'members' ? (input.members ?? []).map(() => undetermined) : [undetermined]
      // What has no amount is no money, known or not.
      for (const { state, amount } of found) this.#count(`${piece.id} ${unit} ${side}`, state, piece.amount === undefined ? 0 : amount)
    }
  }

  #count(key: string, state: string, amount: number | undefined): void {
    if (state === 'refused') return
    const counts = this.#counts.get(key) ?? { granted: 0, millionths: 0n, unknown: 0, undetermined: 0 }
    this.#counts.set(key, counts)
    if (state === 'undetermined') counts.undetermined += 1
    else {
      counts.granted += 1
      if (amount === undefined) counts.unknown += 1
      else counts.millionths += nearestMillionth(amount)
    }
  }

  get told(): ReadonlyMap<string, object> {
    return this.#counts
  }
}

const moneyTold = ({ entitlements }: MoneyPart): ReadonlyMap<string, object> => new Map(entitlements.flatMap(({ entitlement, units }) => units.flatMap(({ key, ...unit }) => (['before', 'after'] as const).flatMap((side) => {
  const { amount, granted, unknown, undetermined } = unit[side]
  return granted + undetermined === 0 ? [] : [[`${entitlement} ${key} ${side}`, { granted, millionths: millionthsIn(amount), unknown, undetermined }] as const]
}))))

/** What entitlements come to, held against the interpreter household by household. */
const checkMoney = async (scene: Scene, asked: ImpactQuestion): Promise<void> => {
  const { situation, register, units, rows } = scene
  const money = new MoneyRecount()
  for (const row of rows) for (const side of ['before', 'after'] as const) money.add(side, situation[side], row, await scene.result(situation[side], row.input))
  expect(moneyTold(await judgeMoney(asked, { register, columns: undefined, units, signal }))).toEqual(money.told)
}

/** Everything told of an outcome or entitlement in a situation, held against the interpreter household by household. */
const check = async (scene: Scene, subject: string): Promise<number> => {
  const { situation, register, units, changes, variants } = scene
  const asked = scene.question(subject)
  const columns = await ColumnJudge.open(register, asked, runHere)
  const tools: JudgingTools = { register, columns, units, signal }
  const flow = await judgeFlow(asked, tools)
  const noted = new Map((await judgeDetails(asked, { changes, variants }, tools)).map((household) => [household.id, household]))
  const breakdowns = breakdownsOf(situation.after.common)
  const [total, lines] = [new FlowCounts(), breakdowns.map(() => new Map<string, FlowCounts>())]
  const ask = (assembly: Assembly, input: HouseholdInput) => scene.told(assembly, subject, input)
  let [flipped, looked] = [0, 0]
  for (const row of scene.rows) {
    looked += 1
    const [old, now] = [await ask(situation.before, row.input), await ask(situation.after, row.input)]
    const cell = [withoutValue(old, columns && isEndless(columns.flow.before)), withoutValue(now, columns && isEndless(columns.flow.after))] as const
    total.add(...cell)
    breakdowns.forEach((breakdown, index) => {
      const key = keyOf(breakdown.ofRow(row))
      const counts = lines[index]?.get(key) ?? new FlowCounts()
      lines[index]?.set(key, counts)
      counts.add(...cell)
    })
    const changed = JSON.stringify(old) !== JSON.stringify(now)
    const told = noted.get(row.id)
    expect(told?.changed ?? false).toBe(changed)
    if (now.state === 'undetermined') expect(told).toBeDefined()
    if (changed) {
      flipped += 1
      expect(told?.reasons.length).toBeGreaterThan(0)
    }
    for (const reason of told?.reasons ?? []) {
      const undone = variants.without(changes.filter(({ id }) => reason.includes(id)))
      expect(undone && (await ask(undone, row.input)), `without ${reason.join(' and ')}`).toEqual(old)
    }
    // Each line costs two evaluations of each household: a few are enough.
    for (const line of looked > mostNear ? [] : linesOf(situation.after, asked.near)) {
      for (const [side, step] of [['lower', -line.step], ['higher', line.step]] as const) {
        const moved = await ask(scene.withLineAt(line, line.value + step), row.input)
        expect(told?.lines.some((each) => each.line === line.id && each.side === side) ?? false, `${line.id} ${side}`).toBe(JSON.stringify(moved) !== JSON.stringify(now))
      }
    }
  }
  expect(flow.changed).toBe(flipped)
  expect(sorted(flow.cells)).toEqual(sorted(total.cells))
  flow.breakdowns.forEach(({ lines: told }, index) => {
    expect(new Map(told.map(({ key, cells }) => [key, sorted(cells)]))).toEqual(new Map([...(lines[index] ?? [])].map(([key, counts]) => [key, sorted(counts.cells)])))
  })
  return flipped
}

/** One that comes out otherwise for a household, where there is any: most changes of random rules change nothing. */
const subjectToAsk = async (scene: Scene, pick: number): Promise<string | undefined> => {
  const subjects = subjectsOf(scene.situation.after).filter((subject) => subjectsOf(scene.situation.before).includes(subject))
  for (const subject of subjects) {
    const { before, after } = scene.situation
    const told = (rules: Assembly) => Promise.all(scene.rows.map(({ input }) => scene.told(rules, subject, input)))
    if (JSON.stringify(await told(before)) !== JSON.stringify(await told(after))) return subject
  }
  return subjects[pick % subjects.length]
}

describe('Impact', () => {
  it('tells of forty random registers and changes what the interpreter finds household by household, with reasons that undo what they explain', async () => {
    let flipped = 0
    await fc.assert(fc.asyncProperty(situations, fc.nat(), async (situation, pick) => {
      const scene = new Scene(situation, moment)
      const subject = await subjectToAsk(scene, pick)
      if (subject === undefined) return
      flipped += await check(scene, subject)
      await checkMoney(scene, scene.question(subject))
    }), { numRuns: 40 })
    expect(flipped).toBeGreaterThan(0)
  })

  it('does so for releases of the packs that follow one another', async () => {
    const releases = comparedReleases()
    for (const [index, { assembly: after, moment: at }] of releases.entries()) {
      const before = releases[index - 1]?.assembly
      if (before?.programme !== after.programme) continue
      const inputs = fc.sample(householdsBesideThresholds(after, at.facts_at), { numRuns: 6, seed: index })
      const scene = new Scene({ before, after, others: {}, inputs }, at)
      const subjects = subjectsOf(after).filter((subject) => subjectsOf(before).includes(subject))
      for (const subject of subjects) await check(scene, subject)
      if (subjects[0] !== undefined) await checkMoney(scene, scene.question(subjects[0]))
    }
  })
})
