import type { FactReference, Literal } from '../documents/condition-document.ts'
import { eventCode, outcomeSource, outputColumn, type Expression } from '../documents/logic-document.ts'
import type { LintContext } from './lint-context.ts'
import type { Path } from './path.ts'

/** A literal or a parameter's value that a result can come to, with its place. */
export interface ResultLiteral {
  readonly literal: Literal
  readonly path: Path
}

const ofParameter = ({ assembly }: LintContext, id: string, path: Path): readonly ResultLiteral[] => {
  const parameter = assembly.parameters.get(id)?.parameter
  const values = parameter?.value === undefined ? Object.values(parameter?.values ?? {}) : [parameter.value]
  return values.map((literal) => ({ literal, path }))
}

/** What an expression can come to, as far as it is written down: its literals, and those of what it passes on. */
export const literalsOfExpression = (context: LintContext, expression: Expression, path: Path): readonly ResultLiteral[] => {
  if (typeof expression !== 'object') return [{ literal: expression, path }]
  if ('parameter' in expression) return ofParameter(context, expression.parameter, path)
  if ('fact' in expression) return literalsOfResult(context, expression)
  if (!('if' in expression)) return []
  return [...literalsOfExpression(context, expression.then, [...path, 'then']), ...literalsOfExpression(context, expression.else, [...path, 'else'])]
}

/** What a fact, table column, rule set or outcome can come to, as far as it is written down. The release has no circles. */
export const literalsOfResult = (context: LintContext, { fact, output }: FactReference): readonly ResultLiteral[] => {
  const placed = context.pieces.find(({ piece }) => piece.id === fact)
  if (!placed) return []
  const { piece, path } = placed
  if (piece.kind === 'fact') return literalsOfExpression(context, piece.value, [...path, 'value'])
  if (piece.kind === 'entitlement') return output === 'level' && piece.level !== undefined ? literalsOfExpression(context, piece.level, [...path, 'level']) : []
  if (piece.kind === 'outcome') return literalsOfResult(context, outcomeSource(piece))
  if (piece.kind === 'rules') return output === undefined ? [] : piece.rules.flatMap((rule, index) => {
    const literal = eventCode(rule, output)
    return literal === undefined ? [] : [{ literal, path: [...path, 'rules', index, 'event', 'params', output] }]
  })
  if (piece.kind !== 'table') return []
  const column = outputColumn(piece, output)
  return piece.rows.flatMap(({ then }, row) => (then[column] === undefined ? [] : literalsOfExpression(context, then[column], [...path, 'rows', row, 'then', column])))
}
