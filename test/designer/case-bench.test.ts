import { benchForm, besideForm, unitForm, withForm } from '@tieuchi/designer/src/case-bench/bench-form.ts'
import { apart, membershipOf, withAnswers, withMembership, withMoment } from '@tieuchi/designer/src/case-bench/case-content.ts'
import { findCases, readFilter, resultFacets, stateOf } from '@tieuchi/designer/src/case-bench/case-list.ts'
import { expectablesOf, withExpected } from '@tieuchi/designer/src/case-bench/expectations.ts'
import { judgeCase } from '@tieuchi/designer/src/case-bench/use-case-judgement.ts'
import { markCoverage } from '@tieuchi/designer/src/evidence/coverage-marks.ts'
import { assemble, assumableResults, formSet, generateForm, questionsOf, recordedOutcomes, type Assembly, type CaseDocument, type FormDocument, type LogicPiece, type Release } from '@tieuchi/runtime'
import { describe, expect, test } from 'vitest'
import { benefitPacks } from '../support/dog-benefits.ts'
import { dogCommon, dogReleases } from '../support/dog-licences.ts'

const [{ release }] = dogReleases
const assembled = (of: Release = release): Assembly => assemble({ programme: 'dog-licence', layer: 'national', common: dogCommon, releases: { 'dog-licence': of } })
const text = (words: string) => ({ vi: words, en: words })
const example: CaseDocument = { id: 'casegarden', title: text('Vườn đẹp'), at: '2026-06-01', given: { household: { garden_area: 15, fenced: true }, members: [{ id: 'd', part: 'dog', vaccinated: true }], unit: { zone: 'field' } }, expect: { licence: 'granted' } }
const asked = (form: FormDocument) =>
  form.sections.map((section) => [section.id, ...questionsOf({ ...form, sections: [section] }).map(({ item: { field }, of }) => (of === 'members' ? `member ${field}` : field))])

describe('The questions of the bench', () => {
  test('are those of the form, and behind them what the rules read besides', () => {
    const [form] = release.forms
    const [place] = form?.sections ?? []
    if (!form || !place) throw new Error('The release has a form')
    const short = { ...form, sections: [{ ...place, items: place.items.slice(0, 1) }] }
    expect(asked(benchForm(assembled(), {}, short))).toEqual([['sectplace2', 'street'], [besideForm, 'garden_area', 'fenced', 'member call_name', 'member part', 'member vaccinated']])
  })

  test('are what the rules read where there is no form, and what the case answers already', () => {
    const bench = benchForm(assembled({ ...release, forms: [] }), { household: { telephone: '1' } }, undefined)
    expect(asked(bench)).toEqual([[besideForm, 'garden_area', 'fenced', 'telephone', 'member call_name', 'member part', 'member vaccinated']])
    expect(generateForm(formSet(withForm(assembled(), bench), 'bench'), 'vi').sections[0]?.title).toBe('Thông tin mà quy tắc đọc')
  })

  test('name the members even of rules that only count them', () => {
    expect(asked(benchForm(assembled({ ...release, forms: [], logic: [] }), {}, undefined))).toEqual([[besideForm, 'member call_name']])
  })

  test('of earlier decisions are those that the rules read, and those that a case names', () => {
    const again: LogicPiece = { kind: 'fact', id: 'again', title: text('Lại xin'), value: { count: 'history', outcome: 'dog-licence.licence' } }
    const own = assembled({ ...release, logic: [...release.logic, again] })
    expect(recordedOutcomes(own, ['other.class']).map(({ name, title, list }) => [name, title.vi, list])).toEqual([['dog-licence.licence', 'Giấy phép', 'licence'], ['other.class', 'other.class', undefined]])
    expect(assumableResults(own).map(({ name }) => name)).toEqual(expect.arrayContaining(['common.dog_count', 'dog-licence.licence', 'dog-licence.obstacles.open_garden', 'dog-licence.again']))
  })

  test('of the place are the attributes that the rules read', () => {
    expect(asked(unitForm(assembled(), {}))).toEqual([['unitanswers', 'zone']])
  })
})

