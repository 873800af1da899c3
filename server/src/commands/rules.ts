import { endProcess } from './command-end.ts'
import { runRules } from './rules/run-rules.ts'

/** Who reads only the beginning, as `head` does, is not told of an error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

endProcess(await runRules(process.argv.slice(2), process.stdout))
