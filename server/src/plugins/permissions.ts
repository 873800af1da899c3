import fastifyPlugin from 'fastify-plugin'
import type { FastifyInstance, RouteOptions } from 'fastify'
import type { Permission } from '../people/person-role.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route demands; without it the program does not start. */
    permission?: Permission | 'public'
    /** Whether the key of a partner opens the route too. */
    keys?: true
    /** Who asks is found out by `asSignedIn`, on the same way to the database as what the route asks first: for what is sent all the time. */
    entersWithWork?: true
  }
}

/** Refuses to start while any route declares no permission. Must be registered before the first route. */
export const permissions = fastifyPlugin(async (app) => {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => {
    routes.push(route)
  })
  app.addHook('onReady', async () => {
    const undeclared = routes.filter((route) => route.config?.permission === undefined)
    if (undeclared.length === 0) return
    const names = undeclared.map((route) => `${[route.method].flat().join('/')} ${route.url}`)
    throw new Error(`These routes declare no permission (config.permission): ${names.join(', ')}`)
  })
})

/** Declares every route registered afterwards in this scope as public: for plugins that bring their own routes. */
export function declarePublic(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, permission: 'public' }
  })
}
