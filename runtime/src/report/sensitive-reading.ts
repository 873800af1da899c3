import type { CommonDocument, FieldSchema } from '../documents/common-document.ts'
import type { ReportDocument } from '../documents/report-document.ts'
import { referencesOfPiece, type Reference } from '../release/references.ts'
import { referencesOfReport } from './report-references.ts'

/** Whether figures may be told apart by what a question is answered: sensitive answers only where the register says so. */
export const isTellable = (id: string, schema: FieldSchema, { register }: Pick<CommonDocument, 'register'>): boolean =>
  schema['x-sensitive'] !== true || register.breakdowns?.includes(id) === true

const namesIn = (references: readonly Reference[]): readonly string[] =>
  references.flatMap((reference) => (reference.kind === 'fact' ? [reference.reference.fact] : reference.kind === 'condition' ? [reference.name] : []))

/** The sensitive questions that a report reads, through facts that all share too, and by which figures may not be told apart. */
export const sensitiveInReport = (common: CommonDocument, report: ReportDocument): readonly string[] => {
  const { household, members, unit } = common.dictionary.properties
  const fields = new Map([household, members.items, unit].flatMap((group) => Object.entries(group.properties)))
  const shared = new Map(common.facts.map((piece) => [piece.id, piece]))
  const seen = new Set<string>()
  const follow = (names: readonly string[]): void => {
    for (const name of names) {
      if (seen.has(name)) continue
      seen.add(name)
      const piece = shared.get(name)
      if (piece) follow(namesIn(referencesOfPiece(piece, [])))
    }
  }
  follow(namesIn(referencesOfReport(report, [])))
  return [...seen].filter((name) => {
    const schema = fields.get(name)
    return schema !== undefined && !isTellable(name, schema, common)
  })
}
