import type { Tx } from '../plugins/database.ts'

/** One line of the trail: who did what to what, with what it was before and is now. */
export interface TrailLine {
  readonly at: Date
  /** Absent: a partner, or the program itself. */
  readonly person?: string
  /** The partner whose program asked. */
  readonly partner?: string
  /** Whose area may read the line; absent: everybody who may read the trail. */
  readonly unit?: string
  /** What was done: `draft.saved`, `release.published`, `person.created`. */
  readonly action: string
  /** To what, by its kind and id: `draft 3f…`. */
  readonly subject: string
  readonly old?: object
  readonly new?: object
}

export async function insertTrail(tx: Tx, line: TrailLine): Promise<void> {
  const { at, person, partner, unit, action, subject, old, new: now } = line
  await tx
    .insertInto('trail')
    .values({
      happened_at: at, person_id: person ?? null, partner_id: partner ?? null, unit_id: unit ?? null, action, subject,
      old: old === undefined ? null : JSON.stringify(old), new: now === undefined ? null : JSON.stringify(now),
    })
    .execute()
}

export interface TrailFilter {
  readonly subject?: string
  readonly action?: string
  readonly person?: string
  /** Lines before this one, for the next page. */
  readonly before?: number
  readonly limit: number
}

/** Lines of the trail, the newest first. */
export async function listTrail(tx: Tx, { subject, action, person, before, limit }: TrailFilter) {
  let lines = tx
    .selectFrom('trail')
    .leftJoin('people', 'people.id', 'trail.person_id')
    .leftJoin('partners', 'partners.id', 'trail.partner_id')
    .selectAll('trail')
    .select(['people.name', 'partners.name as partner_name'])
    .orderBy('trail.id', 'desc').limit(limit)
  if (subject !== undefined) lines = lines.where('trail.subject', '=', subject)
  if (action !== undefined) lines = lines.where('trail.action', '=', action)
  if (person !== undefined) lines = lines.where('trail.person_id', '=', person)
  if (before !== undefined) lines = lines.where('trail.id', '<', before)
  return lines.execute()
}
