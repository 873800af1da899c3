import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import type { DraftAcknowledgementTable } from './draft-table.ts'

export interface AcknowledgementRow extends Selectable<DraftAcknowledgementTable> {
  readonly name: string
}

export async function listAcknowledgements(tx: Tx, draftId: string): Promise<AcknowledgementRow[]> {
  return tx
    .selectFrom('draft_acknowledgements')
    .innerJoin('people', 'people.id', 'draft_acknowledgements.acknowledged_by')
    .selectAll('draft_acknowledgements')
    .select('people.name')
    .where('draft_id', '=', draftId)
    .execute()
}

/** Whether it is new: the same content is acknowledged once. */
export async function insertAcknowledgement(tx: Tx, acknowledgement: Insertable<DraftAcknowledgementTable>): Promise<boolean> {
  const row = await tx.insertInto('draft_acknowledgements').values(acknowledgement).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
  return row !== undefined
}
