import { fileURLToPath } from 'node:url'
import { password, signInAs, startApp, type Client, type RunningApp } from '../support/app.ts'
import { databaseKinds } from '../support/databases.ts'
import type { Visit } from './browser.ts'
import { inBrowser } from './in-browser.ts'
import { beSignedIn } from './sign-in.ts'

type Packs = NonNullable<NonNullable<Parameters<typeof startApp>[1]>['packs']>

/** The fictitious programme in the browser: the application, an officer of the harbour over HTTP, and pages of two officers there. */
export interface DogSite {
  readonly running: () => RunningApp
  readonly officer: () => Client
  /** Hands over a page that shows nothing yet, signed in as the officer, as the other one (`pier`), or with an account the suite made. */
  readonly onPage: (work: (visit: Visit) => Promise<void>, login?: string) => Promise<void>
}

const builtWeb = fileURLToPath(new URL('../../designer/dist', import.meta.url))

/**
 * Starts it before the tests of a suite, and ends it after them; with what is done apart from requests only where it is asked for,
 * and another web application than the one as it is delivered where one is made ready.
 */
export const dogSite = (executable: string | undefined, packs?: Packs, withJobs = false, web = (): Promise<string> => Promise.resolve(builtWeb)): DogSite => {
  const { site, visit } = inBrowser(executable, async () => {
    const [kind] = databaseKinds()
    if (!kind) throw new Error('No database to run on')
    const running = await startApp(kind, { webFolder: await web(), withJobs, ...(packs && { packs }) })
    const officer = await signInAs(running, 'harbour', 'harbour')
    await signInAs(running, 'pier', 'harbour')
    return { address: await running.app.listen({ port: 0, host: '127.0.0.1' }), running, officer, stop: () => running.close() }
  })
  return {
    running: () => site().running,
    officer: () => site().officer,
    onPage: async (work, login = 'harbour') => {
      const opened = await visit()
      try {
        await beSignedIn(opened.page, login, password)
        await work(opened)
      } finally {
        await opened.context.close()
      }
    },
  }
}
