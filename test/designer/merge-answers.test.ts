import { mergeAnswers } from '@tieuchi/designer/src/review/merge-answers.ts'
import { describe, expect, test } from 'vitest'

const base = { household: { street: 'A', fenced: true, tools: ['saw', 'axe'] }, members: [{ id: 'm1', call_name: 'Lan', born: '1980' }, { id: 'm2', call_name: 'Mực' }] }

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)

describe('Two people at the same answers', () => {
  test('what each changed stands, question by question', () => {
    const mine = { household: { ...base.household, street: 'B' }, members: [{ id: 'm1', call_name: 'Lan', born: '1981' }, { id: 'm2', call_name: 'Mực' }] }
    const theirs = { household: { ...base.household, fenced: false, garden: 5 }, members: [{ id: 'm1', call_name: 'Lan Anh', born: '1980' }, { id: 'm2', call_name: 'Mực' }] }
    expect(mergeAnswers({ base, mine, theirs })).toEqual({
      answers: { household: { street: 'B', fenced: false, garden: 5, tools: ['saw', 'axe'] }, members: [{ id: 'm1', call_name: 'Lan Anh', born: '1981' }, { id: 'm2', call_name: 'Mực' }] },
      both: [],
    })
  })

  test('what both changed is mine, and is named', () => {
    const mine = { household: { ...base.household, street: 'B' }, members: [{ id: 'm1', call_name: 'Lan', born: '1981' }, { id: 'm2', call_name: 'Mực' }] }
    const theirs = { household: { ...base.household, street: 'C' }, members: [{ id: 'm1', call_name: 'Lan', born: '1982' }, { id: 'm2', call_name: 'Mực' }] }
    const merged = mergeAnswers({ base, mine, theirs })
    expect(merged.answers).toEqual(mine)
    expect(merged.both).toEqual([{ field: 'street' }, { field: 'born', member: 'm1' }])
  })

  test('the same change on both sides is no conflict', () => {
    const changed = { ...base, household: { street: 'B', fenced: true, tools: [] } }
    expect(mergeAnswers({ base, mine: changed, theirs: { ...changed, household: { ...changed.household, tools: [] } } })).toEqual({ answers: changed, both: [] })
  })

  test('an answer taken back stays taken back', () => {
    const { street: _mine, ...withoutStreet } = base.household
    const { fenced: _theirs, ...withoutFence } = base.household
    expect(mergeAnswers({ base, mine: { ...base, household: withoutStreet }, theirs: { ...base, household: withoutFence } }).answers.household).toEqual({ tools: ['saw', 'axe'] })
  })

  test('members added on either side are kept, those taken out are out', () => {
    const mine = { ...base, members: [{ id: 'm2', call_name: 'Mực' }, { id: 'mine', call_name: 'Na' }] }
    const theirs = { ...base, members: [{ id: 'm1', call_name: 'Lan', born: '1980' }, { id: 'theirs', call_name: 'Tí' }] }
    const merged = mergeAnswers({ base, mine, theirs })
    expect(merged.answers.members).toEqual([{ id: 'theirs', call_name: 'Tí' }, { id: 'mine', call_name: 'Na' }])
    expect(merged.both).toEqual([])
  })

  test('a member taken out on one side and changed on the other is named, and is as was chosen', () => {
    const withoutFirst = { ...base, members: base.members.slice(1) }
    const changedFirst = { ...base, members: [{ id: 'm2', call_name: 'Mực' }, { id: 'm1', call_name: 'Lan', born: '1990' }] }
    for (const [mine, theirs] of [[withoutFirst, changedFirst], [changedFirst, withoutFirst]] as const) {
      const merged = mergeAnswers({ base, mine, theirs })
      expect(merged.answers.members.toSorted(byId)).toEqual(mine.members.toSorted(byId))
      expect(merged.both).toEqual([{ field: 'members', member: 'm1' }])
      expect(mergeAnswers({ base, mine, theirs }, { choose: () => 'theirs' }).answers.members.toSorted(byId)).toEqual(theirs.members.toSorted(byId))
    }
  })

  test('where both changed a question the side that was chosen stands, question by question', () => {
    const mine = { household: { ...base.household, street: 'B', fenced: false }, members: base.members }
    const theirs = { household: { ...base.household, street: 'C', tools: [] }, members: base.members }
    expect(mergeAnswers({ base, mine, theirs }, { choose: () => 'theirs' }).answers.household).toEqual({ street: 'C', fenced: false, tools: [] })
  })

  test('how somebody came or went goes with them, and is asked where both say otherwise', () => {
    const departed = (how: 'left' | 'died') => ({ ...base, members: base.members.slice(1), departures: { m1: { how, answers: { id: 'm1', call_name: 'Lan' } } } })
    expect(mergeAnswers({ base, mine: departed('left'), theirs: { ...base, household: {} } })).toEqual({ answers: { ...departed('left'), household: {} }, both: [] })
    expect(mergeAnswers({ base, mine: base, theirs: departed('left') })).toEqual({ answers: departed('left'), both: [] })
    expect(mergeAnswers({ base: departed('left'), mine: base, theirs: departed('left') }).answers.departures).toBeUndefined()
    const both = mergeAnswers({ base, mine: departed('left'), theirs: departed('died') }, { choose: () => 'theirs' })
    expect(both).toEqual({ answers: departed('died'), both: [{ field: 'members', member: 'm1' }] })
    const arrived = { ...base, members: [...base.members, { id: 'm3', call_name: 'Na' }], arrivals: { m3: { how: 'born' as const } } }
    expect(mergeAnswers({ base, mine: arrived, theirs: departed('left') }).answers).toMatchObject({ members: [{ id: 'm2' }, { id: 'm3' }], arrivals: { m3: { how: 'born' } }, departures: { m1: { how: 'left' } } })
  })

  test('what was sent from here and lost its answer is nobody else’s, also under changes of the other', () => {
    const sent = { household: { ...base.household, street: 'B', fenced: false }, members: base.members }
    const theirs = { ...sent, household: { ...sent.household, garden: 5 } }
    const mine = { household: { ...base.household, street: 'BC' }, members: base.members }
    expect(mergeAnswers({ base, mine, theirs }, { unanswered: [sent] })).toEqual({ answers: { ...mine, household: { ...mine.household, garden: 5 } }, both: [] })
  })
})
