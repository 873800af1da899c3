import { judgeGate, noAdditions, writeCaseResult, assemble, type CaseDocument, type DraftDocument, type LogicPiece } from '@tieuchi/runtime'
import { planExecution } from '@tieuchi/runtime/agreement'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import { describe, expect, it } from 'vitest'
import { assemblyOf, outcomeOf } from './fixture.ts'
import { dogCommon, dogProgramme, dogReleases } from '../support/dog-licences.ts'

const { release } = dogReleases[1]

const judge = (cases: readonly CaseDocument[], logic: readonly LogicPiece[] = release.logic) => {
  const draft: DraftDocument = { format: 1, programme: dogProgramme, release: { ...release, logic, cases }, additions: noAdditions, valid_from: '2027-01-01' }
  return judgeGate({ draft, common: dogCommon, others: {}, formIssues: [], at: '2027-01-01', execution: planExecution })
}

const confirmed = async (): Promise<readonly CaseDocument[]> =>
  ((await judge(release.cases)).boundaries.proposals ?? []).map(({ purpose: _purpose, suggestion, ...each }) => ({ ...each, expect: suggestion }))

describe('The gate', () => {
  it('says that rows and branches are reached only where cases that are there reach them', async () => {
    const none = await judge([])
    expect(none.reached.met).toBe(false)
    expect(none.reached.issues.map(({ path }) => path.join('/'))).toContain('logic/verdict/rowcondi23')
    const all = await judge([...release.cases, ...await confirmed()])
    expect([all.reached.met, all.reached.issues, all.boundaries.met]).toEqual([true, [], true])
  })

  it('names a row that lost its only cases', async () => {
    const cases = [...release.cases, ...await confirmed()].filter(({ expect: expected }) => expected['licence'] !== 'conditional')
    const { reached } = await judge(cases)
    expect(reached.met).toBe(false)
    expect(reached.sentence.vi).toMatch(/^Còn \d+ dòng hoặc nhánh/)
    expect(reached.remedy).toBeDefined()
  })
})

describe('A threshold that no result reads', () => {
  const idle: LogicPiece = { kind: 'fact', id: 'unread_garden', title: { vi: 'Vườn không ai đọc', en: 'Garden nobody reads' }, of: 'members', value: { if: { id: 'unreadleaf', fact: 'garden_area', operator: 'lessThan', value: 3 }, then: 1, else: 0 } }

  it('is to be acknowledged once for each side, and no problem besides', async () => {
    const { boundaries } = await judge(release.cases, [...release.logic, idle])
    expect(boundaries.issues).toEqual([])
    const ofIdle = boundaries.concerns.filter(({ id }) => id.includes('unread_garden'))
    expect(ofIdle.map(({ sentence }) => sentence.vi.slice(0, sentence.vi.indexOf(' “')))).toEqual(['Không có ca ngay dưới mức', 'Không có ca đúng mức', 'Không có ca ngay trên mức'])
    expect(ofIdle.every(({ sentence }) => sentence.vi.endsWith('”, vì không kết quả nào của hộ đọc điều kiện này.'))).toBe(true)
    expect(new Set(ofIdle.map(({ id }) => id)).size).toBe(3)
  })
})

describe('The gate of a draft whose change was not described yet', () => {
  it('looks at everything but the words, and names those', async () => {
    const draft: DraftDocument = { format: 1, programme: dogProgramme, release: { ...release, changelog: { vi: '', en: '' } }, additions: noAdditions, valid_from: '2027-01-01' }
    const formIssues = validateDocument('draft', draft)
    expect(formIssues.map(({ path }) => path.join('/'))).toEqual(['release/changelog/vi', 'release/changelog/en'])
    const { errors, cases, executions } = await judgeGate({ draft, common: dogCommon, others: {}, formIssues, at: '2027-01-01', execution: planExecution })
    expect([errors.met, cases.met, executions.met]).toEqual([false, true, true])
    expect(errors.issues.map(({ path }) => path.join('/'))).toEqual(expect.arrayContaining(['release/changelog/vi', 'release/changelog/en']))
  })
})

describe('The result of a case in words', () => {
  const assembly = assemble({ programme: 'dog-licence', layer: 'national', common: dogCommon, releases: { 'dog-licence': release } })

  it('is what the code list says, also of a code that is a state of benefits', () => {
    expect(writeCaseResult(assembly, 'licence', 'granted').vi).toBe('cấp')
    expect(writeCaseResult(assembly, 'licence', 'undetermined').vi).toBe('chưa kết luận')
  })

  it('names each of several codes by its title', () => {
    const harbours = assemblyOf([outcomeOf('cargo', 'harbour')])
    expect(writeCaseResult(harbours, 'cargo_outcome', 'north, south').vi).toBe('North, South')
    expect(writeCaseResult(harbours, 'cargo_outcome', 'north, elsewhere').vi).toBe('north, elsewhere')
  })
})
