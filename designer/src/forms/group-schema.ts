import type { RJSFSchema, UiSchema } from '@rjsf/utils'
import type { FieldKind, GeneratedForm } from '@tieuchi/runtime'
import { designerKindOf } from '../extensions/designer-kinds.ts'

/** The questions of the household, or those of each member: their schemas and layouts by field. */
export interface GroupSchema {
  readonly properties: Readonly<Record<string, RJSFSchema>>
  readonly uiSchema: Readonly<Record<string, UiSchema>>
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

const at = (value: unknown, ...path: readonly string[]): unknown => path.reduce<unknown>((node, key) => (isRecord(node) ? node[key] : undefined), value)

const records = (value: unknown): Readonly<Record<string, Readonly<Record<string, unknown>>>> =>
  Object.fromEntries(isRecord(value) ? Object.entries(value).flatMap(([key, each]) => (isRecord(each) ? [[key, each] as const] : [])) : [])

/** Kinds that need more of rjsf than a widget is told. */
export type FieldOfItsOwn = Extract<FieldKind, 'choices'> | 'refined'

const fieldOfItsOwn: FieldOfItsOwn = 'choices'

/** The widget, or the field, of a question is the one named like its kind; of a kind of a package what the package draws. */
const withWidgets = (layouts: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Readonly<Record<string, UiSchema>> =>
  Object.fromEntries(Object.entries(layouts).map(([field, layout]) => {
    const kind = at(layout, 'ui:options', 'kind')
    const refined = at(layout, 'ui:options', 'refined', 'name')
    if (typeof refined === 'string' && designerKindOf(refined)) return [field, { ...layout, 'ui:field': 'refined' satisfies FieldOfItsOwn }]
    if (typeof kind !== 'string') return [field, layout]
    return [field, kind === fieldOfItsOwn ? { ...layout, 'ui:field': kind } : { ...layout, 'ui:widget': kind }]
  }))

/** Of the household, and of each member. */
export interface FormGroups {
  readonly household: GroupSchema
  readonly members: GroupSchema
}

/** Takes a generated form apart, so that only the questions on screen are mounted. */
export const groupsOf = ({ schema, uiSchema }: GeneratedForm): FormGroups => ({
  household: { properties: records(at(schema, 'properties', 'household', 'properties')), uiSchema: withWidgets(records(uiSchema['household'])) },
  members: { properties: records(at(schema, 'properties', 'members', 'items', 'properties')), uiSchema: withWidgets(records(at(uiSchema, 'members', 'items'))) },
})
