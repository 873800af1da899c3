import type { Tx } from '../plugins/database.ts'

/** A submission as whoever holds a paper of it looks for it. */
export interface PaperRecordRow {
  readonly id: string
  readonly label: string
  readonly law_at: string
}

/** Submissions in reach whose id begins with eight digits, which the index of ids finds as a range. */
export async function findSubmissionsByCode(tx: Tx, code: string): Promise<PaperRecordRow[]> {
  return tx
    .selectFrom('submissions')
    .select(['id', 'label', 'law_at'])
    .where('id', '>=', `${code}-0000-0000-0000-000000000000`)
    .where('id', '<=', `${code}-ffff-ffff-ffff-ffffffffffff`)
    .orderBy('id')
    .execute()
}
