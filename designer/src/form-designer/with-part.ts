import type { FormPart } from '../editor-store/commands/form-parts.ts'

/** A part with some properties as they are from now on; those without a value are gone. */
export const withPart = <Part extends FormPart>(part: Part, change: Readonly<Record<string, unknown>>): Part =>
  Object.fromEntries(Object.entries({ ...part, ...change }).filter(([, value]) => value !== undefined)) as unknown as Part
