import { randomUUID } from 'node:crypto'
import { assemble, hashDocument, momentAt, type Answers, type Condition, type DraftDocument, type LogicPiece, type MemberAnswers } from '@tieuchi/runtime'
import { judgeTruths } from '@tieuchi/runtime/columns/judge-truths.ts'
import type { RegisterCounts, TruthCountLine } from '@tieuchi/server/contract'
import { insertSynthetic } from '@tieuchi/server/demo/demo-queries.ts'
import { identify } from '@tieuchi/server/households/household-identity.ts'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogCommon, dogReleases } from '../../support/dog-licences.ts'
import { beginDraft, edit, withGarden, type Drafting } from '../../support/drafting.ts'

const base = hashDocument(dogReleases[0].release)
const text = (words: string) => ({ vi: words, en: words })

interface Living {
  readonly unit: string
  readonly household: Answers
  readonly members: readonly MemberAnswers[]
}

const households = Array.from({ length: 90 }, (_household, number): Living => ({
  unit: number % 3 === 0 ? 'hill' : 'harbour',
  household: { ...(number % 7 === 0 ? {} : { garden_area: number / 2 }), ...(number % 11 === 0 ? {} : { fenced: number % 5 !== 0 }) },
  members: Array.from({ length: 1 + (number % 4) }, (_member, index) => ({ id: `m${index}`, part: index === 0 ? 'keeper' : 'dog', ...(number % 3 === 0 || index === 0 ? {} : { vaccinated: number % 4 !== 1 }) })),
}))

/** No column keeps numbers as fine as this. */
const odd: Living = { unit: 'hill', household: { garden_area: 20.123_456, fenced: true }, members: [] }

const withLogic = (more: readonly LogicPiece[]) => (document: DraftDocument): DraftDocument => ({ ...document, release: { ...document.release, logic: [...document.release.logic, ...more] } })

const leaf = (id: string, fact: string, operator: 'equal' | 'lessThan' | 'greaterThanInclusive', value: boolean | number | string): Condition => ({ id: id.padEnd(10, 'a'), fact, operator, value })

/** Pieces of every kind that is true or not, of household and members. */
const pieces = (garden: number, dogs: number): readonly LogicPiece[] => [
  { kind: 'condition', id: 'large_garden', title: text('Vườn rộng'), conditions: leaf('large', 'garden_area', 'greaterThanInclusive', garden) },
  { kind: 'condition', id: 'wild', title: text('Chó chưa tiêm'), of: 'members', conditions: { all: [leaf('wildpart', 'part', 'equal', 'dog'), { not: leaf('wildvac', 'vaccinated', 'equal', true) }] } },
  { kind: 'fact', id: 'pack', title: text('Bầy'), value: { if: { any: [leaf('packmany', 'dog_count', 'greaterThanInclusive', dogs), { condition: 'large_garden' }] }, then: true, else: false } },
  { kind: 'entitlement', id: 'feed', title: text('Thức ăn'), conditions: { all: [{ condition: 'large_garden' }, { not: leaf('feedfence', 'fenced', 'equal', false) }] } },
  {
    kind: 'table', id: 'size', title: text('Cỡ'), hit: 'unique', inputs: ['garden_area', 'fenced'], outputs: ['size_code'],
    rows: [{ id: 'sizesmalla', when: [{ lessThan: garden }, null], then: ['refused'] }, { id: 'sizelargea', when: [{ greaterThanInclusive: garden }, { equal: true }], then: ['granted'] }],
  },
]

