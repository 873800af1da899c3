import { Readable } from 'node:stream'
import fastifyPlugin from 'fastify-plugin'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { checkNesting, EvaluationLimit, MissingExtension } from '@tieuchi/runtime'
import { describeProblem, Problem } from './problem.ts'
import type { ProblemCode } from './problem-table.ts'
import { requestIssues } from './request-issues.ts'

const fastifyCodes: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_json',
}

/** PostgreSQL: untranslatable_character, character_not_in_repertoire. */
const textCodes = new Set(['22P05', '22021'])
const connectionCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300', '08006', '08001', '08003'])
const connectionMessages = /timeout exceeded when trying to connect|Connection terminated/

/** The one place that writes error answers. What is nested too deep is refused before anything recursive looks at it. */
export const errors = fastifyPlugin(async (app) => {
  app.addHook('preValidation', async ({ body }) => {
    // A stream is looked at line by line, as it comes.
    const tooDeep = body instanceof Readable ? [] : checkNesting(body)
    if (tooDeep.length > 0) throw new Problem('invalid_request', {}, tooDeep)
  })
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = toProblem(error, request)
    if (problem.code === 'internal') request.log.error(error)
    if (problem.code === 'database_unavailable') request.log.warn(error.message)
    return sendProblem(reply, problem)
  })
})

/** Answers with a problem document. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const document = describeProblem(problem)
  const { seconds } = problem.params
  if (document.status === 429 && typeof seconds === 'number') reply.header('retry-after', seconds)
  return reply.code(document.status).type('application/problem+json').serializer(JSON.stringify).send(document)
}

function toProblem(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  if (error instanceof EvaluationLimit) return new Problem('rules_limit', { reason: error.text })
  if (error instanceof MissingExtension) return new Problem('rules_package', { reason: error.text })
  if (error.validation) return new Problem('invalid_request', {}, requestIssues(error.validation, error.validationContext ?? 'body'))
  if (error instanceof SyntaxError && error.statusCode === 400) return new Problem('invalid_json')
  const code = fastifyCodes[error.code]
  if (code) return new Problem(code)
  if (textCodes.has(error.code)) return new Problem('invalid_text')
  if (connectionCodes.has(error.code) || connectionMessages.test(error.message)) return new Problem('database_unavailable')
  return new Problem('internal', { request: request.id })
}
