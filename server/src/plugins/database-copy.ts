import { sql, type Kysely, type RawBuilder } from 'kysely'
import type pg from 'pg'
import type { Tables } from './database-tables.ts'

/** Takes a row while it is read: its bytes are those of the connection, which soon reads others into them. What `slice` gives of it stays. */
export type TakeRow = (row: Uint8Array) => void

/** What `pg` asks of something that a connection is given to do: https://node-postgres.com/apis/client#clientquery */
interface Submitted extends pg.Submittable {
  handleCopyData(message: { readonly chunk: Uint8Array }): void
  handleCommandComplete(): void
  handleError(error: Error): void
  handleReadyForQuery(): void
}

const pools = new WeakMap<Kysely<Tables>, pg.Pool>()

/** Notes from which pool a database takes its connections. */
export function copiesFrom(db: Kysely<Tables>, pool: pg.Pool): void {
  pools.set(db, pool)
}

/**
 * Hands over the rows of a query as the database writes them for `copy … (format binary)`, of which no string or object is made: where hundreds of
 * thousands are read, those cost more than all that is done with them. The query takes no values: `sql.lit` puts them into it. It runs on a
 * connection of its own, never inside a transaction.
 */
export async function copyRows(db: Kysely<Tables>, query: RawBuilder<unknown>, take: TakeRow): Promise<void> {
  const { sql: text, parameters } = sql`copy (${query}) to stdout (format binary)`.compile(db)
  if (parameters.length > 0) throw new Error('A query whose rows are copied takes no values')
  const pool = pools.get(db)
  if (!pool) throw new Error('Rows are copied from a database that was opened, not from a transaction')
  const client = await pool.connect()
  const { failed, broken } = await new Promise<Copied>((resolve) => client.query(copying(text, take, resolve)))
  client.release(broken)
  if (failed) throw failed.error
}

/** How copying ended: whether a row could not be had or taken, and whether the connection may be of no more use. */
interface Copied {
  readonly failed?: { readonly error: unknown } | undefined
  readonly broken: boolean
}

/** Rows that are still on their way when one could not be taken are passed over: the connection is free when the last has come. */
function copying(text: string, take: TakeRow, end: (copied: Copied) => void): Submitted {
  let failed: Copied['failed']
  return {
    submit: (connection) => connection.query(text),
    handleCopyData: ({ chunk }) => {
      if (failed) return
      try {
        const from = firstRow(chunk)
        if (from < chunk.length && !isEnd(chunk, from)) take(bytesFrom(chunk, from))
      } catch (error) {
        failed = { error }
      }
    },
    handleCommandComplete: () => undefined,
    handleError: (error) => end({ failed: { error }, broken: true }),
    handleReadyForQuery: () => end({ failed, broken: false }),
  }
}

/** `slice` of a buffer of Node is a view of the same bytes; of an array of bytes it is a copy: https://nodejs.org/api/buffer.html#bufslicestart-end */
const bytesFrom = ({ buffer, byteOffset, length }: Uint8Array, from: number): Uint8Array => new Uint8Array(buffer, byteOffset + from, length - from)

/** Before the first row stands a head, without extensions; it begins with a letter, as no number of fields does. https://www.postgresql.org/docs/current/sql-copy.html */
const firstOfHead = 0x50
const headLength = 19

const firstRow = (chunk: Uint8Array): number => (chunk[0] === firstOfHead ? headLength : 0)

/** In place of the number of fields −1 is written behind the last row. */
const isEnd = (chunk: Uint8Array, from: number): boolean => chunk[from] === 0xff && chunk[from + 1] === 0xff

/** Where the fields of a row begin and end, in the order of the query; none of them is null. */
export class RowFields {
  readonly #starts: number[] = []
  readonly #ends: number[] = []

  /** Looks at another row. */
  read(row: Uint8Array, fields: number): void {
    let at = 2
    for (let field = 0; field < fields; field += 1) {
      const start = at + 4
      at = start + readNumber(row, at)
      this.#starts[field] = start
      this.#ends[field] = at
    }
  }

  start(field: number): number {
    return this.#starts[field] ?? 0
  }

  end(field: number): number {
    return this.#ends[field] ?? 0
  }
}

/** A number of four bytes, the highest first. */
export const readNumber = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
