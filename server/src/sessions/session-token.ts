import { hash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits, safe in cookies and links. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a token. A token is random, so a plain hash of it cannot be guessed back. */
export const hashToken = (token: string): string => hash('sha256', token)

/** The confirmation code of a session: derived from its token, which scripts cannot read, and telling nothing about it. */
export const csrfToken = (token: string): string => hash('sha256', `csrf:${token}`, 'base64url')

/** Equality that takes as long whatever differs. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
