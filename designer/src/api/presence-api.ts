import type { Presence } from '@tieuchi/server/contract'
import { depart, request } from './client.ts'

/** What several people can have open at once. */
export type SharedKind = 'submissions' | 'drafts'

const path = (kind: SharedKind, id: string): string => `/api/${kind}/${encodeURIComponent(id)}/presence`

/** Says that this person has it open and where they stand; answers who else has, and the version stored. */
export const stand = (kind: SharedKind, id: string, place: string | undefined): Promise<Presence> => request<Presence>('PUT', path(kind, id), place === undefined ? {} : { place })

/** Says that this person leaves; also while the page is being closed. */
export const leave = (kind: SharedKind, id: string): void => depart(path(kind, id))
