import { assemble, evaluate, isEvaluationError, judgeGate, momentAt, noAdditions, type DraftDocument, type Release } from '@tieuchi/runtime'
import { compareExecution, drawHouseholds, planExecution, type Execution } from '@tieuchi/runtime/agreement'
import { checkInput } from '@tieuchi/runtime/validation/server'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { assembledPacks } from '../support/assembled-packs.ts'
import { dogCommon, dogProgramme, dogReleases } from '../support/dog-licences.ts'

const [{ release }] = dogReleases
const day = '2026-06-01'
const dogs = assemble({ programme: 'dog-licence', layer: 'national', common: dogCommon, releases: { 'dog-licence': release } })

const draftOf = (own: Release): DraftDocument => ({ format: 1, programme: dogProgramme, release: own, additions: noAdditions, valid_from: day })

const findingOf = async (execution: Execution, own: Release = release) =>
  (await judgeGate({ draft: draftOf(own), common: dogCommon, others: {}, formIssues: [], at: day, execution })).executions

/** The plan, but for one verdict that it mistakes. */
const mistaken: Execution = (assembly) => {
  const plan = planExecution(assembly)
  return plan && {
    judge: (input, moment) => {
      const result = plan.judge(input, moment)
      if (result === 'interpreter') return result
      return { ...result, outcomes: result.outcomes.map((outcome) => (outcome.value === 'conditional' ? { ...outcome, value: 'refused' } : outcome)) }
    },
  }
}

describe('Executions agree, as the gate sees it', () => {
  it('is met where the plan says of every case and household what the interpreter says', async () => {
    const { met, sentence } = await findingOf(planExecution)
    expect([met, sentence.vi]).toEqual([true, expect.stringMatching(/cùng kết quả ở cả 2\d\d hộ thử/)])
  })

  it('is not met where an execution mistakes one verdict; the piece is named with a household to find it by', async () => {
    const finding = await findingOf(mistaken)
    expect(finding).toMatchObject({ met: false, remedy: { vi: expect.stringContaining('lỗi của phần mềm') } })
    const [issue] = finding.issues
    expect(issue).toMatchObject({
      code: 'executions_differ', path: ['logic', release.logic.findIndex(({ id }) => id === 'licence')],
      params: { piece: 'licence', interpreter: { value: 'conditional' }, execution: { value: 'refused' } },
    })
    expect(issue?.message.vi).toContain('Giấy phép')
  })

  it('is not met by a result that the interpreter does not have', async () => {
    const inventing: Execution = (assembly) => {
      const plan = planExecution(assembly)
      return plan && { judge: (input, moment) => {
        const result = plan.judge(input, moment)
        return result === 'interpreter' ? result : { ...result, entitlements: [{ id: 'bone', state: 'granted' }] }
      } }
    }
    expect(await findingOf(inventing)).toMatchObject({ met: false, issues: expect.arrayContaining([expect.objectContaining({ params: expect.objectContaining({ piece: 'bone' }) })]) })
  })

  it('says so where nothing but the interpreter can run the rules', async () => {
    expect(await findingOf(() => undefined)).toMatchObject({ met: true, sentence: { vi: expect.stringContaining('lần lượt từng hộ') } })
  })

  it('waits for rules that can be assembled', async () => {
    expect(await findingOf(planExecution, { ...release, parameters: {} })).toMatchObject({ met: false, sentence: { en: 'Cannot be checked while the draft has errors.' } })
  })
})

describe('Households made up for it', () => {
  it('are the same for the same seed and others for another', () => {
    const draw = (seed: string) => drawHouseholds(dogs, day, seed, 20)
    expect(draw('a')).toEqual(draw('a'))
    expect(draw('a')).not.toEqual(draw('b'))
  })

  it('reach every verdict many times, and leave some undetermined', async () => {
    const counts: Record<string, number> = {}
    for (const input of drawHouseholds(dogs, day, 'seed', 200)) {
      const [outcome] = (await evaluate(dogs, { input, moment: momentAt(day) })).result.outcomes
      const key = String(outcome?.value ?? outcome?.state)
      counts[key] = (counts[key] ?? 0) + 1
    }
    for (const verdict of ['granted', 'conditional', 'refused', 'undetermined']) expect([verdict, (counts[verdict] ?? 0) >= 10]).toEqual([verdict, true])
  })

  const packs = readPacks(fileURLToPath(new URL('../../rulesets', import.meta.url)))
  const releases = assembledPacks(packs).filter((each) => each.release.logic.length > 0).map((each) => [each.folder, each] as const)

  it.each(releases)('fit the dictionary and reach several results of %s, by the plan as by the interpreter', async (_folder, { from, assembly }) => {
    const inputs = drawHouseholds(assembly, from, 'seed', 200)
    expect(inputs.flatMap((input) => checkInput(packs.common, input).filter(({ severity }) => severity === 'error'))).toEqual([])
    const plan = planExecution(assembly)
    if (!plan) throw new Error('The packs can be planned')
    expect(inputs.filter((input) => plan.judge(input, momentAt(from)) === 'interpreter').length).toBeLessThan(100)
    expect(await compareExecution(assembly, plan, inputs.map((input) => ({ input, moment: momentAt(from) })))).toEqual([])
    const verdicts = await Promise.all(inputs.map(async (input) => {
      try {
        const { result: { outcomes, entitlements } } = await evaluate(assembly, { input, moment: momentAt(from) })
        return [...outcomes.map(({ value, state }) => value ?? state), ...entitlements.map(({ state }) => state)].join()
      } catch (error) {
        if (isEvaluationError(error)) return 'conflict'
        throw error
      }
    }))
    expect(new Set(verdicts).size).toBeGreaterThan(2)
  })
})
