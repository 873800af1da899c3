import { endProcess } from './command-end.ts'
import { runDecide } from './decide-command.ts'

endProcess(await runDecide(process.argv.slice(2), process.env))
