import type { Assembly } from './assembly.ts'
import { usageOf, type ElementKind } from './usage.ts'

/** Fields that a release's own logic reads, however many steps away. Of shared facts only those it reaches count. */
export const fieldsRead = (assembly: Assembly): ReadonlySet<string> => {
  const { readsOf } = usageOf(assembly)
  const seen = new Set<string>()
  const fields = new Set<string>()
  const follow = (kind: ElementKind, id: string): void => {
    if (seen.has(`${kind} ${id}`)) return
    seen.add(`${kind} ${id}`)
    if (kind === 'field') fields.add(id)
    for (const read of readsOf(kind, id)) if (read.kind === 'field' || read.kind === 'piece') follow(read.kind, read.id)
  }
  for (const { id } of assembly.release.logic) follow('piece', id)
  return fields
}
