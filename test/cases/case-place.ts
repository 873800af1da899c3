import { CaseProblem } from './case-problem.ts'
import type { CasePlace, CaseProduct } from './case-product.ts'

const jurisdictions = /^province:(.+)$/

/** `Hải Dương` of `Tỉnh Hải Dương` and `Thành phố Hải Dương`. */
const bareName = (name: string): string => name.replace(/^(tỉnh|thành phố)\s+/i, '').trim().normalize('NFC').toLowerCase()

/** Whose local rules a case is judged by: none where it is national, else the province of that name, whenever it was. */
export function placeOf({ packs }: CaseProduct, jurisdiction: string): CasePlace {
  if (jurisdiction === 'national') return {}
  const [, name] = jurisdictions.exec(jurisdiction) ?? []
  if (name === undefined) throw new CaseProblem(`jurisdiction is “${jurisdiction}”; expected “national” or “province:…”`)
  const provinces = packs.units.filter(({ spells }) => spells.some(({ kind }) => kind === 'province'))
  const found = provinces.find(({ spells }) => spells.some((spell) => bareName(spell.name) === bareName(name)))
  if (!found) throw new CaseProblem(`no province of the packs is named “${name}” (${provinces.map(({ spells }) => spells.at(-1)?.name).join(', ')})`)
  return { place: found.id }
}
