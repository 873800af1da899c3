import { soundAnswers } from '@tieuchi/runtime'
import type { Issue } from '@tieuchi/runtime'
import { expect, test } from 'vitest'

const issue = (severity: Issue['severity'], ...path: (string | number)[]): Issue => ({ code: 'input_pattern', severity, path, params: {}, message: { vi: 'sai', en: 'wrong' } })

const answers = { household: { street: 'A', garden_area: -1 }, members: [{ id: 'm1', call_name: 'Lan', born: '19' }, { id: 'm2', born: '1990' }] }

test('a wrong answer is left out and everything else stays', () => {
  const sound = soundAnswers(answers, [issue('error', 'household', 'garden_area'), issue('error', 'members', 0, 'born')])
  expect(sound).toEqual({ household: { street: 'A' }, members: [{ id: 'm1', call_name: 'Lan' }, { id: 'm2', born: '1990' }] })
})

test('answers without an error are handed back as they are', () => {
  expect(soundAnswers(answers, [issue('warning', 'household', 'garden_area')])).toBe(answers)
})
