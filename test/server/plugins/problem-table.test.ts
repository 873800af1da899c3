import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { problemTable } from '@tieuchi/server/plugins/problem-table.ts'

const page = readFileSync(fileURLToPath(new URL('../../../server/src/plugins/problems.md', import.meta.url)), 'utf8')

it('the page of problems lists every code with its status, and no other', () => {
  const documented = [...page.matchAll(/^\| `(\w+)` \| (\d+) \|/gm)].map(([, code, status]) => [code, Number(status)])
  const table = Object.entries(problemTable).map(([code, { status }]) => [code, status])
  expect(documented.toSorted()).toEqual(table.toSorted())
})

it('the same blanks are filled in both languages', () => {
  const blanks = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted()
  for (const [code, { detail }] of Object.entries(problemTable)) expect(blanks(detail.vi), code).toEqual(blanks(detail.en))
})
