import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fastifyPlugin from 'fastify-plugin'
import { describeRoute, withProblems, type OpenapiDocument } from './openapi-routes.ts'
import { declarePublic } from './permissions.ts'

/** The description of the API, generated from the routes: as a page at `/api/docs`, as JSON at `/api/docs/json`. */
export const openapi = fastifyPlugin(async (app) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tiêu Chí',
        version: '1',
        description: 'Forms and rules for public policy. People sign in with POST /api/session and send `csrf` of its answer as header `x-csrf-token` with every change. Programs of partners send their key as `Authorization: Bearer …`; it opens the operations that say `key`. `x-permission` is what an operation demands. Errors are application/problem+json.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'tieuchi' },
          key: { type: 'http', scheme: 'bearer', description: 'The key of a partner, which an administrator makes.' },
          csrf: { type: 'apiKey', in: 'header', name: 'x-csrf-token' },
        },
      },
    },
    transform: ({ schema, url, route }) => ({ schema: describeRoute({ schema, route }), url }),
    transformObject: (document) => ('openapiObject' in document ? withProblems(document.openapiObject as OpenapiDocument) : document.swaggerObject) as object,
  })
  await app.register(async (scope) => {
    declarePublic(scope)
    await scope.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: false })
  })
})
