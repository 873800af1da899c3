import { readUuid } from '@tieuchi/runtime/columns/uuid-words.ts'
import { readBytes } from '@tieuchi/runtime/columns/written-text.ts'
import { copyRows, readNumber, RowFields } from '@tieuchi/server/plugins/database-copy.ts'
import { asSystem, ping, type Database } from '@tieuchi/server/plugins/database.ts'
import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { onEachDatabase } from '../../support/databases.ts'

const texts = ['', 'Thửa đất số 7, tờ bản đồ số 12', '🛶', 'two\nlines\tand a \\', '"quoted"']

onEachDatabase('rows that are copied', (kind) => {
  let database: Database

  beforeAll(async () => {
    database = await kind.openEmpty()
  })

  afterAll(() => database.close())

  const copied = async (query: RawBuilder<unknown>, fields: number) => {
    const rows: (readonly string[])[] = []
    const reader = new RowFields()
    await copyRows(database.db, query, (row) => {
      reader.read(row, fields)
      rows.push(Array.from({ length: fields }, (_field, field) => readBytes(row, reader.start(field), reader.end(field))))
    })
    return rows
  }

  it('come as they are, in order', async () => {
    const rows = await copied(sql`select t.word, repeat(t.word, 5000) from unnest(array[${sql.join(texts.map((text) => sql.lit(text)))}]) with ordinality t (word, place) order by t.place`, 2)
    expect(rows).toEqual(texts.map((text) => [text, text.repeat(5000)]))
  })

  it('stay what they were where a copy of them is kept, however many come after', async () => {
    const kept: Uint8Array[] = []
    await copyRows(database.db, sql`select i::text || repeat('-', 100) from generate_series(1, 5000) i`, (row) => kept.push(row.slice()))
    const reader = new RowFields()
    const words = kept.map((row) => {
      reader.read(row, 1)
      return readBytes(row, reader.start(0), reader.end(0))
    })
    expect(words).toEqual(Array.from({ length: 5000 }, (_word, index) => `${index + 1}${'-'.repeat(100)}`))
  })

  it('are none where there are none', async () => {
    expect(await copied(sql`select 'word' where false`, 1)).toEqual([])
  })

  it('hold ids and numbers as bytes', async () => {
    const id = 'a1b2c3d4-0000-4fff-8e8e-fedcba987654'
    const reader = new RowFields()
    const found: unknown[] = []
    await copyRows(database.db, sql`select ${sql.lit(id)}::uuid, -7`, (row) => {
      reader.read(row, 2)
      const words = Int32Array.from([0, 4, 8, 12], (byte) => readNumber(row, reader.start(0) + byte))
      found.push([readUuid(words, 0), readNumber(row, reader.start(1))])
    })
    expect(found).toEqual([[id, -7]])
  })

  it('end with what the database says where the query fails half-way, and others are answered afterwards', async () => {
    const { db } = database
    const met: Uint8Array[] = []
    await expect(copyRows(db, sql`select 1 / (3 - i) from generate_series(1, 5) i`, (row) => met.push(row))).rejects.toThrow('division by zero')
    expect(met).toHaveLength(2)
    await ping(db)
  })

  it('end with what is wrong with one of them, and others are answered afterwards', async () => {
    const { db } = database
    let taken = 0
    const copying = copyRows(db, sql`select i from generate_series(1, 1000) i`, () => {
      taken += 1
      if (taken === 3) throw new Error('not this one')
    })
    await expect(copying).rejects.toThrow('not this one')
    expect(taken).toBe(3)
    await ping(db)
  })

  it.runIf(kind.name === 'PostgreSQL')('end where the connection breaks, and others are answered afterwards', async () => {
    const { db } = database
    const copying = copyRows(db, sql`select case when i < 5 then i::text else pg_terminate_backend(pg_backend_pid())::text end from generate_series(1, 9) i`, () => undefined)
    await expect(copying).rejects.toThrow()
    await ping(db)
  })

  it('are of no query with values, and of no transaction', async () => {
    const { db } = database
    await expect(copyRows(db, sql`select ${1}`, () => undefined)).rejects.toThrow('takes no values')
    await expect(asSystem(db, (tx) => copyRows(tx, sql`select 1`, () => undefined))).rejects.toThrow('not from a transaction')
  })
})