onEachDatabase('Counts of a draft over the register', (kind) => {
  let running: RunningApp
  let author: Client
  let auditor: Client
  let officer: Client

  const settle = async (all: readonly Living[]): Promise<void> =>
    asSystem(running.database.db, (tx) => insertSynthetic(tx, all.map(({ unit, household, members }) => ({ id: randomUUID(), unit_id: unit, ...identify(dogCommon, { household, members }), answers: household, members })), new Date()))

  beforeAll(async () => {
    running = await startApp(kind)
    author = await signInAs(running, 'author', 'island', 'author')
    auditor = await signInAs(running, 'auditor', 'hill', 'auditor')
    officer = await signInAs(running, 'officer', 'harbour')
    await settle([...households, odd])
  })
  afterAll(() => running.close())

  const ask = async (client: Client, { id }: Pick<Drafting, 'id'>): Promise<RegisterCounts> => {
    const { status, body } = await client.send('GET', `/api/drafts/${id}/register-counts`)
    if (status !== 200) throw new Error(JSON.stringify(body))
    return body
  }
  /** The figures, asked for until they are there. */
  const counted = async (client: Client, draft: Pick<Drafting, 'id'>) => {
    const counts = await vi.waitUntil(async () => {
      const found = await ask(client, draft)
      return found.state === 'counted' || found.state === 'unfinished' ? found : false
    }, { timeout: 20_000, interval: 20 })
    if (counts.state === 'unfinished') throw new Error(counts.issues.map(({ path, message }) => `${path.join('/')}: ${message.en}`).join('\n'))
    return counts
  }

  /** What the interpreter finds, household by household. */
  const expected = async ({ document: { release } }: Drafting, at: string, inputs: readonly Living[]): Promise<readonly TruthCountLine[]> => {
    const assembly = assemble({ programme: 'dog-licence', layer: 'national', common: dogCommon, releases: { 'dog-licence': release } })
    const lines = new Map<string, TruthCountLine>()
    for (const { household, members } of inputs) {
      for (const { piece, part, of, truths } of await judgeTruths(assembly, { input: { household, members, unit: { zone: 'field' } }, moment: momentAt(at) })) {
        const line = lines.get(`${piece} ${part}`) ?? { piece, ...(part !== undefined && { part }), of, true: 0, unknown: 0, false: 0 }
        const add = (side: true | false | 'unknown') => truths.filter((truth) => truth === side).length
        lines.set(`${piece} ${part}`, { ...line, true: line.true + add(true), unknown: line.unknown + add('unknown'), false: line.false + add(false) })
      }
    }
    return [...lines.values()]
  }
  const lineOf = ({ counts }: { readonly counts: readonly TruthCountLine[] }, piece: string, part?: string) => counts.find((line) => line.piece === piece && line.part === part)

  it('are what the interpreter finds household by household, whatever the draft says', async () => {
    let draft = await beginDraft(author, base, '2027-03-01')
    const { document } = draft
    for (const [field, garden, dogs] of fc.sample(fc.tuple(fc.integer({ min: 1, max: 45 }), fc.integer({ min: 1, max: 45 }), fc.integer({ min: 0, max: 3 })), { numRuns: 3, seed: 11 })) {
      draft = await edit(author, draft, () => withLogic(pieces(garden, dogs))(withGarden(field)(document)))
      const found = await counted(author, draft)
      expect(found).toMatchObject({ version: draft.version, at: '2027-03-01', households: 91, members: 223, left_out: 0 })
      expect(found.counts).toEqual(await expected(draft, '2027-03-01', [...households, odd]))
    }
  })

  it('tell who lacks answers apart from who is not meant', async () => {
    const found = await counted(author, await edit(author, await beginDraft(author, base), withLogic(pieces(20, 2))))
    const unanswered = households.filter(({ household }) => !('garden_area' in household)).length
    expect(lineOf(found, 'large_garden')).toMatchObject({ of: 'household', unknown: unanswered })
    expect(lineOf(found, 'wild')?.of).toBe('members')
  })

  it('are of today where the draft names no day', async () => {
    expect(await counted(author, await beginDraft(author, base))).toMatchObject({ at: '2026-12-01' })
  })

  it('are of the reader’s area alone', async () => {
    const draft = await edit(author, await beginDraft(author, base), withLogic(pieces(20, 2)))
    const own = [...households.filter(({ unit }) => unit === 'hill'), odd]
    const found = await counted(auditor, draft)
    expect(found.households).toBe(own.length)
    expect(found.counts).toEqual(await expected(draft, '2026-12-01', own))
  })

  it('follow what is saved, of the draft and of the register', async () => {
    const draft = await edit(author, await beginDraft(author, base), withLogic(pieces(20, 2)))
    const before = await counted(author, draft)
    const renamed = await edit(author, draft, (document) => ({ ...document, release: { ...document.release, title: text('Tên khác') } }))
    expect(await counted(author, renamed)).toEqual({ ...before, version: renamed.version })
    const changed = await edit(author, renamed, ({ release, ...document }) => ({ ...document, release: { ...release, logic: dogReleases[0].release.logic.concat(pieces(30, 2)) } }))
    expect(lineOf(await counted(author, changed), 'large_garden')?.true).toBeLessThan(lineOf(before, 'large_garden')?.true ?? 0)
    await settle([{ unit: 'hill', household: { garden_area: 60, fenced: true }, members: [] }])
    expect(await counted(author, changed)).toMatchObject({ households: before.households + 1 })
  })

  it('take a question that the draft adds as answered by nobody', async () => {
    const draft = await edit(author, await beginDraft(author, base), (document) => withLogic([{ kind: 'condition', id: 'barks', title: text('Sủa'), conditions: leaf('barks', 'loud', 'equal', true) }])({
      ...document, additions: { ...document.additions, fields: { ...document.additions.fields, household: { loud: { type: 'boolean', 'x-label': text('Sủa to') } } } },
    }))
    const found = await counted(author, draft)
    expect(lineOf(found, 'barks')).toEqual({ piece: 'barks', of: 'household', true: 0, unknown: found.households, false: 0 })
  })

  it('say of a draft with errors what is wrong, in words', async () => {
    const draft = await edit(author, await beginDraft(author, base), (document) => ({ ...document, release: { ...document.release, parameters: {} } }))
    const found = await ask(author, draft)
    expect(found).toMatchObject({ state: 'unfinished', version: draft.version })
    expect(found.state === 'unfinished' && found.issues[0]?.message.vi).toContain('least_garden')
  })

  it('are told to nobody who may not read drafts', async () => {
    const draft = await beginDraft(author, base)
    expect(await officer.send('GET', `/api/drafts/${draft.id}/register-counts`)).toMatchObject({ status: 403, body: { code: 'not_permitted' } })
    expect(await author.send('GET', `/api/drafts/${randomUUID()}/register-counts`)).toMatchObject({ status: 404, body: { code: 'draft_not_found' } })
  })

  it('give an older question up where a newer one is asked, and answer both', async () => {
    const draft = await beginDraft(author, base)
    const first = ask(author, draft)
    const saved = await edit(author, draft, withGarden(33))
    const both = await Promise.all([first, counted(author, saved)])
    expect(['counted', 'counting', 'loading']).toContain(both[0].state)
    expect(both[1].version).toBe(saved.version)
  })
})
