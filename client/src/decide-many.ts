import { headersOf, type Access } from './api.ts'
import { AnswerCut, AnswerStopped, ProblemAnswer } from './api-errors.ts'
import type { DecidedLine, EndOfAnswer, HouseholdLine, LastLine, Problem, RefusedLine, StreamQuery } from './api-shapes.ts'
import { linesOf, readLines } from './lines.ts'

export type { HouseholdLine }

/** What holds for all households: programmes, the day or three dates, the unit of those that name none, whether to explain. */
export type AskedOfAll = Omit<StreamQuery, 'programme'> & { readonly programmes: readonly string[] }

/**
 * Has any number of households decided: each comes out in the order in which it went in, decided or refused, while the next are still
 * being sent. Nothing is held in memory beyond what is on its way, on either side. Whoever leaves the loop ends the request. Returns the last
 * line. Throws `ProblemAnswer` where it is not begun, `AnswerStopped` where the server stopped, `AnswerCut` where the connection was lost.
 */
export async function* decideMany(access: Access, asked: AskedOfAll, households: Iterable<HouseholdLine> | AsyncIterable<HouseholdLine>): AsyncGenerator<DecidedLine | RefusedLine, EndOfAnswer> {
  const left = new AbortController()
  try {
    const body = await send(access, asked, households, left.signal)
    return yield* read(body)
  } finally {
    left.abort()
  }
}

async function send(access: Access, asked: AskedOfAll, households: Iterable<HouseholdLine> | AsyncIterable<HouseholdLine>, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const request = {
    method: 'POST',
    headers: { ...headersOf(access), 'content-type': 'application/x-ndjson' },
    body: linesOf(households, signal),
    // A body that is a stream has to say so; types of browsers do not know it yet.
    duplex: 'half',
    signal,
  } as const
  const response = await fetch(new URL(`/api/decisions?${queryOf(asked).toString()}`, access.address), request)
  if (!response.ok) throw new ProblemAnswer((await response.json()) as Problem, Number(response.headers.get('retry-after')) || undefined)
  if (response.body === null) throw new AnswerCut()
  return response.body
}

function queryOf({ programmes, ...others }: AskedOfAll): URLSearchParams {
  const query = new URLSearchParams(programmes.map((programme): [string, string] => ['programme', programme]))
  for (const [name, value] of Object.entries(others)) if (value !== undefined) query.set(name, String(value))
  return query
}

async function* read(body: ReadableStream<Uint8Array>): AsyncGenerator<DecidedLine | RefusedLine, EndOfAnswer> {
  try {
    for await (const value of readLines(body)) {
      const line = value as DecidedLine | RefusedLine | LastLine
      if (!('end' in line)) yield line
      else if (line.end.complete) return line.end
      else throw new AnswerStopped(line.end)
    }
  } catch (error) {
    if (error instanceof AnswerStopped) throw error
    throw new AnswerCut({ cause: error })
  }
  throw new AnswerCut()
}
