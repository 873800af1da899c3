const encoder = new TextEncoder()

/** Values as lines of JSON, made only as fast as they are taken, until whoever takes them has left: fetch would go on reading, and drop them. */
export function linesOf(values: Iterable<unknown> | AsyncIterable<unknown>, left: AbortSignal): ReadableStream<Uint8Array> {
  const iterator = Symbol.asyncIterator in values ? values[Symbol.asyncIterator]() : values[Symbol.iterator]()
  left.addEventListener('abort', () => void iterator.return?.(), { once: true })
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      if (left.aborted) {
        controller.error(left.reason)
        return
      }
      const next = await iterator.next()
      if (next.done === true) controller.close()
      else controller.enqueue(encoder.encode(`${JSON.stringify(next.value)}\n`))
    },
    cancel: async () => {
      await iterator.return?.()
    },
  }, { highWaterMark: 1 })
}

/** Lines of JSON as they come. */
export async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const bytes of body) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line)
  }
}
