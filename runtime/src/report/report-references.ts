import type { ReportDocument } from '../documents/report-document.ts'
import { referencesOfPiece, type Reference } from '../release/references.ts'
import type { Assembly } from '../release/assembly.ts'
import { piecesOfReport, type ReportPiece } from './report-pieces.ts'
import { residenceField } from './report-rules.ts'

type Path = readonly (string | number)[]

/** The place in the report of something within one of its pieces: `['logic', 3, …]` where the piece is the fourth. */
export const placeInReport = ({ path, part }: ReportPiece, within: Path): Path => [...path, ...(part !== undefined && within[0] === part ? within.slice(1) : within)]

/** What every report can read besides. */
const ownNames = [residenceField, 'period_from', 'period_to']

const namesResidence = (reference: Reference): boolean => reference.kind === 'fact' && reference.reference.fact === residenceField

/** Whether rules of a report read where a household is at the other end of the period. */
export const readsResidence = ({ pieces }: Pick<Assembly, 'pieces'>): boolean => [...pieces.values()].some(({ piece }) => referencesOfPiece(piece, []).some(namesResidence))

/** Everything a report reads of households and of what was decided on them; nothing of what it computes of its own columns. */
export const referencesOfReport = (report: ReportDocument, path: Path): readonly Reference[] => {
  const own = new Set([...(report.logic ?? []).map(({ id }) => id), ...ownNames])
  const isOutside = (reference: Reference): boolean => {
    if (reference.kind === 'fact') return !own.has(reference.reference.fact)
    return reference.kind === 'parameter' ? !own.has(reference.reference.parameter) : reference.kind === 'leaf' || !own.has(reference.name)
  }
  return piecesOfReport(report, path).flatMap((each) => referencesOfPiece(each.piece, []).map((reference) => ({ ...reference, path: placeInReport(each, reference.path) }))).filter(isOutside)
}
