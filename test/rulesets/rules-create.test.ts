import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeCreateCommand } from '@tieuchi/server/commands/rules/rules-create.ts'
import { readRulesArguments } from '@tieuchi/server/commands/rules/rules-arguments.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs, startApp, type RunningApp } from '../support/app.ts'
import { embedded } from '../support/databases.ts'
import { answerOf, refusalOf } from './command-answer.ts'
import { ChangedPacks } from './changed-packs.ts'

const packs = new ChangedPacks()

afterAll(() => packs.remove())

const titles = ['--title', 'Thăm hỏi người cao tuổi', '--title-en', 'Visits to the elderly']

interface Created {
  readonly folder: string
  readonly files: readonly string[]
}

interface Checked {
  readonly releases: number
  readonly cases: number
  readonly counts: Readonly<Record<string, number>>
}

const create = (...args: readonly string[]) => answerOf<Created>('create', 'elder-visits', ...titles, '--from', '2028-01-01', ...args)

describe('rules create', () => {
  it.each([['the household', 'household'], ['each member', 'members']])('makes a folder for %s that checks and tests at once, alone beside what this checkout shares', async (_who, of) => {
    const { code, data, text } = await create('--of', of, '--to', packs.folder())
    expect(code).toBe(0)
    for (const file of data.files) expect(existsSync(join(data.folder, file)), file).toBe(true)
    expect(text).toContain('rules bundle')
    expect(await answerOf<Checked>('check', data.folder)).toMatchObject({ code: 0, data: { releases: 1, cases: 3, counts: { error: 0, warning: 0 } } })
    expect(await answerOf('test', data.folder)).toMatchObject({ code: 0, data: { run: 3, failed: 0 } })
    expect(await answerOf('diff', join(data.folder, '2028-01'), join(data.folder, '2028-01'))).toMatchObject({ code: 0 })
    expect((await answerOf('explain', join(data.folder, '2028-01'))).text).toContain('Thăm hỏi người cao tuổi')
  })

  it('writes no value and no document of the law: each is visibly open', async () => {
    const { data } = await create('--to', packs.folder())
    const read = (file: string) => JSON.parse(readFileSync(join(data.folder, '2028-01', file), 'utf8'))
    expect(read('release.json').legal_basis).toEqual([{ document: '[?]' }])
    expect(read('parameters.json').support_amount).toMatchObject({ certainty: 'open', note: { vi: expect.stringContaining('[?]') } })
    expect(JSON.stringify(read('logic/support.json'))).not.toContain('"citation"')
    const { text } = await answerOf('check', data.folder, '--require-citation', '--all')
    expect(text).toContain('Mức hỗ trợ')
  })

  it('adds local rules where a unit is named, with a case of theirs', async () => {
    const { data } = await create('--unit', 'hai-phong-2025', '--to', packs.folder())
    expect(await answerOf<Checked>('check', data.folder)).toMatchObject({ code: 0, data: { releases: 2, cases: 4 } })
    expect(await answerOf('test', join(data.folder, 'hai-phong-2025-2028-01'))).toMatchObject({ code: 0, data: { run: 1, failed: 0 } })
  })

  it('works within packs, whose dictionary then has the question', async () => {
    const folder = packs.copy()
    const { text } = await create('--to', folder)
    expect(text).toContain('--rulesets')
    const read = readPacks(folder)
    expect(read.common.dictionary.properties.household.properties).toHaveProperty('elder_visits_requested')
    expect(read.programmes.find(({ document }) => document.id === 'elder-visits')?.releases).toHaveLength(1)
    expect(await answerOf<Checked>('check', join(folder, 'elder-visits'))).toMatchObject({ code: 0 })
  })

  it('overwrites nothing and refuses what cannot be', async () => {
    const to = packs.folder()
    await create('--to', to)
    expect(await refusalOf('create', 'elder-visits', ...titles, '--to', to)).toContain('đã có chương trình này')
    expect(await refusalOf('create', 'poverty', ...titles, '--to', to)).toContain('đã có chương trình này')
    expect(await refusalOf('create', 'Elder Visits', ...titles)).toContain('chữ thường')
    expect(await refusalOf('create', 'units', ...titles)).toContain('chữ thường')
    expect(await refusalOf('create', 'other', '--to', to)).toContain('--title')
    expect(await refusalOf('create', 'other', ...titles, '--of', 'village', '--to', to)).toContain('household hoặc members')
    expect(await refusalOf('create', 'other', ...titles, '--from', '2028-02-30', '--to', to)).toContain('2028-02-30')
    expect(await refusalOf('create', 'other', ...titles, '--unit', 'atlantis', '--to', to)).toContain('atlantis')
    expect(readdirSync(to)).toEqual(['elder-visits'])
  })

  it('asks on a terminal for what no option says, in order, with the usual answer', async () => {
    const asked: string[] = []
    const command = makeCreateCommand(() => async ({ en }, usual) => {
      asked.push(en)
      return en.startsWith('Title') ? `${en}!` : usual
    })
    const { data } = await command.run(readRulesArguments('create', command, ['trips', '--from', '2028-01-01', '--to', packs.folder()]))
    expect(asked.map((question) => question.split(':')[0])).toEqual(['Title in Vietnamese', 'Title in English', 'Who gets it', expect.stringContaining('Id of a unit')])
    expect(JSON.parse(readFileSync(join((data as Created).folder, 'programme.json'), 'utf8')).title).toEqual({ vi: 'Title in Vietnamese!', en: 'Title in English!' })
  })
})

