import { Socket } from 'node:net'
import { WholeMessages } from './database-messages.ts'

const readTogether = 65_536

/**
 * A socket to a PostgreSQL server that reads into the same memory all its life. Sockets take new memory for every reading, outside of the heap: where
 * hundreds of thousands of rows are read, the engine goes through its whole heap for every 40 MB of it, which is half as much work again.
 *
 * Its listeners are given whole messages, to look at until they return. `pg` waits for the rest of a message with the beginning still in the memory
 * that the next reading overwrites.
 */
function openReadingSocket(): Socket {
  const messages = new WholeMessages()
  const buffer = Buffer.allocUnsafeSlow(readTogether)
  const callback = (length: number): boolean => {
    const whole = messages.take(buffer.subarray(0, length))
    if (whole.length > 0) socket.emit('data', whole)
    return true
  }
  // https://nodejs.org/api/net.html#new-netsocketoptions
  const socket = new Socket({ onread: { buffer, callback } })
  return socket
}

/** What `pg` tells a function that opens its connection, which its types leave out. */
interface ConnectionSettings {
  readonly ssl?: unknown
}

/** Opens the connection of a client. An encrypted one reads on its own: what comes over the socket are no messages. */
export const openSocket = (...[settings]: readonly ConnectionSettings[]): Socket => (settings?.ssl ? new Socket() : openReadingSocket())
