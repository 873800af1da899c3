import { noAdditions, type DraftDocument } from '@tieuchi/runtime'
import { GateRunner, NobodyWaits, type GateAsked } from '@tieuchi/server/drafts/gate-runner.ts'
import { describe, expect, it } from 'vitest'
import { dogCommon, dogProgramme, dogReleases } from '../../support/dog-licences.ts'

const [, { release }] = dogReleases

/** What is asked of one draft as somebody writes on: each time of another title. */
const askedOf = (title: string, gone?: AbortSignal): GateAsked => {
  const draft: DraftDocument = { format: 1, programme: dogProgramme, release: { ...release, title: { vi: title, en: title } }, additions: noAdditions }
  return { draft: 'draft', question: { draft, common: dogCommon, others: {}, at: '2027-01-01' }, read: [], gone }
}

describe('The gate of a draft that is written on', () => {
  it('is not judged for a document nobody waits for any more when its turn comes', async () => {
    const runner = new GateRunner()
    const leaving = new AbortController()
    const told: string[] = []
    const noting = async (title: string, gone?: AbortSignal): Promise<void> => {
      const findings = await runner.judge(askedOf(title, gone)).catch((error: unknown) => error)
      told.push(`${title} ${findings instanceof NobodyWaits ? 'let go' : 'judged'}`)
    }
    const all = [noting('first'), noting('second', leaving.signal), noting('third')]
    leaving.abort()
    await Promise.all(all)
    expect(told).toEqual(['first judged', 'second let go', 'third judged'])
    await noting('second')
    expect(told.at(-1)).toBe('second judged')
  })

  it('is judged where one of two who asked still waits', async () => {
    const runner = new GateRunner()
    const leaving = new AbortController()
    const first = runner.judge(askedOf('first'))
    const both = [runner.judge(askedOf('second', leaving.signal)), runner.judge(askedOf('second'))]
    leaving.abort()
    const { errors } = await first
    expect((await Promise.all(both)).map((findings) => findings.errors)).toEqual([errors, errors])
  })
})
