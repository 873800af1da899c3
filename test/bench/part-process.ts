import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { FigureReport } from './figure.ts'
import { runPart } from './part.ts'
import { parts } from './registry.ts'

const self = fileURLToPath(import.meta.url)

/** Measures a part in a process of its own, so that no part finds the machine code or the heap of another. */
export const measureInOwnProcess = async (name: string): Promise<readonly FigureReport[]> => {
  const child = fork(self, [name], { execArgv: ['--expose-gc', '--max-old-space-size=4096'] })
  let reports: readonly FigureReport[] | undefined
  child.on('message', (message) => (reports = message as readonly FigureReport[]))
  const [code] = await once(child, 'exit')
  if (reports === undefined) throw new Error(`The process of ${name} ended with ${String(code)} and reported nothing`)
  return reports
}

if (import.meta.main) {
  const [name = ''] = process.argv.slice(2)
  const read = parts[name]
  if (!read || !process.send) throw new Error(`No part is named ${name}`)
  process.send(await runPart(name, await read()))
  process.disconnect()
}
