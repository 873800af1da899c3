import { resolve } from 'node:path'
import { startServer, type Running } from '../main.ts'
import { readConfig } from '../plugins/config.ts'
import { StartError } from '../plugins/start-error.ts'
import { bothLanguages } from './banner.ts'

const root = resolve(import.meta.dirname, '../../..')
const say = (text: string) => process.stdout.write(`${text}\n`)

try {
  const config = readConfig({ root, args: process.argv.slice(2), env: process.env })
  const running = await startServer({ config, root, tell: (line) => say(bothLanguages(line)) })
  closeOnSignal(running)
  say(`\n${running.banner}\n`)
} catch (error) {
  if (!(error instanceof StartError)) throw error
  process.stderr.write(`\n${error.message}\n\n`)
  process.exitCode = 1
}

/** The first signal lets running requests end; a second one does not wait. */
function closeOnSignal(running: Running): void {
  let closing = false
  const close = async () => {
    if (closing) process.exit(1)
    closing = true
    say('\nĐang dừng… · Stopping…')
    await running.close()
    process.exit(0)
  }
  process.on('SIGINT', close)
  process.on('SIGTERM', close)
}
