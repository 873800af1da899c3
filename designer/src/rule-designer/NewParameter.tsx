import { describeReference, isLeaf, type Parameter } from '@tieuchi/runtime'
import { ParameterDialog } from '../parameter-designer/ParameterDialog.tsx'
import { nodeAt, replaceAt, type NodePath } from './condition-edits.ts'
import { nameableValue } from './nameable-value.ts'
import { useTree } from './tree-context.ts'

/** Gives a value that was written into a comparison a name, a unit and a legal basis of its own: one step, together with the comparison. */
export const NewParameter = ({ path, onClose }: { readonly path: NodePath; readonly onClose: () => void }) => {
  const { assembly, condition, write } = useTree()
  const leaf = nodeAt(condition, path)
  const value = leaf && nameableValue(leaf)
  if (!leaf || !isLeaf(leaf) || value === undefined) return null
  const { title, unit = 'count' } = describeReference(assembly, leaf)
  const begun: Parameter = { title: { vi: title.vi, en: '' }, unit, value, certainty: 'seen' }
  const apply = (id: string, parameter: Parameter): void => {
    write(replaceAt(condition, path, { ...leaf, value: { parameter: id } }), { parameters: { [id]: parameter } })
    onClose()
  }
  return <ParameterDialog id={undefined} parameter={begun} uses={[]} onApply={apply} onRemove={onClose} onClose={onClose} />
}
