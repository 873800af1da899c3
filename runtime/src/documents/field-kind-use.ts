import { limits } from '../limits/limits.ts'
import { extensionNameSchema, versionPattern, type ExtensionName } from './extension-name.ts'

/** What a question may say about its kind, by option. */
export type FieldKindOptions = Readonly<Record<string, boolean | number | string>>

/** A kind out of a package of code, which says more exactly what an answer of the question's type is. */
export interface FieldKindUse {
  readonly name: ExtensionName
  /** The version of the package that the question was written for. */
  readonly version: string
  /** Where they are not as the kind has them anyway. */
  readonly options?: FieldKindOptions
}

/** As many options as a kind may have. */
export const mostKindOptions = 20

/** How options are called. */
export const kindOptionPattern = '^[a-z][a-zA-Z0-9_]*$'

export const fieldKindUseSchema = {
  type: 'object',
  properties: {
    name: extensionNameSchema,
    version: { type: 'string', pattern: versionPattern },
    options: {
      type: 'object',
      maxProperties: mostKindOptions,
      propertyNames: { maxLength: limits.name, pattern: kindOptionPattern },
      additionalProperties: { type: ['boolean', 'number', 'string'], maxLength: limits.name },
    },
  },
  required: ['name', 'version'],
  additionalProperties: false,
} as const
