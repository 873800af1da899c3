import { keyOfPart, type FormPart, type PartKey } from '../editor-store/commands/form-parts.ts'

/** A part with some properties as they are from now on; those without a value are gone. */
export const withPart = <Part extends FormPart>(part: Part, change: Readonly<Record<string, unknown>>): Part =>
  Object.fromEntries(Object.entries({ ...part, ...change }).filter(([, value]) => value !== undefined)) as unknown as Part

/** The same change as it is written into the form: under the key of the part. */
export const partWith = <Part extends FormPart>(part: Part, change: Readonly<Record<string, unknown>>): Readonly<Record<PartKey, Part>> => ({ [keyOfPart(part)]: withPart(part, change) })