describe('A case on the bench', () => {
  test('forgets an answer taken back, and what was said of members who are gone', () => {
    const written: CaseDocument = { ...example, assume: { 'dog-licence.fine': { d: true } }, expect: { licence: 'granted', tame: { d: true } } }
    const after = withAnswers(written, { household: {}, members: [] })
    expect(after.given).toEqual({ members: [], unit: { zone: 'field' } })
    expect([after.expect, after.assume]).toEqual([{ licence: 'granted' }, undefined])
  })

  test('knows nobody until somebody is named, which is another thing than that there is nobody', () => {
    expect(withAnswers({ ...example, given: {} }, { household: { fenced: true }, members: [] }).given).toEqual({ household: { fenced: true } })
    expect(membershipOf({})).toBe('unknown')
    expect(withMembership({}, 'complete')).toEqual({ members: [] })
    expect(withMembership({ members: [{ id: 'd' }] }, 'partial')).toEqual({ members: [{ id: 'd' }], members_complete: false })
  })

  test('has one day, or three dates', () => {
    const three = apart(example, true)
    expect([three.at, three.moment]).toEqual([undefined, { law_at: '2026-06-01', facts_at: '2026-06-01', unit_at: '2026-06-01' }])
    expect(withMoment(three, '2026-07-01')).toEqual({ ...example, at: '2026-07-01' })
  })

  test('expects of a member what is said of it, and nothing where that is taken back', () => {
    const expected = withExpected({}, { name: 'tame', member: 'd' }, true)
    expect(expected).toEqual({ tame: { d: true } })
    expect(withExpected(expected, { name: 'tame', member: 'd' }, undefined)).toEqual({})
  })

  test('can expect results, entitlements with their amounts, rules and facts', () => {
    const [entry] = benefitPacks.programmes[0]?.releases ?? []
    if (!entry) throw new Error('There are benefits')
    const names = expectablesOf(assembled(entry.release), example.given.members ?? []).map(({ name, member = '' }) => `${name} ${member}`.trim())
    expect(names).toEqual(['obstacles.open_garden', 'obstacles.no_vaccination', 'unvaccinated_dogs', 'obstacle_count', 'licence', 'fence_grant', 'fence_grant.amount', 'vaccination_offer d', 'dog_count'])
  })

  test('is judged with what came out of everything it can expect; a missing answer stays missing', async () => {
    const judgement = await judgeCase({ assembly: withForm(assembled(), benchForm(assembled(), {}, release.forms[0])), others: {}, example: { ...example, given: { ...example.given, household: { fenced: true } } } })
    expect(judgement?.cameOut.map(({ name, value }) => [name, value])).toContainEqual(['licence', 'undetermined'])
    expect(judgement?.result.evaluation?.result.outcomes[0]?.missing).toEqual([{ field: 'garden_area' }])
  })

  test('is not judged while the draft has errors', async () => {
    expect(await judgeCase({ assembly: assembled({ ...release, parameters: {} }), others: {}, example })).toBeUndefined()
  })
})

describe('A list of cases', () => {
  const cases: readonly CaseDocument[] = [
    example,
    { ...example, id: 'casewrong2', title: text('Sai'), expect: { licence: 'refused' } },
    { ...example, id: 'caseopen23', title: text('Chưa rõ'), given: {}, expect: { licence: 'granted' } },
    { ...example, id: 'casefree23', title: text('Chưa ghi'), expect: {} },
  ]

  test('says of each whether it passes, fails, cannot be concluded, or expects nothing', async () => {
    const outcomes = (await markCoverage({ programme: 'dog-licence', common: dogCommon, releases: { 'dog-licence': { ...release, cases } } }))?.outcomes ?? {}
    expect(cases.map((each) => stateOf(each, outcomes))).toEqual(['passed', 'failed', 'undetermined', 'unexpected'])
    expect(resultFacets(cases, outcomes, assembled().lists)).toEqual([{ result: 'granted', list: 'licence', count: 3 }, { result: 'undetermined', list: 'licence', count: 1 }])
    const found = (search: string, only?: string) => findCases(cases, outcomes, search, readFilter(only)).map(({ id }) => id)
    expect(found('vuon dep')).toEqual(['casegarden'])
    expect(found('', 'failed')).toEqual(['casewrong2'])
    expect(found('', 'result.undetermined')).toEqual(['caseopen23'])
  })

  test('says without running them which expect nothing', () => {
    expect(cases.map((each) => stateOf(each, {}))).toEqual([undefined, undefined, undefined, 'unexpected'])
  })
})
