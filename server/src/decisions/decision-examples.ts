import { readFileSync } from 'node:fs'
import type { DecisionRequest } from './decision-schema.ts'

/** What the description of the API shows being asked and answered; a test asks and compares. */
export interface DecisionExamples {
  readonly one: { readonly request: DecisionRequest; readonly response: object }
  readonly many: { readonly query: string; readonly request: readonly object[]; readonly response: readonly object[] }
}

/** They name programmes of the packs, so they lie beside these. */
export const readExamples = (): DecisionExamples => JSON.parse(readFileSync(new URL('../../../rulesets/demo/decision-examples.json', import.meta.url), 'utf8'))

/** Objects as a stream sends them. */
export const linesOf = (values: readonly object[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')
