import { setTimeout } from 'node:timers/promises'
import { Problem } from '../plugins/problem.ts'

/** Comes back once nothing was sent for too long, unless the signal says that something came. */
export type IdleWait = (came: AbortSignal) => Promise<void>

/** So long a stream waits for its next piece. */
export const idleSeconds = 120

export const waitIdle: IdleWait = async (came) => setTimeout(idleSeconds * 1000, undefined, { signal: came })

/** The pieces of a stream as they come; a problem where the next one is waited for too long. Left before its end, the stream is told. */
export async function* untilIdle(pieces: AsyncIterable<Buffer>, wait: IdleWait): AsyncGenerator<Buffer> {
  const iterator = pieces[Symbol.asyncIterator]()
  let open = true
  try {
    for (;;) {
      const piece = await nextOrIdle(iterator, wait)
      open = piece.done !== true
      if (piece.done === true) return
      yield piece.value
    }
  } finally {
    if (open) leave(iterator)
  }
}

/** Nobody waits for it: what waits for its next piece itself ends only after that one. */
function leave(iterator: AsyncIterator<Buffer>): void {
  iterator.return?.().catch(() => undefined)
}

async function nextOrIdle(iterator: AsyncIterator<Buffer>, wait: IdleWait): Promise<IteratorResult<Buffer>> {
  const came = new AbortController()
  const next = iterator.next()
  // Where the waiting ends first nobody is left to be told how the reading ends.
  next.catch(() => undefined)
  const idle = wait(came.signal).then(() => { throw new Problem('stream_idle', { seconds: idleSeconds }) }, () => next)
  try {
    return await Promise.race([next, idle])
  } finally {
    came.abort()
  }
}
