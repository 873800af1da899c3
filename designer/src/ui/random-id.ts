const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/** Ten random base32 characters, as everything without an author's id is named. */
export const randomId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => letters[byte % 32]).join('')
