import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, assemble, boundaryCases, coverageOf, evaluate, momentAt, runCase, type CaseDocument } from '@tieuchi/runtime'
import { checkInput } from '@tieuchi/runtime/validation/server'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { describe, expect, it } from 'vitest'
import { adopted, adoptedFiles, caseFileText } from './poverty-oracle/adopted-cases.ts'
import { standards } from './poverty-oracle/standards.ts'
import { rulesets } from './rulesets.ts'

const { common, programmes } = readPacks(rulesets)

const packs = Object.entries(standards).map(([year, standard]) => {
  const pack = programmes.flatMap(({ releases }) => releases).find(({ folder }) => folder === `poverty/${year}`)
  if (!pack?.valid_from) throw new Error(`The pack of ${year} is gone`)
  const { folder, release, valid_from: from } = pack
  const assembly = assemble({ programme: 'poverty', layer: 'national', common, releases: { poverty: release } })
  const fileOf = (name: string) => join(rulesets, folder, 'cases', name)
  const idsIn = (file: string) => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly CaseDocument[]).map(({ id }) => id) : [])
  const before = new Set(Object.keys(adoptedFiles).flatMap((name) => idsIn(fileOf(name))))
  const byHand = release.cases.filter(({ id }) => !before.has(id))
  return { folder, standard, release, from, assembly, fileOf, proposals: boundaryCases(assembly, from, byHand), left: boundaryCases(assembly, from) }
})

const { properties } = common.dictionary

const codes = common.lists.filter(({ id }) => ['poverty_class', 'poverty_movement'].includes(id)).flatMap(({ entries }) => entries)

const questions = { ...properties.household.properties, ...properties.members.items.properties, ...properties.unit.properties }

/** What rules refer to by name: as a fact, as a column of a table, or as the field that a value of the law goes by. */
const namesIn = (rules: unknown): readonly string[] => {
  if (typeof rules !== 'object' || rules === null) return []
  return Object.entries(rules).flatMap(([key, part]: [string, unknown]) => [
    ...(['fact', 'by'].includes(key) && typeof part === 'string' ? [part] : []),
    ...(key === 'inputs' && Array.isArray(part) ? part.filter((input) => typeof input === 'string') : []),
    ...namesIn(part),
  ])
}

/** The questions that rules read, by themselves, in shared facts, or to tell whether another one applies. */
const questionsRead = (rules: unknown, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> => {
  const names = namesIn(rules).filter((name) => !seen.has(name))
  if (names.length === 0) return new Set([...seen].filter((name) => Object.hasOwn(questions, name)))
  return questionsRead([...names.map((name) => questions[name]?.applies), ...common.facts.filter(({ id }) => names.includes(id))], new Set([...seen, ...names]))
}

const memberAges = ({ given: { members = [] }, at = '' }: CaseDocument, limit: number): readonly string[] => {
  const day = (years: number) => addDays(`${Number(at.slice(0, 4)) - years}${at.slice(4)}`, 0)
  const on: Readonly<Record<string, string>> = {
    [addDays(day(limit), 1)]: 'the day before', [day(limit)]: 'the day',
    [addDays(day(limit + 1), 1)]: 'the day before the next', [day(limit + 1)]: 'the next day',
  }
  return members.flatMap(({ birth_date: born }) => on[String(born)] ?? [])
}

describe.each(packs)('$folder', ({ folder, standard, release, assembly, fileOf, proposals, left }) => {
  // To adopt what is proposed today run this file with `-u`, then read what changed against the law.
  it.each(Object.entries(adoptedFiles))('holds in cases/%s what the runtime proposes, with the results of the law read by hand', async (name, belongs) => {
    const { cases } = await proposals
    await expect(caseFileText(cases.filter(belongs).map((each) => adopted(standard, codes, each)))).toMatchFileSnapshot(fileOf(name))
  })

  it('puts every proposal into one file, as sound answers under an id of its own', async () => {
    const { cases } = await proposals
    for (const each of cases) {
      expect(Object.values(adoptedFiles).filter((belongs) => belongs(each))).toHaveLength(1)
      expect(checkInput(common, each.given)).toEqual([])
    }
    expect(new Set(release.cases.map(({ id }) => id)).size).toBe(release.cases.length)
  })

  it('comes to the result that the law read by hand expects, in every case proposed', async () => {
    const { cases } = await proposals
    for (const each of cases) expect((await runCase(assembly, adopted(standard, codes, each))).issues).toEqual([])
  })

  it('leaves nothing to propose', async () => {
    expect((await left).cases).toEqual([])
  })

  it('reaches every row, rule, branch and threshold on each side, but for what is told to be out of reach', async () => {
    const { unreached } = await left
    const { gaps } = await coverageOf(assembly, release.cases)
    const told = (path: string, side: string) => unreached.find(({ purpose }) => purpose.path === path && purpose.side === side)?.code
    for (const { path, side, sentence } of gaps) expect([sentence.en, told(path, side)]).toEqual([sentence.en, expect.stringMatching(/^(open|outside)$/)])
    await expect(unreached.map(({ sentence }) => `${sentence.vi}\n${sentence.en}\n`).join('\n')).toMatchFileSnapshot(`./out-of-reach/${folder.replace('/', '-')}.txt`)
  })

  it('has nothing out of reach but values that the law leaves open, and numbers of persons below none', async () => {
    const { unreached } = await left
    const isOpen = Object.values(release.parameters).some(({ certainty }) => certainty === 'open')
    for (const { purpose, code, sentence } of unreached) {
      if (code === 'outside') expect([purpose.side, sentence.en]).toEqual(['below', expect.stringContaining('against 0 persons')])
      else expect([sentence.en, code, isOpen]).toEqual([sentence.en, 'open', true])
    }
  })

  it('has each age limit on the last day before it counts and on the first day on which it does', async () => {
    const { thresholds } = await coverageOf(assembly, release.cases)
    for (const { path, days, sentence, ...sides } of thresholds.filter(({ days: { at } }) => at !== undefined)) {
      const limit = Number(/(\d+) years$/.exec(sentence.en)?.[1])
      const born = (ids: readonly string[]) => release.cases.filter(({ id }) => ids.includes(id)).flatMap((each) => memberAges(each, limit))
      const [before, after] = days.at === 'first' ? [born(sides.below), born(sides.at)] : [born(sides.at), born(sides.above)]
      expect([path, before]).toEqual([path, expect.arrayContaining([days.at === 'first' ? 'the day before' : 'the day before the next'])])
      expect([path, after]).toEqual([path, expect.arrayContaining([days.at === 'first' ? 'the day' : 'the next day'])])
    }
  })

  it('has a case for every question it reads in which that answer is missing and nothing may be concluded', async () => {
    const missing = new Set<string>()
    for (const { given, at, moment, assume } of release.cases) {
      const { result } = await evaluate(assembly, { input: given, moment: moment ?? momentAt(at ?? ''), ...(assume && { assume }) })
      const open = [...result.outcomes.filter(({ state }) => state === 'undetermined'), ...result.rules.filter(({ result: truth }) => truth === 'unknown')]
      for (const each of open) for (const { field } of each.missing) missing.add(field)
    }
    expect([...questionsRead([release.logic, release.parameters])].filter((field) => !missing.has(field))).toEqual([])
  })
})

