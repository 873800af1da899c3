import type { FactReference } from '../documents/condition-document.ts'
import type { Assembly } from './assembly.ts'

/**
 * Something found out about a fact of an assembly, found out once: facts read one another many times over, and without
 * memory every way through them would be gone again.
 */
export const factMemory = <T>(findOut: (assembly: Assembly, reference: FactReference) => T): ((assembly: Assembly, reference: FactReference) => T) => {
  const known = new WeakMap<Assembly, Map<string, { readonly found: T }>>()
  return (assembly, reference) => {
    const facts = known.get(assembly) ?? new Map<string, { readonly found: T }>()
    known.set(assembly, facts)
    const key = `${reference.fact} ${reference.output ?? ''} ${reference.as ?? ''} ${reference.layer ?? ''}`
    const before = facts.get(key)
    if (before) return before.found
    const found = findOut(assembly, reference)
    facts.set(key, { found })
    return found
  }
}
