import { RecentlyUsed } from '@tieuchi/server/policies/recently-used.ts'
import { expect, it } from 'vitest'

it('What was used recently is made once, and made again once others were asked for since', async () => {
  const made: string[] = []
  const kept = new RecentlyUsed<string>(2)
  const ask = (key: string): Promise<string> => kept.find(key, async () => {
    made.push(key)
    return key.toUpperCase()
  })
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(await ask(key)).toBe(key.toUpperCase())
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})

it('Nothing is kept of what could not be made', async () => {
  const kept = new RecentlyUsed<string>(2)
  await expect(kept.find('a', () => Promise.reject(new Error('not there')))).rejects.toThrow('not there')
  expect(await kept.find('a', async () => 'there')).toBe('there')
})
