import { shallowEqual } from '@mantine/hooks'
import type { Assembly, CodeList, FieldSchema, Issue } from '@tieuchi/runtime'
import type { FormPart, PartKey } from '../editor-store/commands/form-parts.ts'
import type { FormDesign } from './form-design.ts'
import type { CanvasRow, EndRow, PartRow } from './part-rows.ts'

/** A part as it is drawn. */
export interface DrawnPart {
  readonly kind: 'part'
  readonly row: PartRow
  /** What it is called; empty where nobody has said. */
  readonly title: string
  /** The question of the dictionary, where it is one, and the list of its answers. */
  readonly schema: FieldSchema | undefined
  readonly list: CodeList | undefined
  readonly selected: boolean
  /** Where the keys stand. */
  readonly lead: boolean
  readonly renaming: boolean
  readonly issues: readonly Issue[] | undefined
}

export type CanvasLine = DrawnPart | EndRow

type Drawn = Pick<FormDesign, 'assembly' | 'selection' | 'renaming' | 'issues'>

const drawnPart = ({ assembly, selection, renaming, issues }: Drawn, row: PartRow, title: string, lead: PartKey | undefined): DrawnPart => {
  const { part, key } = row
  const schema = 'kind' in part && part.kind === 'field' ? assembly.fields.get(part.field)?.schema : undefined
  const list = schema?.['x-list'] === undefined ? undefined : assembly.lists.get(schema['x-list'])
  return { kind: 'part', row, title, schema, list, selected: selection.keys.includes(key), lead: key === lead, renaming: key === renaming, issues: issues.get(key) }
}

/** The lines of a form as they are drawn, those of each section together. */
export const linesBySection = (design: Drawn, rows: readonly CanvasRow[], lead: PartKey | undefined, titleOf: (assembly: Assembly, part: FormPart) => string): readonly (readonly CanvasLine[])[] => {
  const sections: CanvasLine[][] = []
  for (const row of rows) {
    if (row.level === 1) sections.push([])
    sections.at(-1)?.push(row.kind === 'end' ? row : drawnPart(design, row, titleOf(design.assembly, row.part), lead))
  }
  return sections
}

/** Whether lines look as others do. */
export const areSameLines = (ones: readonly CanvasLine[], others: readonly CanvasLine[]): boolean =>
  ones.length === others.length && ones.every((one, index) => {
    const other = others[index]
    return other !== undefined && shallowEqual(one, other)
  })

/** The key under which a line stands among those of its section. */
export const lineKey = (line: CanvasLine): string => (line.kind === 'end' ? `end ${line.key}` : line.row.key)
