import { openServerDatabase } from '@tieuchi/server/plugins/database.ts'
import { sql } from 'kysely'
import { describe, expect, inject, it, onTestFinished } from 'vitest'

const server = inject('postgres')

const open = (url: string) => {
  const database = openServerDatabase(url, 4)
  onTestFinished(() => database.close())
  return database.db
}

describe.skipIf(server === '')('a connection to a PostgreSQL server', () => {
  it('reads answers larger than what it reads at once beside many small ones', async () => {
    const db = open(server)
    const large = sql<{ text: string }>`select repeat('Nghèo ', 500000) as text`
    const small = sql<{ number: number }>`select number from generate_series(1, 20000) as number`
    const [one, two, many] = await Promise.all([large.execute(db), large.execute(db), small.execute(db)])
    expect(one.rows[0]?.text === 'Nghèo '.repeat(500_000)).toBe(true)
    expect(two.rows[0]?.text === one.rows[0]?.text).toBe(true)
    expect(many.rows.map(({ number }) => number)).toEqual(Array.from({ length: 20_000 }, (_number, index) => index + 1))
  })

  it('is told that a server cannot encrypt where it shall', async () => {
    const url = new URL(server)
    url.searchParams.set('sslmode', 'verify-full')
    await expect(sql`select 1`.execute(open(url.href))).rejects.toThrow('The server does not support SSL connections')
  })
})
