import helmet from '@fastify/helmet'
import type { FastifyReply } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { OutgoingHttpHeader } from 'node:http'

/** What the plugin writes is the same for every answer, and costs it more to put together than anything else an answer has in its head. */
class WrittenOnce {
  #written: readonly (readonly [string, OutgoingHttpHeader])[] | undefined

  async write(reply: FastifyReply): Promise<void> {
    if (this.#written === undefined) {
      await reply.helmet()
      this.#written = Object.entries(reply.raw.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
    } else for (const [name, value] of this.#written) reply.raw.setHeader(name, value)
  }
}

/**
 * Security headers. Scripts only from this address and no `unsafe-eval`; inline styles are allowed because the web application's
 * components set positions and colours that way. Answers about people stay out of caches unless a route says otherwise.
 */
export const headers = fastifyPlugin<{ readonly secure: boolean }>(async (app, { secure }) => {
  await app.register(helmet, {
    global: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        // The preview of a form is a phone within the page; nobody else may show ours.
        frameAncestors: ["'self'"],
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
  })
  const written = new WrittenOnce()
  app.addHook('onRequest', (_request, reply) => written.write(reply))
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
})
