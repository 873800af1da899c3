import { sql } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import type { PresentPerson } from './presence-schema.ts'

/** Whoever was not heard of for so long is gone: about four times what passes between two signs of life. */
const present = sql<Date>`now() - interval '15 seconds'`
const forgotten = sql<Date>`now() - interval '1 hour'`

/** The version of a submission or draft this transaction sees. */
export async function findStoredVersion(tx: Tx, kind: 'submissions' | 'drafts', id: string): Promise<number | undefined> {
  const row = await tx.selectFrom(kind).select('version').where('id', '=', id).executeTakeFirst()
  return row?.version
}

/** A sign of life. The clock is the database's, for programs on several machines share it. */
export async function noteStanding(tx: Tx, subject: string, person: string, place: string | undefined): Promise<void> {
  const standing = { place: place ?? null, seen_at: sql<Date>`now()` }
  await tx
    .insertInto('presence')
    .values({ subject_id: subject, person_id: person, ...standing })
    .onConflict((conflict) => conflict.columns(['subject_id', 'person_id']).doUpdateSet(standing))
    .execute()
}

/** Who else is there, by name. */
export async function listOthers(tx: Tx, subject: string, person: string): Promise<PresentPerson[]> {
  const rows = await tx
    .selectFrom('presence')
    .innerJoin('people', 'people.id', 'presence.person_id')
    .select(['people.id', 'people.name', 'presence.place'])
    .where('subject_id', '=', subject)
    .where('person_id', '<>', person)
    .where('seen_at', '>', present)
    .orderBy('people.name')
    .orderBy('people.id')
    .execute()
  return rows.map(({ id, name, place }) => ({ id, name, ...(place === null ? {} : { place }) }))
}

/** Forgets a person who leaves, and on the way those who went without a word long ago; rows somebody is at stay for the next time. */
export async function forget(tx: Tx, subject: string, person: string): Promise<void> {
  await tx.deleteFrom('presence').where('subject_id', '=', subject).where('person_id', '=', person).execute()
  const old = tx.selectFrom('presence').select(['subject_id', 'person_id']).where('seen_at', '<', forgotten).forUpdate().skipLocked()
  await tx.deleteFrom('presence').where(({ eb, refTuple }) => eb(refTuple('subject_id', 'person_id'), 'in', old.$asTuple('subject_id', 'person_id'))).execute()
}
