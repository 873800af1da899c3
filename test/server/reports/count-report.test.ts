import { addDays, askNames, assemble, decisionsRead, evaluate, momentAt, residenceField, type Assembly, type HouseholdInput, type EvaluationResult, type FiguresOfRow, type ReportAsked, type ReportDocument } from '@tieuchi/runtime'
import { asSystem, type Database } from '@tieuchi/server/plugins/database.ts'
import { countReport } from '@tieuchi/server/reports/count-report.ts'
import type { CountedEnd } from '@tieuchi/server/reports/counting-end.ts'
import { findListed } from '@tieuchi/server/reports/list-names.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { assembledPacks } from '../../support/assembled-packs.ts'
import { onEachDatabase, openMigrated } from '../../support/databases.ts'
import { dogCommon, dogReleases } from '../../support/dog-licences.ts'
import { dogsAndGardens, keepersByName, licenceMovements } from '../../support/dog-reports.ts'
import { inputOn, randomRegisters, recordedAt, unitOn, writeRegister, type RandomHousehold, type RandomRegister } from '../../support/random-registers.ts'
import { householdsBesideThresholds } from '../../support/threshold-households.ts'
import { sql } from 'kysely'

const dogs = assemble({ programme: 'dog-licence', layer: 'national', common: dogCommon, releases: { 'dog-licence': dogReleases[1].release } })
const span = { from: '2026-01-01', to: '2026-12-31' }

const askedOf = ({ common, programme, release }: Assembly, report: ReportDocument, byPlace: boolean): ReportAsked => ({ report, byPlace, span, common, releases: { [programme]: release } })

type Counted = Readonly<Record<string, readonly (readonly [value: number, open: number])[]>>

const keyOf = (at: string, { block, unit, keys }: Pick<FiguresOfRow, 'block' | 'unit' | 'keys'>): string => [at, block, unit, ...keys.map((key) => key ?? '?')].join(' ')

const told = (ends: readonly CountedEnd[]): Counted =>
  Object.fromEntries(ends.flatMap(({ question: { at }, rows }) => rows.map((row) => [keyOf(at, row), row.amounts.map(({ value, open }) => [value, open] as const)] as const)))

/** The same counted by hand: each household judged by the interpreter, what it adds written down row by row. */
const recount = async (ends: readonly CountedEnd[], register: RandomRegister, known: Date): Promise<Counted> => {
  const sums: Record<string, [number, number][]> = {}
  for (const { question: { at, assembly, blocks } } of ends) {
    const [day, otherDay] = at === 'start' ? [addDays(span.from, -1), span.to] : [span.to, addDays(span.from, -1)]
    for (const household of register.households) {
      const input = inputOn(register, household, day, known, decisionsRead([assembly]))
      const [unit, other] = [unitOn(household, day, known), unitOn(household, otherDay, known)]
      if (!input || unit === undefined) continue
      const residence = other === undefined ? 'none' : other === unit ? 'same' : 'elsewhere'
      const { result } = await evaluate(assembly, { input: { ...input, household: { ...input.household, [residenceField]: residence } }, moment: momentAt(day) })
      for (const { block, keys, figures } of blocks) {
        for (const { row, sure } of rowsOf(result, keys)) {
          const sum = (sums[keyOf(at, { block, unit, keys: row })] ??= figures.map(() => [0, 0]))
          for (const [index, figure] of figures.entries()) {
            const added = addedBy(result, figure)
            const cell = sum[index] ?? [0, 0]
            if (added === 'open' || (!sure && added !== 0)) cell[1] += 1
            else cell[0] += added
          }
        }
      }
    }
  }
  return Object.fromEntries(Object.entries(sums).filter(([, cells]) => cells.some((cell) => cell.some((each) => each !== 0))))
}

type Question = CountedEnd['question']

const ruleIn = (result: EvaluationResult, id: string) => result.rules.find((rule) => rule.id === id)?.result

const addedBy = (result: EvaluationResult, figure: Question['blocks'][number]['figures'][number]): number | 'open' => {
  if (figure.kind === 'one') return 1
  if (figure.kind === 'rule') {
    const truth = ruleIn(result, figure.rule)
    return truth === 'unknown' ? 'open' : truth ? 1 : 0
  }
  const fact = result.facts.find(({ id }) => id === figure.fact)
  if (fact?.not_applicable) return 0
  return typeof fact?.value === 'number' ? fact.value : 'open'
}

const rowsOf = (result: EvaluationResult, keys: Question['blocks'][number]['keys']): readonly { readonly row: readonly (string | null)[]; readonly sure: boolean }[] => {
  const [key, ...rest] = keys
  if (!key) return [{ row: [], sure: true }]
  const after = rowsOf(result, rest)
  const first: readonly (readonly [string | null, boolean])[] = key.kind === 'rules'
    ? key.rows.filter(({ rule }) => ruleIn(result, rule) !== false).map(({ row, rule }) => [row, ruleIn(result, rule) === true] as const)
    : codesOf(result, key.fact).map((code) => [code, true] as const)
  return first.flatMap(([code, sure]) => after.map((each) => ({ row: [code, ...each.row], sure: sure && each.sure })))
}

const codesOf = (result: EvaluationResult, id: string): readonly (string | null)[] => {
  const fact = result.facts.find((each) => each.id === id)
  if (fact?.not_applicable) return []
  if (fact?.value === undefined) return [null]
  return Array.isArray(fact.value) ? fact.value.map(String) : [String(fact.value)]
}

/** What a report counts, whatever it is called and rests on. */
const countedBy = (report: ReportDocument): string =>
  JSON.stringify(report, (key, value: unknown) => (['title', 'note', 'citation', 'certainty'].includes(key) || (key === 'id' && typeof value === 'string' && /^[a-z2-7]{10}$/.test(value)) ? undefined : value))

