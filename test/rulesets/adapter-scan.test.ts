import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { repository } from './rulesets.ts'

const folder = join(repository, 'test/cases')
const sources = readdirSync(folder).filter((name) => name.endsWith('.ts'))

/** Numbers, not digits in a name: the group `elder_75_80` is none. */
const numbersIn = (text: string): readonly number[] => [...text.matchAll(/(?<![\w.])\d[\d_]*(?:\.\d+)?(?:e\d+)?/g)].map(([number]) => Number(number.replaceAll('_', '')))

describe('the adapter of the shared cases', () => {
  it.each(sources)('%s holds no amount: no number above 100', (name) => {
    expect(numbersIn(readFileSync(join(folder, name), 'utf8')).filter((number) => number > 100)).toEqual([])
  })

  it.each(sources)('%s holds no rate other than 0 and 1', (name) => {
    expect(numbersIn(readFileSync(join(folder, name), 'utf8')).filter((number) => !Number.isInteger(number))).toEqual([])
  })

  it('has one table of defaults', () => {
    expect(sources.filter((name) => name.includes('default'))).toEqual(['case-defaults.ts'])
  })
})
