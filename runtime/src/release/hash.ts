import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from './canonical-json.ts'

/** Content hash: SHA-256 of the canonical JSON, in lower-case hexadecimal. */
export const hashDocument = (document: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(document))))
