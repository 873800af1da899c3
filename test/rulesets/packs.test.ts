import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PackError } from '@tieuchi/server/policies/pack-error.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { rulesets } from './rulesets.ts'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A copy of the packs in which one file reads otherwise. */
function packsWith(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'packs-'))
  folders.push(folder)
  cpSync(rulesets, folder, { recursive: true })
  const before = readFileSync(join(folder, file), 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  writeFileSync(join(folder, file), after)
  return folder
}

function issuesOf(folder: string): PackError['issues'] {
  try {
    readPacks(folder)
  } catch (error) {
    if (error instanceof PackError) return error.issues
    throw error
  }
  return []
}

describe('the packs of this repository', () => {
  it('are free of problems', () => {
    expect(issuesOf(rulesets)).toEqual([])
  })

  it('hold the standards, one after another without gap or overlap', () => {
    const programme = readPacks(rulesets).programmes.find(({ document }) => document.id === 'poverty')
    expect(programme?.releases.map(({ folder, valid_from: from, valid_to: to }) => [folder, from, to])).toEqual([
      ['poverty/2016', '2016-01-01', '2021-12-31'],
      ['poverty/2022', '2022-01-01', '2025-04-09'],
      ['poverty/2025-04', '2025-04-10', '2025-12-31'],
      ['poverty/2026', '2026-01-01', '2026-12-31'],
      ['poverty/2027', '2027-01-01', '2030-12-31'],
    ])
  })

  it('name a source or say why there is none for every value of the law', () => {
    const parameters = readPacks(rulesets).programmes.flatMap(({ releases }) => releases.flatMap(({ folder, release }) => Object.entries(release.parameters).map(([id, parameter]) => ({ id: `${folder} ${id}`, parameter }))))
    for (const { id, parameter } of parameters) {
      if (parameter.certainty === 'open') expect(parameter.note, id).toBeDefined()
      else expect(parameter.citation, id).toBeDefined()
      expect(parameter.confirmed !== undefined, id).toBe(parameter.certainty === 'seen')
    }
  })

  it('write no number of the law into a rule', () => {
    for (const { folder, release } of readPacks(rulesets).programmes.flatMap(({ releases }) => releases)) {
      const numbers = [...JSON.stringify(release.logic).matchAll(/[:[,](-?\d+(?:\.\d+)?)(?=[,\]}])/g)].map(([, number]) => Number(number))
      expect(numbers.filter((number) => number !== 0 && number !== 1), folder).toEqual([])
    }
  })
})

/** The line with the bracket that closes the last value. */
const lastValue = readFileSync(join(rulesets, 'poverty/2022/parameters.json'), 'utf8').trimEnd().split('\n').length - 1

describe('a pack with a problem', () => {
  it.each([
    ['bad JSON', 'poverty/2022/parameters.json', (text: string) => text.slice(0, -4), ['poverty/2022/parameters.json'], `is not valid JSON; the mistake is in line ${lastValue}, column 3.`],
    ['a value of the wrong type', 'poverty/2022/parameters.json', (text: string) => text.replace('"certainty": "seen"', '"certainty": "sure"'), ['poverty/2022/parameters.json', 'income_line', 'certainty'], '"sure"'],
    ['a fact that does not exist', 'poverty/2022/logic/facts.json', (text: string) => text.replace('"fact": "floor_area"', '"fact": "floor_space"'), ['poverty/2022/logic/facts.json', 7, 'value', 'divide', 0], 'floor_space'],
    ['a parameter that does not exist', 'poverty/2026/logic/members.json', (text: string) => text.replace('"dependent_below_age"', '"dependent_under"'), ['poverty/2026/logic/members.json', 0], 'dependent_under'],
    ['a code outside its list', 'poverty/2026/logic/facts.json', (text: string) => text.replace('"wage_no_contract"', '"wage_free"'), ['poverty/2026/logic/facts.json', 0], 'wage_free'],
    ['a wrong answer in a case', 'poverty/2027/cases/indicators.json', (text: string) => text.replace('"job": "none"', '"job": "idle"'), ['poverty/2027/cases/indicators.json', 0, 'given', 'members', 0, 'job'], 'idle'],
    ['a date that is none', 'poverty/2022/release.json', (text: string) => text.replace('"2025-04-09"', '"end of 2025"'), ['poverty/2022/release.json', 'valid_to'], 'end of 2025'],
    ['two releases for one day', 'poverty/2026/release.json', (text: string) => text.replace('"2026-01-01"', '"2025-12-31"'), ['poverty/2026/release.json', 'valid_from'], 'poverty/2025-04'],
    ['a unit without its parent', 'units/hai-phong.json', (text: string) => text.replace('"parent": "hai-phong-2025"', '"parent": "hai-phong"'), ['units/hai-phong.json', 'units', 1], 'hai-phong'],
    ['an attribute outside the dictionary', 'units/hai-phong.json', (text: string) => text.replace('"area_type"', '"area"'), ['units/hai-phong.json', 'units', 1, 'attributes', 'area'], 'dictionary'],
    ['a list no question knows', 'common/dictionary.json', (text: string) => text.replace('"x-list": "job"', '"x-list": "jobs"'), ['common/dictionary.json', 'properties', 'members', 'items', 'properties', 'job'], 'jobs'],
    ['a name given twice', 'poverty/2022/parameters.json', (text: string) => text.replace('"certainty": "seen"', '"certainty": "seen", "certainty": "seen"'), ['poverty/2022/parameters.json', 'income_line', 'certainty'], 'stands twice'],
    ['units above one another', 'units/hai-phong.json', (text: string) => text.replace('"parent": "hai-phong-2025"', `"parent": "${JSON.parse(text).units[1].id}"`), ['units/hai-phong.json', 'units', 1], 'above itself'],
    ['values nested too deep', 'poverty/2022/parameters.json', (text: string) => text.replace('"certainty": "seen"', `"certainty": ${'['.repeat(50_000)}${']'.repeat(50_000)}`), ['poverty/2022/parameters.json', 'income_line', 'certainty'], 'levels of nesting'],
    ['a number that would not stay exact', 'poverty/2022/parameters.json', (text: string) => text.replace(/"value": \d+/, '"value": 1e400'), ['poverty/2022/parameters.json'], 'would not stay exact'],
    ['a file that is too large', 'poverty/2022/parameters.json', (text: string) => text + ' '.repeat(17_000_000), ['poverty/2022/parameters.json'], '16,777,216 bytes'],
  ])('is refused for %s, naming file, place and value in both languages', (_name, file, change, place, words) => {
    const issues = issuesOf(packsWith(file, change))
    expect(issues.map(({ path }) => path.slice(0, place.length))).toContainEqual(place)
    expect(issues.map(({ message }) => message.en).join('\n')).toContain(words)
    for (const { message } of issues) {
      expect(message.vi).not.toBe('')
      expect(message.vi).not.toBe(message.en)
    }
  })

  it('is refused for a file that no release has', () => {
    const folder = packsWith('poverty/2022/release.json', (text) => `${text} `)
    writeFileSync(join(folder, 'poverty/2022/notes.json'), '{}')
    expect(issuesOf(folder).map(({ path }) => path)).toEqual([['poverty/2022/notes.json']])
  })

  it('is refused for a missing part', () => {
    const folder = packsWith('poverty/2022/release.json', (text) => `${text} `)
    rmSync(join(folder, 'common/facts.json'))
    expect(issuesOf(folder).map(({ message }) => message.en)).toEqual(['common/facts.json: is missing; add the file.'])
  })
})
