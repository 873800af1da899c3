import { parseSync, Visitor, type ESTree } from 'vite'
import { CodeLines, type Span } from './code-lines.ts'

/** A function with its size: lines of code, without what is flat data or measured as a function of its own. */
export interface FunctionSize {
  readonly line: number
  readonly lines: number
}

/** What the measures need of one source file. */
export interface SourceShape {
  readonly file: string
  readonly lines: number
  /** Functions of more than one line, or with a block. */
  readonly functions: readonly FunctionSize[]
  /** What it imports or passes on, types included, as written. */
  readonly imports: readonly string[]
}

type FunctionNode = ESTree.Function | ESTree.ArrowFunctionExpression

interface Found {
  readonly functions: readonly FunctionNode[]
  /** Lists and objects over several lines. */
  readonly literals: readonly Span[]
  /** Functions handed over by a call that is a statement of its own, as a suite hands over its tests and a plugin its routes. */
  readonly handedOver: readonly Span[]
  /** What makes a list more than a flat list. */
  readonly live: readonly Span[]
}

/** Parses a source and measures it. A source that does not parse is a programmer's mistake and throws. */
export function shapeOfSource(file: string, text: string): SourceShape {
  const { program, comments, errors, module } = parseSync(file, text)
  const [error] = errors
  if (error) throw new Error(`${file} does not parse: ${error.message}`)
  const lines = new CodeLines(text, comments)
  const found = findParts(program)
  const flat = outermost(found.literals.filter((literal) => !found.live.some((part) => isWithin(part, literal))))
  return {
    file,
    lines: lines.count({ start: 0, end: text.length }, flat),
    functions: found.functions.flatMap((node) => {
      const parts = outermost([...flat, ...found.handedOver].filter((part) => isWithin(part, node) && part.start !== node.start))
      const size = { line: lines.lineAt(node.start), lines: lines.count(node, parts) }
      return size.lines > 1 || node.body?.type === 'BlockStatement' ? [size] : []
    }),
    imports: importsOf(module, text),
  }
}

function findParts(program: ESTree.Program): Found {
  const [functions, literals, handedOver, live]: [FunctionNode[], Span[], Span[], Span[]] = [[], [], [], []]
  const seeFunction = (node: FunctionNode): void => {
    functions.push(node)
    live.push(node)
  }
  const seeLive = (node: Span): void => void live.push(node)
  const seeLiteral = (node: Span): void => void literals.push(node)
  new Visitor({
    FunctionDeclaration: seeFunction,
    FunctionExpression: seeFunction,
    ArrowFunctionExpression: seeFunction,
    AwaitExpression: seeLive,
    ConditionalExpression: seeLive,
    LogicalExpression: seeLive,
    JSXElement: seeLive,
    ArrayExpression: seeLiteral,
    ObjectExpression: seeLiteral,
    ExpressionStatement: ({ expression }) => void handedOver.push(...functionsHandedTo(expression)),
  }).visit(program)
  return { functions, literals, handedOver, live }
}

function functionsHandedTo(expression: ESTree.Expression): readonly Span[] {
  const call = expression.type === 'AwaitExpression' ? expression.argument : expression
  if (call.type !== 'CallExpression') return []
  return call.arguments.filter(({ type }) => type === 'ArrowFunctionExpression' || type === 'FunctionExpression')
}

const isWithin = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end

const outermost = (spans: readonly Span[]): readonly Span[] => spans.filter((span) => !spans.some((other) => other !== span && isWithin(span, other)))

type Module = ReturnType<typeof parseSync>['module']

function importsOf({ staticImports, staticExports, dynamicImports }: Module, text: string): readonly string[] {
  const written = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? [])),
    ...dynamicImports.map(({ moduleRequest }) => text.slice(moduleRequest.start, moduleRequest.end).replaceAll(/^['"`]|['"`]$/g, '')),
  ]
  return [...new Set(written)]
}
