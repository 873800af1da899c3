import createClient, { type Client } from 'openapi-fetch'
import type { paths } from '../generated/api-types.ts'

/** Where the server is, and the key of the partner. */
export interface Access {
  /** Such as `https://tieuchi.example.vn`. */
  readonly address: string
  readonly key: string
}

export const headersOf = ({ key }: Access) => ({ authorization: `Bearer ${key}` })

/** Every operation that a key opens, typed: `openApi(access).POST('/api/decisions', { body: … })`. */
export const openApi = (access: Access): Client<paths> => createClient<paths>({ baseUrl: access.address, headers: headersOf(access) })
