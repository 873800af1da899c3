import type { ImpactListing } from '../api/contract.ts'
import { oneOf, textIn } from '../lists/read-address.ts'

export const impactKinds = ['changed', 'near', 'undetermined'] as const
export type ImpactKind = (typeof impactKinds)[number]

/** What of a run is looked at, as it stands in the address. */
export interface ImpactSearch {
  /** Of a draft: which of its runs; absent: the newest. */
  readonly run?: string | undefined
  /** Which households are listed; absent: those whose result changes. */
  readonly show?: ImpactKind | undefined
  /** Category before, and after, by its place. */
  readonly was?: number | undefined
  readonly becomes?: number | undefined
  readonly change?: string | undefined
  readonly line?: string | undefined
  readonly unit?: string | undefined
  readonly search?: string | undefined
  /** By what the flow is told apart. */
  readonly by?: string | undefined
  /** The household whose explanations are open. */
  readonly open?: string | undefined
}

const placeIn = (value: unknown): number | undefined => (typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined)

export const readImpactSearch = (search: Readonly<Record<string, unknown>>): ImpactSearch => ({
  run: textIn(search['run']),
  show: oneOf(impactKinds, search['show']),
  was: placeIn(search['was']),
  becomes: placeIn(search['becomes']),
  change: textIn(search['change']),
  line: textIn(search['line']),
  unit: textIn(search['unit']),
  search: textIn(search['search']),
  by: textIn(search['by']),
  open: textIn(search['open']),
})

/** The list that begins anew: another run, or another kind of household. */
export const unfiltered = { was: undefined, becomes: undefined, change: undefined, line: undefined, unit: undefined, search: undefined, open: undefined } as const satisfies ImpactSearch

/** The list of a kind alone. */
export const onlyKind = (kind: ImpactKind): ImpactSearch => ({ ...unfiltered, show: kind === 'changed' ? undefined : kind })

/** Whether the list is narrowed to less than all whose result changes. */
export const isNarrowed = (search: ImpactSearch): boolean => search.show !== undefined || search.search !== undefined || Object.keys(listingOf(search)).length > 1

/** What the server is asked for. A change is a reason only of those whose result changes, a line only of those near it. */
export const listingOf = ({ show: kind = 'changed', was: from, becomes: to, change, line, unit, search }: ImpactSearch): ImpactListing => ({
  kind,
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
  ...(change !== undefined && kind === 'changed' && { change }),
  ...(line !== undefined && kind === 'near' && { line }),
  ...(unit !== undefined && { unit }),
  ...(search !== undefined && { search }),
})

/** Narrows to a cell of the flow, or no longer where it was narrowed to this one. */
export const cellFilter = ({ show = 'changed', was, becomes }: ImpactSearch, { from, to }: { readonly from: number; readonly to: number }): ImpactSearch =>
  show === 'changed' && was === from && becomes === to ? { was: undefined, becomes: undefined } : { was: from, becomes: to, show: undefined, line: undefined, open: undefined }

/** The same for one of the changes. */
export const changeFilter = ({ show = 'changed', change }: ImpactSearch, id: string): ImpactSearch =>
  show === 'changed' && change === id ? { change: undefined } : { change: id, show: undefined, line: undefined, open: undefined }
