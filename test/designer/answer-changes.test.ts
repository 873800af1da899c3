import { addMember, answerHousehold, answerMember, removeMember } from '@tieuchi/designer/src/review/answer-changes.ts'
import { randomId } from '@tieuchi/designer/src/ui/random-id.ts'
import { describe, expect, test } from 'vitest'

const answers = { household: { street: 'A', fenced: true }, members: [{ id: 'm1', call_name: 'Lan' }, { id: 'm2' }] }

describe('Changes of answers', () => {
  test('clearing an answer leaves no property behind', () => {
    expect(answerHousehold(answers, 'fenced', undefined).household).toEqual({ street: 'A' })
    expect(Object.keys(answerMember(answers, 'm1', 'call_name', undefined).members[0] ?? {})).toEqual(['id'])
  })

  test('“none of these” is an answer and stays', () => {
    expect(answerHousehold(answers, 'tools', []).household).toHaveProperty('tools', [])
  })

  test('an answer of one member leaves the others as they are', () => {
    const changed = answerMember(answers, 'm2', 'call_name', 'Mực')
    expect(changed.members).toEqual([{ id: 'm1', call_name: 'Lan' }, { id: 'm2', call_name: 'Mực' }])
    expect(changed.members[0]).toBe(answers.members[0])
  })

  test('members come with an id of their own and go with all their answers', () => {
    const id = randomId()
    expect(id).toMatch(/^[a-z2-7]{10}$/)
    expect(removeMember(addMember(answers, id), 'm1').members).toEqual([{ id: 'm2' }, { id }])
  })
})
