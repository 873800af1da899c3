import { recordedHistory, standingDecisions, type RecordedDecision } from '@tieuchi/server/known-households/recorded-history.ts'
import { describe, expect, it } from 'vitest'

type Outcomes = NonNullable<RecordedDecision['layers']['national']>

const licence = (value: string | undefined): Outcomes => ({ outcomes: [{ id: 'licence', ...(value === undefined ? { state: 'undetermined' } : { state: 'determined', value }) }], member_outcomes: {} })

const decided = (from: string, national: Outcomes | undefined, more: Partial<RecordedDecision> = {}): RecordedDecision =>
  ({ programme: 'dog-licence', from, decided_at: new Date(`${from}T18:00:00Z`), layers: national ? { national } : {}, ...more })

const reading = (...outcomes: string[]) => ({ outcomes: new Set(outcomes), programmes: new Set(outcomes.map((outcome) => outcome.split('.', 1).join())) })

const historyOf = (...decisions: RecordedDecision[]) => recordedHistory(standingDecisions(decisions), reading('dog-licence.licence', 'dog-licence.barks'))

describe('The history of stored decisions', () => {
  it('has each from its reference date until the day before the next, decided on the day it was in Việt Nam', () => {
    expect(historyOf(decided('2027-01-01', licence('refused')), decided('2026-02-01', licence('granted')))).toEqual({
      history: [
        { programme: 'dog-licence', layer: 'national', outcome: 'licence', value: 'granted', from: '2026-02-01', to: '2026-12-31', decided_on: '2026-02-02' },
        { programme: 'dog-licence', layer: 'national', outcome: 'licence', value: 'refused', from: '2027-01-01', decided_on: '2027-01-02' },
      ],
      history_from: '2026-02-01',
    })
  })

  it('is complete since ever where nothing had been decided before the first decision stored here', () => {
    expect(historyOf(decided('2026-02-01', licence('granted'), { nothing_before: false })).history_from).toBe('2026-02-01')
    const { history, history_from: since } = historyOf(decided('2026-02-01', licence('granted'), { nothing_before: true }))
    expect([history?.length, since]).toEqual([1, undefined])
  })

  it('is split by one made later for a day between, and keeps of several for one day the last', () => {
    const belated = decided('2026-06-01', licence('conditional'), { decided_at: new Date('2027-03-01T00:00:00Z') })
    const corrected = decided('2026-02-01', licence('refused'), { decided_at: new Date('2026-02-01T17:00:00Z') })
    expect(historyOf(decided('2027-01-01', licence('refused')), decided('2026-02-01', licence('granted')), belated, corrected).history).toMatchObject([
      { value: 'granted', from: '2026-02-01', to: '2026-05-31' }, { value: 'conditional', from: '2026-06-01', to: '2026-12-31', decided_on: '2027-03-01' }, { value: 'refused', from: '2027-01-01' },
    ])
  })

  it('does not know what a decision left open, though that ends the one before', () => {
    const { history = [] } = historyOf(decided('2026-02-01', licence('granted')), decided('2026-06-01', licence(undefined)))
    expect(history).toMatchObject([{ value: 'granted', to: '2026-05-31' }, { from: '2026-06-01' }])
    expect(history[1]).not.toHaveProperty('value')
  })

  it('has what no longer applies end, without another entry', () => {
    const notAsked: Outcomes = { outcomes: [{ id: 'licence', state: 'not_applicable' }], member_outcomes: {} }
    expect(historyOf(decided('2026-02-01', licence('granted')), decided('2026-06-01', notAsked)).history).toMatchObject([{ value: 'granted', to: '2026-05-31' }])
  })

  it('tells members apart, and both layers', () => {
    const of = (dogs: Readonly<Record<string, boolean>>): Outcomes => ({ outcomes: [], member_outcomes: Object.fromEntries(Object.entries(dogs).map(([id, value]) => [id, [{ id: 'barks', state: 'determined', value }]])) })
    const local = { layers: { national: licence('refused'), local: licence('granted') } }
    expect(historyOf(decided('2026-02-01', of({ a: true, b: true })), decided('2026-03-01', of({ a: false }))).history).toMatchObject([
      { member: 'a', value: true, to: '2026-02-28' }, { member: 'b', value: true }, { member: 'a', value: false, from: '2026-03-01' },
    ])
    expect(historyOf(decided('2026-02-01', undefined, local), decided('2026-03-01', licence('refused'))).history).toMatchObject([
      { layer: 'national', value: 'refused', to: '2026-02-28' }, { layer: 'local', value: 'granted', to: '2026-02-28' }, { layer: 'national', from: '2026-03-01' },
    ])
  })

  it('is not known before the first decision, nor where a programme that is read decided nothing', () => {
    const [own, other] = [decided('2026-02-01', licence('granted')), decided('2026-04-01', licence('granted'), { programme: 'kennel' })]
    const read = (...outcomes: string[]) => recordedHistory(standingDecisions([own, other]), reading(...outcomes))
    expect(read('dog-licence.licence', 'kennel.licence')).toMatchObject({ history_from: '2026-04-01' })
    expect(read('dog-licence.licence', 'tax.paid')).toEqual({})
    expect(read()).toEqual({})
  })
})
