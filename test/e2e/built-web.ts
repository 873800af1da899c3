import { fileURLToPath } from 'node:url'
import { buildWeb } from '@tieuchi/server/commands/web-build.ts'
import { findBrowser } from './browser.ts'

/** Builds the web application once, before several servers would do so at the same time; or says that nothing will be tested. */
export const setup = async (): Promise<void> => {
  if (!process.env['CI'] && findBrowser() === undefined) process.stderr.write('No Chromium or Chrome was found: the browser tests are left out.\n')
  else await buildWeb(fileURLToPath(new URL('../..', import.meta.url)), () => undefined)
}
