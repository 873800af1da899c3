import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fastifyPlugin from 'fastify-plugin'
import { declarePublic } from './permissions.ts'

/** The description of the API, generated from the routes: as a page at `/api/docs`, as JSON at `/api/docs/json`. */
export const openapi = fastifyPlugin(async (app) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tiêu Chí',
        version: '1',
        description: 'Forms and rules for public policy. Sign in with POST /api/session; send `csrf` of its answer as header `x-csrf-token` with every change. Errors are application/problem+json.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'tieuchi' },
          csrf: { type: 'apiKey', in: 'header', name: 'x-csrf-token' },
        },
      },
      security: [{ session: [], csrf: [] }],
    },
  })
  await app.register(async (scope) => {
    declarePublic(scope)
    await scope.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: false })
  })
})
