import { logicHash } from '@tieuchi/runtime'
import { findSides, subjectsOf } from '../impact/impact-begin.ts'
import { findFinished } from '../impact/impact-queries.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import type { SeenImpact } from './server-items.ts'

/**
 * What was computed of a draft as it is now; `unneeded` where there are no earlier rules, or none that share a result; `undefined` where
 * nobody can be judged by it.
 */
export async function findImpact(tx: Tx, draft: string, today: string): Promise<SeenImpact | 'missing' | 'unneeded' | undefined> {
  const sides = await findSides(tx, { after: { draft } }, today).catch(whyNone)
  if (sides === 'unneeded' || sides === undefined) return sides
  if (subjectsOf(sides).length === 0) return 'unneeded'
  const run = await findFinished(tx, draft, logicHash(sides.assembly))
  if (!run?.register || !run.flow) return 'missing'
  return { area: run.area_name, person: run.created_by_name, households: run.register.households, changed: run.flow.changed }
}

function whyNone(error: unknown): 'unneeded' | undefined {
  if (error instanceof Problem && error.code === 'impact_nothing_before') return 'unneeded'
  if (error instanceof Problem && error.code === 'impact_unfinished') return undefined
  throw error
}
