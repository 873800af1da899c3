import { limits } from '../limits/limits.ts'
import { dateSchema, nameSchema } from './text.ts'

/** A spell of time; either end may be open. Both ends are inclusive days. */
export interface Spell {
  readonly valid_from?: string
  readonly valid_to?: string
}

/**
 * An administrative unit under one identity. Codes are reused and names move, so neither is a key: `id` is ours and
 * stays. Attributes (those of the dictionary's `unit`) have spells of their own.
 */
export interface UnitDocument {
  readonly id: string
  readonly spells: readonly (Spell & { readonly code: string; readonly name: string; readonly kind: UnitKind; readonly parent?: string })[]
  readonly attributes: Readonly<Record<string, readonly (Spell & { readonly value: string | boolean })[]>>
}

export type UnitKind = 'province' | 'district' | 'commune' | 'village'

const spell = { valid_from: dateSchema, valid_to: dateSchema } as const

export const unitsSchema = {
  type: 'object',
  properties: {
    format: { const: 1 },
    source: { type: 'string', maxLength: limits.text },
    units: {
      type: 'array',
      maxItems: limits.units,
      items: {
        type: 'object',
        properties: {
          id: { type: 'string', maxLength: limits.name, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
          spells: {
            type: 'array',
            minItems: 1,
            maxItems: limits.spells,
            items: {
              type: 'object',
              properties: { ...spell, code: nameSchema, name: nameSchema, kind: { enum: ['province', 'district', 'commune', 'village'] }, parent: nameSchema },
              required: ['code', 'name', 'kind'],
              additionalProperties: false,
            },
          },
          attributes: {
            type: 'object',
            additionalProperties: {
              type: 'array',
              maxItems: limits.spells,
              items: { type: 'object', properties: { ...spell, value: { type: ['string', 'boolean'] } }, required: ['value'], additionalProperties: false },
            },
          },
        },
        required: ['id', 'spells', 'attributes'],
        additionalProperties: false,
      },
    },
  },
  required: ['format', 'source', 'units'],
  additionalProperties: false,
} as const
