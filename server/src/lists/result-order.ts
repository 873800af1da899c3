import type { CommonDocument } from '@tieuchi/runtime'
import type { Tx } from '../plugins/database.ts'
import { findCommonBody, getNewestCommonOrThrow } from '../policies/policy-queries.ts'
import { listResultLists } from './result-queries.ts'

/** Codes of results as their lists order them, by the newest version of the lists. */
export async function resultOrder(tx: Tx, programme: string | undefined): Promise<readonly string[]> {
  const named = await listResultLists(tx, programme)
  const body = named.length > 0 ? await findCommonBody(tx, await getNewestCommonOrThrow(tx)) : undefined
  if (body === undefined) return []
  const { lists }: CommonDocument = JSON.parse(body)
  return lists.filter(({ id }) => named.includes(id)).flatMap(({ entries }) => entries.map(({ code }) => code))
}
