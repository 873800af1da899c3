import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { launchBrowser, visit, type Viewport, type Visit } from './browser.ts'

/** What is looked at: where it answers, and how it is ended. */
export interface Site {
  readonly address: string
  readonly stop: () => Promise<void>
}

/** A site with a browser in front of it, for the tests of a suite. */
export interface SiteInBrowser<Started extends Site> {
  readonly site: () => Started
  /** A page of its own with an empty profile; closed by whoever asked for it, or at the end. */
  readonly visit: (viewport?: Viewport) => Promise<Visit>
  /** Works on such a page and closes it; nothing may have gone wrong in it unseen. */
  readonly onPage: (work: (visit: Visit) => Promise<void>, viewport?: Viewport) => Promise<void>
}

/** Starts a site and a browser before the tests of a suite, and ends both after them. */
export const inBrowser = <Started extends Site>(executable: string | undefined, start: () => Promise<Started>): SiteInBrowser<Started> => {
  let site: Started | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    site = await start()
    browser = await launchBrowser(executable ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })
  const started = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('The site has not been started')
    return part
  }
  const open = (viewport?: Viewport): Promise<Visit> => visit(started(browser), started(site).address, viewport)
  return {
    site: () => started(site),
    visit: open,
    onPage: async (work, viewport) => {
      const opened = await open(viewport)
      try {
        await work(opened)
        expect(opened.faults).toEqual([])
      } finally {
        await opened.context.close()
      }
    },
  }
}
