/** Who has a submission or draft open. */
export interface PresenceTable {
  /** Id of the submission or draft. */
  subject_id: string
  person_id: string
  /** Where in it the person stands, in the notation of its page. */
  place: string | null
  seen_at: Date
}
