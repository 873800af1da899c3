import { analyseTable } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { isIssue, resolvePackRules } from '@tieuchi/server/policies/pack-rules.ts'
import { expect, it } from 'vitest'
import { rulesets } from './rulesets.ts'

const classificationOn = (at: string) => {
  const rules = resolvePackRules(readPacks(rulesets), { programme: 'poverty', at })
  if (isIssue(rules) || !rules.assemblies.national) throw new Error(`No rules on ${at}`)
  return analyseTable(rules.assemblies.national, 'classification')
}

it.each(['2017-06-01', '2023-06-01', '2026-06-01'])('the classification in force on %s leaves no case out and has no row without use', (at) => {
  expect(classificationOn(at)).toMatchObject({ complete: true, findings: [] })
})

it('the classification of 2027 leaves no case out; its two rows without use wait for the average line, which is open', () => {
  const { complete, findings } = classificationOn('2027-06-01')
  expect(complete).toBe(true)
  expect(findings.map(({ code, severity, rows, known_asked }) => [code, severity, rows[0], known_asked])).toEqual([
    ['row_contradictory', 'notice', 'uecvo2roar', ['average_line']],
    ['row_contradictory', 'notice', 'tsvvaliikg', ['average_line']],
  ])
})
