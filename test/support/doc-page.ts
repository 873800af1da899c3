import { readFileSync } from 'node:fs'

/** What a page of the docs tells a reader to do, in order. */
export type DocStep =
  | { readonly kind: 'write'; readonly file: string; readonly text: string }
  | {
      readonly kind: 'run'
      readonly lines: readonly string[]
      /** Exit code of the last line, where the page says it fails. */
      readonly code: number
      /** What the page shows of the output. */
      readonly shown?: string
    }

interface Block {
  readonly language: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

const fence = /^```(\w+)([^\n]*)\n(.*?)^```$/gms

const blocksOf = (page: string): readonly Block[] =>
  [...page.matchAll(fence)].map(([, language = '', rest = '', text = '']) => ({ language, attributes: Object.fromEntries([...rest.matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value])), text }))

/**
 * The steps of a page: blocks of JSON that name a file are written to it, blocks of `sh` are run line by line, and a block of `text` behind
 * one is what it prints. Anything else is there to be read.
 */
export function readDocPage(file: string): readonly DocStep[] {
  const blocks = blocksOf(readFileSync(file, 'utf8'))
  return blocks.flatMap(({ language, attributes, text }, index): readonly DocStep[] => {
    if (attributes['file'] !== undefined) return [{ kind: 'write', file: attributes['file'], text }]
    if (language !== 'sh') return []
    const next = blocks[index + 1]
    return [{ kind: 'run', lines: text.trim().split('\n'), code: Number(attributes['fails'] ?? 0), ...(next?.language === 'text' && { shown: next.text }) }]
  })
}

/** What is shown as a pattern: `…` stands for anything in a line, alone on a line for any lines. */
export function patternOf(shown: string): RegExp {
  const quote = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const lines = shown.trimEnd().split('\n').map((line) => (line.trim() === '…' ? String.raw`(?:.*\n)*?` : `${line.split('…').map(quote).join('.*')}[ ]*\n`))
  return new RegExp(`^${lines.join('')}$`)
}

/** What a page shows of a program that is run beside the one it started: the line of a `console` block, and the output behind it. */
export function readConsole(file: string): { readonly line: string; readonly shown: string } {
  const blocks = blocksOf(readFileSync(file, 'utf8'))
  const at = blocks.findIndex(({ language }) => language === 'console')
  const [line, shown] = [blocks[at]?.text.trim(), blocks[at + 1]?.text]
  if (line === undefined || shown === undefined) throw new Error(`${file} has no console with an output behind it`)
  return { line, shown }
}