describe('what a programme adds to the dictionary', () => {
  const withAdditions = async (change: (additions: Record<string, unknown>) => void) => {
    const { data } = await create('--to', packs.folder())
    const file = join(data.folder, 'additions.json')
    const additions = JSON.parse(readFileSync(file, 'utf8'))
    change(additions)
    writeFileSync(file, JSON.stringify(additions))
    return answerOf<{ findings: readonly { file: string; pointer: string; message: { en: string } }[] }>('check', data.folder)
  }

  it('is told at its own file, where it has a mistake', async () => {
    const { code, data } = await withAdditions((additions) => Object.assign(additions, { fields: { household: { elder_visits_requested: { type: 'string', 'x-list': 'nowhere', 'x-label': { vi: 'a', en: 'b' } } } } }))
    expect(code).toBe(1)
    expect(data.findings).toContainEqual(expect.objectContaining({ file: expect.stringContaining('elder-visits/additions.json'), pointer: expect.stringContaining('#/fields/household/elder_visits_requested') }))
  })

  it('changes nothing that all share', async () => {
    const { code, data } = await withAdditions((additions) => Object.assign(additions, { fields: { household: { village: { type: 'boolean', 'x-label': { vi: 'a', en: 'b' } } } } }))
    expect(code).toBe(1)
    expect(data.findings).toContainEqual(expect.objectContaining({ file: expect.stringContaining('additions.json'), pointer: '#/fields/household/village', message: { vi: expect.any(String), en: expect.stringContaining('shared already') } }))
  })

  it('fits its schema', async () => {
    const { code, data } = await withAdditions((additions) => Object.assign(additions, { questions: {} }))
    expect(code).toBe(1)
    expect(data.findings.some(({ file }) => file.endsWith('additions.json'))).toBe(true)
  })
})

describe('a new programme in a running server', () => {
  let running: RunningApp | undefined

  beforeAll(async () => {
    const folder = packs.copy()
    await create('--to', folder, '--unit', 'hai-phong-2025')
    running = await startApp(embedded, { packs: readPacks(folder), clock: () => new Date('2028-03-01T02:00:00Z') })
  })
  afterAll(() => running?.close())

  it('is among the programmes with its form, and decides in both layers', async () => {
    if (!running) throw new Error('Not started')
    const officer = await signInAs(running, 'tuky', 'hai-phong-2025-11074')
    const { body } = await officer.send('GET', '/api/programmes?at=2028-03-01')
    expect(body.find(({ id }: { readonly id: string }) => id === 'elder-visits')).toMatchObject({ form: { id: 'request' }, in_force: { title: { en: 'Visits to the elderly from 01/01/2028' } } })
    const decided = await officer.send('POST', '/api/decisions', { programme: 'elder-visits', unit: '11074', at: '2028-03-01', input: { household: { elder_visits_requested: true }, members: [] } })
    expect(decided.body.layers).toMatchObject({ national: { outcomes: [{ id: 'eligible', value: true }] }, local: { outcomes: [{ id: 'eligible', value: true }] } })
  })
})
