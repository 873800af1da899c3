import { build } from '../app.ts'
import { writer } from '../plugins/database-prepared.ts'
import { forPartners, type OpenapiDocument } from '../plugins/openapi-routes.ts'

/** Writes the description of the API as JSON, whole or, with `--partners`, what keys of partners open. It needs no database. */
const app = await build({ db: writer })
await app.ready()
const document = app.swagger() as OpenapiDocument
await app.close()
process.stdout.write(`${JSON.stringify(process.argv.includes('--partners') ? forPartners(document) : document, null, 2)}\n`)
