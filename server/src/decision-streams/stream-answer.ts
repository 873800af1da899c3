import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { whenGone } from '../plugins/when-gone.ts'
import { Problem } from '../plugins/problem.ts'
import { idleSeconds, untilIdle, type IdleWait } from './idle-stream.ts'
import type { CheckLine } from './line-reading.ts'
import { DecisionStream, type StreamAsked } from './decision-stream.ts'
import { streamLine } from './stream-schema.ts'

/** The type of a body that is a line of JSON for each household. */
export const ndjson = 'application/x-ndjson'

/** A connection over which nothing went in either direction for so long, not even the end of the answer, is taken for lost. */
const lostMilliseconds = (idleSeconds + 30) * 1000

interface Answering extends Omit<StreamAsked, 'checkLine' | 'gone' | 'fault'> {
  readonly idle: IdleWait
}

/** Answers a stream while it comes in: nothing is read while nobody takes what was made of it. */
export function answerStream(request: FastifyRequest, reply: FastifyReply, { idle, ...asked }: Answering): FastifyReply {
  const { raw } = request
  const gone = whenGone(reply)
  raw.socket?.setTimeout?.(lostMilliseconds, () => raw.destroy())
  const stream = new DecisionStream({ ...asked, gone, checkLine: checkLineOf(request), fault: (error) => tell(request, error) })
  // What is left of a request that is not read to its end must not take the answer along.
  const pieces: AsyncIterable<Buffer> = { [Symbol.asyncIterator]: () => raw.iterator({ destroyOnReturn: false }) }
  return reply.type(ndjson).send(Readable.from(stream.answer(untilIdle(pieces, idle)), { objectMode: false, highWaterMark: 1 }))
}

function checkLineOf(request: FastifyRequest): CheckLine {
  const validate = request.compileValidationSchema(streamLine, 'body')
  return (value) => (validate(value) ? [] : (validate.errors ?? []))
}

function tell(request: FastifyRequest, error: unknown): Problem {
  request.log.error(error)
  return new Problem('internal', { request: request.id })
}
