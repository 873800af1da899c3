import { styleText } from 'node:util'
import type { Language, Text } from '@tieuchi/runtime'

type Style = 'strong' | 'faint' | 'good' | 'warning' | 'bad'

const formats = { strong: 'bold', faint: 'dim', good: 'green', warning: 'yellow', bad: 'red' } as const satisfies Readonly<Record<Style, Parameters<typeof styleText>[0]>>

const widest = 110

/** Where lines go; a terminal has columns. */
export type TextStream = NodeJS.WritableStream & { readonly columns?: number }

/** How lines are written for people: in one language, in a width, with colours where they are shown. */
export class Writing {
  readonly language: Language
  readonly #stream: TextStream
  readonly #width: number

  /** Colours are for a terminal that wants them; `NO_COLOR` turns them off. */
  constructor(language: Language, stream: TextStream) {
    this.language = language
    this.#stream = stream
    this.#width = Math.min(stream.columns ?? widest, widest)
  }

  say({ vi, en }: Text): string {
    return this.language === 'vi' ? vi : en
  }

  style(style: Style, text: string): string {
    return styleText(formats[style], text, { stream: this.#stream })
  }

  /** A sentence over as many lines as it needs, each behind the indent; later lines behind the deeper one. */
  wrap(text: string, indent = 0, deeper = indent): readonly string[] {
    const lines: string[] = []
    let line = ''
    for (const word of text.split(' ')) {
      const start = ' '.repeat(lines.length === 0 ? indent : deeper)
      if (line !== '' && start.length + line.length + 1 + word.length > this.#width) {
        lines.push(start + line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    return [...lines, ' '.repeat(lines.length === 0 ? indent : deeper) + line]
  }

  /** A line that is indented already; later lines stand two deeper. */
  wrapLine(line: string): readonly string[] {
    const indent = line.length - line.trimStart().length
    return this.wrap(line.trimStart(), indent, indent + 2)
  }
}

/** Columns as wide as their widest cell, two blanks between them. */
export function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widthOf = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widthOf(column))).join('  ').trimEnd())
}
