import { kitProblem, type KitProblem } from '@tieuchi/runtime/extension-kit'
import type { Extension, RefinedKind } from '@tieuchi/runtime'
import type { DesignerFieldKind } from '../extensions/designer-extension.ts'
import { checkEditor } from './editor-trial.ts'
import { checkWidget } from './widget-trial.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Functions are components, and so are what React makes of them (`memo`, `forwardRef`). */
const isComponent = (value: unknown): boolean => typeof value === 'function' || (isRecord(value) && '$$typeof' in value)

const partsOf = (exported: unknown): Readonly<Record<string, unknown>> => {
  const kinds = isRecord(exported) ? exported['fieldKinds'] : undefined
  return isRecord(kinds) ? kinds : {}
}

/**
 * Everything that is missing in what a package draws: a widget and an editor for each of its field kinds and nothing else, drawn in both
 * languages with every state a form has.
 */
export const checkDesignerExtension = ({ fieldKinds = {} }: Extension, exported: unknown): readonly KitProblem[] => {
  const drawn = partsOf(exported)
  const unknown = Object.keys(drawn).filter((name) => !Object.hasOwn(fieldKinds, name)).map((name) => kitProblem('designer_unknown', { name }))
  return [...unknown, ...Object.entries(fieldKinds).flatMap(([name, kind]) => checkKind(name, kind, drawn[name]))]
}

const checkKind = (name: string, kind: RefinedKind, drawn: unknown): readonly KitProblem[] => {
  const missing = (['Widget', 'Editor'] as const).filter((part) => !isRecord(drawn) || !isComponent(drawn[part]))
  if (missing.length > 0) return missing.map((part) => kitProblem('designer_part', { name, part }))
  const { Widget, Editor } = drawn as unknown as DesignerFieldKind
  return [...checkWidget({ name, kind, Widget }), ...checkEditor({ name, kind, Editor })]
}
