import type { IncomingMessage } from 'node:http'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { waitIdle, type IdleWait } from '../decision-streams/idle-stream.ts'
import { answerStream, ndjson } from '../decision-streams/stream-answer.ts'
import { demandNoQuery, readStreamRequest } from '../decision-streams/stream-request.ts'
import { answerLine, streamLine, streamQuery } from '../decision-streams/stream-schema.ts'
import { signedInOrThrow } from '../plugins/auth.ts'
import type { Clock } from '../plugins/clock.ts'
import { asPerson, type Db } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { requestIssues } from '../plugins/request-issues.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { uuidPattern } from '../submissions/submission-schema.ts'
import { askingOf } from './decision-asking.ts'
import { linesOf, readExamples } from './decision-examples.ts'
import { decisionRequest, decisionResponse, storedDecision, type DecisionRequest } from './decision-schema.ts'
import { decideOnce, getDecisionOrThrow } from './decision-service.ts'

interface DecisionOptions {
  readonly db: Db
  readonly book: RuleBook
  readonly clock: Clock
  /** When a stream of households was idle for too long. */
  readonly idle?: IdleWait
}

const tags = ['decisions']

const description = `One household as JSON gives one decision. Any number of them as lines of JSON (${ndjson}), one each, give a line each in the same order while the rest is still being sent: \
read while you write. What holds for all lines stands in the address. A line that cannot be decided is answered with a problem, and the stream goes on; a line has at most 128 KiB. \
The last line has \`end\`: an answer without it was cut off. Of the answers sent along nothing is stored.`

export const decisionRoutes: FastifyPluginAsyncTypebox<DecisionOptions> = async (app, { db, book, clock, idle = waitIdle }) => {
  app.addContentTypeParser(ndjson, (_request: unknown, payload: IncomingMessage, done: (error: Error | null, body: unknown) => void) => done(null, payload))

  const { one, many } = readExamples()

  /** Decides on answers sent along, of one household or, as a stream of lines, of any number; nothing is stored but that somebody asked. */
  app.post('/api/decisions', {
    config: { permission: 'decisions.create', keys: true },
    schema: {
      tags,
      summary: 'Decide on answers sent along, of one household or of many',
      querystring: streamQuery,
      description,
      body: { content: { 'application/json': { schema: { ...decisionRequest, examples: [one.request] } }, [ndjson]: { schema: { ...streamLine, examples: [linesOf(many.request)] } } } },
      response: { 200: { description: 'What was decided', content: { 'application/json': { schema: decisionResponse, example: one.response }, [ndjson]: { schema: answerLine, example: linesOf(many.response) } } } },
    },
  }, async (request, reply) => {
    const asking = askingOf(request)
    if (isStream(request.headers['content-type'])) return answerStream(request, reply, { db, book, clock, asking, idle, request: readStreamRequest(request.query, asking) })
    demandNoQuery(request.query)
    const body = demandBody(request.body)
    return asPerson(db, asking.reach, (tx) => decideOnce(tx, book, { asking, now: clock() }, body))
  })

  /** A stored decision with its explanation. */
  app.get('/api/decisions/:id', {
    config: { permission: 'decisions.read' },
    schema: { tags, summary: 'A stored decision', params: Type.Object({ id: Type.String({ pattern: uuidPattern }) }), response: { 200: storedDecision } },
  }, async (request) => asPerson(db, signedInOrThrow(request), (tx) => getDecisionOrThrow(tx, book, request.params.id)))
}

/** What came as JSON was checked; a request without any type has no body to check. */
function demandBody(body: unknown): DecisionRequest {
  if (typeof body !== 'object' || body === null) throw new Problem('invalid_request', {}, requestIssues([{ keyword: 'type', instancePath: '', schemaPath: '', params: { type: 'object' } }], 'body'))
  return body as DecisionRequest
}

const isStream = (type: string | undefined): boolean => type?.split(';')[0]?.trim().toLowerCase() === ndjson
