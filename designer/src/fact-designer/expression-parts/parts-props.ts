import type { ExpressionChoice } from '../expression-choices.ts'
import type { ExpressionPart } from '../expression-context.ts'

/** A calculation whose parts are shown, with the way it calculates. */
export type PartsProps = ExpressionPart & { readonly choice: ExpressionChoice }
