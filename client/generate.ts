import { readFileSync } from 'node:fs'
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript'

const heading = '// Generated from openapi.json, never changed by hand: `npx pnpm@12 test test/server/client -u` writes both.\n\n'

/** The types of a description of an API. */
export const typesOf = async (document: OpenAPI3): Promise<string> => `${heading}${astToString(await openapiTypescript(document, { alphabetize: false, emptyObjectsUnknown: true }))}`

/** The types of the description that lies beside this file. */
export const typesOfCommitted = (): Promise<string> => typesOf(JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8')))
