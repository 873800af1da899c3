import type { FastifySchema, RouteOptions } from 'fastify'

/** What of an operation of the description is added to what its route says. */
interface Operation {
  security?: readonly object[]
  responses?: Record<string, object>
  'x-permission'?: string
}

export interface OpenapiDocument {
  readonly openapi?: string
  readonly components?: { readonly schemas?: object; readonly responses?: object; readonly securitySchemes?: object }
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

type SchemaOfRoute = FastifySchema & { readonly security?: readonly object[]; readonly description?: string; readonly produces?: readonly string[] }

const safeMethods = new Set(['GET', 'HEAD'])

/** Says of a route what it demands: a permission, and how whoever asks shows it. */
export function describeRoute({ schema, route }: { readonly schema: SchemaOfRoute | undefined; readonly route: Pick<RouteOptions, 'config' | 'method'> }): SchemaOfRoute {
  const { permission = 'public', keys = false } = route.config ?? {}
  const session = [route.method].flat().every((method) => safeMethods.has(method)) ? { session: [] } : { session: [], csrf: [] }
  const security = permission === 'public' ? [] : [session, ...(keys ? [{ key: [] }] : [])]
  return Object.assign({ ...schema, ...fileOf(schema), security }, { 'x-permission': permission, ...(keys && { 'x-keys': true }) })
}

/** A route that answers with bytes says of which type; no schema is held against them. */
function fileOf({ response, produces }: SchemaOfRoute = {}): Pick<SchemaOfRoute, 'response'> {
  if (response !== undefined || produces === undefined) return {}
  return { response: { 200: { description: 'The file', content: Object.fromEntries(produces.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])) } } }
}

/** A problem as it is described: its shape is that of every error answer. */
const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'One of the codes of server/src/plugins/problems.md.' },
    detail: { $ref: '#/components/schemas/Words' },
    issues: {
      type: 'array',
      description: 'Each thing wrong with what was sent: where, which value, and what to do.',
      items: {
        type: 'object',
        required: ['code', 'severity', 'path', 'params', 'message'],
        properties: {
          code: { type: 'string' },
          severity: { enum: ['error', 'warning', 'notice'] },
          path: { type: 'array', items: { type: ['string', 'number'] } },
          params: { type: 'object', additionalProperties: true },
          message: { $ref: '#/components/schemas/Words' },
        },
      },
    },
  },
} as const

const wordsSchema = { type: 'object', required: ['vi', 'en'], properties: { vi: { type: 'string' }, en: { type: 'string' } } } as const

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

const retryAfter = { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } }

const responses = {
  BadRequest: { description: 'The request does not have the form described here.', content: problemContent },
  NotSignedIn: { description: 'Nobody is signed in, or the key is not valid.', content: problemContent },
  NotPermitted: { description: 'Whoever asks may not.', content: problemContent },
  TooMany: { description: 'A limit of the key is used up.', headers: retryAfter, content: problemContent },
  Problem: { description: 'Any other problem; `code` says which.', content: problemContent },
} as const

const referTo = (name: keyof typeof responses) => ({ $ref: `#/components/responses/${name}` })

/** Adds to every operation the ways in which it can fail. */
export function withProblems<Document extends OpenapiDocument>(document: Document): Document {
  for (const operations of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(operations)) {
      const open = operation['x-permission'] === 'public'
      const limited = operation.security?.some((way) => 'key' in way) === true
      operation.responses = {
        ...operation.responses,
        400: referTo('BadRequest'),
        ...(!open && { 401: referTo('NotSignedIn'), 403: referTo('NotPermitted') }),
        ...(limited && { 429: referTo('TooMany') }),
        default: referTo('Problem'),
      }
    }
  }
  return { ...document, components: { ...document.components, schemas: { ...document.components?.schemas, Problem: problemSchema, Words: wordsSchema }, responses } }
}

/** What of the description is for keys of partners. */
export function forPartners<Document extends OpenapiDocument>(document: Document): Document {
  const paths = Object.entries(document.paths ?? {}).flatMap(([path, operations]) => {
    const open = Object.entries(operations).filter(([, operation]) => 'x-keys' in operation)
    return open.length === 0 ? [] : [[path, Object.fromEntries(open)] as const]
  })
  return { ...document, paths: Object.fromEntries(paths) }
}
