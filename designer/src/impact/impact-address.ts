import { createContext, use } from 'react'
import type { ImpactSearch } from './impact-search.ts'

/** What of a run is looked at, and the way to look at something else; it stands in the address of the page. */
export interface ImpactAddress {
  readonly search: ImpactSearch
  readonly change: (changes: ImpactSearch) => void
  /** The same as a step of its own: the way back takes it back. */
  readonly step: (changes: ImpactSearch) => void
}

export const ImpactAddressContext = createContext<ImpactAddress>({ search: {}, change: () => undefined, step: () => undefined })

export const useImpactAddress = (): ImpactAddress => use(ImpactAddressContext)

/** Where the list of households begins on the page. */
export const householdsPlace = 'impact-households'

/** Leads to the list once it was narrowed elsewhere on the page. */
export const goToHouseholds = (): void => {
  requestAnimationFrame(() => {
    const heading = document.getElementById(householdsPlace)
    heading?.focus({ preventScroll: true })
    heading?.scrollIntoView({ block: 'start' })
  })
}
