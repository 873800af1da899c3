import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { password, signInAs, startApp, type Client, type RunningApp } from '../support/app.ts'
import { databaseKinds } from '../support/databases.ts'
import { launchBrowser, visit, type Visit } from './browser.ts'
import { arrive } from './sign-in.ts'

type Packs = NonNullable<NonNullable<Parameters<typeof startApp>[1]>['packs']>

/** The fictitious programme in the browser: the application, an officer of the harbour over HTTP, and pages of two officers there. */
export interface DogSite {
  readonly running: () => RunningApp
  readonly officer: () => Client
  /** Shows a page signed in as the officer, as the other one (`pier`), or with an account the suite made. */
  readonly onPage: (work: (visit: Visit) => Promise<void>, login?: string) => Promise<void>
}

const builtWeb = fileURLToPath(new URL('../../designer/dist', import.meta.url))

/**
 * Starts it before the tests of a suite, and ends it after them; with what is done apart from requests only where it is asked for,
 * and another web application than the one as it is delivered where one is made ready.
 */
export const dogSite = (executable: string | undefined, packs?: Packs, withJobs = false, web = (): Promise<string> => Promise.resolve(builtWeb)): DogSite => {
  let running: RunningApp | undefined
  let officer: Client | undefined
  let browser: Browser | undefined
  let address = ''
  beforeAll(async () => {
    const [kind] = databaseKinds()
    if (!kind) throw new Error('No database to run on')
    running = await startApp(kind, { webFolder: await web(), withJobs, ...(packs && { packs }) })
    officer = await signInAs(running, 'harbour', 'harbour')
    await signInAs(running, 'pier', 'harbour')
    address = await running.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await launchBrowser(executable ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    await running?.close()
  })
  const started = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('The application has not been started')
    return part
  }
  return {
    running: () => started(running),
    officer: () => started(officer),
    onPage: async (work, login = 'harbour') => {
      const opened = await visit(started(browser), address)
      try {
        await arrive(opened.page, login, password)
        await work(opened)
      } finally {
        await opened.context.close()
      }
    },
  }
}
