import { runBench } from './bench.ts'
import { measureInOwnProcess } from './part-process.ts'
import { parts } from './registry.ts'

process.exitCode = await runBench(process.argv.slice(2), {
  parts: Object.fromEntries(Object.entries(parts).map(([name, { figures }]) => [name, Object.keys(figures)])),
  measure: measureInOwnProcess,
  print: (line) => void process.stdout.write(`${line}\n`),
})
