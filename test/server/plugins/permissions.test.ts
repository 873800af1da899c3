import { fastify } from 'fastify'
import { expect, it } from 'vitest'
import { declarePublic, permissions } from '@tieuchi/server/plugins/permissions.ts'

it('the program does not start while a route declares no permission, and says which', async () => {
  const app = fastify()
  await app.register(permissions)
  app.get('/open', { config: { permission: 'public' } }, async () => 'yes')
  app.post('/forgotten', async () => 'no')
  await expect(app.ready()).rejects.toThrow('POST /forgotten')
})

it('the program starts when every route declares one, those of other people’s plugins by their scope', async () => {
  const app = fastify()
  await app.register(permissions)
  app.get('/own', { config: { permission: 'session' } }, async () => 'yes')
  await app.register(async (scope) => {
    declarePublic(scope)
    scope.get('/theirs', async () => 'yes')
  })
  await app.ready()
  await app.close()
})
