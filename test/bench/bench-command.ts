import { runBench } from './bench.ts'
import { measureInOwnProcess } from './part-process.ts'
import { parts } from './registry.ts'

const figures = Object.entries(parts).map(async ([name, read]) => [name, Object.keys((await read()).figures)] as const)

process.exitCode = await runBench(process.argv.slice(2), {
  parts: Object.fromEntries(await Promise.all(figures)),
  measure: measureInOwnProcess,
  print: (line) => void process.stdout.write(`${line}\n`),
})
