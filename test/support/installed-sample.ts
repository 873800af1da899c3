import { installExtension } from '@tieuchi/runtime'
import { afterAll, beforeAll } from 'vitest'
import { extension } from '../extension-sample/extension.ts'

/** Installs the sample package for the tests of a file, and takes it away again: other files run in the same process. */
export const installSample = (): void => {
  let takeAway = (): void => undefined
  beforeAll(() => {
    takeAway = installExtension(extension)
  })
  afterAll(() => takeAway())
}
