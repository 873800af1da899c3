import { requestFile } from '../api/client.ts'

/** The browser may still be reading the file after the click. */
const keptFor = 60_000

const saveContent = (name: string, content: Blob): void => {
  const url = URL.createObjectURL(content)
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(url), keptFor)
}

/** Saves a text on this machine. */
export const saveText = (name: string, text: string): void => saveContent(name, new Blob([text], { type: 'application/json' }))

/** Saves a file of the server on this machine, under the name it comes with; with a body it is asked for by that. Fails with a `ProblemError`. */
export const saveFile = async (path: string, body?: unknown): Promise<void> => {
  const { name, content } = await requestFile(path, body)
  saveContent(name, content)
}