/** The reports of every release of the packs, each once: those of another release that count the same are no others. */
const packReports = (): readonly (readonly [name: string, assembly: Assembly, reports: readonly ReportDocument[], registers: number])[] => {
  const seen = new Set<string>()
  return assembledPacks(readPacks(fileURLToPath(new URL('../../../rulesets', import.meta.url)))).toReversed().flatMap(({ folder, assembly, release }) => {
    const reports = (release.reports ?? []).filter((report) => !seen.has(countedBy(report)))
    for (const report of reports) seen.add(countedBy(report))
    return reports.length === 0 ? [] : [[folder, assembly, reports, 40] as const]
  })
}

/** Whose reports: made-up ones with everything a report can have, and those of the packs. */
const subjects = [['dogs', dogs, [licenceMovements, dogsAndGardens], 40] as const, ...packReports()]

onEachDatabase('Figures of a report', (kind) => {
  let database: Database
  beforeAll(async () => {
    database = await openMigrated(kind)
    await sql`insert into programmes (id, document) values ('dog-licence', '{}'), ('poverty', '{}')`.execute(database.db)
  })
  afterAll(() => database.close())

  it.each(subjects)('are what every household adds, one by one, of any register, on any day, as it was known at any moment, be it few households or many: %s', { timeout: 600_000 }, async (_name, assembly, reports, numRuns) => {
    const registers = fc.sample(randomRegisters(householdsBesideThresholds(assembly, '2026-06-01'), [assembly]), { numRuns, seed: 20_261_127 })
    const together: RandomRegister = { units: new Map(registers.flatMap(({ units }) => [...units])), households: registers.flatMap((register) => register.households) }
    await writeRegister(database, together)
    for (const [index, report] of reports.entries()) {
      const [byPlace, moment] = index % 2 === 0 ? [false, recordedAt[3]] as const : [true, recordedAt[1]] as const
      const known = new Date(new Date(moment).getTime() + 3_600_000)
      const ends = await asSystem(database.db, (tx) => countReport(tx, { ...askedOf(assembly, report, byPlace), units: [...together.units.keys()], known }))
      expect([report.id, told(ends)]).toEqual([report.id, await recount(ends, together, known)])
      const units = [...together.units.keys()].filter((_unit, place) => index % 2 === 0 || place % 4 === 0)
      const ofMany = await asSystem(database.db, (tx) => countReport(tx, { ...askedOf(assembly, report, byPlace), units, known, few: 0 }))
      expect([report.id, told(ofMany)]).toEqual([report.id, told(ends.map((end) => ({ ...end, rows: end.rows.filter(({ unit }) => units.includes(unit)) })))])
      for (const { judged, rows } of ends) {
        expect(judged).toBeLessThan(together.households.length / 2)
        expect(rows.length).toBeGreaterThan(50)
      }
    }
  })

  it('take no text for a yes, whatever it says', async () => {
    const lived = (fenced: unknown, vaccinated: unknown): RandomHousehold => ({
      id: randomUUID(), decisions: [],
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what no form accepts may have come from elsewhere
      spells: [{ held: { household: { garden_area: 10, fenced }, members: [{ id: 'd', part: 'dog', vaccinated }] } as HouseholdInput, unit: 'text-yes', from: undefined, to: undefined, recorded: recordedAt[0], superseded: undefined }],
    })
    const register: RandomRegister = { units: new Map([['text-yes', { zone: 'town' }]]), households: [lived(true, true), lived('true', true), lived(false, 'false'), lived(false, false)] }
    await writeRegister(database, register)
    const asked = { ...askedOf(dogs, dogsAndGardens, false), units: ['text-yes'] }
    const ends = await asSystem(database.db, (tx) => countReport(tx, asked))
    expect(told(ends)).toEqual(await recount(ends, register, new Date()))
    expect(ends.map(({ judged }) => judged)).toEqual([2, 2])
    const places = ends.at(-1)?.question.blocks.find(({ block }) => block === 'places')
    const gardens = places?.figures.findIndex(({ column }) => column === 'gardens') ?? -1
    expect(told(ends)['end places text-yes']?.[gardens]).toEqual([10, 0])
  })

  it('list who stands in them, one by one, and keep apart of whom that cannot be told', async () => {
    const registers = fc.sample(randomRegisters(householdsBesideThresholds(dogs, '2026-06-01'), [dogs]), { numRuns: 25, seed: 20_261_128 })
    const register: RandomRegister = { units: new Map(registers.flatMap(({ units }) => [...units])), households: registers.flatMap(({ households }) => households) }
    await writeRegister(database, register)
    const known = new Date(new Date(recordedAt[3]).getTime() + 3_600_000)
    const asked = askedOf(dogs, keepersByName, false)
    const question = askNames(asked)
    if (!question) throw new Error('The report has a list')
    const listed = await asSystem(database.db, (tx) => findListed(tx, { ...asked, units: [...register.units.keys()], known }, question))
    const expected: Record<string, unknown> = {}
    for (const household of register.households) {
      const input = inputOn(register, household, span.to, known, decisionsRead([question.assembly]))
      if (!input || unitOn(household, span.to, known) === undefined) continue
      const { result } = await evaluate(question.assembly, { input, moment: momentAt(span.to) })
      const truth = ruleIn(result, 'key_keepers_here_listed')
      const garden = result.facts.find(({ id }) => id === 'value_garden')
      if (truth !== false) expected[household.id] = [truth === true, garden?.not_applicable ? null : garden?.value]
    }
    expect(Object.fromEntries(listed.map(({ household, certain, values }) => [household, [certain, values['garden']]]))).toEqual(expected)
    expect(Object.keys(expected).length).toBeGreaterThan(20)
  })
})
