import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/** RFC 8785 canonical JSON: the bytes that are hashed and kept. */
export const canonicalJson = (document: unknown): string => {
  const text = canonicalize(document)
  if (text === undefined) throw new Error('Only JSON values have a canonical form')
  return text
}

/** Content hash: SHA-256 of the canonical JSON, in lower-case hexadecimal. */
export const hashDocument = (document: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(document))))
