/** The cookie holds the token; only its hash is kept. */
export interface SessionTable {
  token_hash: string
  person_id: string
  created_at: Date
  expires_at: Date
}
