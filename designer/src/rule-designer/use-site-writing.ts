import type { Assembly, Condition } from '@tieuchi/runtime'
import { useDraft } from '../editor-store/draft-context.ts'
import { writePlace } from '../editor-store/document-place.ts'
import type { Along } from '../editor-store/commands/along.ts'
import type { ConditionSite } from '../editor-store/commands/logic-commands.ts'
import { withValue } from './member-group.ts'

/** The assembly with what comes along, as far as names depend on it. */
const assemblyWith = (assembly: Assembly, { put = [], parameters = {} }: Along = {}): Assembly => ({
  ...assembly,
  pieces: new Map([...assembly.pieces, ...put.map((piece) => [piece.id, { piece, programme: assembly.programme }] as const)]),
  parameters: new Map([...assembly.parameters, ...Object.entries(parameters).map(([id, parameter]) => [id, { name: id, parameter, place: `${assembly.programme}.parameters.${id}` }] as const)]),
})

/** Writes a condition to its place, as one step. A calculation that nobody named is named after what it says now. */
export const useSiteWriting = (site: ConditionSite, assembly: Assembly): ((condition: Condition, along?: Along) => void) => {
  const { editor } = useDraft()
  return (condition, along) => {
    const piece = 'piece' in site ? assembly.pieces.get(site.piece)?.piece : undefined
    if (piece?.kind !== 'fact') return editor.perform({ name: 'condition.write', args: { site, condition, ...(along && { along }) } })
    const named = withValue(assembly, piece, writePlace(piece, site.place, condition).value, assemblyWith(assembly, along))
    return editor.perform({ name: 'condition.write', args: { site, condition, along: { ...along, put: [...(along?.put ?? []), named] } } })
  }
}
