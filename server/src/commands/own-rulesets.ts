import { resolve } from 'node:path'

/** The packs of this checkout. */
export const ownRulesets = resolve(import.meta.dirname, '../../../rulesets')
